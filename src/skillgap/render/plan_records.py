"""The planning commands' data as plain values, in the words of the JSON contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.render.plan_words import assumption_sentence
from skillgap.render.reasons import reason_sentence
from skillgap.render.records import (
    Record,
    comparison_record,
    credential_record,
    match_record,
    occupation_record,
    quantity_record,
    skill_record,
)
from skillgap.render.views.also_needed import needs
from skillgap.render.views.parts import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.model import Basis, Closing, Gap, Match
    from skillgap.model.eligibility import FundingAnswer
    from skillgap.model.plan import Plan, Step
    from skillgap.model.verdict import Nearer, Verdict
    from skillgap.render.plan_result import FundingView, PlanView, WhatIfView, WhyView


def plan_data(view: PlanView) -> Record:
    """A plan with its verdict, the plans of other aims, and what would change it."""
    plan = view.plan
    return {
        "occupation": occupation_record(plan.occupation),
        **_plan(plan, view.bases),
        "alternatives": [
            {"name": name, **_plan(other, view.bases)}
            for name, other in view.alternatives
        ],
        "verdict": _verdict(view.verdict, plan),
        "assumptions": [
            assumption_sentence(one, plan.means.currency) for one in plan.assumptions
        ],
        "set_aside": [
            {"filter": name, "count": count} for name, count in plan.set_aside
        ],
        "more": [
            {
                "credential": credential_record(one.credential),
                "adds": one.adds,
                "coverage_after": one.coverage_after,
            }
            for one in view.more
        ],
        "stability": view.stability._asdict() if view.stability else None,
        "decisive_unknowns": [
            {
                "credential": credential_record(one.credential),
                "what": one.what,
                "value": one.value,
                "enters": one.enters,
            }
            for one in view.decisive
        ],
        "funding": view.funding.id if view.funding else None,
        "matches": _matches(view.matches),
    }


def _plan(plan: Plan, bases: Mapping[str, Basis]) -> Record:
    return {
        "outcome": plan.outcome,
        "status": plan.status,
        "bound": plan.bound,
        "proven": list(plan.settled),
        "coverage_before": plan.coverage_before,
        "coverage_after": plan.coverage_after,
        "hours": _total(plan.hours, plan.hours_assumed, "h"),
        "cost": _total(plan.cost, plan.cost_assumed, plan.means.currency),
        "start": _day(plan.start),
        "end": _day(plan.end),
        "steps": [_step(step, bases) for step in plan.steps],
    }


def _total(value: float, assumed: float, unit: str) -> Record:
    basis = "assumed" if assumed else "stated"
    return {"value": value, "unit": unit, "basis": basis, "assumed": assumed}


def _day(day: object) -> str | None:
    return None if day is None else str(day)


def _step(step: Step, bases: Mapping[str, Basis]) -> Record:
    return {
        "order": step.order,
        "credential": credential_record(step.credential),
        "start": _day(step.start),
        "end": _day(step.end),
        "days": step.days,
        "renew_by": _day(step.expires),
        "hours": quantity_record(step.hours),
        "cost": quantity_record(step.cost),
        "adds": step.adds,
        "coverage_after": step.coverage_after,
        "closes": [_closing(one) for one in step.closes],
        "opens": [credential_record(one) for one in step.opens],
        "reasons": [reason_sentence(one, bases) for one in step.reasons],
    }


def _closing(one: Closing) -> Record:
    return {
        "skill": skill_record(one.skill),
        "from": one.level_from,
        "to": one.level_to,
    }


def _verdict(verdict: Verdict, plan: Plan) -> Record:
    return {
        "reachable": verdict.reachable,
        "reached": verdict.reached,
        "kind": verdict.kind,
        "obstacles": list(verdict.obstacles),
        "not_taught": [skill_record(one) for one in verdict.not_taught],
        "also_needed": [
            {"kind": kind, "text": text, "source": source}
            for kind, text, source in needs(plan.occupation)
        ],
        "longer_programs": [
            {
                "credential": credential_record(one.credential),
                "why_longer": said(one.why_longer),
            }
            for one in verdict.longer
        ],
        "nearer": [_nearer(one) for one in verdict.nearer],
    }


def _nearer(one: Nearer) -> Record:
    return {
        **occupation_record(one.occupation),
        "coverage_before": one.coverage_before,
        "coverage_after": one.coverage_after,
    }


def why_data(view: WhyView) -> Record:
    """One credential for one occupation, with it and without."""
    why = view.why
    return {
        "credential": credential_record(why.credential),
        "occupation": occupation_record(view.occupation),
        "adds_alone": why.alone,
        "closes": [_closing(one) for one in why.closes],
        "rank": why.rank,
        "planned": why.planned,
        "coverage_with": why.coverage_with,
        "coverage_without": why.coverage_without,
        "refused": list(why.refused),
        "skills_that_add_most": [
            {
                "skill": skill_record(one.skill),
                "level": one.level,
                "adds": one.adds,
                "coverage_after": one.coverage_after,
            }
            for one in view.skills
        ],
        "matches": _matches(view.matches),
    }


def whatif_data(view: WhatIfView) -> Record:
    """The gap before and after, and the occupations that move most."""
    change = view.change
    return {
        "occupation": occupation_record(change.before.occupation),
        "added": _matches(view.added),
        "taken": [credential_record(one) for one in view.taken],
        "before": _gap(change.before),
        "after": _gap(change.after),
        "elsewhere": [_nearer(one) for one in change.elsewhere],
        "matches": _matches(view.matches),
    }


def _gap(gap: Gap) -> Record:
    return {
        "coverage": gap.coverage,
        "covered": [comparison_record(one) for one in gap.covered],
        "below_level": [comparison_record(one) for one in gap.below_level],
        "missing": [comparison_record(one) for one in gap.missing],
    }


def funding_data(view: FundingView) -> Record:
    """Each program with the answer to each rule, and where the rule was read."""
    return {"programs": [_program(one) for one in view.answers]}


def _program(answer: FundingAnswer) -> Record:
    return {
        "id": answer.program.id,
        "name": said(answer.program.name),
        "url": answer.program.url,
        "answer": answer.answer,
        "rules": [
            {
                "id": one.rule.id,
                "kind": one.rule.kind,
                "answer": one.answer,
                "text": said(one.rule.text),
                "source": one.rule.source,
                "as_of": one.rule.as_of,
                "disagrees": [
                    {"text": said(other.text), "source": other.source}
                    for other in one.rule.disagrees
                ],
            }
            for one in answer.rules
        ],
    }


def _matches(matches: Iterable[Match]) -> list[Record]:
    return [match_record(one) for one in matches]
