"""Of a batch only the clients whose advice changed since an earlier one."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from skillgap.batch.summary import summary_row
from skillgap.history.batches import (
    RESULTS,
    Earlier,
    as_line,
    line_differences,
    read_about,
)
from skillgap.locale import current_language, use_language
from skillgap.render.batch_records import compact
from skillgap.render.record_records import difference_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from skillgap.batch.row import Row
    from skillgap.batch.run import Work
    from skillgap.batch.work import Done
    from skillgap.history.batches import Line

    Advise = Callable[[Sequence[Row]], Done]


def job_since(last: Path) -> str:
    """The job of the earlier results.

    Raises:
        DataError: they are not whole, of another contract, or hold only what changed.
    """
    return str((read_about(last).get("data") or {}).get("job"))


def only_changed(work: Work, last: Path) -> Work:
    """The same work, of which only what changed is left; all rows stay counted.

    Each line that is left says under ``since`` whether the client is new or what
    changed, in the client's language.
    """

    def changed(chunks: Iterable[list[Row]]) -> Iterator[Done]:
        with Earlier(last) as earlier:
            for done in work(chunks):
                yield _left(done, _taken(earlier), str(last / RESULTS))

    return changed


def _taken(earlier: Earlier) -> Callable[[Line], Line | None]:
    """Finds the earlier line of a client."""
    return lambda line: earlier.take(line.client, line.status)


def only_changed_reports(advised: Advise, reported: Work, last: Path) -> Work:
    """The same where each client gets a report, which takes a hundred times as long.

    All rows are advised here; of those whose advice changed alone a report is made,
    by the work of which that is asked.
    """

    def changed(chunks: Iterable[list[Row]]) -> Iterator[Done]:
        shown = str(last / RESULTS)
        picked: deque[tuple[int, int, list[Line | None]]] = deque()

        def pick(earlier: Earlier) -> Iterator[list[Row]]:
            for rows in chunks:
                news: list[tuple[Row, Line | None]] = []
                failed = 0
                for row, line in zip(rows, _lines(advised(rows)), strict=True):
                    old = earlier.take(line.client, line.status)
                    if _since(old, line, shown) is None:
                        failed += line.status == "error"
                    else:
                        news.append((row, old))
                picked.append((len(rows) - len(news), failed, [old for _, old in news]))
                yield [row for row, _old in news]

        with Earlier(last) as earlier:
            for done in reported(pick(earlier)):
                rows, failed, olds = picked.popleft()
                left = _left(done, _one_by_one(olds), shown)
                yield left._replace(rows=left.rows + rows, failed=left.failed + failed)

    return changed


def _one_by_one(olds: list[Line | None]) -> Callable[[Line], Line | None]:
    following = iter(olds)
    return lambda _line: next(following)


def _left(done: Done, old_of: Callable[[Line], Line | None], shown: str) -> Done:
    lines, table, kept = [], [], set()
    for line in _lines(done):
        since = _since(old_of(line), line, shown)
        if since is not None:
            data = {**line.data, "since": since}
            lines.append(compact(data) + "\n")
            table.append(summary_row(data))
            kept.add((data.get("report") or {}).get("file"))
    results, summary = "".join(lines).encode(), "".join(table).encode()
    pages = tuple(page for page in done.pages if page.name in kept)
    return done._replace(results=results, summary=summary, pages=pages)


def _lines(done: Done) -> Iterator[Line]:
    for number, content in enumerate(done.results.splitlines(), 1):
        yield as_line(content, RESULTS, number)


def _since(old: Line | None, new: Line, shown: str) -> Mapping[str, Any] | None:
    """How a client fares otherwise; None where the advice is the same."""
    if old is None:
        return {"state": "new", "differences": []}
    found = line_differences(old, new, shown)
    if not found:
        return None
    spoken = current_language()
    use_language(str(new.data.get("language")))
    told = difference_records(found)
    use_language(spoken)
    return {"state": "changed", "differences": told}
