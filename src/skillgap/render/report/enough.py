"""The verdict: whether the plan is enough, what is left, and how sure all this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, ngettext
from skillgap.render.blocks import Block, Heading, Paragraph
from skillgap.render.plan_words import (
    assumed_amount,
    decisive_sentence,
    verdict_sentences,
)
from skillgap.render.quantities import number, percent
from skillgap.render.report.section import Section, capital, listed
from skillgap.render.views.also_needed import also_needed
from skillgap.render.views.parts import (
    issuer_name,
    occupation_name,
    said,
    skill_names,
)
from skillgap.render.words import credential_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.model.plan import Assumption
    from skillgap.render.plan_result import PlanView
    from skillgap.render.report.record import Report

_SHOWN = 3


def enough(report: Report) -> Section:
    """Whether short credentials lead there, and what else does."""
    view = report.view
    verdict, plan = view.verdict, view.plan
    blocks: list[Block] = [Paragraph(text) for text in verdict_sentences(verdict, plan)]
    blocks += [
        *listed(_("No course here teaches"), skill_names(verdict.not_taught)),
        *_lower(also_needed((plan.occupation,), view.sources)),
        *listed(_("Longer programs that teach more"), _longer(view)),
        *listed(_("Other work that would be nearer"), _nearer(view)),
        *listed(_("Would help most after this plan"), _more(view)),
        *listed(_("How sure this is"), _sureness(view)),
        *listed(_("Where we had to estimate"), _estimates(view)),
    ]
    return Section("verdict", _("Is it enough?"), tuple(blocks))


def _lower(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks of a view under a section: their headings stand one level lower."""
    for block in blocks:
        yield block._replace(level=3) if isinstance(block, Heading) else block


def _longer(view: PlanView) -> Iterator[str]:
    for program in view.verdict.longer:
        one = program.credential
        yield _("{name}, {issuer}: {why}").format(
            name=said(one.name),
            issuer=issuer_name(one.issuer),
            why=said(program.why_longer),
        )


def _nearer(view: PlanView) -> Iterator[str]:
    for one in view.verdict.nearer:
        yield _("{occupation}: {now} now, {after} after this plan").format(
            occupation=occupation_name(one.occupation),
            now=percent(one.coverage_before),
            after=percent(one.coverage_after),
        )


def _more(view: PlanView) -> Iterator[str]:
    for effect in view.more:
        yield _("{name}: +{adds}, to {after}").format(
            name=said(effect.credential.name),
            adds=percent(effect.adds),
            after=percent(effect.coverage_after),
        )


def _sureness(view: PlanView) -> Iterator[str]:
    plan = view.plan
    if plan.outcome == "planned":
        yield (
            _("We tried every choice: no other brings you further within your limits.")
            if plan.status == "optimal"
            else _("We did not try every choice: a better plan may exist.")
        )
    if view.stability:
        text = _(
            "How much each skill matters is a judgement. We changed it a little, "
            "{draws} times. Your first course stayed first {first} of the times."
        )
        share = percent(view.stability.first)
        yield text.format(draws=view.stability.draws, first=share)
    yield from map(decisive_sentence, view.decisive[:_SHOWN])
    if left_out := sum(number for _name, number in plan.set_aside):
        text = ngettext(
            "{number} more credential would help, but does not keep to your limits or "
            "is mostly about other things.",
            "{number} more credentials would help, but do not keep to your limits or "
            "are mostly about other things.",
            left_out,
        )
        yield text.format(number=left_out)


def _estimates(view: PlanView) -> Iterator[str]:
    for one in view.plan.assumptions:
        yield _estimate(one, view.plan.means.currency)


def _estimate(one: Assumption, currency: str) -> str:
    if one.what == "rate":
        text = _("We counted one {code} as {rate} {currency}.")
        rate = number(one.value)
        return text.format(code=one.about, rate=rate, currency=currency)
    texts = {
        ("hours", "person"): _(
            "{kind}: hours unknown. We counted {value}, as you said."
        ),
        ("cost", "person"): _(
            "{kind}: price unknown. We counted {value}, as you said."
        ),
        ("hours", ""): _(
            "{kind}: hours unknown. We counted {value}, the middle of {count} that are "
            "published."
        ),
        ("cost", ""): _(
            "{kind}: price unknown. We counted {value}, the middle of {count} that are "
            "published."
        ),
    }
    text = texts[one.what, "person" if one.basis == "person" else ""]
    return text.format(
        kind=capital(credential_kind(one.about)),
        value=assumed_amount(one),
        count=one.stated,
    )
