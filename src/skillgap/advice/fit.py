"""Which occupations fit what a person holds."""

from __future__ import annotations

from itertools import groupby, islice
from typing import TYPE_CHECKING

from skillgap.advice.coverage import parts_met, weight
from skillgap.advice.gap import by_weight
from skillgap.model import Fit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from skillgap.catalogue import Catalogue
    from skillgap.model import Held, Occupation, Skill

HOURS_A_YEAR = 2080
"""Forty hours in each of 52 weeks: only to order yearly beside hourly pay."""


def rank_occupations(
    held: Mapping[str, Held],
    catalogue: Catalogue,
    *,
    top: int | None = None,
    in_demand: bool | None = None,
    fields: Collection[str] = (),
) -> tuple[Fit, ...]:
    """The occupations that ask for anything held, the best covered first.

    Equal coverage is ordered by the higher median wage (unknown last), then by id.
    With ``fields`` only occupations of these fields are ranked. With ``in_demand`` only occupations that say so (True or False) are ranked; those
    without a word on demand are then left out.
    """
    shares = _coverage_by_occupation(held, catalogue)
    wanted = (
        (occupation, coverage)
        for occupation, coverage in _in_order(shares, catalogue)
        if (in_demand is None or occupation.in_demand is in_demand)
        and (not fields or occupation.field in fields)
    )
    return tuple(
        Fit(rank, occupation, coverage, _still_asked(occupation, held, catalogue))
        for rank, (occupation, coverage) in enumerate(islice(wanted, top), start=1)
    )


def choose_occupations(
    held: Mapping[str, Held], catalogue: Catalogue, count: int = 3
) -> tuple[Occupation, ...]:
    """The occupations to advise on when a person names none.

    They are the ``count`` best covered ones among those in demand, ties as in
    ``rank_occupations``; none where nothing that is held is asked for.
    """
    fits = rank_occupations(held, catalogue, top=count, in_demand=True)
    return tuple(fit.occupation for fit in fits)


def _coverage_by_occupation(
    held: Mapping[str, Held], catalogue: Catalogue
) -> dict[str, float]:
    met: dict[str, int] = {}
    for occupation, requirement in catalogue.requirements_of(sorted(held)):
        parts = parts_met(held[requirement.skill].level, requirement.need)
        met[occupation] = met.get(occupation, 0) + weight(requirement) * parts
    # Points stay far below 2**26, where the nearest floats of two different shares
    # differ and those of two equal ones do not: ordering by them is exact.
    return {one: points / catalogue.total_points(one) for one, points in met.items()}


def _in_order(
    shares: dict[str, float], catalogue: Catalogue
) -> Iterator[tuple[Occupation, float]]:
    """Records in order, read only as far as they are asked for."""
    ordered = sorted(shares, key=lambda one: -shares[one])
    for coverage, ids in groupby(ordered, key=lambda one: shares[one]):
        equals = [catalogue.occupation(one) for one in ids]
        for occupation in sorted(equals, key=_best_paid_first):
            yield occupation, coverage


def _best_paid_first(occupation: Occupation) -> tuple[float, str]:
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
