"""Of a batch only the clients whose advice changed since an earlier one."""

from __future__ import annotations

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
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from skillgap.batch.row import Row
    from skillgap.batch.run import Work
    from skillgap.batch.work import Done
    from skillgap.history.batches import Line


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


def _left(done: Done, earlier: Earlier, shown: str) -> Done:
    lines, table, kept = [], [], set()
    for number, content in enumerate(done.results.splitlines(), 1):
        line = as_line(content, RESULTS, number)
        since = _since(earlier.take(line.client, line.status), line, shown)
        if since is not None:
            data = {**line.data, "since": since}
            lines.append(compact(data) + "\n")
            table.append(summary_row(data))
            kept.add((data.get("report") or {}).get("file"))
    results, summary = "".join(lines).encode(), "".join(table).encode()
    pages = tuple(page for page in done.pages if page.name in kept)
    return done._replace(results=results, summary=summary, pages=pages)


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
