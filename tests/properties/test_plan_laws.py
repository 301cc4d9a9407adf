"""The laws of plans, on random small catalogues; every set of credentials is tried."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from plain import PlainCatalogue, World, ways, worlds
from skillgap.advice.assumptions import make_yardstick, reckon
from skillgap.advice.held import hold, hold_also
from skillgap.advice.planning import compare_plans, make_plan
from skillgap.advice.recommendations import recommend
from skillgap.advice.schedule import study_days
from skillgap.advice.task import Wishes
from skillgap.model.plan import Means

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.model import Credential, Held, Occupation

MONDAY = date(2027, 1, 11)
MEANS = st.builds(
    Means,
    hours_per_week=st.sampled_from([None, 4, 10]),
    budget=st.sampled_from([None, 0, 100, 350.5]),
    start=st.just(MONDAY),
    by=st.sampled_from([None, MONDAY + timedelta(days=30)]),
    hours=st.sampled_from([None, 12, 50]),
)


def coverage(occupation: Occupation, held: Mapping[str, Held]) -> Fraction:
    met = whole = Fraction(0)
    for one in occupation.requirements:
        weight = Fraction(one.importance, 2 if one.relation == "optional" else 1)
        level = held[one.skill].level if one.skill in held else 0
        whole += weight
        met += weight * min(Fraction(1), Fraction(level, one.level or 3))
    return met / whole


def ranked(world: World, means: Means) -> tuple[object, ...] | None:
    """The best rank of all sets of credentials that keep the means."""
    catalogue, matches = world
    occupation = catalogue.all_occupations()[0]
    held = hold(matches, catalogue)
    yardstick = make_yardstick(catalogue)
    best = None
    able = [one for one in catalogue.all_credentials() if one.status != "retired"]
    able = [one for one in able if reckon(one, yardstick)]
    for size in range(len(able) + 1):
        for chosen in combinations(able, size):
            ids = [one.id for one in chosen]
            counted = [reckon(one, yardstick) for one in chosen]
            hours = sum(one.hours.value for one in counted)  # type: ignore[misc, union-attr]
            cost = sum(round(one.cost.value * 100) for one in counted)  # type: ignore[operator, union-attr]
            rank = (
                -coverage(occupation, hold_also(held, chosen, catalogue)),
                hours,
                cost,
                size,
                ids,
            )
            possible = _possible(chosen, counted, means, catalogue)
            if possible and (best is None or rank < best):  # type: ignore[operator]
                best = rank
    return best


def _possible(
    chosen: tuple[Credential, ...],
    counted: list[object],
    means: Means,
    catalogue: PlainCatalogue,
) -> bool:
    ids = {one.id for one in chosen}
    every = {one.id: one for one in catalogue.all_credentials()}
    days = [
        study_days(one, each.hours, means)  # type: ignore[attr-defined]
        for one, each in zip(chosen, counted, strict=True)
    ]
    hours = sum(each.hours.value for each in counted)  # type: ignore[attr-defined]
    cost = sum(round(each.cost.value * 100) for each in counted)  # type: ignore[attr-defined]
    deadline = means.by is not None and means.hours_per_week is not None
    return (
        all(group & ids for one in chosen for group in ways(one, every))
        and all(ids.isdisjoint(one.equivalent_to) for one in chosen)
        and (means.hours is None or hours <= means.hours)
        and (means.budget is None or cost <= round(means.budget * 100))
        and (not deadline or sum(d or 0 for d in days) <= 31)
    )


@settings(max_examples=150)
@given(worlds(most_credentials=6), MEANS)
def test_no_set_of_credentials_ranks_before_the_plan(
    world: World, means: Means
) -> None:
    catalogue, matches = world
    occupation = catalogue.all_occupations()[0]
    plan = make_plan(occupation, hold(matches, catalogue), catalogue, means=means)
    best = ranked(world, means)
    assert best is not None
    found = (
        plan.coverage_after,
        plan.hours,
        round(plan.cost * 100),
        len(plan.steps),
        sorted(step.credential.id for step in plan.steps),
    )
    assert found == (float(-best[0]), *best[1:])  # type: ignore[operator]
    assert plan.settled[-1] == "ids"


@given(worlds(), MEANS)
def test_steps_follow_in_time_and_add_up(world: World, means: Means) -> None:
    catalogue, matches = world
    occupation = catalogue.all_occupations()[0]
    plan = make_plan(occupation, hold(matches, catalogue), catalogue, means=means)
    reached, taken, last = plan.coverage_before, set[str](), None
    every = {one.id: one for one in catalogue.all_credentials()}
    for step in plan.steps:
        reached += step.adds
        assert abs(step.coverage_after - reached) < 1e-12
        assert all(group & taken for group in ways(step.credential, every))
        assert taken.isdisjoint(step.credential.equivalent_to)
        assert (step.start is None) == (means.hours_per_week is None)
        assert last is None or step.start is None or step.start > last
        assert means.by is None or step.end is None or step.end <= means.by
        taken.add(step.credential.id)
        last = step.end
    assert abs(plan.coverage_after - reached) < 1e-12
    assert plan.hours_assumed <= plan.hours
    assert plan.cost_assumed <= plan.cost


@given(worlds())
def test_a_plan_reaches_what_recommending_reaches_in_no_more_hours(
    world: World,
) -> None:
    """A list takes one of several equivalents and keeps to it; a plan weighs them."""
    catalogue, matches = world
    held = hold(matches, catalogue)
    occupation = catalogue.all_occupations()[0]
    plan = make_plan(occupation, held, catalogue)
    listed = recommend([occupation], held, catalogue, top=None).recommendations
    yardstick = make_yardstick(catalogue)
    counted = [reckon(row.credential, yardstick) for row in listed]
    if all(counted):
        reached = listed[-1].coverage_after if listed else plan.coverage_before
        assert plan.coverage_after >= reached
        if not any(one.equivalent_to for one in catalogue.all_credentials()):
            assert plan.coverage_after == reached
        if plan.coverage_after == reached:
            assert plan.hours <= sum(one.hours.value for one in counted)  # type: ignore[misc, union-attr]


@given(worlds(), MEANS, st.data())
def test_more_means_never_reach_less(
    world: World, means: Means, data: st.DataObject
) -> None:
    catalogue, matches = world
    held = hold(matches, catalogue)
    occupation = catalogue.all_occupations()[0]
    dropped = data.draw(st.sampled_from(["budget", "by", "hours"]))
    within = make_plan(occupation, held, catalogue, means=means)
    wider = make_plan(
        occupation, held, catalogue, means=means._replace(**{dropped: None})
    )
    assert wider.coverage_after >= within.coverage_after
    shut = {step.credential.id for step in within.steps[:1]}
    less = make_plan(
        occupation, held, catalogue, means=means, wishes=Wishes(without=shut)
    )
    assert less.coverage_after <= within.coverage_after


@settings(max_examples=60)
@given(worlds(), MEANS)
def test_other_aims_add_nearly_as_much_for_less(world: World, means: Means) -> None:
    catalogue, matches = world
    occupation = catalogue.all_occupations()[0]
    held = hold(matches, catalogue)
    plans = compare_plans(occupation, held, catalogue, means=means)
    full = plans["fullest"]
    assert plans["fastest"].hours <= full.hours
    assert plans["cheapest"].cost <= full.cost
    for plan in plans.values():
        gained = plan.coverage_after - full.coverage_before
        assert gained >= 0.9 * (full.coverage_after - full.coverage_before) - 1e-12
        assert means.budget is None or plan.cost <= means.budget
