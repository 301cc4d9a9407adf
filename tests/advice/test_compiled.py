"""Advice on compiled catalogues: the small invented one, and the bundled one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from plain import a_match
from skillgap import advice
from skillgap.catalogue import load_catalogue
from skillgap.model.eligibility import Applicant
from skillgap.model.plan import CRITERIA, Means

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

MEANS = Means(8, 1500, date(2027, 1, 11), date(2027, 6, 30))


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    return load_catalogue()


def test_a_ledger_keeper_to_be(small: Catalogue) -> None:
    occupation = small.occupation("ledger-keepers")
    held = advice.hold([a_match(small.skill("customer-service"), 3)], small)
    found = advice.recommend([occupation], held, small)
    assert found.coverage_before == pytest.approx(1 / 18.5)
    # Points of 18.5: 8 at once, then 7 by two, then 1.5 and the last of spreadsheets.
    assert [
        (row.credential.id, round(18.5 * row.adds, 6)) for row in found.recommendations
    ] == [
        ("bank-reconciliation-workshop", 8),
        ("intro-bookkeeping", 2),
        ("advanced-bookkeeping", 5),
        ("payroll-law", 1.5),
        ("data-queries", 1),
    ]
    plan = advice.make_plan(occupation, held, small, means=Means(hours=110))
    assert [step.credential.id for step in plan.steps] == [
        "intro-bookkeeping",
        "advanced-bookkeeping",
    ]
    assert (plan.hours, plan.cost, plan.cost_assumed) == (102, 1050, 0)
    verdict = advice.judge(plan, held, small)
    assert (verdict.kind, verdict.reachable) == ("reaches", 1.0)


def test_a_regulated_occupation_that_nothing_teaches(small: Catalogue) -> None:
    occupation = small.occupation("gas-pipers")
    plan = advice.make_plan(occupation, {}, small)
    assert (plan.outcome, plan.status) == ("nothing_taught", "infeasible")
    verdict = advice.judge(plan, {}, small)
    assert verdict.obstacles == ("licence", "not_taught")


def test_every_plan_on_the_bundled_catalogue_is_proven(bundled: Catalogue) -> None:
    for occupation in bundled.all_occupations():
        plan = advice.make_plan(occupation, {}, bundled, means=MEANS)
        assert plan.settled == CRITERIA, occupation.id
        assert plan.bound == plan.coverage_after
        assert plan.cost <= 1500
        assert plan.end is None or plan.end <= date(2027, 6, 30)


def test_plans_with_funding_keep_what_is_known_of_the_rules(bundled: Catalogue) -> None:
    osap = next(one for one in bundled.funding() if one.id == "osap-micro-credentials")
    for noc in ("12200", "22221"):
        (occupation,) = bundled.occupations_coded(noc)
        wishes = advice.Wishes(funding=osap)
        plan = advice.make_plan(occupation, {}, bundled, means=MEANS, wishes=wishes)
        for step in plan.steps:
            answer = advice.ask_for_credential(
                osap, step.credential, step.hours, step.days
            )
            assert answer.answer != "unlikely"


def test_the_income_limits_of_the_bundled_rules_stand_by_family_size(
    bundled: Catalogue,
) -> None:
    osap = next(one for one in bundled.funding() if one.id == "osap-micro-credentials")
    for size, income, answer in ((1, 90_000, "unlikely"), (2, 90_000, "likely")):
        told = Applicant(size, income, resident=True, status="citizen")
        assert advice.ask_for_person(osap, told).answer == answer
