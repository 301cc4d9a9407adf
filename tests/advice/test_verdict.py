from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plain import PlainCatalogue, a_credential, a_skill, an_occupation, asks, held_as
from skillgap.advice.planning import make_plan
from skillgap.advice.verdict import judge
from skillgap.model import Education, Regulation, Text
from skillgap.model.funding import LongerProgram
from skillgap.model.plan import Means

if TYPE_CHECKING:
    from skillgap.model import Occupation
    from skillgap.model.verdict import Verdict

SKILLS = [a_skill(name) for name in "abcd"]
WORK = an_occupation("work", asks("a", 5), asks("b", 3), asks("c", 2))
A = a_credential("teach-a", {"a": 3}, h=10, c=100)
B = a_credential("teach-b", {"b": 3}, h=10, c=100)
C = a_credential("teach-c", {"c": 3}, h=10, c=100)
LICENCE = Regulation("regulated", "Invented College", None, "invented")


def verdict(
    *credentials: object, occupation: Occupation = WORK, budget: float | None = None
) -> Verdict:
    catalogue = PlainCatalogue(SKILLS, [occupation, *OTHERS], credentials, LONGER)  # type: ignore[arg-type]
    held = held_as({"d": 3})
    plan = make_plan(occupation, held, catalogue, means=Means(budget=budget))
    return judge(plan, held, catalogue)


OTHERS = [
    an_occupation("near", asks("a", 5), asks("d", 5)),
    an_occupation("full", asks("b", 4)),
    an_occupation("slack", asks("b", 4), in_demand=False),
    an_occupation("licensed", asks("b", 4), regulated=LICENCE),
    an_occupation("held", asks("d", 4)),
]
LONGER = [
    LongerProgram(a_credential("long-c", {"c": 3}), Text("two years")),
    LongerProgram(a_credential("long-b-c", {"b": 4, "c": 3}), Text("a year")),
    LongerProgram(a_credential("long-d", {"d": 3}), Text("a year")),
    LongerProgram(
        a_credential("long-else", {"c": 3, "d": 3, "e": 3, "f": 3}), Text("a year")
    ),
]


def test_a_plan_that_covers_four_fifths_reaches() -> None:
    found = verdict(A, B)
    assert (found.kind, found.obstacles) == ("reaches", ())
    assert (found.reachable, found.reached) == (0.8, 0.8)
    assert [skill.id for skill in found.not_taught] == ["c"]


def test_a_plan_that_money_cuts_short_reaches_partly() -> None:
    found = verdict(A, B, budget=100)
    assert (found.kind, found.reachable, found.reached) == ("partly", 0.8, 0.5)


def test_what_credentials_cannot_teach_is_said() -> None:
    found = verdict(A, C)
    assert (found.kind, found.obstacles) == (
        "not_by_short_credentials",
        ("not_taught",),
    )
    assert (found.reachable, found.reached) == (0.7, 0.7)


def test_a_retired_credential_reaches_nothing() -> None:
    assert verdict(A, B._replace(status="retired")).reachable == 0.5


@pytest.mark.parametrize(
    ("status", "obstacles"),
    [
        ("regulated", ("licence",)),
        ("compulsory", ("licence",)),
        ("voluntary", ()),
        ("protected_title", ()),
    ],
)
def test_a_licence_stands_in_the_way_where_it_is_needed(
    status: str, obstacles: tuple[str, ...]
) -> None:
    regulated = WORK._replace(regulated=LICENCE._replace(status=status))
    found = verdict(A, B, C, occupation=regulated)
    assert found.obstacles == obstacles
    assert found.licence == regulated.regulated


@pytest.mark.parametrize(
    ("mentions", "obstacles"),
    [
        (("bachelors_degree",), ("degree",)),
        (("bachelors_degree", "graduate_degree"), ("degree",)),
        (("college", "bachelors_degree"), ()),
        ((), ()),
    ],
)
def test_a_degree_stands_in_the_way_where_nothing_else_is_mentioned(
    mentions: tuple[str, ...], obstacles: tuple[str, ...]
) -> None:
    schooled = WORK._replace(education=Education(mentions, "invented"))
    found = verdict(A, B, C, occupation=schooled)
    assert found.obstacles == obstacles
    assert found.schooling == schooled.education


def test_longer_programs_raise_what_the_plan_leaves_open() -> None:
    assert [one.credential.id for one in verdict(A).longer] == ["long-b-c", "long-c"]
    assert [one.credential.id for one in verdict(A, B).longer] == ["long-b-c", "long-c"]
    assert verdict(A, B, C).longer == ()


def test_nearer_occupations_are_open_and_covered_further_by_the_plan() -> None:
    found = verdict(A, B)
    assert [
        (one.occupation.id, one.coverage_before, one.coverage_after)
        for one in found.nearer
    ] == [("full", 0.0, 1.0), ("near", 0.5, 1.0)]
    assert verdict(A, B, C).nearer == ()
