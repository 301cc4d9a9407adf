"""``catalogue impact``: whose advice an edit changes, and by how much."""

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
from skillgap.render.quantities import number, percent
from skillgap.render.views.parts import bullets, occupation_name, said, to_try
from skillgap.render.words import level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.model.impact import (
        Answer,
        Example,
        Impact,
        OccupationImpact,
        Swap,
    )
    from skillgap.render.result import Result
    from skillgap.render.upkeep_result import ImpactView

_SHOWN = 15
_SWAPS = 2
_EXAMPLES = 5
_PHRASES = 4


def document(result: Result, *, explain: bool) -> Document:
    """How much changes in a sentence, where in a table, for whom in sentences."""
    view = cast("ImpactView", result.data)
    impact = view.impact
    shown = impact.affected if explain else impact.affected[:_SHOWN]
    blocks: list[Block] = [Paragraph(_summary(impact))]
    if view.threshold is not None:
        blocks.append(Paragraph(_judged(impact, view.threshold)))
    if shown:
        blocks += [Heading(_("Occupations")), _table(impact, shown)]
    if len(shown) < len(impact.affected):
        text = _("{number} more: add --explain, or --format json.")
        more = len(impact.affected) - len(shown)
        blocks.append(Paragraph(text.format(number=number(more))))
    examples = [
        _example(one, example)
        for one in shown
        for example in one.examples[: None if explain else 1]
    ][: None if explain else _EXAMPLES]
    blocks += bullets(_("For example"), examples, label=_("Example"))
    blocks += _otherwise(impact)
    return Document((*blocks, *to_try(result.next_commands)))


def _summary(impact: Impact) -> str:
    text = ngettext(
        "{changed} of {answers} answers changes ({share}): {people} made-up people, "
        "each asked about {occupations} occupations.",
        "{changed} of {answers} answers change ({share}): {people} made-up people, "
        "each asked about {occupations} occupations.",
        impact.changed,
    )
    return text.format(
        changed=number(impact.changed),
        answers=number(impact.answers),
        share=percent(impact.share),
        people=number(impact.people),
        occupations=number(impact.occupations),
    )


def _judged(impact: Impact, threshold: float) -> str:
    if impact.share > threshold:
        text = _("That is more than the {share} that were allowed.")
    else:
        text = _("That is within the {share} that are allowed.")
    return text.format(share=percent(threshold))


def _table(impact: Impact, shown: tuple[OccupationImpact, ...]) -> Table:
    columns = (
        Column(_("Occupation"), least=24, leading=True),
        Column(_("People"), numeric=True),
        Column(_("Coverage"), numeric=True, priority=1),
        Column(_("First recommendation"), numeric=True, priority=1),
        Column(_("Verdict"), numeric=True, priority=1),
        Column(_("Mean change"), numeric=True, priority=2),
        Column(_("Largest change"), numeric=True, priority=2),
    )
    return Table(columns, tuple(_row(impact, one) for one in shown), _("Instead"))


def _row(impact: Impact, one: OccupationImpact) -> Row:
    counts = (one.changed, one.coverage, one.first, one.verdict)
    moves = (points(one.mean), points(one.largest))
    firsts = [_swapped(swap, impact) for swap in one.firsts[:_SWAPS]]
    verdicts = [
        ngettext(
            "once the verdict {after} instead of {before}",
            "{count} times the verdict {after} instead of {before}",
            swap.people,
        ).format(
            count=number(swap.people),
            after=_verdict(swap.after or ""),
            before=_verdict(swap.before or ""),
        )
        for swap in one.verdicts[:_SWAPS]
    ]
    name = occupation_name(one.occupation)
    return Row((name, *map(number, counts), *moves), (*firsts, *verdicts))


def points(share: float) -> str:
    """A change of coverage in percentage points, with its sign; nothing for none."""
    moved = round(100 * share, 1)
    if not moved:
        return ""
    sign = "+" if moved > 0 else "\u2212"
    return _("{number} points").format(number=sign + number(abs(moved), decimals=1))


def _swapped(swap: Swap, impact: Impact) -> str:
    text = ngettext(
        "once {after} is first instead of {before}",
        "{count} times {after} is first instead of {before}",
        swap.people,
    )
    names = {
        name: _("nothing") if id_ is None else said(impact.credentials[id_].name)
        for name, id_ in (("after", swap.after), ("before", swap.before))
    }
    return text.format(count=number(swap.people), **names)


def _verdict(kind: str) -> str:
    return {
        "reaches": _("reaches it"),
        "partly": _("leads part of the way"),
        "not_by_short_credentials": _("not by short credentials"),
    }.get(kind, kind)


def _example(one: OccupationImpact, example: Example) -> str:
    text = _(
        "{occupation}, for person {number} ({phrases}): {before}; now {after}."
    ).format(
        occupation=occupation_name(one.occupation),
        number=example.person.number,
        phrases=", ".join(_phrases(example)),
        before=_told(example.before),
        after=_told(example.after),
    )
    return str(text)


def _phrases(example: Example) -> Iterator[str]:
    """The first few phrases of a person, with their levels."""
    phrases = example.person.phrases
    for phrase, reached in phrases[:_PHRASES]:
        yield f"{phrase}: {level(reached)}"
    if len(phrases) > _PHRASES:
        yield "…"


def _told(answer: Answer) -> str:
    first = _("nothing") if answer.first is None else said(answer.first.name)
    return _("coverage {share}, first {first}, {verdict}").format(
        share=percent(answer.coverage), first=first, verdict=_verdict(answer.verdict)
    )


def _otherwise(impact: Impact) -> list[Block]:
    """Phrases that are understood otherwise; occupations that came or went."""
    phrases = [
        _("{phrase}: {before}, now {after}").format(
            phrase=one.phrase,
            before=one.before or _("nothing"),
            after=one.after or _("nothing"),
        )
        for one in impact.phrases[:_SHOWN]
    ]
    return [
        *bullets(_("Understood otherwise"), phrases, label=_("Phrase")),
        *bullets(_("New occupations"), map(occupation_name, impact.added)),
        *bullets(_("Occupations that went"), map(occupation_name, impact.removed)),
    ]
