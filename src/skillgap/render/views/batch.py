"""``batch``: how many clients were advised, and where the results are."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import Block, Column, Document, Row, Table
from skillgap.render.quantities import number

if TYPE_CHECKING:
    from skillgap.render.batch_result import BatchView
    from skillgap.render.result import Result


def document(result: Result, *, explain: bool) -> Document:
    """The counts and the files."""
    del explain
    view = cast("BatchView", result.data)
    counts = Table(
        (Column(_("Clients"), leading=True), Column(_("Number"), numeric=True)),
        (
            Row((_("in the roster"), number(view.clients))),
            Row((_("advised"), number(view.clients - view.failed))),
            Row((_("not advised (see the problems)"), number(view.failed))),
            *_resumed(view),
        ),
    )
    files = Table(
        (Column(_("File"), leading=True), Column(_("What is in it"))),
        tuple(Row((f"{view.folder}/{name}", _told(name))) for name in view.files),
    )
    blocks: list[Block] = [counts, files]
    return Document(tuple(blocks))


def _resumed(view: BatchView) -> tuple[Row, ...]:
    if not view.resumed_at:
        return ()
    return (Row((_("of them done by an earlier run"), number(view.resumed_at))),)


def _told(name: str) -> str:
    words = {
        "results.jsonl": _("a line of JSON for each client"),
        "summary.csv": _("a row for each client"),
        "summary.xlsx": _("the same as an Excel workbook"),
    }
    return words.get(name, "")
