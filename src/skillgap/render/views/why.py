"""``why``: what one credential does for an occupation, with it and without."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import Block, Document, Fields, Heading
from skillgap.render.quantities import percent
from skillgap.render.views.parts import (
    bullets,
    issuer_name,
    occupation_name,
    said,
    to_try,
    understood,
)
from skillgap.render.views.recommend import closing_words
from skillgap.render.words import filter_name, level, yes_or_no

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model.verdict import Why
    from skillgap.render.plan_result import WhyView
    from skillgap.render.result import Result


def document(result: Result, *, explain: bool) -> Document:
    """The credential's own share, the plans with and without it, and what adds more."""
    view = cast("WhyView", result.data)
    credential = view.why.credential
    blocks: list[Block] = [
        *understood(view.matches, explain=explain),
        Heading(said(credential.name)),
        Fields(
            (
                (_("Issuer"), issuer_name(credential.issuer, credential.unit)),
                (_("Occupation"), occupation_name(view.occupation)),
                *_effects(view.why),
            )
        ),
        *bullets(_("Closes"), map(closing_words, view.why.closes), label=_("Closes")),
        *bullets(_("Why not"), map(filter_name, view.why.refused), label=_("Why not")),
        *bullets(_("One more skill that adds most"), _skills(view), label=_("Skill")),
        *to_try(result.next_commands),
    ]
    return Document(tuple(blocks))


def _effects(why: Why) -> tuple[tuple[str, str], ...]:
    with_it = why.coverage_with
    rank = _("none: those above teach the same") if why.alone else _("not among them")
    if why.rank is not None:
        rank = str(why.rank)
    elif why.refused:
        rank = _("not among them")
    return (
        (_("Adds by itself"), f"+{percent(why.alone)}"),
        (_("Rank among the recommendations"), rank),
        (_("In the best plan"), yes_or_no(why.planned)),
        (
            _("Best plan with it reaches"),
            _("no plan can take it") if with_it is None else percent(with_it),
        ),
        (_("Best plan without it reaches"), percent(why.coverage_without)),
    )


def _skills(view: WhyView) -> Iterable[str]:
    for one in view.skills:
        yield _("{skill} at {level} level: +{adds}, to {after}").format(
            skill=said(one.skill.label),
            level=level(one.level),
            adds=percent(one.adds),
            after=percent(one.coverage_after),
        )
