"""A batch from its roster to its folder: in order, in chunks, from where it stopped."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from itertools import islice
from typing import TYPE_CHECKING, Any, Self

from skillgap.batch import results
from skillgap.batch.row import Meter, row_problem, said
from skillgap.batch.summary import HEADER, csv_line
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from skillgap.batch.results import Results
    from skillgap.batch.roster import Roster
    from skillgap.batch.row import Row
    from skillgap.batch.work import Done

    Work = Callable[[Iterable[list[Row]]], Iterator[Done]]
    Report = Callable[["State"], None]

CHUNK = 250
"""Rows between two checkpoints."""


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


def run(roster: Roster, folder: Results, work: Work, report: Report) -> State:
    """Append the lines of all rows that are not there yet.

    Raises:
        DataError: the roster cannot be read, or the folder not written.
    """
    folder.begin(csv_line(HEADER).encode())
    start = folder.at.rows
    meter = Meter()
    state = State(start, folder.at.failed, 0.0, start)
    if folder.at.finished:
        return state
    rows = unique(roster.rows(meter), roster.shown)
    for _row in islice(rows, start):
        pass
    for done in work(chunks(rows)):
        folder.append(done)
        state = State(folder.at.rows, folder.at.failed, meter.share, start)
        report(state)
    return state


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


class Seen:
    """The rows that ids first stood in."""

    def __enter__(self) -> Self:
        # A temporary database on disk, gone when it is closed.
        self._ids = sqlite3.connect("")
        self._ids.execute("PRAGMA journal_mode = OFF")
        self._ids.execute(
            "CREATE TABLE seen (id BLOB PRIMARY KEY, row INTEGER) WITHOUT ROWID"
        )
        return self

    def __exit__(self, *_error: object) -> None:
        self._ids.close()

    def first(self, id_: str, row: int) -> int:
        """The row in which an id first stood: this one where it is new."""
        key = hashlib.blake2b(id_.encode("utf-8", "replace"), digest_size=16).digest()
        added = self._ids.execute(
            "INSERT OR IGNORE INTO seen VALUES (?, ?)", (key, row)
        )
        if added.rowcount:
            return row
        found = self._ids.execute("SELECT row FROM seen WHERE id = ?", (key,))
        number: int = found.fetchone()[0]
        return number


def finish(
    folder: Results, manifest: bytes, others: dict[str, Callable[[Path], None]]
) -> None:
    """Make the folder whole."""
    if not folder.at.finished:
        folder.prepare(manifest, others)
    folder.publish((results.RESULTS, results.SUMMARY, *others))
