"""What would change the advice: one more skill, one more credential, another choice."""

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
from skillgap.advice.fit import rank_occupations
from skillgap.advice.gap import find_gap
from skillgap.advice.optimum import best_choice
from skillgap.advice.options import Option, find_options, with_equivalents
from skillgap.advice.recommendations import explained, recommend
from skillgap.advice.task import Wishes, make_task
from skillgap.advice.verdict import covered_before_and_after
from skillgap.model.plan import Means
from skillgap.model.verdict import Change, CredentialEffect, SkillEffect, Why

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.advice.task import Task
    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Held, Occupation
    from skillgap.model.plan import Plan

WATCHED = 30
"""How many of the best fitting occupations are looked at for those that move."""


def skills_that_add_most(
    occupation: Occupation,
    held: Mapping[str, Held],
    catalogue: Catalogue,
    *,
    most: int = 3,
) -> tuple[SkillEffect, ...]:
    """The skills that would add most to coverage, each by itself, at the level asked.

    A narrower skill counts for its broader ones, so it can add more than its own
    requirement.
    """
    goal = make_goal([occupation], catalogue)
    levels = levels_held(goal, held)
    now = points(goal, levels)
    effects = []
    for requirement in occupation.requirements:
        counts = goal.counts_for[requirement.skill]
        taught = dict.fromkeys(counts, requirement.need)
        added = points_added(goal, levels, taught)
        if added:
            skill = catalogue.skill(requirement.skill)
            after = (now + added) / goal.whole
            effects.append(
                SkillEffect(skill, requirement.need, added / goal.whole, after)
            )
    effects.sort(key=lambda one: (-one.adds, one.skill.id))
    return tuple(effects[:most])


def credentials_that_add_most(
    plan: Plan,
    held: Mapping[str, Held],
    catalogue: Catalogue,
    wishes: Wishes | None = None,
    *,
    most: int = 3,
) -> tuple[CredentialEffect, ...]:
    """The credentials that would add most after a plan, whatever time and money say.

    Filters are kept, and credentials whose prerequisites are not in the plan are left
    out.
    """
    wishes = wishes or Wishes()
    steps = [step.credential for step in plan.steps]
    goal = make_goal([plan.occupation], catalogue)
    levels = levels_held(goal, held)
    for credential in steps:
        raise_levels(levels, levels_taught(goal, credential))
    taken = {*wishes.taken, *(one.id for one in steps)}
    options = find_options(goal, levels, catalogue, wishes.filters, taken=taken)
    now = points(goal, levels)
    effects = []
    for one in options.helpful:
        option = options.by_id[one]
        if not option.asks_first and one not in wishes.without:
            added = points_added(goal, levels, option.taught)
            after = (now + added) / goal.whole
            effects.append(
                CredentialEffect(option.credential, added / goal.whole, after)
            )
    effects.sort(key=lambda effect: (-effect.adds, effect.credential.id))
    return tuple(effects[:most])


def what_if(
    occupation: Occupation,
    held: Mapping[str, Held],
    after: Mapping[str, Held],
    catalogue: Catalogue,
    *,
    most: int = 3,
) -> Change:
    """What changes between two states of what is held, here and in other work.

    ``after`` comes of ``hold`` with further matches, or of ``hold_also``.
    """
    fits = rank_occupations(after, catalogue, top=WATCHED)
    others = [fit.occupation for fit in fits if fit.occupation.id != occupation.id]
    moved = covered_before_and_after(others, held, after, catalogue)
    by_rise = sorted(
        moved,
        key=lambda one: (one.coverage_before - one.coverage_after, one.occupation.id),
    )
    return Change(
        before=find_gap(occupation, held, catalogue),
        after=find_gap(occupation, after, catalogue),
        elsewhere=tuple(by_rise[:most]),
    )


def why(  # noqa: PLR0913 - the flow, then what plans keep
    credential: Credential,
    occupation: Occupation,
    held: Mapping[str, Held],
    catalogue: Catalogue,
    *,
    means: Means | None = None,
    wishes: Wishes | None = None,
) -> Why:
    """What a credential does for an occupation, and what plans reach with it or not."""
    means, wishes = means or Means(), wishes or Wishes()
    goal = make_goal([occupation], catalogue)
    levels = levels_held(goal, held)
    task = make_task(occupation, held, catalogue, means, wishes)
    best = best_choice(task.programme)
    before = points(goal, levels)
    without = make_task(
        occupation,
        held,
        catalogue,
        means,
        wishes._replace(without=(*wishes.without, credential.id)),
    )
    less = best_choice(without.programme).points
    taught = levels_taught(goal, credential)
    alone = points_added(goal, levels, taught)
    (itself,) = explained([Option(credential, taught, ())], goal, levels, [task.gap])
    return Why(
        credential=credential,
        alone=alone / goal.whole,
        rank=_rank(credential, occupation, held, catalogue, wishes),
        planned=credential.id in best.ids,
        coverage_with=_share(_points_with(credential, task), before, goal.whole),
        coverage_without=(before + less) / goal.whole,
        refused=_refused(credential, task, catalogue),
        closes=itself.closes,
    )


def _refused(
    credential: Credential, task: Task, catalogue: Catalogue
) -> tuple[str, ...]:
    """Why no plan takes a credential: one that certifies the same is held, or more."""
    if credential.id in with_equivalents(task.wishes.taken, catalogue):
        return ("held",)
    return task.options.refused.get(credential.id, ())


def _share(added: int | None, before: int, whole: int) -> float | None:
    return None if added is None else (before + added) / whole


def _rank(
    credential: Credential,
    occupation: Occupation,
    held: Mapping[str, Held],
    catalogue: Catalogue,
    wishes: Wishes,
) -> int | None:
    found = recommend(
        [occupation],
        held,
        catalogue,
        filters=wishes.filters,
        top=None,
        taken=wishes.taken,
    )
    ranks = {row.credential.id: row.rank for row in found.recommendations}
    return ranks.get(credential.id)


def _points_with(credential: Credential, task: Task) -> int | None:
    """The most points of a choice that takes the credential; None: none can."""
    items = task.programme.items
    if all(one.id != credential.id for one in items):
        return None
    # A bit of its own, worth more than everything else, makes it part of the choice.
    bit, prize = len(task.programme.weights), sum(task.programme.weights) + 1
    with_prize = task.programme._replace(
        items=tuple(
            one._replace(gives=one.gives | 1 << bit) if one.id == credential.id else one
            for one in items
        ),
        weights=(*task.programme.weights, prize),
    )
    choice = best_choice(with_prize)
    return choice.points - prize if credential.id in choice.ids else None
