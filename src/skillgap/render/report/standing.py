"""Where the person stands: the answer in short, and a drawn bar per requirement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, ngettext
from skillgap.model import LEVELS
from skillgap.render.blocks import Block, Fields, Heading, Meter, Meters, Paragraph
from skillgap.render.plan_words import verdict_sentences
from skillgap.render.quantities import median_wage, money, number, percent
from skillgap.render.report.section import Section, capital, listed
from skillgap.render.views.parts import said
from skillgap.render.words import level_with_basis, relation

if TYPE_CHECKING:
    from skillgap.model import Comparison, Gap
    from skillgap.model.plan import Plan
    from skillgap.render.report.record import Report

_WHOLE = len(LEVELS)


def in_short(report: Report) -> Section:
    """The verdict, how far it is now and after the plan, and what that takes."""
    view = report.view
    plan = view.plan
    blocks: list[Block] = [
        Paragraph(text) for text in verdict_sentences(view.verdict, plan)
    ]
    if report.chosen:
        text = _(
            "You named no work. Of the work in demand, this fits best what you can do."
        )
        blocks.append(Paragraph(text))
    key = _("Filled: now. Upright line: after the plan.")
    blocks += [Meters((_coverage(plan),), key), Fields(_totals(plan))]
    title = _("Other work that you named")
    if report.chosen:
        title = _("Other work that fits what you can do")
    blocks += listed(title, map(_other, report.others))
    return Section("in-short", _("In short"), tuple(blocks))


def standing(report: Report) -> Section:
    """Every requirement of the work beside what the person has."""
    gap = report.view.plan.gap
    everything = len(gap.covered) + len(gap.below_level) + len(gap.missing)
    lead = ngettext(
        "This work asks for {number} skill. You have {have} of them in full.",
        "This work asks for {number} skills. You have {have} of them in full.",
        everything,
    )
    note = _("“Assumed” means: nobody names a level, so we counted the usual one.")
    blocks: list[Block] = [
        Paragraph(lead.format(number=everything, have=len(gap.covered))),
        Paragraph(note),
        *_group(_("You do not have yet: {number}"), gap.missing),
        *_group(_("You have, but more is asked for: {number}"), gap.below_level),
        *_group(_("You have: {number}"), gap.covered),
    ]
    return Section("standing", _("Where you stand"), tuple(blocks))


def _other(gap: Gap) -> str:
    """A further occupation, and how much of it the person has."""
    text = _("{occupation}: you have {share} of what it asks for")
    return text.format(
        occupation=said(gap.occupation.title), share=percent(gap.coverage)
    )


def _coverage(plan: Plan) -> Meter:
    text = _("{now} of what the work asks for now").format(
        now=percent(plan.coverage_before)
    )
    if plan.coverage_after > plan.coverage_before:
        text = _("{now} of what the work asks for now, {after} after the plan").format(
            now=percent(plan.coverage_before), after=percent(plan.coverage_after)
        )
    return Meter(_("You have"), plan.coverage_before, plan.coverage_after, text)


def _totals(plan: Plan) -> tuple[tuple[str, str], ...]:
    pay = (_("Typical pay"), median_wage(plan.occupation.wage))
    if not plan.steps:
        return (pay,)
    courses = ngettext("{number} course", "{number} courses", len(plan.steps))
    pairs = [
        (_("To take"), courses.format(number=len(plan.steps))),
        (_("Hours of study"), _hours(plan)),
        (_("Cost"), _cost(plan)),
    ]
    if plan.start and plan.end:
        period = _("from {start} to {end}").format(start=plan.start, end=plan.end)
        pairs.append((_("When"), period))
    return (*pairs, pay)


def _hours(plan: Plan) -> str:
    whole = _("about {hours} h").format(hours=number(plan.hours))
    if not plan.hours_assumed:
        return whole
    text = _("{whole}; {part} of it is our estimate")
    part = _("{hours} h").format(hours=number(plan.hours_assumed))
    return text.format(whole=whole, part=part)


def _cost(plan: Plan) -> str:
    currency = plan.means.currency
    whole = money(plan.cost, currency)
    if not plan.cost_assumed:
        return whole
    text = _("{whole}; {part} of it is our estimate")
    return text.format(whole=whole, part=money(plan.cost_assumed, currency))


def _group(title: str, found: tuple[Comparison, ...]) -> list[Block]:
    if not found:
        return []
    heading = Heading(title.format(number=len(found)), 3)
    key = _("Filled: what you have. Upright line: what the work asks for.")
    return [heading, Meters(tuple(map(_requirement, found)), key)]


def _requirement(one: Comparison) -> Meter:
    text = _(
        "You have: {have}. Asked for: {need}. {relation}: importance {number} of 5."
    )
    parts = [
        text.format(
            have=level_with_basis(one.have, one.have_basis),
            need=level_with_basis(one.need, one.need_basis),
            relation=capital(relation(one.requirement.relation)),
            number=one.requirement.importance,
        )
    ]
    if one.satisfied_by:
        by = said(one.satisfied_by.label)
        parts.append(_("Counted through: {skill}.").format(skill=by))
    return Meter(
        said(one.skill.label),
        one.have / _WHOLE,
        one.need / _WHOLE,
        " ".join(parts),
        _WHOLE,
    )
