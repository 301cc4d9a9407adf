"""The JSON form of ``cohort``: what is suppressed is null, never zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.render.records import credential_record
from skillgap.render.views.parts import said

if TYPE_CHECKING:
    from skillgap.model.cohort import Cohort, Intake
    from skillgap.render.cohort_result import CohortView

    Record = dict[str, Any]


def cohort_data(view: CohortView) -> Record:
    """The group as plain values."""
    cohort = view.cohort
    return {
        "results": view.results,
        "clients": cohort.clients,
        "errors": cohort.errors,
        "smallest_group": cohort.smallest,
        "reach": cohort.reach,
        "outcomes": [
            {"outcome": name, "clients": count} for name, count in cohort.outcomes
        ],
        "lacked": _lacked(cohort),
        "lacked_by_few": cohort.few_lack,
        "occupations": [
            {**one._asdict(), "title": said(one.title) if one.occupation else ""}
            for one in cohort.standings
        ],
        "occupations_joined": cohort.joined,
        "intake": _intake(cohort.intake),
    }


def _lacked(cohort: Cohort) -> list[Record]:
    return [
        {
            "skill": {"id": one.skill, "label": said(one.label)},
            "clients": one.clients,
            "share": one.share,
            "taught": one.taught,
        }
        for one in cohort.lacked
    ]


def _intake(intake: Intake) -> Record:
    return {
        "most": intake.most,
        "status": intake.status,
        "coverage_before": intake.before,
        "coverage_after": intake.after,
        "bound": intake.bound,
        "clients": intake.clients,
        "credentials": [
            {
                "credential": credential_record(one.credential),
                "clients": one.clients,
                "adds_alone": one.adds,
            }
            for one in intake.credentials
        ],
    }
