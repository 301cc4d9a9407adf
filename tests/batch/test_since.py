"""``batch --since``: only whose advice changed, the same lines, in spite of stops."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from skillgap.batch.results import Results
from skillgap.batch.row import Row
from skillgap.batch.since import only_changed, only_changed_reports
from skillgap.batch.work import Done, Page
from skillgap.history.batches import (
    Earlier,
    compare_batches,
    line_differences,
    read_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


def line(client: str, **more: Any) -> bytes:  # noqa: ANN401
    """A client's line as small as it can be: one who could not be advised."""
    data = {
        "client": client,
        "language": "en",
        "problems": [],
        "row": 1,
        "status": "error",
    }
    return json.dumps(data | more, sort_keys=True).encode() + b"\n"


def problem(message: str) -> dict[str, Any]:
    return {"problems": [{"severity": "error", "message": message}]}


def done(*lines: bytes) -> Done:
    return Done(len(lines), len(lines), b"".join(lines), b"x,1\r\n" * len(lines))


@pytest.fixture
def last(tmp_path: Path) -> Path:
    """Earlier results of three clients."""
    folder = tmp_path / "last"
    folder.mkdir()
    content = line("a") + line("b", **problem("old")) + line("c", row=3)
    (folder / "results.jsonl").write_bytes(content)
    return folder


def left(last: Path, *chunks: Done) -> list[Done]:
    def work(rows: Iterable[list[Row]]) -> Iterator[Done]:
        del rows
        return iter(chunks)

    return list(only_changed(work, last)([]))


def test_only_what_changed_is_left_and_all_are_counted(last: Path) -> None:
    """The row number is no advice; an order of its own does not matter."""
    found = left(
        last,
        done(line("c", row=9), line("b", **problem("new"))),
        done(line("d"), line("a")),
    )
    assert [(one.rows, one.failed) for one in found] == [(2, 2), (2, 2)]
    lines = [json.loads(text) for one in found for text in one.results.splitlines()]
    assert [(one["client"], one["since"]["state"]) for one in lines] == [
        ("b", "changed"),
        ("d", "new"),
    ]
    told = [one["text"] for one in lines[0]["since"]["differences"]]
    assert told == ["The problems are now: new. They were: old."]
    assert [one.summary.count(b"\n") for one in found] == [1, 1]


def test_an_id_of_two_rows_is_compared_with_its_like(tmp_path: Path) -> None:
    """The second row of an id is an error; it is no change of the first."""
    folder = tmp_path / "twice"
    folder.mkdir()
    first = json.loads(line("a", status="ok", recommendations=[], matches=[]))
    lines = (
        json.dumps(first).encode() + b"\n",
        line("a", **problem("already that of row 2")),
    )
    (folder / "results.jsonl").write_bytes(b"".join(lines))
    for order in (lines, lines[::-1]):
        (found,) = left(folder, done(*order))
        assert (found.rows, found.results) == (2, b"")


def test_results_do_not_differ_from_themselves_whatever_stands_twice(
    tmp_path: Path,
) -> None:
    """Of three rows with one id, all errors, each is compared with its like."""
    folder = tmp_path / "thrice"
    folder.mkdir()
    lines = [line("a", **problem(text)) for text in ("none such", "twice", "thrice")]
    (folder / "results.jsonl").write_bytes(b"".join(lines))
    about = {"skillgap": {"contract": 1, "version": "0"}, "data": {}}
    (folder / "batch.json").write_text(json.dumps(about), encoding="utf-8")
    assert compare_batches(folder, folder, 9).clients == ()
    (found,) = left(folder, done(*lines))
    assert found.results == b""
    with Earlier(folder) as earlier:
        earlier.take("a", "error")
        assert list(earlier.left()) == []


def test_what_changed_is_told_in_the_language_of_the_client(last: Path) -> None:
    (found,) = left(last, done(line("b", language="fr", **problem("autre"))))
    (told,) = json.loads(found.results)["since"]["differences"]
    assert told["text"].startswith("Les problèmes sont maintenant")


def test_a_run_that_was_stopped_goes_on_alike(last: Path, tmp_path: Path) -> None:
    chunks = [done(line("a"), line("x")), done(line("b", **problem("new")))]
    whole = b"".join(one.results for one in left(last, *chunks))
    for stop in range(len(chunks)):
        folder = tmp_path / f"now{stop}"
        (folder / ".unfinished").mkdir(parents=True)
        first = Results(folder, "job")
        first.begin(b"")
        for one in left(last, *chunks)[:stop]:
            first.append(one)
        first.close()
        again = Results(folder, "job")
        again.begin(b"")
        skipped = 0
        for one, chunk in zip(left(last, *chunks), chunks, strict=True):
            skipped += chunk.rows
            if skipped > again.at.rows:
                again.append(one)
        again.close()
        assert (folder / ".unfinished" / "results.jsonl").read_bytes() == whole
        assert again.at.rows == 3


def test_reports_are_asked_for_those_alone_whose_advice_changed(last: Path) -> None:
    """All are advised and counted; only rows with news come to who writes reports."""
    told = {2: line("a"), 3: line("b", **problem("new")), 4: line("c"), 5: line("d")}
    asked: list[list[int]] = []

    def advised(rows: Sequence[Row]) -> Done:
        return done(*(told[row.number] for row in rows))

    def reported(chunks: Iterable[list[Row]]) -> Iterator[Done]:
        for rows in chunks:
            asked.append([row.number for row in rows])
            pages = tuple(Page(f"reports/{row.number}", b"") for row in rows)
            lines = [json.loads(told[row.number]) for row in rows]
            made = [
                {**one, "report": {"file": page.name}}
                for one, page in zip(lines, pages, strict=True)
            ]
            text = "".join(json.dumps(one) + "\n" for one in made)
            yield Done(len(rows), len(rows), text.encode(), b"", pages)

    chunks = [[Row(2), Row(3)], [Row(4)], [Row(5)]]
    found = [*only_changed_reports(advised, reported, last)(chunks)]
    assert asked == [[3], [], [5]]
    assert [(one.rows, one.failed) for one in found] == [(2, 2), (1, 1), (1, 1)]
    lines = [json.loads(text) for one in found for text in one.results.splitlines()]
    assert [(one["client"], one["since"]["state"]) for one in lines] == [
        ("b", "changed"),
        ("d", "new"),
    ]
    assert [page.name for one in found for page in one.pages] == [
        "reports/3",
        "reports/5",
    ]


def test_an_index_finds_each_line_and_what_is_left(last: Path) -> None:
    with Earlier(last) as earlier:
        for expected in read_lines(last):
            found = earlier.take(expected.client)
            assert found == expected
            assert line_differences(expected, found, "") == ()
        assert earlier.take("nobody") is None
        assert list(earlier.left()) == []
    with Earlier(last) as earlier:
        earlier.take("b")
        assert list(earlier.left()) == ["a", "c"]
    shutil.rmtree(last)
