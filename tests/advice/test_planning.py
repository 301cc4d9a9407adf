from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from plain import PlainCatalogue, a_credential, a_skill, an_occupation, asks, held_as
from skillgap.advice.filters import Filters
from skillgap.advice.planning import compare_plans, make_plan
from skillgap.advice.task import Wishes
from skillgap.model import Prerequisites, Quantity, Text
from skillgap.model.funding import FundingProgram, FundingRule
from skillgap.model.plan import CRITERIA, Given, Means

if TYPE_CHECKING:
    from skillgap.model import Credential
    from skillgap.model.plan import Plan

SKILLS = [a_skill(name) for name in "abcd"]
WORK = an_occupation(
    "work", asks("a", importance=5), asks("b", importance=3), asks("c", importance=2)
)
MONDAY = date(2027, 1, 11)
DEAR = a_credential("dear", {"a": 3, "b": 3}, h=40, c=900)
CHEAP_A = a_credential("cheap-a", {"a": 3}, h=30, c=200)
CHEAP_B = a_credential("cheap-b", {"b": 3}, h=30, c=200)
ONLY_C = a_credential("only-c", {"c": 3}, h=10, c=100)
ALL = (DEAR, CHEAP_A, CHEAP_B, ONLY_C)


def plan(
    *credentials: Credential,
    held: dict[str, int] | None = None,
    wishes: Wishes | None = None,
    **means: Any,  # noqa: ANN401
) -> Plan:
    catalogue = PlainCatalogue(SKILLS, [WORK], credentials or ALL)
    return make_plan(
        WORK, held_as(held or {}), catalogue, means=Means(**means), wishes=wishes
    )


def ids(plan: Plan) -> list[str]:
    return [step.credential.id for step in plan.steps]


def test_without_limits_everything_is_reached_in_the_fewest_hours() -> None:
    found = plan()
    assert ids(found) == ["dear", "only-c"]
    assert (found.coverage_before, found.coverage_after, found.bound) == (0.0, 1.0, 1.0)
    assert (found.hours, found.cost) == (50, 1000)
    assert (found.hours_assumed, found.cost_assumed) == (0, 0)
    assert (found.status, found.settled) == ("optimal", CRITERIA)
    assert [(s.order, s.adds, s.coverage_after) for s in found.steps] == [
        (1, 0.8, 0.8),
        (2, pytest.approx(0.2), 1.0),
    ]


def test_a_budget_is_kept() -> None:
    assert ids(plan(budget=500)) == ["cheap-a", "cheap-b", "only-c"]
    assert ids(plan(budget=499.99)) == ["cheap-a", "cheap-b"]
    assert ids(plan(budget=300)) == ["cheap-a", "only-c"]


def test_hours_in_all_are_kept() -> None:
    assert ids(plan(hours=40)) == ["dear"]
    assert ids(plan(hours=39)) == ["cheap-a"]  # 5 of 10; b and c would be 5 at 40 h


def test_a_deadline_is_kept_to_the_day() -> None:
    just = plan(hours_per_week=10, start=MONDAY, by=MONDAY + timedelta(days=34))
    assert ids(just) == ["dear", "only-c"]
    assert [(s.start, s.end, s.days) for s in just.steps] == [
        (date(2027, 1, 11), date(2027, 2, 7), 28),
        (date(2027, 2, 8), date(2027, 2, 14), 7),
    ]
    assert (just.start, just.end) == (MONDAY, date(2027, 2, 14))
    short = plan(hours_per_week=10, start=MONDAY, by=MONDAY + timedelta(days=33))
    assert ids(short) == ["dear"]


def test_a_prerequisite_is_paid_for_and_comes_first() -> None:
    intro = a_credential("intro", {"d": 3}, h=5, c=50)
    after = a_credential("after", {"a": 3, "b": 3, "c": 3}, h=5, c=50, first=("intro",))
    found = plan(intro, after, CHEAP_A)
    assert ids(found) == ["intro", "after"]
    assert found.steps[0].opens == (after,)
    assert (found.hours, found.steps[0].adds) == (10, 0.0)
    assert ids(plan(intro, after, CHEAP_A, hours=9)) == []
    own = plan(intro, after, CHEAP_A, hours=9, wishes=Wishes(taken=("intro",)))
    assert ids(own) == ["after"]


def test_of_equivalents_one_is_taken_and_none_beside_one_held() -> None:
    one = CHEAP_A._replace(equivalent_to=("cheap-b",))
    other = CHEAP_B._replace(equivalent_to=("cheap-a",))
    assert ids(plan(one, other, ONLY_C)) == ["cheap-a", "only-c"]
    held = Wishes(taken=("cheap-b",))
    assert ids(plan(one, other, ONLY_C, wishes=held)) == ["only-c"]


def test_of_a_group_of_prerequisites_the_better_one_is_taken() -> None:
    short = a_credential("short", {"d": 3}, h=5, c=90)
    cheap = a_credential("cheap", {"d": 3}, h=9, c=10)
    after = a_credential("after", {"a": 3, "b": 3}, h=5, c=50)._replace(
        prerequisites=Prerequisites(any_of=(("cheap", "short"),))
    )
    assert ids(plan(short, cheap, after)) == ["short", "after"]
    assert ids(plan(short, cheap, after, budget=139)) == ["cheap", "after"]
    one = plan(short, cheap, after)
    assert one.steps[0].opens == (after,)
    assert ids(plan(after, short, cheap, wishes=Wishes(taken=("cheap",)))) == ["after"]
    shut = Wishes(without=("short",))
    assert ids(plan(short, cheap, after, wishes=shut)) == ["cheap", "after"]


def test_a_prerequisite_that_may_not_be_taken_leaves_the_other_way() -> None:
    gone = a_credential("gone", {"d": 3}, h=1, c=0, status="retired")
    open_ = a_credential("open", {"d": 3}, h=9, c=10)
    after = a_credential("after", {"a": 3}, h=5, c=50)._replace(
        prerequisites=Prerequisites(any_of=(("gone", "open"),))
    )
    assert ids(plan(gone, open_, after)) == ["open", "after"]
    none = plan(gone, open_._replace(status="retired"), after)
    assert (none.outcome, none.set_aside) == ("nothing_taught", (("retired", 1),))


def test_an_equivalent_meets_a_prerequisite() -> None:
    named = a_credential("named", {"d": 3}, h=20, c=5, equivalent_to=("other",))
    other = a_credential("other", {"d": 3}, h=5, c=5, equivalent_to=("named",))
    after = a_credential("after", {"a": 3}, h=5, c=5, first=("named",))
    assert ids(plan(named, other, after)) == ["other", "after"]
    own = Wishes(taken=("other",))
    assert ids(plan(named, other, after, wishes=own)) == ["after"]


def test_what_shall_not_be_chosen_is_not() -> None:
    assert ids(plan(wishes=Wishes(without=("dear",)))) == [
        "cheap-a",
        "cheap-b",
        "only-c",
    ]


def test_unknown_hours_and_prices_are_assumed_and_say_so() -> None:
    untold = a_credential("untold", {"a": 3, "b": 3, "c": 3})
    found = plan(*ALL, untold)
    # The medians of the four courses: 30 hours and 200 dollars.
    assert ids(found) == ["untold"]
    assert (found.hours, found.hours_assumed) == (30, 30)
    assert (found.cost, found.cost_assumed) == (200, 200)
    assert {(a.what, a.value, a.basis, a.stated) for a in found.assumptions} == {
        ("hours", 30, "kind_median", 4),
        ("cost", 200, "kind_median", 4),
    }
    own = plan(*ALL, untold, wishes=Wishes(given=Given(hours={"course": 51})))
    assert ids(own) == ["dear", "only-c"]
    strict = plan(*ALL, untold, wishes=Wishes(filters=Filters(strict=True)))
    assert ids(strict) == ["dear", "only-c"]
    assert strict.set_aside == (("unknown", 1),)


def test_a_course_faster_than_the_person_is_set_aside() -> None:
    fast = DEAR._replace(weeks=Quantity(2, "week", "stated"), self_paced=False)
    found = plan(fast, CHEAP_A, hours_per_week=8)
    assert (ids(found), found.set_aside) == (["cheap-a"], (("pace", 1),))


def test_every_step_keeps_the_rules_of_the_funding_program() -> None:
    page = "https://example.org/rules"
    rules = (
        FundingRule("list", "on_list", Text("listed"), page),
        FundingRule("hours", "hours_between", Text("hours"), page, min=5, max=300),
    )
    program = FundingProgram("invented", Text("Invented"), rules)
    listed = CHEAP_A._replace(osap="yes")
    refused = CHEAP_B._replace(osap="no")
    found = plan(listed, refused, ONLY_C, wishes=Wishes(funding=program))
    assert ids(found) == ["cheap-a", "only-c"]
    assert found.set_aside == (("funding", 1),)
    strict = Wishes(funding=program, filters=Filters(strict=True))
    assert ids(plan(listed, refused, ONLY_C, wishes=strict)) == ["cheap-a"]


def test_validity_is_counted_from_the_end_of_study() -> None:
    found = plan(
        ONLY_C._replace(validity_years=3), CHEAP_A, hours_per_week=10, start=MONDAY
    )
    assert [step.expires for step in found.steps] == [None, date(2030, 2, 7)]


@pytest.mark.parametrize(
    ("means", "held", "outcome"),
    [
        ({"hours_per_week": 0}, {}, "no_time"),
        ({"hours": 0}, {}, "no_time"),
        (
            {"hours_per_week": 5, "start": MONDAY, "by": MONDAY - timedelta(days=1)},
            {},
            "deadline_before_start",
        ),
        ({"budget": 0}, {}, "nothing_fits"),
        ({"hours": 1}, {}, "nothing_fits"),
        ({}, {"a": 3, "b": 3, "c": 3}, "covered"),
    ],
)
def test_a_plan_without_steps_says_why(
    means: dict[str, Any], held: dict[str, int], outcome: str
) -> None:
    found = plan(held=held, **means)
    assert (found.outcome, found.steps) == (outcome, ())
    assert found.status == ("optimal" if outcome == "covered" else "infeasible")


def test_a_plan_that_nothing_teaches_or_all_is_set_aside_says_so() -> None:
    assert plan(a_credential("off", {"d": 3}, h=1, c=1)).outcome == "nothing_taught"
    retired = plan(CHEAP_A._replace(status="retired"))
    assert (retired.outcome, retired.set_aside) == ("nothing_taught", (("retired", 1),))
    online = Wishes(filters=Filters(delivery=("online",)))
    away = plan(CHEAP_A._replace(delivery="in_person"), wishes=online)
    assert (away.outcome, away.set_aside) == ("all_set_aside", (("delivery", 1),))


def test_fastest_and_cheapest_add_nearly_as_much() -> None:
    catalogue = PlainCatalogue(SKILLS, [WORK], ALL)
    plans = compare_plans(WORK, held_as({"c": 3}), catalogue)
    assert {aim: ids(one) for aim, one in plans.items()} == {
        "fullest": ["dear"],
        "fastest": ["dear"],
        "cheapest": ["cheap-a", "cheap-b"],
    }
    assert plans["cheapest"].cost == 400
    wide = compare_plans(WORK, {}, PlainCatalogue(SKILLS, [WORK], (*ALL, LONG)))
    assert ids(wide["fullest"]) == ["dear", "only-c"]


LONG = a_credential("long", {"a": 3, "b": 3, "c": 3}, h=200, c=10)


def test_the_last_tenth_is_left_where_it_takes_long() -> None:
    slow = a_credential("slow", {"c": 2}, h=300, c=10)
    work = an_occupation("work", asks("a", importance=5), asks("c", importance=1))
    catalogue = PlainCatalogue(SKILLS, [work], (CHEAP_A, slow))
    plans = compare_plans(work, held_as({"c": 1}), catalogue)
    assert ids(plans["fullest"]) == ["cheap-a", "slow"]
    assert ids(plans["fastest"]) == ["cheap-a"]
    assert plans["fastest"].bound == plans["fullest"].coverage_after
