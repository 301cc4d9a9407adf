"""How firm a plan is: importance moved at random, unknown numbers tried out."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from skillgap.advice.coverage import reweighed, weight
from skillgap.advice.formulation import formulate
from skillgap.advice.optimum import best_choice
from skillgap.advice.planning import in_plan_order
from skillgap.advice.programme import Weigher, rank_of
from skillgap.model.verdict import DecisiveUnknown, Stability

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Literal

    from skillgap.advice.programme import Programme
    from skillgap.advice.task import Task
    from skillgap.model import Requirement
    from skillgap.model.plan import Reckoned

DRAWS = 100
MOVED = 0.2
PERCENT = 100


def try_weights(
    task: Task,
    chosen: Sequence[str],
    *,
    draws: int = DRAWS,
    moved: float = MOVED,
    seed: int = 0,
) -> Stability:
    """Choose again under weights moved at random, each by up to ``moved`` either way.

    ``chosen`` are the ids of the plan, the first one first. Every requirement moves by
    itself, by whole per cents, each as likely as the other; the same seed moves them
    the same way everywhere.
    """
    random = Random(seed)  # noqa: S311 - a sample, not a secret
    most = round(moved * PERCENT)
    first = same = 0
    kept = 1.0
    for _draw in range(draws):
        factors = {
            one: PERCENT + random.randint(-most, most)
            for one in sorted(task.goal.worth)
        }
        moved_task = _moved(task, factors)
        choice = best_choice(moved_task.programme)
        order = in_plan_order(moved_task, choice)
        first += [one.credential.id for one in order[:1]] == list(chosen[:1])
        same += set(choice.ids) == set(chosen)
        if choice.points:
            own = _points(chosen, moved_task.programme)
            kept = min(kept, own / choice.points)
    return Stability(draws, moved, seed, first / draws, same / draws, kept)


def _moved(task: Task, factors: Mapping[str, int]) -> Task:
    def weigh(requirement: Requirement) -> int:
        return weight(requirement) * factors[requirement.skill]

    goal = reweighed(task.goal, weigh)
    programme = formulate(goal, task.levels, task.options, task.reckoned, task.means)
    return task._replace(goal=goal, programme=programme)


def _points(chosen: Sequence[str], programme: Programme) -> int:
    items = [one for one in programme.items if one.id in chosen]
    return -rank_of(items, Weigher(programme.weights))[0]


def find_decisive_unknowns(
    task: Task, chosen: Sequence[str]
) -> tuple[DecisiveUnknown, ...]:
    """The unpublished hours and prices that would change the plan if they were known.

    A credential of the plan is tried at twice the number assumed for it, one outside
    at half of it: an unknown is decisive where that takes it out of the plan, or in.
    """
    found = []
    for identifier, what in _assumed(task):
        inside = identifier in chosen
        reckoned, value = _tried(task.reckoned[identifier], what, 2 if inside else 0.5)
        programme = formulate(
            task.goal,
            task.levels,
            task.options,
            {**task.reckoned, identifier: reckoned},
            task.means,
        )
        choice = best_choice(programme)
        if (identifier in choice.ids) != inside:
            credential = task.options.by_id[identifier].credential
            found.append(DecisiveUnknown(credential, what, value, enters=not inside))
    return tuple(found)


def _assumed(task: Task) -> Iterator[tuple[str, Literal["hours", "cost"]]]:
    for identifier in task.options.by_id:
        for one in task.reckoned[identifier].assumptions:
            if one.what != "rate":
                yield identifier, one.what


def _tried(
    reckoned: Reckoned, what: Literal["hours", "cost"], times: float
) -> tuple[Reckoned, float]:
    quantity = reckoned.hours if what == "hours" else reckoned.cost
    value = (quantity.value or 0) * times
    tried = quantity._replace(value=value)
    if what == "hours":
        return reckoned._replace(hours=tried), value
    return reckoned._replace(cost=tried), value
