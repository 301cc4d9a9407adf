"""From the options of a person to the integer programme that chooses among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from skillgap.advice.programme import Item, Programme, union
from skillgap.advice.schedule import days_available, minutes, no_time, study_days

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.advice.coverage import Goal
    from skillgap.advice.options import Option, Options
    from skillgap.advice.programme import Amounts
    from skillgap.model.plan import Means, Reckoned

Aim = Literal["fullest", "fastest", "cheapest"]


def formulate(
    goal: Goal,
    levels: Mapping[str, int],
    options: Options,
    reckoned: Mapping[str, Reckoned],
    means: Means,
) -> Programme:
    """The programme: levels to reach are bits, and so are prerequisites.

    A bit of the second sort stands for a group of which one is asked for first.
    Equivalents exclude one another.
    Hours count in minutes, prices in cents, and the days of study against the days up
    to the deadline. Whoever has no time chooses from nothing.
    """
    steps, weights = _steps(goal, levels)
    firsts = sorted({one for o in options.by_id.values() for one in o.asks_first})
    places = {one: len(weights) + number for number, one in enumerate(firsts)}
    opens: dict[str, int] = {}
    for group, bit in places.items():
        for one in group:
            opens[one] = opens.get(one, 0) | 1 << bit
    alike = _exclusions(options)
    items = tuple(
        Item(
            id=option.credential.id,
            gives=_given(option, steps) | opens.get(option.credential.id, 0),
            needs=union(1 << places[one] for one in option.asks_first),
            excludes=alike.get(option.credential.id, 0),
            takes=amounts(option, reckoned[option.credential.id], means),
        )
        for option in options.by_id.values()
        if not no_time(means)
    )
    hours, budget = means.hours, means.budget
    limits = (
        None if hours is None else round(hours * 60),
        None if budget is None else round(budget * 100),
        days_available(means) if means.hours_per_week else None,
    )
    return Programme(items, (*weights, *(0 for _ in firsts)), limits)


def _exclusions(options: Options) -> dict[str, int]:
    """For each credential that has an equivalent among the options: their own bit."""
    groups = {
        tuple(sorted((one.credential.id, *one.credential.equivalent_to)))
        for one in options.by_id.values()
        if any(other in options.by_id for other in one.credential.equivalent_to)
    }
    return {one: 1 << bit for bit, group in enumerate(sorted(groups)) for one in group}


def aimed(programme: Programme, aim: Aim, enough: int | None) -> Programme:
    """The programme of another aim: enough points, then hours or cost before all."""
    if aim == "cheapest":
        minutes_, cents, days = programme.limits
        programme = programme._replace(
            items=tuple(
                one._replace(takes=(one.takes[1], one.takes[0], one.takes[2]))
                for one in programme.items
            ),
            limits=(cents, minutes_, days),
        )
    return programme._replace(enough=enough)


def amounts(option: Option, reckoned: Reckoned, means: Means) -> Amounts:
    """Minutes, cents and days of a credential."""
    days = study_days(option.credential, reckoned.hours, means)
    cents = round((reckoned.cost.value or 0) * 100)
    return minutes(reckoned.hours), cents, days or 0


def _steps(
    goal: Goal, levels: Mapping[str, int]
) -> tuple[dict[tuple[str, int], int], list[int]]:
    """A bit for each level above the person's that is worth more than the one below."""
    steps: dict[tuple[str, int], int] = {}
    weights: list[int] = []
    for skill, row in goal.worth.items():
        for level in range(levels[skill] + 1, len(row)):
            if row[level] > row[level - 1]:
                steps[skill, level] = len(weights)
                weights.append(row[level] - row[level - 1])
    return steps, weights


def _given(option: Option, steps: Mapping[tuple[str, int], int]) -> int:
    return union(
        1 << steps[skill, level]
        for skill, top in option.taught.items()
        for level in range(1, top + 1)
        if (skill, level) in steps
    )
