"""The lines of a résumé with their part, their date and their place in a list.

What stands under interests, hobbies, awards, publications and references is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.formats.dates import date_of, months
from skillgap.formats.headings import heading_of
from skillgap.formats.imported import PRESENT, Line, Section
from skillgap.normalise import fold
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ORDERED: tuple[Section, ...] = (
    *("work", "volunteering", "projects", "certificates"),
    *("education", "skills", "summary"),
)
"""The parts by how much they say of a skill, the most first."""

_DATED: frozenset[Section] = frozenset(
    ("work", "volunteering", "education", "projects", "certificates")
)
_YEAR = r"(?:19|20)\d\d"
_NOW = (
    r"(?:present|current|now|today|ongoing|to date|aujourd'?hui|maintenant|ce jour|"
    r"en cours|actuel(?:lement)?)"
)
_BULLET = re.compile(
    r"\s*(?:[•●▪‣◦·*»➢✓\uf0b7]|[-\u2013\u2014](?=\s)|\d{1,2}[.)](?=\s)|o(?=\s))\s*"
)


class Placed(Record):
    """A line with the part that it stands in, and whether it is an item of a list."""

    number: int
    text: str
    section: Section
    last_used: str | None
    is_item: bool
    follows_gap: bool


def placed(lines: Iterable[Line]) -> list[Placed]:
    """The lines that are read, each in its part and with the date that part ended."""
    found: list[Placed] = []
    section: Section = "summary"
    until: str | None = None
    gap = True
    for line in lines:
        text = line.text
        if line.section is None and (heading := heading_of(text)):
            section, text = heading
            until = None
            gap = True
        if not text.strip():
            gap = True
            continue
        here = line.section or section
        ended = _ended(text) if here in _DATED and line.section is None else None
        if ended:
            until = ended
            _date_title(found, here, until)
        if here != "unread":
            bullet = _BULLET.match(text)
            bare = text[bullet.end() :] if bullet else text
            used = line.last_used if line.section else until
            found.append(Placed(line.number, bare, here, used, bullet is not None, gap))
        gap = line.section is not None
    return found


def _date_title(found: list[Placed], section: Section, until: str) -> None:
    """Give the date of a line to the title right above it, which is no list item."""
    if not found:
        return
    last = found[-1]
    if last.section == section and not last.is_item and last.follows_gap:
        found[-1] = last._replace(last_used=until)


def _ended(text: str) -> str | None:
    """When the span of time on a line ended: its last date, or PRESENT."""
    folded = fold(text).replace("\u2013", "-").replace("\u2014", "-")
    if re.search(rf"(?:-|to|a|until|jusqu'a)\s*{_NOW}\b", folded) or re.search(
        rf"\b(?:since|depuis)\s+(?:\w+\s+)?{_YEAR}\b", folded
    ):
        return PRESENT
    dates = list(
        re.finditer(rf"(?:\b([a-z]{{3,9}})\.?\s+|\b(\d\d)/)?\b({_YEAR})\b", folded)
    )
    if not dates:
        return None
    month, number, year = dates[-1].groups()
    return date_of(year, months().get(month) or number)


def segments(text: str) -> Iterator[str]:
    """The pieces of a line between signs that part ideas."""
    return (part for part in _PARTING.split(text) if part.strip())


_PARTING = re.compile(
    r"[,;:|•●▪·()\[\]{}!?\t\n\"“”«»→]|\.(?:\s|$)|\s-\s|[\u2013\u2014]|\s/\s|\s{3,}|\.{3}|…"
)
