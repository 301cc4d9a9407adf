from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from plain import PlainCatalogue, a_credential, a_skill, an_occupation, asks, held_as
from skillgap.advice.counterfactual import (
    credentials_that_add_most,
    skills_that_add_most,
    what_if,
    why,
)
from skillgap.advice.filters import Filters
from skillgap.advice.planning import make_plan
from skillgap.advice.task import Wishes
from skillgap.model.plan import Means

if TYPE_CHECKING:
    from skillgap.model.verdict import Why

SKILLS = [a_skill("a"), a_skill("b"), a_skill("c"), a_skill("b-narrow", "b")]
WORK = an_occupation("work", asks("a", 5, 4), asks("b", 3), asks("b-narrow", 2))
OTHER = an_occupation("other", asks("b", 5))
LAST = an_occupation("last", asks("b", 1), asks("c", 5))
BOTH = a_credential("both", {"a": 4, "b": 3}, h=50, c=500)
ONLY_A = a_credential("only-a", {"a": 4}, h=20, c=200)
ONLY_B = a_credential("only-b", {"b-narrow": 3}, h=20, c=200)
NEXT = a_credential("next", {"b-narrow": 4}, h=1, c=1, first=("both",))
CATALOGUE = PlainCatalogue(SKILLS, [WORK, OTHER, LAST], [BOTH, ONLY_A, ONLY_B])


def test_the_skill_that_adds_most_counts_for_its_broader_ones_too() -> None:
    effects = skills_that_add_most(WORK, held_as({"a": 3}), CATALOGUE)
    assert [(one.skill.id, one.level, one.adds) for one in effects] == [
        ("b-narrow", 3, 0.5),
        ("b", 3, 0.3),
        ("a", 4, 0.125),
    ]
    assert effects[0].coverage_after == 0.875
    assert skills_that_add_most(WORK, held_as({"a": 3}), CATALOGUE, most=1) == (
        effects[0],
    )


def test_the_next_credential_after_a_plan_forgets_time_and_money() -> None:
    plan = make_plan(WORK, {}, CATALOGUE, means=Means(hours=20))
    assert [step.credential.id for step in plan.steps] == ["only-a"]
    effects = credentials_that_add_most(plan, {}, CATALOGUE)
    assert [(e.credential.id, e.adds, e.coverage_after) for e in effects] == [
        ("only-b", 0.5, 1.0),
        ("both", 0.3, 0.8),
    ]
    shut = Wishes(without=("only-b",))
    assert [
        one.credential.id
        for one in credentials_that_add_most(plan, {}, CATALOGUE, shut)
    ] == ["both"]


def test_what_if_shows_the_gap_before_and_after_and_what_moves_elsewhere() -> None:
    change = what_if(WORK, held_as({"c": 3}), held_as({"b": 3, "c": 3}), CATALOGUE)
    assert (change.before.coverage, change.after.coverage) == (0.0, 0.3)
    assert [
        (one.occupation.id, one.coverage_before, one.coverage_after)
        for one in change.elsewhere
    ] == [("other", 0.0, 1.0), ("last", pytest.approx(5 / 6), 1.0)]


def asked(
    credential_id: str,
    catalogue: PlainCatalogue = CATALOGUE,
    **more: Any,  # noqa: ANN401
) -> Why:
    return why(catalogue.credential(credential_id), WORK, {}, catalogue, **more)


def test_why_tells_what_plans_reach_with_a_credential_and_without() -> None:
    only_a = asked("only-a")
    assert (only_a.alone, only_a.rank, only_a.planned) == (0.5, None, True)
    assert (only_a.coverage_with, only_a.coverage_without) == (1.0, 1.0)
    both = asked("both", means=Means(hours=60))
    assert (both.alone, both.rank, both.planned) == (0.8, 1, False)
    assert (both.coverage_with, both.coverage_without) == (0.8, 1.0)


def test_why_tells_when_no_plan_can_take_a_credential() -> None:
    dear = asked("both", means=Means(budget=400))
    assert (dear.coverage_with, dear.planned, dear.refused) == (None, False, ())
    online = Wishes(filters=Filters(delivery=("online",)))
    away = BOTH._replace(delivery="in_person")
    catalogue = PlainCatalogue(SKILLS, [WORK], [away, ONLY_A])
    refused = asked("both", catalogue, wishes=online)
    assert (refused.coverage_with, refused.refused) == (None, ("delivery",))
    assert (refused.rank, refused.alone) == (None, 0.8)


def test_why_counts_prerequisites_that_a_credential_brings_along() -> None:
    catalogue = PlainCatalogue(SKILLS, [WORK], [BOTH, ONLY_B, NEXT])
    found = asked("next", catalogue)
    assert (found.coverage_with, found.coverage_without) == (1.0, 1.0)
    assert found.planned  # both and next take 51 hours, both and only-b 70


def test_why_says_what_a_credential_closes_and_whether_it_is_held() -> None:
    one = a_credential("one", {"a": 3}, h=5, c=5, equivalent_to=("other",))
    other = a_credential("other", {"a": 3}, h=9, c=5, equivalent_to=("one",))
    work = an_occupation("work", asks("a"))
    catalogue = PlainCatalogue([a_skill("a")], [work], [one, other])
    found = why(one, work, {}, catalogue)
    assert [(c.skill.id, c.level_from, c.level_to) for c in found.closes] == [
        ("a", 0, 3)
    ]
    assert (found.planned, found.refused) == (True, ())
    held = why(one, work, {}, catalogue, wishes=Wishes(taken=("other",)))
    assert (held.planned, held.refused) == (False, ("held",))
