from __future__ import annotations

from plain import PlainCatalogue, a_skill, an_occupation, asks, held_as
from skillgap.advice.gap import find_gap
from skillgap.model import Held

SKILLS = [a_skill("a"), a_skill("b"), a_skill("c", "b"), a_skill("d")]
WORK = an_occupation(
    "work",
    asks("d", importance=4, relation="optional"),
    asks("a", importance=2, level=4),
    asks("b", importance=5, level=4),
)
CATALOGUE = PlainCatalogue(SKILLS, [WORK], [])


def test_requirements_are_parted_by_how_far_they_are_met() -> None:
    held = {"a": Held(4, "stated", "a"), "b": Held(3, "assumed", "c")}
    gap = find_gap(WORK, held, CATALOGUE)
    assert [row.skill.id for row in gap.covered] == ["a"]
    assert [row.skill.id for row in gap.below_level] == ["b"]
    assert [row.skill.id for row in gap.missing] == ["d"]
    # a: 2 of 2; b: 3/4 of 5; d: nothing of 4/2, as it is optional
    assert gap.coverage == 5.75 / 9


def test_a_row_tells_levels_their_basis_and_the_narrower_skill() -> None:
    gap = find_gap(WORK, {"b": Held(3, "assumed", "c")}, CATALOGUE)
    (row,) = gap.below_level
    assert (row.need, row.need_basis) == (4, "stated")
    assert (row.have, row.have_basis) == (3, "assumed")
    assert row.satisfied_by == SKILLS[2]
    missing = gap.missing[0]
    assert (missing.have, missing.have_basis, missing.satisfied_by) == (0, None, None)


def test_a_level_that_no_source_states_is_working_and_assumed() -> None:
    gap = find_gap(WORK, held_as({"d": 3}), CATALOGUE)
    (row,) = gap.covered
    assert (row.need, row.need_basis) == (3, "assumed")
    assert row.satisfied_by is None


def test_the_heaviest_requirement_stands_first() -> None:
    gap = find_gap(WORK, {}, CATALOGUE)
    assert [row.skill.id for row in gap.missing] == ["b", "a", "d"]
    assert gap.coverage == 0.0


def test_an_occupation_that_lists_nothing_is_not_called_covered() -> None:
    assert find_gap(an_occupation("new"), {}, CATALOGUE).coverage == 0.0
