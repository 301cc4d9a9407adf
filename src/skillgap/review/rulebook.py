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
                link = f"[{id_}](rules/{id_}.md)"
                lines.append(f"- **{link}**{told} {' '.join(meaning.split())}")
        lines.append("")
    return "\n".join(lines)


MENDED = frozenset(("SG203", "SG230"))
"""The rules whose findings ``catalogue check --fix`` mends."""

_GRAVITY = {
    "error": "An **error**: a catalogue with one is not opened, and the check exits 1.",
    "warning": "A **warning**: it serves people badly. The exit code stays.",
    "note": "A **note**: good to know. The exit code stays.",
}


def rule_pages() -> dict[str, str]:
    """A page for each rule, docs/rules/SG101.md and so on, by the name of its file."""
    parts = dict(_PARTS)
    return {
        f"{id_}.md": _page(id_, meaning, parts[id_[:3]])
        for id_, meaning in all_rules().items()
    }


def _page(id_: str, meaning: str, part: str) -> str:
    summary, _blank, rest = meaning.partition("\n\n")
    paragraphs = [" ".join(summary.split()), *_unfolded(rest)]
    fixed = (
        "`skillgap catalogue check --fix` mends it, in the lines concerned alone."
        if id_ in MENDED
        else "It is mended by hand: the finding's hint says how, where there is a way."
    )
    return (
        "\n\n".join(
            (
                f"# {id_}",
                *paragraphs,
                _GRAVITY[severity_of(id_)],
                fixed,
                f"Part of: {part}. [All rules](../check-rules.md)",
            )
        )
        + "\n"
    )


def _unfolded(text: str) -> list[str]:
    """The paragraphs of a docstring, each on one line."""
    return [" ".join(each.split()) for each in text.split("\n\n") if each.strip()]
