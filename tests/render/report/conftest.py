"""Reports of invented people on the small invented catalogue."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

import pytest

from skillgap.advice import Wishes
from skillgap.matching import match_claims
from skillgap.model import Claim
from skillgap.model.eligibility import Applicant
from skillgap.model.plan import Means
from skillgap.report import Case, make_report

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.render.report import Report


class Make(Protocol):
    """Makes the report of someone who says these phrases."""

    def __call__(
        self, *phrases: str, occupation: str = "ledger-keepers", name: str = ""
    ) -> Report: ...


def maker(catalogue: Catalogue) -> Make:
    """Reports on a catalogue, six hours a week from a fixed day."""

    def call(
        *phrases: str, occupation: str = "ledger-keepers", name: str = ""
    ) -> Report:
        claims = tuple(Claim(phrase) for phrase in phrases)
        case = Case(
            catalogue.occupation(occupation),
            match_claims(claims, catalogue, ()),
            (),
            Means(hours_per_week=6, start=date(2027, 1, 11)),
            Wishes(),
        )
        day = date(2026, 11, 27)
        return make_report(case, catalogue, Applicant(), name=name, made=day)

    return call


@pytest.fixture
def make(small: Catalogue) -> Make:
    """Reports on the small catalogue."""
    return maker(small)


@pytest.fixture(scope="session")
def make_real() -> Make:
    """Reports on the bundled catalogue, which knows funding and longer programs."""
    from skillgap.catalogue import bundled_folder, load_catalogue

    return maker(load_catalogue(bundled_folder()))


@pytest.fixture
def report(make: Make) -> Report:
    """The report of someone who knows spreadsheets."""
    return make("excel", "dealing with customers", "juggling fire", name="Ada Example")
