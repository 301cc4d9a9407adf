"""What is advised first to many people who aim at one occupation.

What does not depend on the person (the goal, which credentials may be taken, what each
needs first and teaches) is worked out once; one person then costs a few sums. The
answers are those of ``recommend``, and of ``judge`` on a plan without limits.
"""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING

from skillgap.advice.coverage import (
    levels_taught,
    make_goal,
    points,
    points_added,
    raise_levels,
)
from skillgap.advice.options import find_options
from skillgap.advice.rank import bundles_at_first
from skillgap.advice.verdict import verdict_kind
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.advice.filters import Filters
    from skillgap.catalogue import Catalogue
    from skillgap.model import Occupation
    from skillgap.model.verdict import VerdictKind


class First(Record):
    """The first advice: coverage (0 to 1), the first credential's id, how far it leads.

    ``first`` is None where nothing helps.
    """

    coverage: float
    first: str | None
    verdict: VerdictKind


class FirstAdvice:
    """Advises on one occupation, person after person."""

    def __init__(
        self, occupation: Occupation, catalogue: Catalogue, filters: Filters
    ) -> None:
        self._occupation = occupation
        self._goal = make_goal([occupation], catalogue)
        self._skills = tuple(self._goal.worth)
        nothing = dict.fromkeys(self._skills, 0)
        options = find_options(self._goal, nothing, catalogue, filters)
        self._bundles = bundles_at_first(options, filters.currency)
        self._scale = lcm(*(each.size for each in self._bundles), 1)
        self._taught = [option.taught for option in options.by_id.values()]
        self._teaching = [
            levels_taught(self._goal, credential)
            for credential in catalogue.teaching(self._skills)
            if credential.status != "retired"
        ]
        self._known: dict[tuple[int, ...], First] = {}

    def of(self, held: Mapping[str, int]) -> First:
        """The first advice to somebody who holds these levels, by skill."""
        key = tuple([held.get(skill, 0) for skill in self._skills])
        if key not in self._known:
            self._known[key] = self._advise(dict(zip(self._skills, key, strict=True)))
        return self._known[key]

    def _advise(self, levels: dict[str, int]) -> First:
        goal = self._goal
        best: tuple[tuple[object, ...], str] | None = None
        for bundle in self._bundles:
            if not points_added(goal, levels, bundle.own):
                continue
            added = points_added(goal, levels, bundle.taught)
            share = added * self._scale // bundle.size
            order = (-share, *bundle.ties)
            if added and (best is None or order < best[0]):
                best = (order, bundle.first)
        reached = self._raised(levels, self._taught)
        reachable = self._raised(levels, self._teaching)
        return First(
            points(goal, levels) / goal.whole,
            best[1] if best else None,
            verdict_kind(self._occupation, reachable, reached),
        )

    def _raised(
        self, levels: Mapping[str, int], taught: Sequence[Mapping[str, int]]
    ) -> float:
        raised = dict(levels)
        for each in taught:
            raise_levels(raised, each)
        return points(self._goal, raised) / self._goal.whole
