"""Whether a plan gets there: an honest word, with what else would be needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.coverage import (
    levels_held,
    levels_taught,
    make_goal,
    points,
    points_added,
    raise_levels,
)
from skillgap.advice.filters import USUAL_FOCUS
from skillgap.advice.fit import rank_occupations
from skillgap.advice.gap import find_gap
from skillgap.advice.held import hold_also
from skillgap.advice.obstacles import needs_degree, needs_licence
from skillgap.advice.options import focus, subject_weights
from skillgap.model.verdict import Nearer, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.advice.coverage import Goal
    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Held, Occupation
    from skillgap.model.funding import LongerProgram
    from skillgap.model.plan import Plan
    from skillgap.model.verdict import Obstacle, VerdictKind

ENOUGH = 0.8
"""From this coverage on a plan is said to reach the occupation: a convention of this
project, not a finding; the figures themselves are always shown beside it."""


def judge(
    plan: Plan, held: Mapping[str, Held], catalogue: Catalogue, *, most: int = 3
) -> Verdict:
    """The verdict on a plan, with up to ``most`` longer programs and occupations."""
    occupation = plan.occupation
    goal = make_goal([occupation], catalogue)
    reachable = _reachable(goal, held, catalogue)
    after = hold_also(held, [step.credential for step in plan.steps], catalogue)
    obstacles = _obstacles(occupation, reachable)
    return Verdict(
        kind=_kind(obstacles, plan.coverage_after),
        obstacles=obstacles,
        reachable=reachable,
        reached=plan.coverage_after,
        not_taught=plan.not_taught,
        licence=occupation.regulated,
        schooling=occupation.education,
        longer=_longer(goal, levels_held(goal, after), catalogue)[:most],
        nearer=_nearer(plan, held, after, catalogue)[:most],
    )


def verdict_kind(
    occupation: Occupation, reachable: float, reached: float
) -> VerdictKind:
    """How far short credentials lead: what all of them and what those chosen reach."""
    return _kind(_obstacles(occupation, reachable), reached)


def _kind(obstacles: Sequence[Obstacle], reached: float) -> VerdictKind:
    if obstacles:
        return "not_by_short_credentials"
    return "reaches" if reached >= ENOUGH else "partly"


def _obstacles(occupation: Occupation, reachable: float) -> tuple[Obstacle, ...]:
    """Why short credentials alone do not lead there, the weightiest first."""
    cases: tuple[tuple[Obstacle, bool], ...] = (
        ("licence", needs_licence(occupation)),
        ("degree", needs_degree(occupation)),
        ("not_taught", reachable < ENOUGH),
    )
    return tuple(name for name, holds in cases if holds)


def _reachable(goal: Goal, held: Mapping[str, Held], catalogue: Catalogue) -> float:
    levels = levels_held(goal, held)
    for credential in catalogue.teaching(list(goal.worth)):
        if credential.status != "retired":
            raise_levels(levels, levels_taught(goal, credential))
    return points(goal, levels) / goal.whole


def _longer(
    goal: Goal, levels: Mapping[str, int], catalogue: Catalogue
) -> tuple[LongerProgram, ...]:
    """The longer programs that raise what is still open, the most helpful first.

    Those that mostly teach other things are left out, as among short credentials, and
    so are those that raise transferable skills alone: every program teaches some.
    """

    def added(credential: Credential) -> int:
        return points_added(goal, levels, levels_taught(goal, credential))

    every = catalogue.longer_programs()
    subjects = subject_weights(goal, (one.credential for one in every), catalogue)
    found = [
        one
        for one in every
        if added(one.credential)
        and focus(goal, one.credential, subjects) >= USUAL_FOCUS
        and _of_the_trade(one.credential, goal, levels, catalogue)
    ]
    found.sort(key=lambda one: (-added(one.credential), one.credential.id))
    return tuple(found)


def _of_the_trade(
    credential: Credential, goal: Goal, levels: Mapping[str, int], catalogue: Catalogue
) -> bool:
    """Whether a credential raises a skill that is not transferable."""
    taught = levels_taught(goal, credential)
    raised = (one for one, level in taught.items() if level > levels[one])
    return any(catalogue.skill(one).kind != "transferable" for one in raised)


def _nearer(
    plan: Plan,
    held: Mapping[str, Held],
    after: Mapping[str, Held],
    catalogue: Catalogue,
) -> tuple[Nearer, ...]:
    """The in-demand occupations that the plan covers further than the one aimed at.

    Licensed ones are left out: a plan of short credentials does not open them.
    """
    fits = rank_occupations(after, catalogue, in_demand=True)
    further = [
        fit.occupation
        for fit in fits
        if fit.coverage > plan.coverage_after
        and fit.occupation.id != plan.occupation.id
        and "licence" not in _obstacles(fit.occupation, 1.0)
    ]
    return covered_before_and_after(further, held, after, catalogue)


def covered_before_and_after(
    occupations: Sequence[Occupation],
    held: Mapping[str, Held],
    after: Mapping[str, Held],
    catalogue: Catalogue,
) -> tuple[Nearer, ...]:
    """The occupations whose coverage rises, the highest in the end first."""
    pairs = [
        Nearer(
            one,
            find_gap(one, held, catalogue).coverage,
            find_gap(one, after, catalogue).coverage,
        )
        for one in occupations
    ]
    risen = [pair for pair in pairs if pair.coverage_after > pair.coverage_before]
    return tuple(sorted(risen, key=lambda p: (-p.coverage_after, p.occupation.id)))
