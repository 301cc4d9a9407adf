from __future__ import annotations

from datetime import date

import pytest

from plain import a_credential, hours
from skillgap.advice.schedule import (
    days_available,
    lay_out,
    study_days,
    too_fast,
)
from skillgap.model import Quantity
from skillgap.model.plan import Means

MONDAY = date(2027, 1, 11)
COURSE = a_credential("course", {"s": 3})


def weeks(value: float) -> Quantity:
    return Quantity(value, "week", "stated")


@pytest.mark.parametrize(
    ("study", "pace", "days"),
    [(8, 8, 7), (9, 8, 8), (1, 40, 1), (42, 8, 37), (42, None, None), (42, 0, None)],
)
def test_days_follow_from_hours_and_hours_a_week(
    study: float, pace: float | None, days: int | None
) -> None:
    assert study_days(COURSE, hours(study), Means(hours_per_week=pace)) == days


def test_a_course_takes_the_weeks_that_it_runs_unless_self_paced() -> None:
    means = Means(hours_per_week=20)
    course = COURSE._replace(weeks=weeks(11))
    assert study_days(course, hours(42), means) == 77
    assert study_days(course._replace(self_paced=True), hours(42), means) == 15


def test_a_course_with_a_pace_of_its_own_can_be_too_fast() -> None:
    course = COURSE._replace(weeks=weeks(4), self_paced=False)
    assert too_fast(course, hours(42), Means(hours_per_week=10))
    assert not too_fast(course, hours(42), Means(hours_per_week=10.5))
    assert not too_fast(course, hours(42), Means())
    unknown = course._replace(self_paced=None)
    assert not too_fast(unknown, hours(42), Means(hours_per_week=1))


def test_the_first_and_the_last_day_both_count() -> None:
    assert days_available(Means(start=MONDAY, by=MONDAY)) == 1
    assert days_available(Means(start=MONDAY, by=date(2027, 1, 10))) == 0
    assert days_available(Means(start=MONDAY)) is None


def test_steps_follow_one_another_without_a_day_in_common() -> None:
    periods = lay_out([(7, None), (14, 3), (None, 1)], MONDAY)
    assert [(one.start, one.end) for one in periods] == [
        (date(2027, 1, 11), date(2027, 1, 17)),
        (date(2027, 1, 18), date(2027, 1, 31)),
        (None, None),
    ]
    assert [one.expires for one in periods] == [None, date(2030, 1, 31), None]


def test_without_a_start_there_are_no_dates() -> None:
    assert lay_out([(7, 2)], None) == [(None, None, None)]


def test_validity_in_part_years_and_at_the_end_of_february() -> None:
    (leap,) = lay_out([(1, 1)], date(2028, 2, 29))
    assert leap.expires == date(2029, 2, 28)
    (half,) = lay_out([(1, 2.5)], date(2027, 8, 31))
    assert half.expires == date(2030, 2, 28)
