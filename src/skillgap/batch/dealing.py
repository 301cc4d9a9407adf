"""Rows dealt out to processes so that what is new is learnt once, given back in order.

Rows with the same aim go to the same process, which lays it out; so long as that one is
not behind the others. What phrases mean, each process tells the others by way of the
one that deals. What the lines say depends on none of this.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from skillgap.batch.pieces import Kept
from skillgap.batch.work import Made, joined
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    from skillgap.batch.row import Cell, Row
    from skillgap.batch.work import Done

    Part = tuple[list[Made], bytes]
    """What became of some rows, and what was learnt by them."""

    Send = Callable[[int, Sequence[Row], Sequence[bytes]], Future[Part]]
    """Gives rows to a process, with what others learnt."""

_BEHIND = 250
"""Rows that a process may have more to do than another before it is passed by."""

_AHEAD = 2
"""Chunks that are dealt beyond one for each process: enough to keep all of them busy,
few enough to hold, and to hear soon what others learnt."""


_MOST_TOLD = 64


class _Dealt(Record):
    """Rows of a chunk that a process has, by their places in it."""

    process: int
    places: list[int]
    part: Future[Part]


class Dealer:
    """Deals the rows of chunks to a number of processes.

    Args:
        processes: how many there are.
        send: gives rows to one of them.
    """

    def __init__(self, processes: int, send: Send) -> None:
        self._send = send
        self._all = range(processes)
        self._to_do = [0] * processes
        self._learnt = [_told_later() for _process in self._all]
        self._knows: Kept = Kept(self._idlest)
        self._open: list[_Dealt] = []

    def each(self, chunks: Iterable[list[Row]]) -> Iterator[Done]:
        """What becomes of each chunk, in order; a bounded number is held at a time."""
        waiting: deque[list[_Dealt]] = deque()
        for chunk in chunks:
            waiting.append(self._deal(chunk))
            if len(waiting) >= len(self._all) + _AHEAD:
                yield _together(waiting.popleft())
        while waiting:
            yield _together(waiting.popleft())

    def _deal(self, chunk: Sequence[Row]) -> list[_Dealt]:
        self._hear()
        hands: list[list[int]] = [[] for _process in self._all]
        for place, row in enumerate(chunk):
            process = self._process_for(row.cell("target"))
            hands[process].append(place)
            self._to_do[process] += 1
        return [self._hand(at, chunk, hand) for at, hand in enumerate(hands) if hand]

    def _hand(self, process: int, chunk: Sequence[Row], places: list[int]) -> _Dealt:
        rows = [chunk[place] for place in places]
        learnt, self._learnt[process] = self._learnt[process], _told_later()
        dealt = _Dealt(process, places, self._send(process, rows, [*learnt]))
        self._open.append(dealt)
        return dealt

    def _hear(self) -> None:
        """Take note of what is done, and of what was learnt by it."""
        dealt, self._open = self._open, []
        for one in dealt:
            if not one.part.done():
                self._open.append(one)
                continue
            self._to_do[one.process] -= len(one.places)
            _made, learnt = one.part.result()
            for other in self._all:
                if learnt and other != one.process:
                    self._learnt[other].append(learnt)

    def _process_for(self, target: Cell) -> int:
        idlest = self._idlest()
        # Who names no aim has any; each process lays out what it meets.
        known: int = self._knows(target) if target else idlest
        behind = self._to_do[known] - self._to_do[idlest]
        return idlest if behind > _BEHIND else known

    def _idlest(self, _target: Cell = "") -> int:
        return min(self._all, key=self._to_do.__getitem__)


def _told_later() -> deque[bytes]:
    """What a process is still to be told; the oldest goes where it gets no rows."""
    return deque(maxlen=_MOST_TOLD)


def _together(dealt: Sequence[_Dealt]) -> Done:
    """What became of a chunk, its rows in order again."""
    made: dict[int, Made] = {}
    for one in dealt:
        lines, _learnt = one.part.result()
        made.update(zip(one.places, lines, strict=True))
    return joined([made[place] for place in sorted(made)])
