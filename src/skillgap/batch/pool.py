"""Chunks of a roster worked on by processes of this machine, given back in order."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING

from skillgap.batch.reporter import advisor_for
from skillgap.catalogue import load_catalogue
from skillgap.errors import DataError, Problem
from skillgap.locale import _, use_language
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from skillgap.batch.advisor import Advisor
    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings
    from skillgap.batch.work import Done

    Work = Callable[[Iterable[list[Row]]], Iterator[Done]]

_AHEAD = 3
"""Chunks that wait for each process: enough to keep it busy, few enough to hold."""


class Place(Record):
    """Where each process finds the catalogue, and what it must turn out to be."""

    folder: Path | None
    cache: Path | None
    fingerprint: str


def in_processes(place: Place, settings: Settings, jobs: int) -> Work:
    """Work done by a number of processes.

    Raises (when it is run):
        DataError: a process was ended from outside; what was appended is kept.
    """

    def work(chunks: Iterable[list[Row]]) -> Iterator[Done]:
        pool = ProcessPoolExecutor(
            jobs, get_context("spawn"), _start, (place, settings)
        )
        with pool:
            try:
                yield from in_order(pool, chunks, jobs * _AHEAD)
            except BrokenProcessPool as error:
                message = _("A working process was ended from outside.")
                hint = _("What is done so far is kept: run the same again.")
                problem = Problem("error", "process", message, hint=hint)
                raise DataError(problem) from error
            finally:
                pool.shutdown(cancel_futures=True)

    return work


def in_order(
    pool: ProcessPoolExecutor, chunks: Iterable[list[Row]], ahead: int
) -> Iterator[Done]:
    """What becomes of each chunk, in order; a bounded number is held at a time."""
    waiting: deque[Future[Done]] = deque()
    for chunk in chunks:
        waiting.append(pool.submit(_work, chunk))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


_advisors: list[Advisor] = []


def _start(place: Place, settings: Settings) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    use_language(settings.language)
    catalogue = load_catalogue(place.folder, cache=place.cache)
    if catalogue.info.fingerprint != place.fingerprint:
        raise RuntimeError("the catalogue changed while the batch was running")
    _advisors[:] = [advisor_for(settings, catalogue)]


def _end_with_parent() -> None:
    """Leave when the process that hands out the work is gone, however it went."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(rows: Sequence[Row]) -> Done:
    return _advisors[0].work(rows)
