"""What reading a person's file gives, whatever its format, and how it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from skillgap.errors import DataError, Problem
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model import AwardedCredential, Claim

Section = Literal[
    "summary",
    "skills",
    "work",
    "volunteering",
    "education",
    "certificates",
    "languages",
    "projects",
    "unread",
]
"""The part of a résumé that a line stands in; *unread* is for what is left alone."""

PRESENT = "present"
"""When something was last used that goes on to this day."""

MOST_CLAIMS = 2_000
MOST_AWARDS = 1_000
MOST_LINES = 20_000
"""The most of each that one file gives; what follows is left out with a warning."""

LONGEST_TEXT = 200
"""The longest name or phrase, in characters; longer ones are cut."""


class Line(Record):
    """A line of a person's own prose, in which skills may be named.

    ``number`` counts from 1 in the file, or over the texts of a structured one. Where
    the format says so, ``section`` is the part that the line belongs to and
    ``last_used`` the year, or year and month, in which that part ended.
    """

    number: int
    text: str
    section: Section | None = None
    last_used: str | None = None


class SpokenLanguage(Record):
    """A language that a person speaks, and how well, in the words of the file."""

    name: str
    level: str | None = None


class Imported(Record):
    """What a file says about a person's skills; nothing else of it is kept.

    ``lines`` is the prose that skills are still to be found in (``found.py``); it is
    empty once they are. ``notes`` tell what was left out and why.
    """

    format: str
    claims: tuple[Claim, ...] = ()
    awards: tuple[AwardedCredential, ...] = ()
    languages: tuple[SpokenLanguage, ...] = ()
    lines: tuple[Line, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read at all."""
        return not (self.claims or self.awards or self.languages or self.lines)


def refusal(rule: str, message: str, shown: str, hint: str | None = None) -> DataError:
    """The error that says why a file is not read."""
    return DataError(Problem("error", rule, message, shown, hint=hint))


def note(rule: str, message: str, shown: str, hint: str | None = None) -> Problem:
    """A remark on what was left out."""
    return Problem("note", rule, message, shown, hint=hint)


def warning(rule: str, message: str, shown: str, hint: str | None = None) -> Problem:
    """A remark on what the person may have expected and did not get."""
    return Problem("warning", rule, message, shown, hint=hint)


def clean(text: object) -> str:
    """A text on one line, without outer spaces, cut to a bearable length.

    Signs that a terminal or a page would obey are kept: whoever shows a text makes it
    safe there.
    """
    if not isinstance(text, str):
        return ""
    return " ".join(text[: 4 * LONGEST_TEXT].split())[:LONGEST_TEXT]


def cleaned(texts: Iterable[object]) -> tuple[str, ...]:
    """The texts that say something, each clean and once, in their order."""
    return tuple(dict.fromkeys(filter(None, map(clean, texts))))
