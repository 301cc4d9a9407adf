"""A command's data as plain values, in the words of the JSON contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.render.intake_result import IntakeView
from skillgap.render.profile_result import ForgetView, ProfileChangeView, ProfileView
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
from skillgap.render.result import (
    CheckView,
    ExploreView,
    GapView,
    ListView,
    MatchesView,
    RecommendView,
    ShowView,
    StatsView,
)
from skillgap.render.views.also_needed import needs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from skillgap.model import Basis, Fit, Match, Recommendation
    from skillgap.render.result import View


def data_of(view: View) -> Record:
    """The ``data`` of the envelope."""
    project = _PROJECTIONS.get(type(view)) or _by_name(type(view).__name__)
    return project(view)


def _by_name(name: str) -> Callable[[Any], Record]:
    if name.endswith(("DiffView", "ReplayView")):
        from skillgap.render import record_records

        projections: dict[str, Callable[[Any], Record]] = {
            "BatchDiffView": record_records.batch_diff_data,
            "BatchReplayView": record_records.batch_replay_data,
            "DiffView": record_records.diff_data,
            "ReplayView": record_records.replay_data,
        }
        return projections[name]
    if name == "CohortView":
        from skillgap.render.cohort_records import cohort_data

        return cohort_data
    if name == "BatchView":
        from skillgap.render.batch_records import run_data

        return run_data
    if name in {"DoctorView", "EntryView", "ImpactView"}:
        from skillgap.render import upkeep_records

        upkeep: dict[str, Callable[[Any], Record]] = {
            "DoctorView": upkeep_records.doctor_data,
            "EntryView": upkeep_records.entry_data,
            "ImpactView": upkeep_records.impact_data,
        }
        return upkeep[name]
    return _of_planning(name)


def _of_planning(name: str) -> Callable[[Any], Record]:
    from skillgap.render import plan_records

    projections: dict[str, Callable[[Any], Record]] = {
        "FundingView": plan_records.funding_data,
        "PlanView": plan_records.plan_data,
        "WhatIfView": plan_records.whatif_data,
        "WhyView": plan_records.why_data,
    }
    return projections[name]


def _check(view: CheckView) -> Record:
    problems = [problem_record(problem) for problem in view.check.problems]
    return {"counts": dict(view.check.counts), "problems": problems}


def _explore(view: ExploreView) -> Record:
    occupations = [_fit(fit) for fit in view.fits]
    return {"occupations": occupations, "matches": _matches(view.matches)}


def _list(view: ListView) -> Record:
    from skillgap.render.full_records import list_data

    return list_data(view)


def _show(view: ShowView) -> Record:
    from skillgap.render.full_records import show_data

    return show_data(view)


def _stats(view: StatsView) -> Record:
    from skillgap.render.full_records import stats_data

    return stats_data(view)


def _profile(view: ProfileView) -> Record:
    from skillgap.render.profile_records import profile_data

    return profile_data(view)


def _profile_change(view: ProfileChangeView) -> Record:
    from skillgap.render.profile_records import change_data

    return change_data(view)


def _forget(view: ForgetView) -> Record:
    from skillgap.render.profile_records import forget_data

    return forget_data(view)


def _intake(view: IntakeView) -> Record:
    from skillgap.render.intake_records import intake_data

    return intake_data(view)


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
            {"occupation": found.id, "kind": kind, "text": text, "source": source}
            for found in advice.occupations
            for kind, text, source in needs(found)
        ],
        "matches": _matches(view.matches),
    }


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


_PROJECTIONS: dict[type, Callable[[Any], Record]] = {
    CheckView: _check,
    ExploreView: _explore,
    ForgetView: _forget,
    GapView: _gap,
    IntakeView: _intake,
    ListView: _list,
    MatchesView: _match,
    ProfileChangeView: _profile_change,
    ProfileView: _profile,
    RecommendView: _recommend,
    ShowView: _show,
    StatsView: _stats,
}
