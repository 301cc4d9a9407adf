"""The words that the reader and the writer of CTDL share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.formats.ctdl_terms import (
    KINDS,
    Period,
    id_in,
    period_read,
    period_written,
    type_of,
    urn,
)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("PT40H", Period(40, None)),
        ("pt1h30m", Period(1.5, None)),
        ("P6W", Period(None, 6)),
        ("P2Y", Period(None, 104)),
        ("P3M", Period(None, 13)),
        ("P5D", Period(None, 0.71)),
        ("P0Y0M0DT12H", Period(12, None)),
        ("P1WT3H", Period(3, 1)),
        ("P0D", Period(None, None)),
        ("5 days", None),
        ("P1.1.1W", None),
        ("", None),
    ],
)
def test_durations_are_hours_or_weeks(text: str, period: Period | None) -> None:
    assert period_read(text) == period


@given(st.integers(1, 2_000_000).map(lambda number: number / 100))
def test_a_duration_is_read_as_it_was_written(number: float) -> None:
    assert period_read(period_written(number, "h")) == Period(number, None)
    assert period_read(period_written(number, "week")) == Period(None, number)


def test_every_kind_has_a_type_that_is_read_as_it() -> None:
    for kind in set(KINDS.values()):
        assert KINDS[type_of(kind).removeprefix("ceterms:")] == kind


def test_an_address_that_was_made_gives_its_id_again() -> None:
    assert id_in(urn("skill", "tea-making"), "skill") == "tea-making"
    assert id_in("http://example.org/tea", "skill") is None
    assert id_in(urn("field", "tea"), "skill") is None
