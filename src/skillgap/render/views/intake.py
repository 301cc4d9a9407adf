"""``catalogue import`` and its kin: rows in, kept, and dropped for which reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
)
from skillgap.render.quantities import number, percent
from skillgap.render.views.parts import to_try
from skillgap.render.words import part_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.model.intake import Counted, Dropped
    from skillgap.render.intake_result import IntakeView
    from skillgap.render.result import Result

_MOST_PROPOSED = 30


def document(result: Result, *, explain: bool) -> Document:
    """Where the catalogue stands, what is in it, and the account of every row."""
    view = cast("IntakeView", result.data)
    blocks: list[Block] = [Paragraph(_verdict(view))]
    if view.counts:
        pairs = tuple((part_name(p), number(n)) for p, n in view.counts.items() if n)
        blocks += [Heading(_("What is in it")), Fields(pairs)]
    blocks += [Heading(_("Rows")), _rows(view)]
    blocks += _proposed(view, explain=explain)
    blocks += _conflicts(view)
    if view.notes:
        blocks.append(Bullets(view.notes, _("Good to know")))
    if view.unread and explain:
        items = tuple(
            _("{file}: {reason}").format(file=each.name, reason=each.reason)
            for each in view.unread
        )
        blocks.append(Bullets(items, _("Files not read")))
    return Document((*blocks, *to_try(result.next_commands)))


def _verdict(view: IntakeView) -> str:
    text = _("Would be written to {place}.") if view.dry_run else _("Written: {place}")
    return text.format(place=view.place)


def _rows(view: IntakeView) -> Table:
    columns = (
        Column(_("Part"), least=20, leading=True),
        Column(_("Rows"), numeric=True),
        Column(_("Kept"), numeric=True),
        Column(_("Dropped"), numeric=True),
    )
    rows = tuple(_row(part) for part in view.counted)
    return Table(columns, rows, _("Reason"))


def _row(part: Counted) -> Row:
    lost = part.rows - part.kept
    cells = (part.name, number(part.rows), number(part.kept), number(lost))
    return Row(cells, tuple(_reason(reason) for reason in part.dropped))


def _reason(dropped: Dropped) -> str:
    text = _("{number}: {reason}").format(
        number=number(dropped.rows), reason=dropped.reason
    )
    if dropped.example:
        text += " " + _("(for example {example})").format(example=dropped.example)
    return text


def _proposed(view: IntakeView, *, explain: bool) -> Iterator[Block]:
    if not view.proposed:
        return
    columns = (
        Column(_("Credential"), least=24, leading=True),
        Column(_("Words"), least=12),
        Column(_("Skill"), least=12),
        Column(_("Sure"), numeric=True),
        Column(_("Written")),
    )
    shown = view.proposed if explain else view.proposed[:_MOST_PROPOSED]
    yield Heading(_("Skills proposed, for you to judge"))
    yield Table(
        columns,
        tuple(
            Row(
                (
                    each.credential,
                    each.phrase,
                    each.skill,
                    percent(each.confidence),
                    _("yes") if each.accepted else _("no"),
                )
            )
            for each in shown
        ),
    )
    if len(shown) < len(view.proposed):
        text = _("{number} more: add --explain, or --format json.")
        yield Paragraph(text.format(number=number(len(view.proposed) - len(shown))))


def _conflicts(view: IntakeView) -> Iterator[Block]:
    if not view.conflicts:
        return
    columns = (
        Column(_("Conflict"), least=20, leading=True),
        Column(_("Key")),
        Column(_("Kept")),
        Column(_("Otherwise")),
        Column(_("Source")),
    )
    yield Heading(_("Stated otherwise: what stands, and what it differs from"))
    yield Table(columns, tuple(Row(tuple(each)) for each in view.conflicts))
