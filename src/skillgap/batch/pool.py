"""Chunks of a roster worked on by processes of this machine, given back in order."""

from __future__ import annotations

import os
import signal
from collections import deque
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process, resource_tracker
from threading import Thread
from typing import TYPE_CHECKING

from skillgap.batch.dealing import Dealer
from skillgap.batch.reporter import advisor_for
from skillgap.catalogue import load_catalogue
from skillgap.errors import DataError, Problem
from skillgap.locale import _, use_language
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.synchronize import Event
    from pathlib import Path

    from skillgap.batch.advisor import Advisor
    from skillgap.batch.dealing import Part
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
        spawn = get_context("spawn")
        is_over = spawn.Event()
        # Reports take so long that whichever process is free had best make them.
        sizes = [jobs] if settings.report else [1] * jobs
        start = (place, settings, is_over)
        pools = [ProcessPoolExecutor(size, spawn, _start, start) for size in sizes]
        try:
            if settings.report:
                yield from _in_order(pools[0], chunks, jobs * _AHEAD)
            else:
                yield from _dealt(pools, chunks)
        except BrokenProcessPool as error:
            message = _("A working process was ended from outside.")
            hint = _("What is done so far is kept: run the same again.")
            problem = Problem("error", "process", message, hint=hint)
            raise DataError(problem) from error
        finally:
            # Processes are waited for, but at most for a chunk that is begun: one that
            # is killed may leave the others waiting for ever for what it had locked.
            is_over.set()
            for pool in pools:
                pool.shutdown(cancel_futures=True)

    return work


def _dealt(
    pools: Sequence[ProcessPoolExecutor], chunks: Iterable[list[Row]]
) -> Iterator[Done]:
    """Chunks dealt out to processes that each do what they know."""

    def send(
        process: int, rows: Sequence[Row], learnt: Sequence[bytes]
    ) -> Future[Part]:
        with _uninterrupted():
            return pools[process].submit(_work_part, rows, learnt)

    return Dealer(len(pools), send).each(chunks)


def _in_order(
    pool: ProcessPoolExecutor, chunks: Iterable[list[Row]], ahead: int
) -> Iterator[Done]:
    """What becomes of each chunk, in order; a bounded number is held at a time."""
    waiting: deque[Future[Done]] = deque()
    for chunk in chunks:
        with _uninterrupted():
            waiting.append(pool.submit(_work, chunk))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes that a terminal's interrupt does not reach from their birth.

    It is for the one that hands out the work, which is told of it right after.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Starting the tracker lets interrupts through again: it is started before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_advisors: list[Advisor] = []
_over: list[Event] = []


def _start(place: Place, settings: Settings, is_over: Event) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _over[:] = [is_over]
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
    if _over[0].is_set():
        raise CancelledError
    return _advisors[0].work(rows)


def _work_part(rows: Sequence[Row], learnt: Sequence[bytes]) -> Part:
    if _over[0].is_set():
        raise CancelledError
    advisor = _advisors[0]
    advisor.share()
    for each in learnt:
        advisor.learn(each)
    return advisor.lines(rows), advisor.learnt()
