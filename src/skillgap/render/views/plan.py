"""``plan``: the verdict first, then the steps, what they rest on, and what else."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _, ngettext
from skillgap.render.blocks import Block, Document, Fields, Heading, Paragraph
from skillgap.render.plan_words import (
    aim_name,
    assumption_sentence,
    decisive_sentence,
    not_taught,
    verdict_sentences,
)
from skillgap.render.quantities import money, number, percent
from skillgap.render.views.also_needed import also_needed
from skillgap.render.views.parts import (
    bullets,
    occupation_name,
    said,
    source_name,
    to_try,
    understood,
)
from skillgap.render.views.plan_steps import steps_table, timeline, totals_table
from skillgap.render.views.recommend import set_aside

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model.plan import Plan
    from skillgap.render.plan_result import PlanView
    from skillgap.render.result import Result

_DECISIVE_SHOWN = 3


def document(result: Result, *, explain: bool) -> Document:
    """What the plan comes to, the plan, and what would change it."""
    view = cast("PlanView", result.data)
    blocks: list[Block] = [
        *(Paragraph(text) for text in verdict_sentences(view.verdict, view.plan)),
        *understood(view.matches, explain=False),
        *_plan(view, explain=explain),
        *_alternatives(view),
        *_assumptions(view.plan),
        *_firmness(view, explain=explain),
        *_funding(view),
        *_beyond(view),
        *to_try(result.next_commands),
    ]
    return Document(tuple(blocks))


def _plan(view: PlanView, *, explain: bool) -> list[Block]:
    plan = view.plan
    blocks: list[Block] = [Heading(_("Your plan"))]
    if plan.outcome != "planned":
        return [*blocks, Fields(_now(plan))]
    blocks += [
        Fields((*_now(plan), *_totals(plan))),
        steps_table(plan, view.bases, explain=explain),
        *timeline(plan),
    ]
    return blocks


def _now(plan: Plan) -> tuple[tuple[str, str], ...]:
    now = percent(plan.coverage_before)
    after = percent(plan.coverage_after)
    coverage = _("{now} now, {after} after this plan").format(now=now, after=after)
    if plan.coverage_after == plan.coverage_before:
        coverage = now
    return (
        (_("Occupation"), occupation_name(plan.occupation)),
        (_("Coverage"), coverage),
    )


def _totals(plan: Plan) -> tuple[tuple[str, str], ...]:
    currency = plan.means.currency
    hours = _("{hours} h").format(hours=number(plan.hours))
    assumed_hours = _("{hours} h").format(hours=number(plan.hours_assumed))
    pairs = [
        (_("Hours"), _with_assumed(hours, assumed_hours, plan.hours_assumed)),
        (
            _("Cost"),
            _with_assumed(
                money(plan.cost, currency),
                money(plan.cost_assumed, currency),
                plan.cost_assumed,
            ),
        ),
    ]
    if plan.start and plan.end:
        pairs.append((_("Study"), _period(plan)))
    return (*pairs, (_("Best possible"), _proof(plan)))


def _with_assumed(total: str, assumed: str, value: float) -> str:
    if not value:
        return total
    return _("{total}, of which {assumed} assumed").format(total=total, assumed=assumed)


def _period(plan: Plan) -> str:
    return _("from {start} to {end}").format(start=plan.start, end=plan.end)


def _proof(plan: Plan) -> str:
    if plan.status == "optimal":
        return _("yes, proven: nothing here reaches more within these limits")
    room = plan.bound - plan.coverage_after
    text = _("within {room} of it: proven that no plan reaches more than {share}")
    return text.format(room=percent(room), share=percent(plan.bound))


def _alternatives(view: PlanView) -> list[Block]:
    if not view.alternatives:
        return []
    named = [(aim_name(name), plan) for name, plan in view.alternatives]
    blocks: list[Block] = [Heading(_("Side by side")), totals_table(named)]
    for name, plan in named:
        names = (said(step.credential.name) for step in plan.steps)
        blocks += bullets(name, names, label=name)
    return blocks


def _assumptions(plan: Plan) -> list[Block]:
    return bullets(
        _("Assumed, and yours to change"),
        (assumption_sentence(one, plan.means.currency) for one in plan.assumptions),
        label=_("Assumed"),
    )


def _firmness(view: PlanView, *, explain: bool) -> list[Block]:
    """How the plan stands when ratings move, and which unknowns matter."""
    sentences = _stability(view)
    shown = view.decisive if explain else view.decisive[:_DECISIVE_SHOWN]
    sentences += map(decisive_sentence, shown)
    left = len(view.decisive) - len(shown)
    if left:
        text = ngettext(
            "{number} more unknown would change the plan (--explain shows it).",
            "{number} more unknowns would change the plan (--explain shows them).",
            left,
        )
        sentences.append(text.format(number=left))
    return bullets(_("How firm this is"), sentences, label=_("Firmness"))


def _stability(view: PlanView) -> list[str]:
    if view.stability is None:
        return []
    text = _(
        "With every importance moved at random by up to {moved} either way, the first "
        "choice stays first in {first} of {draws} draws."
    )
    return [
        text.format(
            moved=percent(view.stability.moved),
            first=percent(view.stability.first),
            draws=view.stability.draws,
        )
    ]


def _funding(view: PlanView) -> list[Block]:
    program = view.funding
    if program is None:
        return []
    noted = (
        _("{rule} (source: {source}, {date})").format(
            rule=said(rule.text),
            source=source_name(rule.source, view.sources),
            date=rule.as_of or _("not dated"),
        )
        for rule in program.rules
    )
    title = _("Rules kept as far as they are known: {program}")
    blocks = bullets(title.format(program=said(program.name)), noted, label=_("Rule"))
    ask = _("This is no decision: ask the school before you enrol.")
    return [*blocks, Paragraph(ask)]


def _beyond(view: PlanView) -> list[Block]:
    """What the plan leaves open, and what leads further or elsewhere."""
    verdict = view.verdict
    return [
        *bullets(
            _("Taught by no credential here"),
            not_taught(verdict.not_taught, view.plan.gap),
            label=_("Not taught"),
        ),
        *bullets(_("Would add most after this plan"), _more(view), label=_("More")),
        *bullets(_("Longer programs"), _longer(view), label=_("Longer program")),
        *bullets(_("Nearer occupations"), _nearer(view), label=_("Nearer")),
        *also_needed((view.plan.occupation,), view.sources),
        *set_aside(view.plan.set_aside),
    ]


def _more(view: PlanView) -> Iterable[str]:
    for effect in view.more:
        yield _("{name}: +{adds}, to {after}").format(
            name=said(effect.credential.name),
            adds=percent(effect.adds),
            after=percent(effect.coverage_after),
        )


def _longer(view: PlanView) -> Iterable[str]:
    for program in view.verdict.longer:
        credential = program.credential
        yield _("{name}, {issuer}: {why}").format(
            name=said(credential.name),
            issuer=said(credential.issuer.name),
            why=said(program.why_longer),
        )


def _nearer(view: PlanView) -> Iterable[str]:
    for one in view.verdict.nearer:
        yield _("{occupation}: {now} now, {after} after this plan").format(
            occupation=occupation_name(one.occupation),
            now=percent(one.coverage_before),
            after=percent(one.coverage_after),
        )
