"""Rows dealt out to processes: who gets what, who hears of what, in which order."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from skillgap.batch import dealing
from skillgap.batch.dealing import Dealer
from skillgap.batch.row import FIELDS, Row
from skillgap.batch.work import Made

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pytest


def row(number: int, target: str) -> Row:
    cells = dict.fromkeys(FIELDS, "") | {"id": str(number), "target": target}
    return Row(number, tuple(cells.values()))


class Processes:
    """They do what they are given at once, or when they are let."""

    def __init__(self, *, at_once: bool = True) -> None:
        self.at_once = at_once
        self.given: list[tuple[int, list[int], list[bytes]]] = []
        self.begun: list[tuple[Future[tuple[list[Made], bytes]], int, list[Row]]] = []

    def send(
        self, process: int, rows: Sequence[Row], learnt: Sequence[bytes]
    ) -> Future[tuple[list[Made], bytes]]:
        self.given.append((process, [one.number for one in rows], list(learnt)))
        future: Future[tuple[list[Made], bytes]] = Future()
        self.begun.append((future, process, list(rows)))
        if self.at_once:
            self.finish()
        return future

    def finish(self) -> None:
        for future, process, rows in self.begun:
            made = [Made(b"%d\n" % one.number, b"", is_advised=True) for one in rows]
            future.set_result((made, b"by %d of %d" % (process, rows[0].number)))
        self.begun = []


def test_rows_with_one_aim_go_to_one_process_and_come_back_in_order() -> None:
    processes = Processes()
    dealer = Dealer(2, processes.send)
    first = [row(at, target) for at, target in enumerate("abacab")]
    second = [row(at, target) for at, target in enumerate("bbad", start=6)]
    done = list(dealer.each([first, second]))
    assert [one.results for one in done] == [
        b"0\n1\n2\n3\n4\n5\n",
        b"6\n7\n8\n9\n",
    ]
    assert [one.rows for one in done] == [6, 4]
    assert processes.given == [
        (0, [0, 2, 4], []),
        (1, [1, 3, 5], []),
        (0, [8, 9], [b"by 1 of 1"]),
        (1, [6, 7], [b"by 0 of 0"]),
    ]


def test_a_process_that_is_far_behind_is_passed_by(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dealing, "_BEHIND", 2)
    processes = Processes(at_once=False)
    dealer = Dealer(2, processes.send)

    def chunks() -> Iterator[list[Row]]:
        yield [row(at, "a") for at in range(8)]
        processes.finish()

    (done,) = dealer.each(chunks())
    assert done.results.split() == [b"%d" % at for at in range(8)]
    assert [one[:2] for one in processes.given] == [
        (0, [0, 1, 2, 4, 6]),
        (1, [3, 5, 7]),
    ]


@given(
    st.lists(st.lists(st.sampled_from(["", "a", "b", "c"]), min_size=1, max_size=9)),
    st.integers(1, 4),
)
def test_every_row_is_done_once_whoever_does_it(
    chunks: list[list[str]], processes: int
) -> None:
    number, rows = 0, []
    for chunk in chunks:
        rows.append([row(number + at, target) for at, target in enumerate(chunk)])
        number += len(chunk)
    done = list(Dealer(processes, Processes().send).each(rows))
    assert [one.rows for one in done] == [len(chunk) for chunk in chunks]
    lines = b"".join(one.results for one in done).split()
    assert list(map(int, lines)) == list(range(number))
