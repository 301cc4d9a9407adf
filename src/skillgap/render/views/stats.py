"""``catalogue stats``: what a catalogue holds, and whose work it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import (
    Block,
    Column,
    Document,
    Fields,
    Heading,
    Row,
    Table,
)
from skillgap.render.quantities import number, percent
from skillgap.render.views.parts import said, to_try
from skillgap.render.words import part_name, slice_name, stale_kind

if TYPE_CHECKING:
    from skillgap.catalogue import CatalogueStats
    from skillgap.model import CatalogueSource
    from skillgap.render.result import Result, StatsView


def document(result: Result, *, explain: bool) -> Document:
    """The counts, the taught shares, old facts, and every source with its licence."""
    del explain
    stats = cast("StatsView", result.data).stats
    blocks: list[Block] = []
    if result.info is not None:
        info = result.info
        blocks.append(Heading(said(info.title), 1))
        blocks.append(
            Fields(((_("Facts as of"), info.as_of), (_("Region"), info.region)))
        )
    blocks += [
        Heading(_("What is in it")),
        Fields(tuple((part_name(p), number(n)) for p, n in stats.counts.items())),
        Heading(_("Requirements that a credential teaches")),
        _taught(stats),
        Heading(_("Fields")),
        _fields(stats),
        *_stale(stats),
        *(block for source in stats.sources for block in _source(source)),
    ]
    return Document((*blocks, *to_try(result.next_commands)))


def _taught(stats: CatalogueStats) -> Table:
    columns = (
        Column(_("Requirements"), least=26, leading=True),
        Column(_("Taught"), numeric=True),
        Column(_("Of"), numeric=True),
        Column(_("Share"), numeric=True),
    )
    rows = tuple(
        Row(
            (
                slice_name(each.name),
                number(each.taught),
                number(each.total),
                _("unknown") if each.share is None else percent(each.share),
            )
        )
        for each in stats.taught_share
    )
    return Table(columns, rows)


def _fields(stats: CatalogueStats) -> Table:
    columns = (
        Column(_("Field"), least=20, leading=True),
        Column(_("Occupations"), numeric=True),
        Column(_("Credentials"), numeric=True),
    )
    rows = tuple(
        Row(
            (said(each.field.label), number(each.occupations), number(each.credentials))
        )
        for each in stats.fields
    )
    return Table(columns, rows)


def _stale(stats: CatalogueStats) -> list[Block]:
    if not stats.stale:
        return []
    counts: dict[str, int] = {}
    oldest: dict[str, str] = {}
    for fact in stats.stale:
        counts[fact.kind] = counts.get(fact.kind, 0) + 1
        oldest[fact.kind] = min(oldest.get(fact.kind, fact.as_of), fact.as_of)
    columns = (
        Column(_("Old facts"), least=16, leading=True),
        Column(_("How many"), numeric=True),
        Column(_("Oldest")),
    )
    rows = tuple(
        Row((stale_kind(kind), number(count), oldest[kind]))
        for kind, count in counts.items()
    )
    return [Heading(_("Facts to check again")), Table(columns, rows)]


def _source(source: CatalogueSource) -> tuple[Block, Block]:
    return (
        Heading(source.title),
        Fields(
            (
                (_("Publisher"), source.publisher or ""),
                (_("As of"), source.as_of or ""),
                (_("Address"), source.url or ""),
                (_("Licence"), source.licence or _("unknown")),
                (_("Text of the licence"), source.licence_url or ""),
                (_("Attribution"), source.attribution or ""),
                (_("Note"), source.note or ""),
            )
        ),
    )
