"""The steps of a plan as a table, its totals, and its time as a drawn line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, ngettext
from skillgap.render.blocks import Block, Column, Heading, Paragraph, Row, Span, Table
from skillgap.render.blocks import Timeline as TimelineBlock
from skillgap.render.quantities import money, number, percent, quantity
from skillgap.render.reasons import reason_sentence
from skillgap.render.views.parts import issuer_name, quoted, said
from skillgap.render.views.recommend import closing_words
from skillgap.render.words import delivery, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.model import Basis
    from skillgap.model.plan import Plan, Step


def steps_table(plan: Plan, bases: Mapping[str, Basis], *, explain: bool) -> Table:
    """A row for each credential, in the order to take them."""
    columns = (
        Column(_("Step"), numeric=True, ranking=True),
        Column(_("Credential"), least=28, leading=True),
        Column(_("Issuer"), least=22, priority=9, quiet=True),
        Column(_("Closes"), least=26, priority=2),
        Column(_("Reaches"), numeric=True, priority=3),
        Column(_("Hours"), numeric=True, priority=4),
        Column(_("Cost"), numeric=True, priority=5),
        Column(_("When"), least=12, priority=1),
        Column(_("Delivery"), priority=7),
        Column(_("OSAP"), priority=6),
    )
    rows = tuple(_row(step, bases, explain=explain) for step in plan.steps)
    return Table(columns, rows, _("Why"))


def _row(step: Step, bases: Mapping[str, Basis], *, explain: bool) -> Row:
    credential = step.credential
    opens = (
        _("opens the way to {name}").format(name=quoted(said(each.name)))
        for each in step.opens
    )
    cells = (
        str(step.order),
        said(credential.name),
        issuer_name(credential.issuer, credential.unit),
        (*map(closing_words, step.closes), *opens),
        percent(step.coverage_after),
        quantity(step.hours),
        quantity(step.cost),
        study_time(step),
        delivery(credential.delivery),
        listed(credential.osap),
    )
    reasons = step.reasons if explain else ()
    notes = (reason_sentence(reason, bases, named=False) for reason in reasons)
    return Row(cells, tuple(notes))


def study_time(step: Step) -> tuple[str, ...]:
    """The study period, how long it is, and when the credential must be renewed."""
    parts = []
    if step.start and step.end:
        period = _("{start} to {end}").format(start=step.start, end=step.end)
        parts.append(period)
    else:
        parts.append(_("any time"))
    if step.days is not None and not step.start:
        weeks = max(1, round(step.days / 7))
        words = ngettext("about {weeks} week", "about {weeks} weeks", weeks)
        parts.append(words.format(weeks=weeks))
    if step.expires:
        parts.append(_("renew by {date}").format(date=step.expires))
    elif step.credential.validity_years:
        years = number(step.credential.validity_years)
        parts.append(_("valid for {years} years").format(years=years))
    return tuple(parts)


def timeline(plan: Plan) -> list[Block]:
    """The study periods as a line of time, where dates or a pace are given."""
    steps = [step for step in plan.steps if step.days]
    if len(steps) != len(plan.steps) or not steps:
        return []
    whole = sum(step.days or 0 for step in steps)
    spans, gone = [], 0
    for step in steps:
        days = step.days or 0
        spans.append(
            Span(
                said(step.credential.name),
                gone / whole,
                (gone + days) / whole,
                ", ".join(study_time(step)),
            )
        )
        gone += days
    blocks: list[Block] = [Heading(_("In time")), TimelineBlock(tuple(spans))]
    if plan.start:
        text = _(
            "The dates say when you could study. When a course begins is the issuer's "
            "to say: ask before you count on it."
        )
        blocks.append(Paragraph(text))
    return blocks


def totals_table(plans: Iterable[tuple[str, Plan]]) -> Table:
    """Plans side by side: how far, how long, how much."""
    columns = (
        Column(_("Plan"), least=10, leading=True),
        Column(_("Coverage"), numeric=True),
        Column(_("Hours"), numeric=True),
        Column(_("Cost"), numeric=True),
        Column(_("Credentials"), numeric=True, priority=2),
        Column(_("End"), priority=1),
    )
    rows = tuple(
        Row(
            (
                name,
                percent(plan.coverage_after),
                _("{hours} h").format(hours=number(plan.hours)),
                money(plan.cost, plan.means.currency),
                str(len(plan.steps)),
                str(plan.end or _("any time")),
            )
        )
        for name, plan in plans
    )
    return Table(columns, rows)
