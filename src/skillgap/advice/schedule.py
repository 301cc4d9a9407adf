"""How long study takes at a person's pace, and when each step of a plan falls.

Steps follow one another: a person studies for one credential at a time, which is also
what funding rules on overlapping study periods ask for.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from datetime import date

    from skillgap.model import Credential, Quantity
    from skillgap.model.plan import Means

DAYS_A_WEEK = 7


class Period(Record):
    """The first and the last day of study, and the day by which to renew."""

    start: date | None
    end: date | None
    expires: date | None


def study_days(credential: Credential, hours: Quantity, means: Means) -> int | None:
    """The days from the first to the last of study, None where the pace is open.

    A course that runs for stated weeks takes at least those, unless it is self-paced.
    """
    if means.hours_per_week is None or means.hours_per_week <= 0:
        return None
    days = ceil(minutes(hours) * DAYS_A_WEEK / (60 * means.hours_per_week) - 1e-9)
    weeks = credential.weeks.value
    if weeks is not None and not credential.self_paced:
        days = max(days, ceil(weeks * DAYS_A_WEEK))
    return max(days, 1)


def too_fast(credential: Credential, hours: Quantity, means: Means) -> bool:
    """Whether a course that sets its own pace asks for more hours a week than given."""
    weeks = credential.weeks.value
    if not means.hours_per_week or not weeks or credential.self_paced is not False:
        return False
    return minutes(hours) > 60 * means.hours_per_week * weeks + 1e-9


def minutes(hours: Quantity) -> int:
    """Hours in whole minutes."""
    return round((hours.value or 0) * 60)


def days_available(means: Means) -> int | None:
    """The days from the start to the deadline, both included; None: no deadline."""
    if means.start is None or means.by is None:
        return None
    return (means.by - means.start).days + 1


def no_time(means: Means) -> bool:
    """Whether the hours given are none."""
    given = (means.hours_per_week, means.hours)
    return any(one is not None and one <= 0 for one in given)


def lay_out(
    lengths: list[tuple[int | None, float | None]], start: date | None
) -> list[Period]:
    """The periods of steps of so many days and years of validity, end to end."""
    from datetime import timedelta

    periods = []
    for days, valid in lengths:
        if start is None or days is None:
            periods.append(Period(None, None, None))
            continue
        end = start + timedelta(days=days - 1)
        expires = None if valid is None else _years_later(end, valid)
        periods.append(Period(start, end, expires))
        start = end + timedelta(days=1)
    return periods


def _years_later(day: date, years: float) -> date:
    months = day.month - 1 + round(years * 12)
    year, month = day.year + months // 12, months % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return day.replace(year=year, month=month, day=min(day.day, last))
        except ValueError:
            continue
    return day.replace(year=year, month=month, day=28)
