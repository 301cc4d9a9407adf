"""What a client has for a plan, as the row says it: hours a week, money, a first day.

Only reports hold plans, so only where they are made these cells are read.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from skillgap.batch.row import row_problem, said
from skillgap.batch.words import amount
from skillgap.errors import DataError
from skillgap.locale import _
from skillgap.model.plan import Means

if TYPE_CHECKING:
    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings
    from skillgap.model import Profile

_HOURS_OF_A_WEEK = 168


def means_of(row: Row, profile: Profile | None, settings: Settings) -> Means:
    """The means of a client: as the row says, else as the profile does.

    Raises:
        DataError: a cell says no hours of a week, no money, or no day.
    """
    try:
        hours = _weekly(said(row.cell("weekly_hours")))
        budget = amount(said(row.cell("whole_budget")))
        start = _day(said(row.cell("start")))
    except ValueError as error:
        raise DataError(row_problem(str(error), settings.roster, row.number)) from None
    if profile is not None:
        hours = profile.hours_per_week if hours is None else hours
        budget = profile.budget if budget is None else budget
    return Means(hours_per_week=hours, budget=budget, start=start)


def _weekly(text: str) -> float | None:
    hours = amount(text)
    if hours is None or 0 < hours <= _HOURS_OF_A_WEEK:
        return hours
    message = _("“{text}” is not a number of hours that a week has.")
    raise ValueError(message.format(text=text[:60]))


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = _("“{text}” is not a day: write it as 2027-01-31.")
        raise ValueError(message.format(text=text[:60])) from None
