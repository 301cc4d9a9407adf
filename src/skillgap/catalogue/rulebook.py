"""The rules that make a folder a catalogue, by id, with what each means."""

from __future__ import annotations

import inspect

from skillgap.catalogue.rules import RULES

READING = {
    "SG001": "A file cannot be read; the message gives the system's reason.",
    "SG002": "A file is larger or holds more values than is read (64 MB, 4 million).",
    "SG003": "A byte is not UTF-8 text. The column counts the characters before it.",
    "SG004": "A character that YAML does not allow, such as U+0000, stands in a file.",
    "SG005": "The text is not YAML. Reading of the file ends here.",
    "SG006": "A file is empty, or holds only comments.",
    "SG007": "A key stands twice in a mapping; the first one is kept.",
    "SG008": (
        "An anchor (`&name`) or an alias (`*name`). They are not read: a few of them"
        " can make a small file stand for an endless one."
    ),
    "SG009": "A tag (`!name`). Tags are not read: they can build objects of a program.",
    "SG010": "Lists and mappings stand more than 32 deep.",
    "SG011": "A second document starts in a file (a line `---` after the first).",
    "SG012": "A key is a list or a mapping; keys are texts.",
    "SG013": "A tab stands where YAML wants spaces.",
    "SG014": "A line of a file of JSON Lines is not JSON. The other lines are read.",
    "SG101": "A key is unknown here. The hint names the nearest known one.",
    "SG102": "A key is missing that the record needs.",
    "SG103": (
        "A value of another type is wanted. Nothing is guessed: a number is written"
        " without quotes, leading zeros and signs that group its digits, a truth value"
        " as `true` or `false`, and what is not known is left out."
    ),
    "SG104": "A text has not the form that it needs (an id, an address, a code).",
    "SG105": "A number is out of range, a range contradicts itself, a list is empty.",
    "SG106": "A word is none of the few that the key allows.",
    "SG107": (
        "A date is none of `2026`, `2026-11`, `2026-11-23`, or not in the calendar."
    ),
    "SG108": "A currency is no code of ISO 4217.",
    "SG130": "A file is missing that every catalogue needs.",
    "SG131": (
        "A YAML or JSON Lines file of another name stands in the folder and is not read"
        " (a note)."
    ),
    "SG132": "The folder of the catalogue does not exist, or is no folder.",
}
"""The rules about files and single values, applied while reading."""


def all_rules() -> dict[str, str]:
    """The meaning of every rule, by id."""
    across = {id_: inspect.getdoc(rule) or "" for id_, rule in RULES.items()}
    return dict(sorted((READING | across).items()))
