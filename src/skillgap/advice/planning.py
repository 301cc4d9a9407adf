"""The best set of credentials within a person's time, money and rules, laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.coverage import points
from skillgap.advice.formulation import aimed, amounts
from skillgap.advice.optimum import best_choice
from skillgap.advice.programme import Weigher, rank_of
from skillgap.advice.rank import in_order
from skillgap.advice.recommendations import explained
from skillgap.advice.schedule import days_available, lay_out, no_time
from skillgap.advice.task import Wishes, make_task
from skillgap.model.plan import CRITERIA, Means, Plan, Step

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.advice.formulation import Aim
    from skillgap.advice.options import Option
    from skillgap.advice.programme import Choice
    from skillgap.advice.task import Task
    from skillgap.catalogue import Catalogue
    from skillgap.model import Held, Occupation, Quantity
    from skillgap.model.plan import Assumption, PlanOutcome, PlanStatus

NEARLY = (9, 10)
"""The fastest and the cheapest plan add at least this share of the most there is."""


def make_plan(  # noqa: PLR0913 (the flow, then one keyword for each thing asked)
    occupation: Occupation,
    held: Mapping[str, Held],
    catalogue: Catalogue,
    *,
    means: Means | None = None,
    wishes: Wishes | None = None,
    aim: Aim = "fullest",
    seconds: float = 10.0,
) -> Plan:
    """The plan that reaches the most coverage within the person's means.

    Equal coverage is decided by fewer hours, then lower cost, fewer credentials and
    smaller ids. The *fastest* plan adds at least nine tenths of that in the fewest
    hours, the *cheapest* for the lowest cost. ``seconds`` limit the solver of large
    catalogues; when they run out the plan is the best one found, with its bound.
    """
    task = make_task(occupation, held, catalogue, means or Means(), wishes or Wishes())
    choice = best_choice(task.programme, seconds=seconds)
    if aim != "fullest" and choice.ids:
        part, all_of_it = NEARLY
        enough = -(-choice.points * part // all_of_it)
        programme = aimed(task.programme, aim, enough)
        choice = _of_aim(best_choice(programme, seconds=seconds), task, choice)
    return lay_plan(task, choice, catalogue)


def compare_plans(
    occupation: Occupation,
    held: Mapping[str, Held],
    catalogue: Catalogue,
    *,
    means: Means | None = None,
    wishes: Wishes | None = None,
) -> dict[Aim, Plan]:
    """The fullest, the fastest and the cheapest plan."""
    aims: tuple[Aim, ...] = ("fullest", "fastest", "cheapest")
    return {
        aim: make_plan(occupation, held, catalogue, means=means, wishes=wishes, aim=aim)
        for aim in aims
    }


def _of_aim(choice: Choice, task: Task, fullest: Choice) -> Choice:
    """A choice of another aim, in the points and amounts of the task itself."""
    items = [one for one in task.programme.items if one.id in choice.ids]
    rank = rank_of(items, Weigher(task.programme.weights))
    return choice._replace(rank=rank, bound=fullest.bound)


def lay_plan(task: Task, choice: Choice, catalogue: Catalogue) -> Plan:
    """A choice as a plan: in order, with dates, totals and what was assumed."""
    before = points(task.goal, task.levels)
    whole = task.goal.whole
    steps = _steps(task, in_plan_order(task, choice))
    used = _assumed(task, choice)
    outcome = _outcome(task, choice)
    return Plan(
        occupation=task.gap.occupation,
        gap=task.gap,
        outcome=outcome,
        status=_status(choice, outcome),
        bound=(before + choice.bound) / whole,
        settled=CRITERIA[: choice.settled],
        coverage_before=before / whole,
        coverage_after=(before + choice.points) / whole,
        hours=_total([step.hours for step in steps]),
        hours_assumed=_total([s.hours for s in steps if s.hours.basis == "assumed"]),
        cost=_total([step.cost for step in steps]),
        cost_assumed=_total([s.cost for s in steps if s.cost.basis == "assumed"]),
        start=steps[0].start if steps else None,
        end=steps[-1].end if steps else None,
        steps=steps,
        means=task.means,
        assumptions=used,
        set_aside=task.options.set_aside,
        not_taught=catalogue.skills(task.options.not_taught),
    )


def in_plan_order(task: Task, choice: Choice) -> list[Option]:
    """The credentials chosen, prerequisites first, then what adds most to those before.

    One that adds nothing at its place (as others together teach all of it) comes last.
    """
    chosen = {one: task.options.by_id[one] for one in choice.ids}
    some = task.options._replace(by_id=chosen, helpful=choice.ids)
    bundles = in_order(task.goal, task.levels, some, "added", task.means.currency)
    ordered = [option for bundle in bundles for option in bundle]
    return ordered + [one for one in chosen.values() if one not in ordered]


def _steps(task: Task, ordered: Sequence[Option]) -> tuple[Step, ...]:
    rows = explained(ordered, task.goal, task.levels, [task.gap])
    counted = [task.reckoned[row.credential.id] for row in rows]
    days = [
        amounts(option, one, task.means)[2] or None
        for option, one in zip(ordered, counted, strict=True)
    ]
    years = [row.credential.validity_years for row in rows]
    periods = lay_out(list(zip(days, years, strict=True)), task.means.start)
    return tuple(
        Step(
            order=row.rank,
            credential=row.credential,
            hours=one.hours,
            cost=one.cost,
            days=length,
            start=period.start,
            end=period.end,
            expires=period.expires,
            adds=row.adds,
            coverage_after=row.coverage_after,
            closes=row.closes,
            reasons=row.reasons,
            opens=row.opens,
        )
        for row, one, length, period in zip(rows, counted, days, periods, strict=True)
    )


def _assumed(task: Task, choice: Choice) -> tuple[Assumption, ...]:
    used = {a for one in choice.ids for a in task.reckoned[one].assumptions}
    return tuple(sorted(used))


def _total(quantities: Sequence[Quantity]) -> float:
    """The sum, reckoned in hundredths so that cents stay cents."""
    return sum(round((one.value or 0) * 100) for one in quantities) / 100


def _outcome(task: Task, choice: Choice) -> PlanOutcome:
    """Why a plan has no steps, the first reason that holds."""
    available = days_available(task.means)
    unmet = task.gap.missing or task.gap.below_level
    nothing = not task.options.helpful
    asides = dict(task.options.set_aside).keys() - {"retired"}
    cases: tuple[tuple[PlanOutcome, bool], ...] = (
        ("planned", bool(choice.ids)),
        ("covered", not unmet and bool(task.gap.covered)),
        ("deadline_before_start", available is not None and available < 1),
        ("no_time", no_time(task.means)),
        ("nothing_taught", nothing and not asides),
        ("all_set_aside", nothing),
    )
    return next((name for name, holds in cases if holds), "nothing_fits")


def _status(choice: Choice, outcome: PlanOutcome) -> PlanStatus:
    if outcome not in ("planned", "covered"):
        return "infeasible"
    return "optimal" if choice.settled else "feasible"
