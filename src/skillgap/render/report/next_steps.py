"""What to do next: a short numbered list for Monday morning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.blocks import Bullets, Paragraph
from skillgap.render.quantities import number
from skillgap.render.report.section import Section
from skillgap.render.report.told import unclear
from skillgap.render.views.parts import issuer_name, occupation_name, quoted, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.model.plan import Plan
    from skillgap.render.plan_result import PlanView
    from skillgap.render.report.record import Report


def next_steps(report: Report) -> Section:
    """What can be done at once, the first thing first."""
    view = report.view
    actions = (
        *_licence(view),
        *_words(view),
        *_room(view.plan),
        *_first_course(view.plan),
        *_money(report),
        *_time(view.plan),
        *_elsewhere(view),
    )
    title = _("What to do next")
    lead = _("Start on Monday morning. One thing at a time, in this order.")
    if not actions:
        actions = (_("Look at job postings for this work, and apply."),)
    return Section(
        "next", title, (Paragraph(lead), Bullets(actions, title, ordered=True))
    )


def _words(view: PlanView) -> Iterator[str]:
    if phrases := unclear(view.matches):
        text = _("Say these in other words, and ask for a new report: {phrases}.")
        yield text.format(phrases=", ".join(map(quoted, phrases)))


def _licence(view: PlanView) -> Iterator[str]:
    if "licence" in view.verdict.obstacles:
        body = view.verdict.licence.body if view.verdict.licence else None
        text = _("Call the body that licenses this work. Ask what you need.")
        if body:
            text = _("Call {body}. They license this work. Ask what you need.")
        yield text.format(body=body)
    if "degree" in view.verdict.obstacles:
        yield _(
            "This work asks for a university degree. Talk to a counsellor about it "
            "before you pay for courses."
        )


def _room(plan: Plan) -> Iterator[str]:
    """Where courses would help and none fits: what would let some in."""
    if plan.outcome in ("nothing_fits", "no_time"):
        yield _(
            "See how to find more hours a week or more money, and who may pay. Then "
            "ask for a new report."
        )
    if plan.outcome == "all_set_aside":
        yield _(
            "Say which of your wishes about courses can give way (how, where, in which "
            "language, how long, at what price). Then ask for a new report."
        )


def _first_course(plan: Plan) -> Iterator[str]:
    if not plan.steps:
        return
    one = plan.steps[0].credential
    text = _(
        "Write to or call {issuer} about {name}. Ask four things: when does it start, "
        "how many hours does it take, what does it cost, and can I join?"
    )
    yield text.format(issuer=issuer_name(one.issuer), name=quoted(said(one.name)))


def _money(report: Report) -> Iterator[str]:
    names = [said(one.person.program.name) for one in report.programs]
    if names and report.view.plan.steps:
        text = _(
            "Ask the school, before you enrol, whether it can be paid by: {names}."
        )
        yield text.format(names=", ".join(names))


def _time(plan: Plan) -> Iterator[str]:
    if not plan.steps:
        return
    hours = plan.means.hours_per_week
    if hours is None:
        yield _("Decide how many hours a week you can study. Keep them free.")
        return
    text = _("Keep {hours} hours a week free for study. Put them in your calendar.")
    yield text.format(hours=number(hours))


def _elsewhere(view: PlanView) -> Iterator[str]:
    if view.verdict.kind != "reaches" and view.verdict.nearer:
        nearest = occupation_name(view.verdict.nearer[0].occupation)
        yield _("Look at work that is nearer, such as: {occupation}.").format(
            occupation=nearest
        )
