"""What a credential's title says besides its subject: a stage, a form, a level.

The words for a level are those of the catalogue's own convention (data-format.md): 2
for introductory, basic, foundation(s), fundamentals, essentials and beginner, 3 for
intermediate, 4 for advanced, 5 for expert. Words for a stage of a career give none.
"""

from __future__ import annotations

import re

from skillgap.normalise import fold

_LEVELS = (
    (
        2,
        r"intro(?:duction|ductory)?|basics?|foundation(?:s|al)?|fundamentals?|beginners?",
    ),
    (2, r"essentials?|elementary|debutant|initiation|fondements?|notions de base"),
    (3, r"intermediate|intermediaire"),
    (4, r"advanced|avancee?s?"),
    (5, r"experts?"),
)
_BEFORE = re.compile(
    r"^(?:an? |the )?(?:introduction (?:to|a|au|aux)|intro to|introductory|"
    r"fundamentals of|foundations? (?:of|in)|basics? (?:of)?|essentials of|"
    r"principles of|initiation (?:a|au|aux)|certificate in|micro-?credential in|"
    r"advanced|intermediate|applied|beginner|certificat en|certificat de|"
    r"cours de|course in|training in)\b\s*",
)
_AFTER = re.compile(
    r"[\s:,-]+(?:fundamentals|essentials?|basics?|foundations?|certificate|course|"
    r"micro-?credential|training|program|level [0-9]|part [0-9]|[0-9]{1,2}|i{1,3}|"
    r"for beginners|workshop|bootcamp|- online|\(online\)|certificat|intermediate|"
    r"advanced|intermediaire|avance)$"
)


def level_in(title: str) -> int | None:
    """The level that a title says by its words; None where by none, or by several."""
    text = fold(title)
    found = {level for level, words in _LEVELS if re.search(rf"\b(?:{words})\b", text)}
    return found.pop() if len(found) == 1 else None


def subject_of(title: str) -> str:
    """The title without what is said of its level and form, as it is written."""
    text = " ".join(title.split())
    while True:
        folded = fold(text)
        if len(folded) != len(text):
            return text
        before, after = _BEFORE.match(folded), _AFTER.search(folded)
        start = before.end() if before else 0
        end = after.start() if after and after.start() > start else len(text)
        if (start, end) == (0, len(text)) or not text[start:end].strip():
            return text
        text = text[start:end].strip()
