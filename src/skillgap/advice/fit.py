"""Which occupations fit what a person holds."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING

from skillgap.advice.coverage import parts_met, weight
from skillgap.advice.gap import by_weight
from skillgap.catalogue import rarity
from skillgap.model import Fit
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from skillgap.catalogue import Catalogue
    from skillgap.model import Held, Occupation, Skill

FAIR_SHARE = 0.25
"""From this coverage on somebody is taken to be on the way to regulated work: a
convention of this project."""
HOURS_A_YEAR = 2080
"""Forty hours in each of 52 weeks: only to order yearly beside hourly pay."""


class _Share(Record):
    """How much of an occupation is held: by weight, and by how telling it is too."""

    fit: float
    coverage: float


def rank_occupations(
    held: Mapping[str, Held],
    catalogue: Catalogue,
    *,
    top: int | None = None,
    in_demand: bool | None = None,
    fields: Collection[str] = (),
) -> tuple[Fit, ...]:
    """The occupations that ask for anything held, the best fitting first.

    The fit is the coverage in which each weight is multiplied by how telling the skill
    is (``catalogue.rarity``): teamwork, which nearly all work asks for, says less of
    where a person fits than welding. Equal fits are ordered by coverage, then by the
    higher median wage (unknown last), then by id. With ``fields`` only occupations of
    these fields are ranked; with ``in_demand`` only those that say so (True or False):
    those without a word on demand are then left out.
    """
    shares = _shares(held, catalogue)
    wanted = (
        (occupation, share)
        for occupation, share in _in_order(shares, catalogue)
        if (in_demand is None or occupation.in_demand is in_demand)
        and (not fields or occupation.field in fields)
    )
    return tuple(
        Fit(rank, one, share.coverage, share.fit, _still_asked(one, held, catalogue))
        for rank, (one, share) in enumerate(islice(wanted, top), start=1)
    )


def choose_occupations(
    held: Mapping[str, Held], catalogue: Catalogue, count: int = 3
) -> tuple[Occupation, ...]:
    """The occupations to advise on when a person names none.

    They are the ``count`` best fitting ones among those in demand, ties as in
    ``rank_occupations``; none where nothing that is held is asked for. Work that needs
    a licence or a degree is left out unless a fair share of it is covered already
    (``within_reach``): who is good with customers is not sent to physiotherapy. Where
    nothing else fits, it stays.
    """
    near: list[Occupation] = []
    beyond: list[Occupation] = []
    for occupation, share in _in_order(_shares(held, catalogue), catalogue):
        if len(near) == count:
            break
        if occupation.in_demand:
            within = within_reach(occupation, share.coverage)
            (near if within else beyond).append(occupation)
    return tuple((near or beyond)[:count])


def within_reach(occupation: Occupation, coverage: float) -> bool:
    """Whether an occupation may be chosen for somebody who covers this much of it."""
    from skillgap.advice.obstacles import needs_degree, needs_licence

    return coverage >= FAIR_SHARE or not (
        needs_licence(occupation) or needs_degree(occupation)
    )


def _shares(held: Mapping[str, Held], catalogue: Catalogue) -> dict[str, _Share]:
    asked = catalogue.requirements_of(sorted(held))
    occupations = catalogue.counts()["occupations"]
    askers: dict[str, int] = {}
    for _one, requirement in asked:
        askers[requirement.skill] = askers.get(requirement.skill, 0) + 1
    met: dict[str, int] = {}
    telling: dict[str, int] = {}
    for one, requirement in asked:
        parts = parts_met(held[requirement.skill].level, requirement.need)
        points = weight(requirement) * parts
        rare = rarity(askers[requirement.skill], occupations)
        met[one] = met.get(one, 0) + points
        telling[one] = telling.get(one, 0) + points * rare
    # Below 2**26 points the floats of two shares order as the shares do; beyond, the
    # order may be off by less than any figure shown, and is the same everywhere.
    return {
        one: _Share(
            telling[one] / catalogue.telling_points(one),
            points / catalogue.total_points(one),
        )
        for one, points in met.items()
    }


def _in_order(
    shares: dict[str, _Share], catalogue: Catalogue
) -> Iterator[tuple[Occupation, _Share]]:
    """Records in order, read only as far as they are asked for."""
    ordered = sorted(shares, key=lambda one: shares[one], reverse=True)
    for share, ids in groupby(ordered, key=lambda one: shares[one]):
        equals = [catalogue.occupation(one) for one in ids]
        for occupation in sorted(equals, key=best_paid_first):
            yield occupation, share


def best_paid_first(occupation: Occupation) -> tuple[float, str]:
    """The key that orders equal fits: the higher median wage, unknown last, then id."""
    wage = occupation.wage
    if wage is None or wage.median is None:
        return 0.0, occupation.id
    hourly = wage.median / (HOURS_A_YEAR if wage.unit.endswith("year") else 1)
    return -hourly, occupation.id


def _still_asked(
    occupation: Occupation, held: Mapping[str, Held], catalogue: Catalogue
) -> tuple[Skill, ...]:
    return catalogue.skills(
        [
            requirement.skill
            for requirement in by_weight(occupation.requirements)
            if requirement.skill not in held
            or held[requirement.skill].level < requirement.need
        ]
    )
