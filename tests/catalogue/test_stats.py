"""Figures on the small invented catalogue, counted by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from skillgap.catalogue import catalogue_stats
from skillgap.catalogue.stats import StaleFact, latest_date

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

TODAY = date(2026, 11, 24)


def test_counts(small: Catalogue) -> None:
    stats = catalogue_stats(small, TODAY)
    assert (stats.skills, stats.occupations, stats.credentials) == (13, 4, 8)
    assert [(count.issuer.id, count.credentials) for count in stats.issuers] == [
        ("example-college", 6),
        ("example-vendor", 2),
    ]
    assert [(f.field.id, f.occupations, f.credentials) for f in stats.fields] == [
        ("accounting", 2, 5),
        ("computing", 1, 3),
        ("trades", 1, 0),
    ]
    assert [source.id for source in stats.sources] == ["invented-survey"]


def test_taught_shares(small: Catalogue) -> None:
    """Not taught: C, C++ and gas piping."""
    stats = catalogue_stats(small, TODAY, nocs=("91003", "92001", "99999"))
    shares = {share.name: (share.taught, share.total) for share in stats.taught_share}
    assert shares == {
        "all": (13, 16),
        "technical_and_knowledge": (9, 12),
        "seeds": (9, 11),
        "seeds_technical_and_knowledge": (7, 9),
        "91003": (3, 5),
        "92001": (4, 4),
    }
    assert stats.taught_share[0].share == 13 / 16


def test_a_share_of_nothing_is_unknown(small: Catalogue) -> None:
    stats = catalogue_stats(small, TODAY, nocs=())
    assert stats.taught_share[2].share is None


def test_old_facts_are_named_with_their_date(small: Catalogue) -> None:
    stats = catalogue_stats(small, TODAY, max_age_days=1095)
    assert stats.stale == (
        StaleFact("credential", "advanced-bookkeeping", "2023-05"),
        StaleFact("credential", "payroll-law", "2018"),
    )


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2018", date(2018, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025-12", date(2025, 12, 31)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2023-2024", date(2024, 12, 31)),
        ("2024-2033", date(2024, 12, 31)),
        ("2026", TODAY),
        ("2030", None),
        ("spring", None),
        ("2024-02-31", None),
        ("0000", None),
        (None, None),
    ],
)
def test_a_stated_period_has_a_day(stated: str | None, day: date | None) -> None:
    latest = latest_date(stated, TODAY)
    assert (latest and latest[0]) == day
