"""What an edit changes: against the plain functions of advice, and by hand."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from tests.plain import World, held_as, worlds

from skillgap import advice
from skillgap.advice.filters import Filters
from skillgap.advice.first import FirstAdvice
from skillgap.catalogue import bundled_folder, load_catalogue
from skillgap.model.plan import Given
from skillgap.review.impact import find_impact
from skillgap.review.people import generate_people

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

SMALL = Path(__file__).parents[1] / "cases" / "valid" / "small"


@settings(deadline=None)
@given(worlds())
def test_the_first_advice_is_that_of_recommend(world: World) -> None:
    catalogue = world.catalogue
    held = advice.hold(world.matches, catalogue)  # type: ignore[arg-type]
    levels = {skill: one.level for skill, one in held.items()}
    for focus in (0.0, 0.4):
        filters = Filters(focus=focus)
        for occupation in catalogue.all_occupations():
            first = FirstAdvice(occupation, catalogue, filters).of(levels)  # type: ignore[arg-type]
            found = advice.recommend([occupation], held, catalogue, filters=filters)  # type: ignore[arg-type]
            rows = [row.credential.id for row in found.recommendations]
            assert first.first == (rows[0] if rows else None)
            assert first.coverage == pytest.approx(found.coverage_before)


@settings(deadline=None, max_examples=50)
@given(worlds())
def test_the_verdict_is_that_on_a_plan_without_limits(world: World) -> None:
    catalogue = world.catalogue
    held = advice.hold(world.matches, catalogue)  # type: ignore[arg-type]
    levels = {skill: one.level for skill, one in held.items()}
    # Without these, what nobody publishes keeps a credential out of a plan.
    wishes = advice.Wishes(given=Given(hours={"course": 10}, costs={"course": 10}))
    for occupation in catalogue.all_occupations():
        plan = advice.make_plan(occupation, held, catalogue, wishes=wishes)  # type: ignore[arg-type]
        verdict = advice.judge(plan, held, catalogue)  # type: ignore[arg-type]
        first = FirstAdvice(occupation, catalogue, Filters()).of(levels)  # type: ignore[arg-type]
        assert first.verdict == verdict.kind


@pytest.fixture
def small() -> Catalogue:
    return load_catalogue(SMALL)


def edited(tmp_path: Path, name: str, old: str, new: str) -> Catalogue:
    folder = tmp_path / "new"
    shutil.copytree(SMALL, folder)
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return load_catalogue(folder)


def test_the_same_catalogue_changes_nothing(small: Catalogue) -> None:
    impact = find_impact(small, small, people=50)
    assert (impact.changed, impact.affected, impact.phrases) == (0, (), ())
    assert impact.answers == 50 * small.counts()["occupations"]


def test_people_are_the_same_each_time_and_others_by_another_seed() -> None:
    catalogue = load_catalogue(bundled_folder())
    people = generate_people(catalogue, 20, 1)
    assert people == generate_people(catalogue, 20, 1)
    assert people[:5] == generate_people(catalogue, 5, 1)
    assert people != generate_people(catalogue, 20, 2)
    assert all(one.phrases for one in people)


def test_only_the_occupation_that_was_edited_is_affected(
    small: Catalogue, tmp_path: Path
) -> None:
    new = edited(tmp_path, "occupations.yaml", "importance: 5", "importance: 1")
    impact = find_impact(small, new, people=60)
    (one,) = impact.affected
    before = next(
        each
        for each in small.all_occupations()
        if each.requirements != new.occupation(each.id).requirements
    )
    assert one.occupation.id == before.id
    assert 0 < one.coverage <= one.changed
    assert impact.changed == one.changed
    assert abs(one.largest) > 0
    for example in one.examples:
        old, now = (
            advice.find_gap(
                catalogue.occupation(one.occupation.id),
                held_as(_held(example.person.phrases, catalogue)),
                catalogue,
            ).coverage
            for catalogue in (small, new)
        )
        assert example.before.coverage == pytest.approx(old)
        assert example.after.coverage == pytest.approx(now)


def _held(phrases: tuple[tuple[str, int], ...], catalogue: Catalogue) -> dict[str, int]:
    from skillgap.matching import match_claims
    from skillgap.model import Claim

    matches = match_claims([Claim(p, level=level) for p, level in phrases], catalogue)
    held = advice.hold(matches, catalogue)
    return {skill: one.level for skill, one in held.items()}


def test_a_label_that_went_is_told(small: Catalogue, tmp_path: Path) -> None:
    skill = next(one for one in small.all_skills() if one.alternative_labels.en)
    word = skill.alternative_labels.en[0]
    new = edited(tmp_path, "skills.yaml", word, "entirely other words")
    impact = find_impact(small, new, people=200)
    assert (word, skill.id) in [(one.phrase, one.before) for one in impact.phrases]


def test_occupations_that_come_and_go_are_named(small: Catalogue) -> None:
    other = load_catalogue(bundled_folder())
    impact = find_impact(small, other, people=5)
    ids = {one.id for one in small.all_occupations()}
    others = {one.id for one in other.all_occupations()}
    assert {one.id for one in impact.added} == others - ids
    assert {one.id for one in impact.removed} == ids - others
    assert impact.occupations == len(ids & others)
