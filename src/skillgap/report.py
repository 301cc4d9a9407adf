"""Everything about one person and one occupation, gathered for a plan or a report.

Advice and rendering know nothing of each other; here they meet for all that write
reports: the command for one person, the batch for many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.record import Record

if TYPE_CHECKING:
    from datetime import date

    from skillgap.advice import Filters, Wishes
    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Held, Match, Occupation
    from skillgap.model.eligibility import Applicant
    from skillgap.model.plan import Given, Means, Plan
    from skillgap.render.plan_result import PlanView
    from skillgap.render.report import ProgramAnswer, Report

RECOMMENDED = 5


class Case(Record):
    """What is asked for one person: the work, what they said and have, their limits.

    ``others`` are the further occupations that the person is told of beside it;
    ``chosen`` says that the person named none, so that all of them were chosen.
    """

    occupation: Occupation
    matches: tuple[Match, ...]
    credentials: tuple[Credential, ...]
    means: Means
    wishes: Wishes
    others: tuple[Occupation, ...] = ()
    chosen: bool = False

    def held(self, catalogue: Catalogue) -> dict[str, Held]:
        """The skills held: by what was understood, and by the credentials."""
        from skillgap import advice

        held = advice.hold(self.matches, catalogue)
        return advice.hold_also(held, self.credentials, catalogue)


def make_plan_view(
    case: Case, catalogue: Catalogue, *, compare: bool = False, tried: bool = True
) -> PlanView:
    """The plan, the verdict on it, how firm it is, and what else there is.

    With ``tried`` the plan is made again with other weights and other numbers for
    unknown ones: that takes most of the time.
    """
    from skillgap import advice
    from skillgap.render import PlanView

    held = case.held(catalogue)
    occupation, means, wishes = case.occupation, case.means, case.wishes
    made = advice.make_plan(occupation, held, catalogue, means=means, wishes=wishes)
    plans = (
        advice.compare_plans(occupation, held, catalogue, means=means, wishes=wishes)
        if compare
        else {}
    )
    task = advice.make_task(occupation, held, catalogue, means, wishes)
    chosen = [step.credential.id for step in made.steps] if tried else []
    return PlanView(
        plan=made,
        verdict=advice.judge(made, held, catalogue),
        matches=case.matches,
        alternatives=tuple(plans.items()),
        more=advice.credentials_that_add_most(made, held, catalogue, wishes),
        stability=advice.try_weights(task, chosen) if chosen else None,
        decisive=advice.find_decisive_unknowns(task, chosen) if chosen else (),
        funding=wishes.funding,
        bases={basis.id: basis for basis in catalogue.bases()},
        sources={source.id: source for source in catalogue.sources()},
    )


def make_report(  # noqa: PLR0913 (one keyword for each thing that may be chosen)
    case: Case,
    catalogue: Catalogue,
    applicant: Applicant,
    *,
    name: str = "",
    made: date | None = None,
    tried: bool = True,
) -> Report:
    """All that a report says of one person; pure, so ``made`` is the caller's day.

    Without ``tried`` (see ``make_plan_view``) it leaves out how firm the plan is.
    """
    from skillgap import advice
    from skillgap.render.report import Report

    view = make_plan_view(case, catalogue, tried=tried)
    held = case.held(catalogue)
    recommended = advice.recommend(
        [case.occupation],
        held,
        catalogue,
        filters=case.wishes.filters,
        top=RECOMMENDED,
        taken=case.wishes.taken,
    )
    return Report(
        view=view,
        info=catalogue.info,
        inputs=fingerprint(case, applicant),
        recommended=recommended.recommendations,
        programs=_programs(view.plan, catalogue, applicant),
        credentials=case.credentials,
        name=name,
        made=made,
        others=tuple(advice.find_gap(one, held, catalogue) for one in case.others),
        chosen=case.chosen,
    )


def _programs(
    plan: Plan, catalogue: Catalogue, applicant: Applicant
) -> tuple[ProgramAnswer, ...]:
    from skillgap import advice
    from skillgap.render.report import ProgramAnswer

    if plan.outcome == "covered":
        return ()  # there is nothing to pay for
    return tuple(
        ProgramAnswer(
            advice.ask_for_person(program, applicant),
            tuple(
                advice.ask_for_credential(
                    program, step.credential, step.hours, step.days
                )
                for step in plan.steps
            ),
        )
        for program in catalogue.funding()
    )


def fingerprint(case: Case, applicant: Applicant) -> str:
    """What was asked, as a hash: the same words and limits give the same.

    Only what differs from the defaults counts, so an option that comes later changes
    no fingerprint of those who do not use it.
    """
    import json
    from hashlib import sha256

    wishes = case.wishes
    said = [(one.phrase, one.level, one.level_basis) for one in case.matches]
    told = {
        "occupation": case.occupation.id,
        "said": said,
        "understood": [one.skill.id if one.skill else None for one in case.matches],
        "held": sorted(one.id for one in case.credentials),
        "means": _told(case.means),
        "filters": _told(wishes.filters),
        "given": _told(wishes.given),
        "funding": wishes.funding.id if wishes.funding else None,
        "without": sorted(wishes.without),
        "applicant": _told(applicant),
    }
    text = json.dumps(told, sort_keys=True, default=str)
    return f"sha256:{sha256(text.encode()).hexdigest()}"


def _told(record: Applicant | Filters | Given | Means) -> dict[str, Any]:
    """The fields of a record that are not as they are when nothing is said."""
    usual = record._field_defaults
    return {
        name: value for name, value in record._asdict().items() if value != usual[name]
    }
