"""``replay`` and ``diff``: whether answers differ, why they may, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _, ngettext
from skillgap.render.blocks import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
)
from skillgap.render.cause_words import cause_sentence, what_name
from skillgap.render.difference_words import difference_sentence
from skillgap.render.quantities import number
from skillgap.render.record_result import BatchDiffView, DiffView, ReplayView
from skillgap.render.views.parts import bullets, to_try

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model.history import Cause, ClientDifference, Difference
    from skillgap.render.record_result import BatchReplayView
    from skillgap.render.result import Result

_CAUSES_SHOWN = 20


def document(result: Result, *, explain: bool) -> Document:
    """The verdict first, then why, then each difference."""
    view = result.data
    if isinstance(view, ReplayView):
        blocks = _replay(view, explain=explain)
    elif isinstance(view, DiffView):
        blocks = _diff(view, explain=explain)
    else:
        blocks = _batch(cast("BatchDiffView | BatchReplayView", view), explain=explain)
    return Document((*blocks, *to_try(result.next_commands)))


def _replay(view: ReplayView, *, explain: bool) -> list[Block]:
    if view.identical:
        text = _("Identical: the same inputs give the same answer today.")
    else:
        text = _("It differs: the same inputs give another answer today.")
    return [
        Paragraph(text),
        *_causes(view.causes, identical=view.identical, explain=explain),
        *_differences(view.differences),
    ]


def _diff(view: DiffView, *, explain: bool) -> list[Block]:
    same = not view.differences
    if same:
        text = _("No difference: both give the same advice.")
    else:
        count = len(view.differences)
        told = ngettext("{number} difference.", "{number} differences.", count)
        text = told.format(number=number(count))
    return [
        Paragraph(text),
        *_differences(view.differences),
        *_causes(view.causes, identical=same, explain=explain),
    ]


def _batch(view: BatchDiffView | BatchReplayView, *, explain: bool) -> list[Block]:
    names = {
        "same": _("Same advice"),
        "changed": _("Advice changed"),
        "new": _("New clients"),
        "gone": _("Clients no longer there"),
    }
    columns = (Column(_("Clients"), leading=True), Column(_("Number"), numeric=True))
    rows = [Row((names[name], number(count))) for name, count in view.counts]
    blocks: list[Block] = [Table(columns, tuple(rows))]
    if view.kinds:
        kinds = (
            Column(_("What changed"), leading=True),
            Column(_("Clients"), numeric=True),
        )
        told = tuple(Row((what_name(k), number(n))) for k, n in view.kinds)
        blocks += [Heading(_("What changed, for how many")), Table(kinds, told)]
    blocks += _causes(view.causes, identical=not view.kinds, explain=explain)
    return [*blocks, *_clients(view)]


def _clients(view: BatchDiffView | BatchReplayView) -> list[Block]:
    if not view.clients:
        return []
    columns = (Column(_("Client"), leading=True), Column(_("What changed"), least=40))
    rows = tuple(Row((one.client, _told(one))) for one in view.clients)
    blocks: list[Block] = [Heading(_("Client by client")), Table(columns, rows)]
    counts = dict(view.counts)
    left = sum(counts.get(name, 0) for name in ("changed", "new", "gone")) - len(
        view.clients
    )
    if left:
        text = ngettext(
            "{number} more client differs: --top shows more.",
            "{number} more clients differ: --top shows more.",
            left,
        )
        blocks.append(Paragraph(text.format(number=number(left))))
    return blocks


def _told(one: ClientDifference) -> tuple[str, ...]:
    if one.state == "new":
        return (_("new in these results"),)
    if one.state == "gone":
        return (_("no longer in these results"),)
    return tuple(map(difference_sentence, one.differences))


def _differences(found: Iterable[Difference]) -> list[Block]:
    sentences = map(difference_sentence, found)
    return bullets(_("What differs"), sentences, label=_("Differs"))


def _causes(
    causes: tuple[Cause, ...], *, identical: bool, explain: bool
) -> list[Block]:
    """What else differs; of many entries the first few, unless all are asked for."""
    if not causes:
        if identical:
            return []
        text = _("Neither version nor catalogue differ from those of then.")
        return [Paragraph(text)]
    title = _("What changed without effect") if identical else _("Why it may differ")
    shown = causes if explain else causes[:_CAUSES_SHOWN]
    sentences = tuple(map(cause_sentence, shown))
    blocks: list[Block] = [Heading(title), Bullets(sentences, _("Changed"))]
    if left := len(causes) - len(shown):
        text = _("{number} more: add --explain, or --format json.")
        blocks.append(Paragraph(text.format(number=number(left))))
    return blocks
