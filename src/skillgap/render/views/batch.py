"""``batch``: how many clients were advised, and where the results are."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import Document, Fields
from skillgap.render.quantities import number
from skillgap.render.views.parts import bullets

if TYPE_CHECKING:
    from skillgap.render.batch_result import BatchView
    from skillgap.render.result import Result


def document(result: Result, *, explain: bool) -> Document:
    """The counts and the files."""
    del explain
    view = cast("BatchView", result.data)
    counts = [
        (_("Clients"), number(view.clients)),
        (_("Advised"), number(view.clients - view.failed)),
        (_("Not advised, with the reason in the results"), number(view.failed)),
        *_resumed(view),
        *_changed(view),
    ]
    files = (
        _("{file}: {what}").format(file=f"{view.folder}/{name}", what=_told(name))
        for name in view.files
    )
    return Document((Fields(tuple(counts)), *bullets(_("Results"), files)))


def _resumed(view: BatchView) -> list[tuple[str, str]]:
    if not view.resumed_at:
        return []
    return [(_("Done by an earlier run"), number(view.resumed_at))]


def _changed(view: BatchView) -> list[tuple[str, str]]:
    if view.since is None or view.written is None:
        return []
    text = _("{number} (compared with {folder}); only they are in the results")
    told = text.format(number=number(view.written), folder=view.since)
    return [(_("New, or their advice changed"), told)]


def _told(name: str) -> str:
    words = {
        "results.jsonl": _("a line of JSON for each client"),
        "summary.csv": _("a row for each client"),
        "records.jsonl": _("what each advice rests on, to replay it"),
        "summary.xlsx": _("the same as an Excel workbook"),
        "reports/index.html": _("a report for each client; this is the list of them"),
    }
    # Else it is the results of a partition, named as that is.
    return words.get(name) or words["results.jsonl"]
