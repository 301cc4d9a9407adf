"""Every rule with what it means: the source of docs/check-rules.md."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING

from skillgap.catalogue.rulebook import all_rules as rules_of_catalogues
from skillgap.review.reviewed import REVIEWS

if TYPE_CHECKING:
    from skillgap.errors import Severity
    from skillgap.review.reviewed import Review

_FILES = ("labels", "links", "values", "written")
_NOTES = frozenset(("SG131",))

_HEAD = """\
# Check rules

`skillgap catalogue check` applies these rules; every command that opens a catalogue
applies the first two groups. A problem is shown as `path:line:column rule message`,
with a hint where there is a remedy to name. All problems of all files are found in one
run, and a catalogue with an error is not opened at all. A *warning* is something that
serves people badly, a *note* is good to know; neither changes the exit code. Ids are
never reused. This page is made from the code (`skillgap.review.rulebook`); a test keeps
the two alike.
"""
_PARTS = (
    ("SG0", "YAML and JSON Lines"),
    ("SG1", "Catalogues"),
    ("SG2", "Catalogues as people meet them"),
)
_REVIEW = """\
These compare whole records, so they are only asked where no error was found.
"""


def reviews() -> dict[str, Review]:
    """The rules of the review by id."""
    for name in _FILES:
        import_module(f"skillgap.review.{name}")
    return dict(sorted(REVIEWS.items()))


def all_rules() -> dict[str, str]:
    """The meaning of every rule, by id."""
    found = {id_: inspect.getdoc(each.find) or "" for id_, each in reviews().items()}
    return dict(sorted((rules_of_catalogues() | found).items()))


def severity_of(rule: str) -> Severity:
    """How grave the findings of a rule are."""
    if rule in _NOTES:
        return "note"
    review = reviews().get(rule)
    return review.severity if review else "error"


def rules_page() -> str:
    """The page docs/check-rules.md."""
    lines = [_HEAD]
    for start, title in _PARTS:
        lines.append(f"## {title}\n")
        if start == "SG2":
            lines.append(_REVIEW)
        for id_, meaning in all_rules().items():
            if id_.startswith(start):
                grave = severity_of(id_)
                told = f" *({grave})*" if start == "SG2" else ""
                lines.append(f"- **{id_}**{told} {' '.join(meaning.split())}")
        lines.append("")
    return "\n".join(lines)
