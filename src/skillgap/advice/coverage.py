"""Coverage, reckoned in whole points so that equal things compare as equal.

The coverage of an occupation is the sum of ``w * min(1, have / need)`` over its
requirements, divided by the sum of ``w``; ``w`` is the importance, halved where the
relation is optional. Here weights are doubled (no halves) and a met requirement counts
60 parts (60 is divisible by every level asked for), so every figure is an integer and
floats appear only in the records that leave this room.
"""

from __future__ import annotations

from functools import cache
from math import lcm
from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Held, Occupation, Requirement

PARTS = 60
"""What one met requirement counts before its weight; divisible by 1, 2, 3, 4 and 5."""

TOP_LEVEL = 5


def weight(requirement: Requirement) -> int:
    """Twice the weight of a requirement: its importance, halved where optional."""
    return requirement.doubled_weight


def parts_met(have: int, need: int) -> int:
    """How much of one requirement a level meets, in sixtieths (0 to 60)."""
    return min(PARTS, PARTS * have // need)


@cache
def _parts_at_levels(need: int) -> tuple[int, ...]:
    return tuple(parts_met(level, need) for level in range(TOP_LEVEL + 1))


def total_points(occupation: Occupation) -> int:
    """The points of an occupation whose requirements are all met."""
    return PARTS * sum(weight(requirement) for requirement in occupation.requirements)


class Goal(Record):
    """What one or more occupations ask for, as one sum of points.

    ``worth`` gives, for each skill asked for (the heaviest first), the points at levels
    0 to 5; ``whole`` are the points of meeting everything, so that points over whole
    is the mean of the coverages. ``counts_for`` names the skills of the goal that a
    skill counts for: itself and its broader ones.
    """

    occupations: tuple[Occupation, ...]
    worth: Mapping[str, tuple[int, ...]]
    whole: int
    counts_for: Mapping[str, tuple[str, ...]]


def make_goal(occupations: Sequence[Occupation], catalogue: Catalogue) -> Goal:
    """The goal of doing well in all of the occupations, each counting the same."""
    worth, whole = points_at_levels(occupations, weight)
    return Goal(tuple(occupations), worth, whole, counts_for(worth, catalogue))


def reweighed(goal: Goal, weigh: Callable[[Requirement], int]) -> Goal:
    """The same goal under other weights of its requirements (whole numbers)."""
    worth, whole = points_at_levels(goal.occupations, weigh)
    return goal._replace(worth=worth, whole=whole)


def points_at_levels(
    occupations: Sequence[Occupation], weigh: Callable[[Requirement], int]
) -> tuple[dict[str, tuple[int, ...]], int]:
    """The points of each skill at each level, and of meeting everything."""
    totals = [PARTS * sum(map(weigh, one.requirements)) for one in occupations]
    known = [total for total in totals if total]
    common = lcm(*known) if known else 1
    rows: dict[str, list[int]] = {}
    for occupation, total in zip(occupations, totals, strict=True):
        share = common // total if total else 0
        for requirement in occupation.requirements:
            unit, parts = weigh(requirement) * share, _parts_at_levels(requirement.need)
            row = [unit * part for part in parts]
            if requirement.skill in rows:
                before = rows[requirement.skill]
                row = [one + other for one, other in zip(before, row, strict=True)]
            rows[requirement.skill] = row
    heaviest_first = sorted(rows, key=lambda skill: (-rows[skill][-1], skill))
    worth = {skill: tuple(rows[skill]) for skill in heaviest_first}
    return worth, common * max(1, len(occupations))


def counts_for(
    skills: Iterable[str], catalogue: Catalogue
) -> dict[str, tuple[str, ...]]:
    """For every skill that helps, the skills asked for that it counts for."""
    found: dict[str, list[str]] = {}
    for skill in skills:
        for narrower in (skill, *catalogue.descendants(skill)):
            found.setdefault(narrower, []).append(skill)
    return {skill: tuple(broader) for skill, broader in found.items()}


def levels_held(goal: Goal, held: Mapping[str, Held]) -> dict[str, int]:
    """The level that a person holds in each skill of the goal (0: none)."""
    return {skill: held[skill].level if skill in held else 0 for skill in goal.worth}


def points(goal: Goal, levels: Mapping[str, int]) -> int:
    """The points of these levels; over ``goal.whole`` they are the coverage."""
    return sum(row[levels.get(skill, 0)] for skill, row in goal.worth.items())


def levels_taught(goal: Goal, credential: Credential) -> dict[str, int]:
    """The level that a credential reaches in each skill of the goal it counts for."""
    taught: dict[str, int] = {}
    for development in credential.develops:
        for skill in goal.counts_for.get(development.skill, ()):
            taught[skill] = max(taught.get(skill, 0), development.reached)
    return taught


def points_added(
    goal: Goal, levels: Mapping[str, int], taught: Mapping[str, int]
) -> int:
    """The points that levels taught add to the levels that are there already."""
    added = 0
    for skill, level in taught.items():
        if level > levels[skill]:
            row = goal.worth[skill]
            added += row[level] - row[levels[skill]]
    return added


def raise_levels(levels: dict[str, int], taught: Mapping[str, int]) -> None:
    """Bring the levels up to those taught, in place."""
    for skill, level in taught.items():
        levels[skill] = max(levels[skill], level)
