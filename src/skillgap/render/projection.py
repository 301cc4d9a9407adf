"""A command's data as plain values, in the words of the JSON contract."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from skillgap.render.reasons import reason_sentence
from skillgap.render.records import (
    Record,
    comparison_record,
    credential_record,
    fact_record,
    match_record,
    occupation_record,
    problem_record,
    quantity_record,
    skill_record,
    source_record,
    wage_record,
)
from skillgap.render.views.also_needed import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from skillgap.model import Basis, Fit, Match, Occupation, Recommendation
    from skillgap.render.result import (
        CheckView,
        ExploreView,
        GapView,
        MatchesView,
        RecommendView,
        View,
    )


def data_of(view: View) -> Record:
    """The ``data`` of the envelope."""
    name = type(view).__name__
    here = _HERE.get(name)
    if here is not None:
        return here(view)
    module, function = _ELSEWHERE[name].split(".")
    project = getattr(import_module(f"skillgap.render.{module}"), function)
    data: Record = project(view)
    return data


def _check(view: CheckView) -> Record:
    problems = [problem_record(problem) for problem in view.check.problems]
    return {"counts": dict(view.check.counts), "problems": problems}


def _explore(view: ExploreView) -> Record:
    occupations = [_fit(fit) for fit in view.fits]
    return {"occupations": occupations, "matches": _matches(view.matches)}


def _match(view: MatchesView) -> Record:
    return {"matches": _matches(view.matches)}


def _matches(matches: Iterable[Match]) -> list[Record]:
    return [match_record(match) for match in matches]


def _gap(view: GapView) -> Record:
    gap = view.gap
    return {
        "occupation": occupation_record(gap.occupation),
        "coverage": gap.coverage,
        "covered": [comparison_record(found) for found in gap.covered],
        "below_level": [comparison_record(found) for found in gap.below_level],
        "missing": [comparison_record(found) for found in gap.missing],
        "also_needed": [
            {"kind": kind, "text": text, "source": source}
            for kind, text, source in needs(gap.occupation)
        ],
        "matches": _matches(view.matches),
    }


def _fit(fit: Fit) -> Record:
    occupation = fit.occupation
    return {
        "rank": fit.rank,
        "occupation": occupation_record(occupation),
        "coverage": fit.coverage,
        "fit": fit.fit,
        "missing": [skill_record(skill) for skill in fit.missing],
        "in_demand": occupation.in_demand,
        "demand": [fact_record(fact) for fact in occupation.demand],
        "outlook": None
        if occupation.outlook is None
        else fact_record(occupation.outlook),
        "wage": wage_record(occupation.wage),
    }


def _recommend(view: RecommendView) -> Record:
    advice = view.recommendations
    return {
        "occupations": [occupation_record(found) for found in advice.occupations],
        "chosen_for_person": advice.chosen_for_person,
        "rank_by": view.rank_by,
        "coverage_before": advice.coverage_before,
        "gaps": [
            {
                "occupation": gap.occupation.id,
                "coverage": gap.coverage,
                "covered": len(gap.covered),
                "below_level": len(gap.below_level),
                "missing": len(gap.missing),
            }
            for gap in advice.gaps
        ],
        "recommendations": [
            recommendation_record(row, view.bases) for row in advice.recommendations
        ],
        "not_taught": [skill_record(skill) for skill in advice.not_taught],
        "set_aside": [
            {"filter": name, "count": count} for name, count in advice.set_aside
        ],
        "also_needed": [
            need for found in advice.occupations for need in need_records(found)
        ],
        "matches": _matches(view.matches),
    }


def need_records(occupation: Occupation) -> list[Record]:
    """What an occupation asks for beyond skills, each with the occupation's id."""
    return [
        {"occupation": occupation.id, "kind": kind, "text": text, "source": source}
        for kind, text, source in needs(occupation)
    ]


def recommendation_record(row: Recommendation, bases: Mapping[str, Basis]) -> Record:
    """A row of the recommendations, with its reasons in sentences."""
    credential = row.credential
    return {
        "rank": row.rank,
        "credential": credential_record(credential),
        "adds": row.adds,
        "coverage_after": row.coverage_after,
        "closes": [
            {
                "skill": skill_record(closing.skill),
                "from": closing.level_from,
                "to": closing.level_to,
            }
            for closing in row.closes
        ],
        "opens": [credential_record(each) for each in row.opens],
        "hours": quantity_record(credential.hours),
        "weeks": quantity_record(credential.weeks),
        "cost": quantity_record(credential.cost),
        "delivery": credential.delivery,
        "language": list(credential.languages),
        "funding": {"osap": credential.osap},
        "status": credential.status,
        "confidence": credential.confidence,
        "source": source_record(credential.source),
        "reasons": [reason_sentence(reason, bases) for reason in row.reasons],
    }


_HERE: dict[str, Callable[[Any], Record]] = {
    "CheckView": _check,
    "ExploreView": _explore,
    "GapView": _gap,
    "MatchesView": _match,
    "RecommendView": _recommend,
}
_ELSEWHERE = {
    "BatchDiffView": "record_records.batch_diff_data",
    "BatchReplayView": "record_records.batch_replay_data",
    "BatchView": "batch_records.run_data",
    "CohortView": "cohort_records.cohort_data",
    "DiffView": "record_records.diff_data",
    "DoctorView": "upkeep_records.doctor_data",
    "EntryView": "upkeep_records.entry_data",
    "ForgetView": "profile_records.forget_data",
    "FundingView": "plan_records.funding_data",
    "ImpactView": "upkeep_records.impact_data",
    "IntakeView": "intake_records.intake_data",
    "ListView": "full_records.list_data",
    "PlanView": "plan_records.plan_data",
    "ProfileChangeView": "profile_records.change_data",
    "ProfileView": "profile_records.profile_data",
    "ReplayView": "record_records.replay_data",
    "ShowView": "full_records.show_data",
    "StatsView": "full_records.stats_data",
    "WhatIfView": "plan_records.whatif_data",
    "WhyView": "plan_records.why_data",
}
"""By name, so that a command imports the records that it shows and no others."""
