"""The plan, step by step and in time, and the credentials it was chosen from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.model.plan import Means
from skillgap.render.blocks import (
    Block,
    Column,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
    address,
)
from skillgap.render.plan_words import outcome_sentence
from skillgap.render.quantities import percent, quantity
from skillgap.render.report.section import Section
from skillgap.render.views.parts import issuer_name, quoted, said
from skillgap.render.views.plan_steps import study_time, timeline
from skillgap.render.views.recommend import closing_words
from skillgap.render.words import delivery, languages

if TYPE_CHECKING:
    from skillgap.model import Recommendation
    from skillgap.model.plan import Step
    from skillgap.render.blocks import Cell
    from skillgap.render.report.record import Report


def planned(report: Report) -> Section:
    """What to take, in order; then what adds most, time and money aside."""
    plan = report.view.plan
    blocks: list[Block] = []
    if plan.outcome == "planned":
        blocks.append(Paragraph(_lead(plan.means)))
        for step in plan.steps:
            blocks += _step(step)
        # The blocks of a view stand a level higher: there the plan is the document.
        blocks += [
            one._replace(level=3) if isinstance(one, Heading) else one
            for one in timeline(plan)
        ]
    else:
        blocks.append(Paragraph(outcome_sentence(plan.outcome)))
    return Section("plan", _("Your plan"), (*blocks, *_recommended(report)))


def _lead(means: Means) -> str:
    if means == Means():
        return _(
            "Take these courses in this order. Together they bring you furthest. You "
            "named no hours a week and no budget, so none limit the plan."
        )
    return _(
        "Take these courses in this order. Together they bring you furthest within "
        "the time and money that you named."
    )


def _step(step: Step) -> list[Block]:
    title = _("{number}. {name}").format(
        number=step.order, name=said(step.credential.name)
    )
    return [Heading(title, 3), Fields(_facts(step))]


def _facts(step: Step) -> tuple[tuple[str, Cell], ...]:
    credential = step.credential
    opens = (
        _("opens the way to {name}").format(name=quoted(said(each.name)))
        for each in step.opens
    )
    before = credential.prerequisites.text or ""
    after = _("you have {share} of what the work asks for")
    where = _("{place}; language: {language}").format(
        place=delivery(credential.delivery), language=languages(credential.languages)
    )
    return (
        (_("Given by"), issuer_name(credential.issuer, credential.unit)),
        (_("You learn"), "; ".join((*map(closing_words, step.closes), *opens))),
        (_("Time and cost"), f"{quantity(step.hours)}; {quantity(step.cost)}"),
        (_("When"), "; ".join(study_time(step))),
        (_("Where"), where),
        (_("Needed before"), before),
        (_("After it"), after.format(share=percent(step.coverage_after))),
        (_("We read it at"), address(credential.source.url)),
    )


def _recommended(report: Report) -> list[Block]:
    rows = report.recommended
    if not rows:
        return []
    chosen = {step.credential.id for step in report.view.plan.steps}
    lead = _(
        "These courses add most, each to those above it. This list does not look at "
        "your time and money; the plan above does."
    )
    columns = (
        Column(_("Credential"), least=28, leading=True),
        Column(_("Adds"), numeric=True),
        Column(_("Hours"), numeric=True),
        Column(_("Cost"), numeric=True),
        Column(_("In your plan")),
    )
    told = tuple(_row(row, planned=row.credential.id in chosen) for row in rows)
    heading = Heading(_("What adds most"), 3)
    return [heading, Paragraph(lead), Table(columns, told)]


def _row(row: Recommendation, *, planned: bool) -> Row:
    credential = row.credential
    issuer = issuer_name(credential.issuer, credential.unit)
    return Row(
        (
            (said(credential.name), issuer),
            f"+{percent(row.adds)}",
            quantity(credential.hours),
            quantity(credential.cost),
            _("yes") if planned else _("no"),
        )
    )
