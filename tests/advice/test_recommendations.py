from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from plain import (
    PlainCatalogue,
    a_credential,
    a_skill,
    an_occupation,
    asks,
    dollars,
    held_as,
)
from skillgap.advice.filters import Filters
from skillgap.advice.recommendations import recommend
from skillgap.model import Closing

if TYPE_CHECKING:
    from skillgap.model import Credential, Recommendations

A, B, C, D = (a_skill(name) for name in "abcd")
A_NARROW = a_skill("a-narrow", "a")
WORK = an_occupation(
    "work",
    asks("a", importance=5, level=4),
    asks("b", importance=3),
    asks("c", importance=2),
)
SKILLS = [A, B, C, D, A_NARROW]


def found(
    *credentials: Credential,
    held: dict[str, int] | None = None,
    **more: Any,  # noqa: ANN401
) -> Recommendations:
    catalogue = PlainCatalogue(SKILLS, [WORK], credentials)
    return recommend([WORK], held_as(held or {}), catalogue, **more)


def rows(result: Recommendations) -> list[tuple[str, float, float]]:
    return [
        (row.credential.id, row.adds, row.coverage_after)
        for row in result.recommendations
    ]


def test_each_row_is_ranked_by_what_it_adds_to_the_rows_above() -> None:
    result = found(
        a_credential("a-and-b", {"a": 4, "b": 3}),
        a_credential("a-only", {"a": 4}),
        a_credential("c-only", {"c": 3}),
    )
    assert rows(result) == [("a-and-b", 0.8, 0.8), ("c-only", 0.2, 1.0)]
    assert result.coverage_before == 0.0
    assert result.not_taught == ()


def test_a_level_short_of_the_need_closes_a_part() -> None:
    result = found(a_credential("a-some", {"a": 3}), held={"a": 1})
    (row,) = result.recommendations
    assert row.adds == pytest.approx(0.5 * (3 - 1) / 4)
    assert row.closes == (Closing(A, 1, 3),)


def test_a_narrower_skill_that_is_taught_counts_for_its_broader_one() -> None:
    result = found(a_credential("narrow", {"a-narrow": 4}))
    assert rows(result) == [("narrow", 0.5, 0.5)]
    assert result.recommendations[0].closes == (Closing(A, 0, 4),)


def test_reasons_name_the_requirement_and_the_level_before() -> None:
    result = found(
        a_credential("a-some", {"a": 2, "b": None}), a_credential("a-more", {"a": 5})
    )
    first, second = result.recommendations
    # "a-more" adds 5 of 10, "a-some" 2.5 + 3 of 10 and so comes first
    assert [r.credential.id for r in result.recommendations] == ["a-some", "a-more"]
    assert [(r.comparison.skill.id, r.share) for r in first.reasons] == [
        ("b", 0.3),
        ("a", 0.25),
    ]
    (reason,) = second.reasons
    assert (reason.already, reason.reached, reason.share) == (2, 5, 0.25)
    assert reason.comparison.have == 0
    assert reason.occupation == WORK


def test_what_no_credential_raises_is_not_taught_whatever_filters_say() -> None:
    result = found(
        a_credential("a-some", {"a": 3}, delivery="in_person"),
        a_credential("c-old", {"c": 3}, status="retired"),
        held={"a": 3},
        filters=Filters(delivery=("online",)),
    )
    assert result.recommendations == ()
    assert result.not_taught == (A, B, C)
    assert result.set_aside == (("retired", 1),)


def test_credentials_left_out_by_filters_are_counted_by_filter() -> None:
    result = found(
        a_credential("far", {"a": 4}, delivery="in_person", h=90),
        a_credential("long", {"b": 3}, delivery="online", h=90),
        a_credential("fine", {"c": 3}, delivery="online", h=10),
        a_credential("no-use", {"d": 3}, delivery="in_person"),
        filters=Filters(delivery=("online",), max_hours=40),
    )
    assert [row[0] for row in rows(result)] == ["fine"]
    assert result.set_aside == (("delivery", 1), ("max-hours", 2))
    assert result.not_taught == ()


def test_equals_are_ordered_by_hours_then_cost_then_id_unknown_last() -> None:
    alike = {"a": 4}
    order = [
        a_credential("e", alike, h=10, c=50),
        a_credential("d", alike, h=10, c=60),
        a_credential("c", alike, h=10)._replace(cost=dollars(10, "USD")),
        a_credential("b", alike, h=10),
        a_credential("a", alike, c=1),
        a_credential("f", alike),
    ]
    for place, first in enumerate(order):
        assert rows(found(*reversed(order[place:])))[0][0] == first.id


CHOICES = [
    a_credential("big", {"a": 4}, h=100, c=500),
    a_credential("mid", {"a": 3, "b": 3}, h=50, c=900),
    a_credential("small", {"c": 3}, h=5, c=20),
    a_credential("untold", {"b": 3}),
]


@pytest.mark.parametrize(
    ("rank_by", "expected"),
    [
        ("added", ["mid", "small", "big"]),
        ("alone", ["mid", "big", "small"]),
        ("value", ["small", "mid", "big"]),
        ("hours", ["small", "mid", "big"]),
        ("cost", ["small", "big", "mid"]),
    ],
)
def test_other_orders(rank_by: str, expected: list[str]) -> None:
    result = found(*CHOICES, rank_by=rank_by)
    assert [row[0] for row in rows(result)] == expected
    assert rows(result)[-1][2] == 1.0


def test_what_states_no_hours_comes_last_by_hours_and_by_value() -> None:
    for rank_by in ("hours", "value"):
        result = found(CHOICES[2], CHOICES[3], rank_by=rank_by)
        assert [row[0] for row in rows(result)] == ["small", "untold"]


def test_a_prerequisite_stands_above_what_asks_for_it() -> None:
    result = found(
        a_credential("advanced", {"a": 4, "b": 3}, first=("intro",)),
        a_credential("intro", {"d": 3}),
        a_credential("quick", {"c": 3}),
    )
    # 8 of 10 by two credentials beat 2 of 10 by one
    assert rows(result) == [
        ("intro", 0.0, 0.0),
        ("advanced", 0.8, 0.8),
        ("quick", 0.2, 1.0),
    ]
    intro, advanced, _ = result.recommendations
    assert intro.opens == (advanced.credential,)
    assert (intro.closes, advanced.opens) == ((), ())


def test_a_pair_is_ranked_by_what_each_of_its_credentials_adds_on_average() -> None:
    result = found(
        a_credential("advanced", {"b": 3}, first=("intro",)),
        a_credential("intro", {"d": 3}),
        a_credential("quick", {"c": 3}),
    )
    assert [row[0] for row in rows(result)] == ["quick", "intro", "advanced"]


def test_a_pair_is_not_cut() -> None:
    advanced = a_credential("advanced", {"a": 4}, first=("intro",))
    intro = a_credential("intro", {"d": 3})
    assert len(rows(found(advanced, intro, top=1))) == 2


def test_what_is_held_is_not_recommended_and_opens_what_asks_for_it() -> None:
    advanced = a_credential("advanced", {"a": 4}, first=("intro",))
    intro = a_credential("intro", {"b": 3})
    result = found(advanced, intro, held={"b": 3}, taken=("intro",))
    assert rows(result) == [("advanced", 0.5, 0.8)]


def test_what_asks_for_something_that_may_not_be_taken_is_set_aside() -> None:
    advanced = a_credential("advanced", {"a": 4}, first=("intro",))
    intro = a_credential("intro", {"d": 3}, delivery="in_person")
    result = found(advanced, intro, filters=Filters(delivery=("online",)))
    assert result.recommendations == ()
    assert result.set_aside == (("delivery", 1),)
    retired = found(advanced, intro._replace(status="retired"))
    assert (retired.recommendations, retired.set_aside) == ((), (("retired", 1),))


def test_coverage_over_occupations_is_the_mean_of_theirs() -> None:
    other = an_occupation("other", asks("c", level=4), asks("d"))
    catalogue = PlainCatalogue(SKILLS, [WORK, other], [a_credential("c", {"c": 2})])
    result = recommend([WORK, other, WORK], held_as({"d": 3}), catalogue)
    assert result.occupations == (WORK, other)
    assert result.coverage_before == (0 + 0.5) / 2
    (row,) = result.recommendations
    # "c" meets 2/3 of 2 of 10 in one and 2/4 of 5 of 10 in the other
    assert row.adds == pytest.approx((2 / 15 + 1 / 4) / 2)
    assert [(r.occupation.id, r.share) for r in row.reasons] == [
        ("other", 0.25),
        ("work", pytest.approx(2 / 15)),
    ]
    assert row.closes == (Closing(C, 0, 2),)


def test_occupations_are_chosen_for_whoever_names_none() -> None:
    catalogue = PlainCatalogue(SKILLS, [WORK], CHOICES)
    result = recommend([], held_as({"b": 3}), catalogue, top=1)
    assert (result.occupations, result.chosen_for_person) == ((WORK,), True)
    assert [row.credential.id for row in result.recommendations] == ["big"]


def test_whoever_holds_nothing_and_names_nothing_gets_nothing() -> None:
    result = recommend([], {}, PlainCatalogue(SKILLS, [WORK], CHOICES))
    assert (result.occupations, result.recommendations) == ((), ())
    assert result.coverage_before == 0.0
