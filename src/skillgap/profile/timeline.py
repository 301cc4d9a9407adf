"""What a person learnt, by the year: a life's learning at a glance."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from skillgap.profile.counted import YEAR
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model import Profile

AWARD = "credential"
"""The kind of what was awarded; the other kinds are those of learning."""


class LearntYear(Record):
    """What was learnt in a year (None: nobody noted when).

    ``kinds`` counts the things of each kind. ``hours`` sums what is known of their
    length; ``without_hours`` counts the things of which it is not.
    """

    year: str | None
    kinds: tuple[tuple[str, int], ...]
    hours: float
    without_hours: int


def learnt_by_year(profile: Profile) -> tuple[LearntYear, ...]:
    """The years in which something was learnt or awarded, then what has no date."""
    things: list[tuple[str | None, str, float | None]] = [
        *((one.date, one.kind, one.hours) for one in profile.learning),
        *((one.awarded, AWARD, None) for one in profile.awards),
    ]
    by_year: dict[str | None, list[tuple[str, float | None]]] = {}
    for date, kind, hours in things:
        by_year.setdefault(date and date[:YEAR], []).append((kind, hours))
    years: list[str | None] = [*sorted(year for year in by_year if year is not None)]
    if None in by_year:
        years.append(None)
    return tuple(_year(year, by_year[year]) for year in years)


def _year(year: str | None, things: list[tuple[str, float | None]]) -> LearntYear:
    return LearntYear(
        year,
        tuple(Counter(kind for kind, _hours in things).items()),
        sum(hours for _kind, hours in things if hours is not None),
        sum(hours is None for _kind, hours in things),
    )
