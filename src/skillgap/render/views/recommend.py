"""``recommend``: what closes the gap, in which order, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _, ngettext
from skillgap.render.blocks import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
)
from skillgap.render.quantities import percent, quantity
from skillgap.render.reasons import reason_sentence
from skillgap.render.views.also_needed import also_needed
from skillgap.render.views.parts import (
    bullets,
    coverage_note,
    data_facts,
    issuer_name,
    quoted,
    said,
    skill_names,
    to_try,
    understood,
)
from skillgap.render.words import (
    delivery,
    filter_name,
    level,
    listed,
)

if TYPE_CHECKING:
    from skillgap.model import Closing, Gap, Recommendation
    from skillgap.render.result import RecommendView, Result


_CLOSE = 0.2
"""Below this coverage on average, what was chosen for somebody is no close fit."""


def document(result: Result, *, explain: bool) -> Document:
    """Phrases, the gap before, the ranking, and what it leaves open."""
    view = cast("RecommendView", result.data)
    advice = view.recommendations
    if not advice.occupations:
        return _nothing_to_advise(view, result)
    blocks: list[Block] = [
        *understood(view.matches, explain=False),
        *_targets(view),
        Heading(_("Credentials that close the gap")),
        *_ranking(
            view, explain=explain, today=result.info.as_of if result.info else ""
        ),
        *bullets(
            _("Taught by no credential here"),
            skill_names(advice.not_taught),
            label=_("Not taught"),
        ),
        *set_aside(advice.set_aside),
        *also_needed(advice.occupations, view.sources),
        *to_try(result.next_commands),
    ]
    return Document(tuple(blocks))


def _nothing_to_advise(view: RecommendView, result: Result) -> Document:
    """No occupation was named, and no skill was understood to choose one by."""
    text = _(
        "None of your words is a skill that an occupation in demand asks for, so none"
        " could be chosen. Say it in other words, or name an occupation with --for."
    )
    blocks = [
        *understood(view.matches, explain=True),
        Heading(_("Where you stand")),
        Paragraph(text),
        *to_try(result.next_commands),
    ]
    return Document(tuple(blocks))


def _targets(view: RecommendView) -> list[Block]:
    advice = view.recommendations
    blocks: list[Block] = [Heading(_("Where you stand"))]
    if advice.chosen_for_person:
        text = _(
            "You named no occupation. These in-demand ones fit your skills best and"
            " were chosen for you."
        )
        blocks.append(Paragraph(text))
    columns = (
        Column(_("Occupation"), least=24, leading=True),
        Column(_("NOC"), priority=2),
        Column(_("Coverage now"), priority=0, numeric=True),
        Column(_("Covered"), priority=1, numeric=True),
        Column(_("Below level"), priority=1, numeric=True),
        Column(_("Missing"), priority=1, numeric=True),
    )
    blocks.append(Table(columns, tuple(_gap_row(gap) for gap in advice.gaps)))
    if len(advice.gaps) > 1:
        text = _("On average you cover {share} of what they ask for.")
        share = percent(advice.coverage_before)
        blocks.append(Paragraph(text.format(share=share)))
    if advice.chosen_for_person and advice.coverage_before < _CLOSE:
        blocks.append(Paragraph(_from_afar()))
    blocks.append(Paragraph(coverage_note()))
    return blocks


def _from_afar() -> str:
    return _(
        "They fit only from afar so far. Say more of what you can do, or name the work "
        "that you aim at with --for."
    )


def _gap_row(gap: Gap) -> Row:
    counts = (len(gap.covered), len(gap.below_level), len(gap.missing))
    occupation = gap.occupation
    return Row(
        (
            said(occupation.title),
            occupation.noc or "",
            percent(gap.coverage),
            *map(str, counts),
        )
    )


def _ranking(view: RecommendView, *, explain: bool, today: str) -> list[Block]:
    rows = view.recommendations.recommendations
    if not rows:
        return [Paragraph(_("No credential here closes any part of this gap."))]
    table = Table(
        _columns(),
        tuple(_ranked_row(row, view, explain=explain, today=today) for row in rows),
        _("Why"),
    )
    return [Paragraph(_order(view.rank_by)), table]


def _order(rank_by: str) -> str:
    orders = {
        "alone": _("Ranked by what each would add by itself."),
        "value": _("Ranked by what each adds for its hours."),
        "hours": _("Ranked by hours, the shortest first."),
        "cost": _("Ranked by cost, the cheapest first."),
    }
    return orders.get(rank_by) or _("Ranked by what each adds to those above it.")


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Rank"), numeric=True, ranking=True),
        Column(_("Credential"), least=28, leading=True),
        Column(_("Issuer"), least=22, priority=9, quiet=True),
        Column(_("Closes"), least=26, priority=1),
        Column(_("Adds"), numeric=True, priority=2),
        Column(_("Reaches"), numeric=True, priority=3),
        Column(_("Hours"), numeric=True, priority=4),
        Column(_("Cost"), numeric=True, priority=5),
        Column(_("Delivery"), priority=6),
        Column(_("OSAP"), priority=7),
        Column(_("Data"), least=20, priority=8),
    )


def _ranked_row(
    row: Recommendation, view: RecommendView, *, explain: bool, today: str
) -> Row:
    credential = row.credential
    cells = (
        str(row.rank),
        said(credential.name),
        issuer_name(credential.issuer, credential.unit),
        _closes(row),
        f"+{percent(row.adds)}",
        percent(row.coverage_after),
        quantity(credential.hours),
        quantity(credential.cost),
        delivery(credential.delivery),
        listed(credential.osap),
        data_facts(credential, today),
    )
    reasons = row.reasons if explain else ()
    named = len(view.recommendations.occupations) > 1
    notes = (reason_sentence(reason, view.bases, named=named) for reason in reasons)
    return Row(cells, tuple(notes))


def _closes(row: Recommendation) -> tuple[str, ...]:
    """What it closes, and the credentials below that ask for it first."""
    opens = (
        _("opens the way to {name}").format(name=quoted(said(each.name)))
        for each in row.opens
    )
    return (*map(closing_words, row.closes), *opens)


def closing_words(closing: Closing) -> str:
    """A skill and how far a credential takes it."""
    name, to = said(closing.skill.label), level(closing.level_to)
    if closing.level_from == 0:
        return _("{skill} (to {level})").format(skill=name, level=to)
    return _("{skill} ({start} to {level})").format(
        skill=name, start=level(closing.level_from), level=to
    )


def set_aside(counts: tuple[tuple[str, int], ...]) -> list[Block]:
    """How many credentials that would help each filter leaves out."""
    return bullets(
        _("Set aside"),
        (
            ngettext(
                "{filter}: {number} credential that would help",
                "{filter}: {number} credentials that would help",
                number,
            ).format(filter=filter_name(name), number=number)
            for name, number in counts
        ),
        label=_("Set aside"),
    )
