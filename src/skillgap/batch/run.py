"""A batch from its roster to its folder: in order, in chunks, from where it stopped."""

from __future__ import annotations

import hashlib
import json
from itertools import islice
from typing import TYPE_CHECKING, Any

from skillgap.batch.manifest import REPORTS, RESULTS, SUMMARY, published
from skillgap.batch.named import with_stems
from skillgap.batch.row import Meter, row_problem, said
from skillgap.batch.seen import Seen
from skillgap.batch.summary import head
from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from skillgap.batch.results import Results
    from skillgap.batch.roster import Roster
    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings
    from skillgap.batch.work import Done

    Work = Callable[[Iterable[list[Row]]], Iterator[Done]]
    Report = Callable[["State"], None]

CHUNK = 250
"""Rows between two checkpoints."""

CHUNK_OF_REPORTS = 10
"""The same where each client gets a report, which takes a hundred times as long."""


class State(Record):
    """How far a run is: the clients done, those that failed, how far it read."""

    clients: int
    failed: int
    share: float
    resumed_at: int


def job_of(roster: Roster, what: dict[str, Any]) -> str:
    """The fingerprint of all that the results follow from."""
    text = json.dumps(what, sort_keys=True) + roster.fingerprint()
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def run(
    roster: Roster, folder: Results, work: Work, report: Report, settings: Settings
) -> State:
    """Append the lines of all rows that are not there yet.

    Raises:
        DataError: the roster cannot be read, or the folder not written.
    """
    reports = settings.report is not None
    folder.begin(head(reports=reports))
    start = folder.at.rows
    meter = Meter()
    state = State(start, folder.at.failed, 0.0, start)
    if folder.at.finished:
        return state
    if reports:
        _refuse_foreign(folder.folder)
    rows = unique(roster.rows(meter), roster.shown)
    if reports:
        rows = with_stems(rows, settings)
    for _row in islice(rows, start):
        pass
    for done in work(chunks(rows, CHUNK_OF_REPORTS if reports else CHUNK)):
        folder.append(done)
        state = State(folder.at.rows, folder.at.failed, meter.share, start)
        report(state)
    return state


def _refuse_foreign(folder: Path) -> None:
    """See that no folder of somebody else's would be in the way of the reports.

    Raises:
        DataError: there is one that no batch wrote.
    """
    ours = published(folder)
    if REPORTS not in ours and (folder / REPORTS).exists():
        message = _("There is already something called {name} in the folder.")
        hint = _("Move it away, or choose another folder with --output.")
        text = message.format(name=REPORTS)
        raise DataError(Problem("error", "output", text, str(folder), hint=hint))


def chunks(rows: Iterator[Row], size: int = CHUNK) -> Iterator[list[Row]]:
    """The rows in lists of one size; the last may be shorter."""
    while chunk := list(islice(rows, size)):
        yield chunk


def unique(rows: Iterable[Row], name: str) -> Iterator[Row]:
    """The rows; one whose id stood in an earlier row has that for its problem.

    The ids are kept on disk, by hash, so that memory does not grow with the roster.
    """
    with Seen() as seen:
        for row in rows:
            id_ = "" if row.problem else said(row.cell("id"))
            first = seen.first(id_, row.number) if id_ else row.number
            if first == row.number:
                yield row
                continue
            message = _("The client id is already that of row {number}.")
            told = row_problem(message.format(number=first), name, row.number)
            yield row._replace(problem=told)


def finish(
    folder: Results, manifest: bytes, others: dict[str, Callable[[Path], None]]
) -> None:
    """Make the folder whole."""
    if not folder.at.finished:
        folder.prepare(manifest, others)
    # Of what lies in a folder of its own, the folder is moved.
    places = dict.fromkeys(name.partition("/")[0] for name in others)
    folder.publish((RESULTS, SUMMARY, *places))
