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
                yield _left(done, earlier, str(last / RESULTS))

    return changed


def only_changed_reports(advised: Advise, reported: Work, last: Path) -> Work:
    """The same where each client gets a report, which takes a hundred times as long.

    All rows are advised here; of those whose advice changed alone a report is made,
    by the work of which that is asked.
    """

    def changed(chunks: Iterable[list[Row]]) -> Iterator[Done]:
        shown = str(last / RESULTS)
        unchanged: deque[tuple[int, int]] = deque()

        def picked(earlier: Earlier) -> Iterator[list[Row]]:
            for rows in chunks:
                lines = [*_lines(advised(rows))]
                news = [_since(earlier, line, shown) is not None for line in lines]
                same = [line for line, new in zip(lines, news, strict=True) if not new]
                failed = sum(line.status == "error" for line in same)
                unchanged.append((len(same), failed))
                yield [row for row, new in zip(rows, news, strict=True) if new]

        with Earlier(last) as earlier:
            for done in reported(picked(earlier)):
                rows, failed = unchanged.popleft()
                left = _left(done, earlier, shown)
                yield left._replace(rows=left.rows + rows, failed=left.failed + failed)

    return changed


def _left(done: Done, earlier: Earlier, shown: str) -> Done:
    lines, table, kept = [], [], set()
    for line in _lines(done):
        since = _since(earlier, line, shown)
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


def _since(earlier: Earlier, new: Line, shown: str) -> Mapping[str, Any] | None:
    """How a client fares otherwise; None where the advice is the same."""
    old = earlier.take(new.client, new.status)
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
