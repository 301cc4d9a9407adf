"""The laws of advice, on random small catalogues."""

from __future__ import annotations

from fractions import Fraction
from math import log
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plain import PlainCatalogue, World, a_match, held_as, ways, worlds
from skillgap.advice.filters import Filters
from skillgap.advice.fit import choose_occupations, rank_occupations
from skillgap.advice.gap import find_gap
from skillgap.advice.held import hold
from skillgap.advice.recommendations import recommend

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.model import Credential, Gap, Occupation

ORDERS = ["added", "alone", "value", "hours", "cost"]
FILTERS = st.builds(
    Filters,
    delivery=st.sampled_from([(), ("online",)]),
    languages=st.sampled_from([(), ("fr",)]),
    max_hours=st.sampled_from([None, 10, 40]),
    max_cost=st.sampled_from([None, 0, 100]),
    funding=st.sampled_from([None, "osap"]),
    strict=st.booleans(),
)


def open_skills(gap: Gap) -> dict[str, int]:
    return {row.skill.id: row.have for row in (*gap.below_level, *gap.missing)}


@given(worlds(), st.data())
def test_one_more_skill_never_widens_a_gap_nor_lowers_coverage(
    world: World, data: st.DataObject
) -> None:
    catalogue, matches = world
    skill = data.draw(st.sampled_from(catalogue.all_skills()))
    extra = a_match(skill, data.draw(st.integers(1, 5)))
    before, after = hold(matches, catalogue), hold((*matches, extra), catalogue)
    for occupation in catalogue.all_occupations():
        old = find_gap(occupation, before, catalogue)
        new = find_gap(occupation, after, catalogue)
        assert new.coverage >= old.coverage
        assert open_skills(new).keys() <= open_skills(old).keys()
        assert all(open_skills(old)[s] <= have for s, have in open_skills(new).items())


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(world: World, random: object) -> None:
    catalogue, matches = world
    shuffled = list(matches)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    held = hold(matches, catalogue)
    assert hold(shuffled, catalogue) == held
    occupations = catalogue.all_occupations()
    forth = recommend(occupations, held, catalogue)
    back = recommend(occupations[::-1], held, catalogue)
    assert [(r.credential.id, r.adds) for r in back.recommendations] == [
        (r.credential.id, r.adds) for r in forth.recommendations
    ]
    assert (back.coverage_before, back.not_taught) == (
        forth.coverage_before,
        forth.not_taught,
    )


@given(worlds())
def test_whoever_meets_every_requirement_has_no_gap(world: World) -> None:
    catalogue = world.catalogue
    for occupation in catalogue.all_occupations():
        met = held_as({one.skill: one.need for one in occupation.requirements})
        gap = find_gap(occupation, met, catalogue)
        assert gap.coverage == 1.0
        assert gap.below_level == gap.missing == ()
        assert recommend([occupation], met, catalogue).recommendations == ()


@given(worlds(), st.data())
def test_a_narrower_skill_counts_for_its_broader_ones_never_the_reverse(
    world: World, data: st.DataObject
) -> None:
    catalogue = world.catalogue
    skill = data.draw(st.sampled_from(catalogue.all_skills()))
    held = hold([a_match(skill, 4)], catalogue)
    assert held.keys() == {skill.id} | catalogue.ancestors(skill.id)
    assert {(one.level, one.by) for one in held.values()} == {(4, skill.id)}


@pytest.mark.parametrize("rank_by", ORDERS)
@settings(max_examples=40)
@given(world=worlds(), filters=FILTERS)
def test_what_each_row_adds_sums_to_what_is_reached(
    rank_by: str, world: World, filters: Filters
) -> None:
    catalogue, matches = world
    found = recommend(
        catalogue.all_occupations(),
        hold(matches, catalogue),
        catalogue,
        rank_by=rank_by,  # type: ignore[arg-type]
        filters=filters,
        top=None,
    )
    total = found.coverage_before
    above: set[str] = set()
    every = {one.id: one for one in catalogue.all_credentials()}
    for row in found.recommendations:
        total += row.adds
        assert row.coverage_after == pytest.approx(total, abs=1e-12)
        assert row.adds > 0 or row.opens
        assert all(group & above for group in ways(row.credential, every))
        assert above.isdisjoint(row.credential.equivalent_to)
        assert row.credential.status != "retired"
        shares = sum(reason.share for reason in row.reasons)
        assert shares / len(found.occupations) == pytest.approx(row.adds, abs=1e-12)
        above.add(row.credential.id)
    if found.recommendations:
        assert found.recommendations[-1].coverage_after <= 1.0


@given(worlds(), FILTERS)
def test_filters_only_remove(world: World, filters: Filters) -> None:
    catalogue, matches = world
    held = hold(matches, catalogue)
    occupations = catalogue.all_occupations()
    free = recommend(occupations, held, catalogue, top=None)
    bound = recommend(occupations, held, catalogue, filters=filters, top=None)
    strict = recommend(
        occupations,
        held,
        catalogue,
        filters=filters._replace(strict=True),
        top=None,
    )
    assert reached(strict) <= reached(bound) <= reached(free)
    assert bound.not_taught == free.not_taught
    set_aside = dict(bound.set_aside)
    assert set_aside.keys() >= dict(free.set_aside).keys()
    if bound.recommendations != free.recommendations:
        assert set_aside.keys() - {"retired"}


def reached(found: object) -> float:
    rows = found.recommendations  # type: ignore[attr-defined]
    return rows[-1].coverage_after if rows else found.coverage_before  # type: ignore[attr-defined]


@given(worlds())
def test_greedy_agrees_with_a_slow_plain_reference(world: World) -> None:
    catalogue, matches = world
    occupations = catalogue.all_occupations()
    held = hold(matches, catalogue)
    found = recommend(occupations, held, catalogue, top=None)
    levels = {skill: one.level for skill, one in held.items()}
    expected = PlainGreedy(occupations, levels, catalogue).run()
    assert [row.credential.id for row in found.recommendations] == expected


@given(worlds())
def test_occupations_are_ranked_as_a_plain_reference_ranks_them(world: World) -> None:
    catalogue, matches = world
    held = hold(matches, catalogue)
    levels = {skill: one.level for skill, one in held.items()}
    every = catalogue.all_occupations()
    shares = {o: plain_coverage(o, levels) for o in every}
    telling = {o: plain_fit(o, levels, every) for o in every}
    wages = {o: (o.wage.median if o.wage else 0) or 0 for o in shares}
    expected = sorted(
        (o for o in shares if shares[o]),
        key=lambda o: (-telling[o], -shares[o], -wages[o], o.id),
    )
    fits = rank_occupations(held, catalogue)
    assert [fit.occupation for fit in fits] == expected
    assert [fit.coverage for fit in fits] == [float(shares[o]) for o in expected]
    chosen = choose_occupations(held, catalogue, 2)
    assert list(chosen) == [o for o in expected if o.in_demand][:2]


def plain_fit(
    occupation: Occupation, levels: Mapping[str, int], every: Sequence[Occupation]
) -> Fraction:
    """Coverage with each weight times the rarity of its skill, in hundredths."""
    met = whole = Fraction(0)
    for one in occupation.requirements:
        askers = sum(
            any(other.skill == one.skill for other in each.requirements)
            for each in every
        )
        weight = Fraction(one.importance, 2 if one.relation == "optional" else 1)
        weight *= round(100 * log((len(every) + 1) / askers))
        need = one.level or 3
        whole += weight
        met += weight * min(Fraction(1), Fraction(levels.get(one.skill, 0), need))
    return met / whole


def plain_coverage(occupation: Occupation, levels: Mapping[str, int]) -> Fraction:
    """Coverage as its definition says it, in fractions."""
    met = whole = Fraction(0)
    for one in occupation.requirements:
        weight = Fraction(one.importance, 2 if one.relation == "optional" else 1)
        need = one.level or 3
        whole += weight
        met += weight * min(Fraction(1), Fraction(levels.get(one.skill, 0), need))
    return met / whole


class PlainGreedy:
    """Bundles of a credential and what it asks for, the best share a row each first."""

    def __init__(
        self,
        occupations: Sequence[Occupation],
        levels: Mapping[str, int],
        catalogue: PlainCatalogue,
    ) -> None:
        self.occupations, self.catalogue = occupations, catalogue
        self.levels, self.rows = dict(levels), list[str]()
        self.left = [
            one
            for one in catalogue.all_credentials()
            if self.adds([one]) and can_be_had(one, catalogue)
        ]

    def after(self, bundle: Sequence[Credential]) -> dict[str, int]:
        levels = dict(self.levels)
        for one in (taught for credential in bundle for taught in credential.develops):
            for skill in {one.skill} | self.catalogue.ancestors(one.skill):
                levels[skill] = max(levels.get(skill, 0), one.level or 3)
        return levels

    def adds(self, bundle: Sequence[Credential]) -> Fraction:
        after = self.after(bundle)
        return sum(
            (
                plain_coverage(one, after) - plain_coverage(one, self.levels)
                for one in self.occupations
            ),
            Fraction(0),
        )

    def bundle(self, credential: Credential, above: Sequence[str]) -> list[Credential]:
        before: list[Credential] = []
        for group in sorted(map(sorted, able_ways(credential, self.catalogue))):
            standing = {*above, *(one.id for one in before)}
            if not standing & set(group):
                chains = [
                    self.bundle(self.catalogue.credential(first), sorted(standing))
                    for first in group
                ]
                before += min(chains, key=lambda one: (len(one), *self.key(one)[1:]))
        return [*before, credential]

    def key(self, bundle: Sequence[Credential]) -> tuple[object, ...]:
        hours = [one.hours.value for one in bundle]
        costs = [one.cost.value for one in bundle]
        return (
            -self.adds(bundle) / len(bundle),
            (None in hours, 0 if None in hours else sum(hours)),
            (None in costs, 0 if None in costs else sum(costs)),
            bundle[-1].id,
        )

    def run(self) -> list[str]:
        while True:
            shut = {*self.rows}.union(
                *(self.catalogue.credential(r).equivalent_to for r in self.rows)
            )
            bundles = [
                self.bundle(one, self.rows) for one in self.left if one.id not in shut
            ]
            bundles = [bundle for bundle in bundles if self.adds(bundle)]
            if not bundles:
                return self.rows
            best = min(bundles, key=self.key)
            self.levels = self.after(best)
            self.rows += [one.id for one in best]


def can_be_had(credential: Credential, catalogue: PlainCatalogue) -> bool:
    return credential.status != "retired" and all(able_ways(credential, catalogue))


def able_ways(credential: Credential, catalogue: PlainCatalogue) -> list[list[str]]:
    every = {one.id: one for one in catalogue.all_credentials()}
    return [
        [one for one in group if can_be_had(every[one], catalogue)]
        for group in ways(credential, every)
    ]
