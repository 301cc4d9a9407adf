"""What a worker does: rows in, the bytes of their lines and summary rows out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.batch.advise import advise_row
from skillgap.batch.pseudonyms import pseudonym
from skillgap.batch.row import said
from skillgap.batch.summary import summary_row
from skillgap.locale import use_language
from skillgap.record import Record
from skillgap.render.batch_records import compact, line_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings
    from skillgap.catalogue import Catalogue
    from skillgap.render.batch_line import ClientLine


class Page(Record):
    """A file about one client: its name below the folder of results, its content."""

    name: str
    content: bytes


class Done(Record):
    """What became of a chunk of rows, ready to be appended to the results."""

    rows: int
    failed: int
    results: bytes
    summary: bytes
    pages: tuple[Page, ...] = ()


class Made(Record):
    """What became of one row: its line and its row of the summary, as written."""

    line: bytes
    summary: bytes
    is_advised: bool


def joined(made: Sequence[Made]) -> Done:
    """What became of a chunk of rows."""
    lines, table, advised = zip(*made, strict=True) if made else ((), (), ())
    return Done(len(made), advised.count(False), b"".join(lines), b"".join(table))


def plainly(rows: Sequence[Row], settings: Settings, catalogue: Catalogue) -> Done:
    """The rows one after the other, each advised by itself."""
    lines, table, failed = [], [], 0
    for row in rows:
        line = advise_row(row, settings, catalogue)
        data = line_data(known_as(line, row, settings))
        lines.append(compact(data) + "\n")
        table.append(summary_row(data))
        failed += line.advised is None
    use_language(settings.language)
    return Done(len(rows), failed, "".join(lines).encode(), "".join(table).encode())


def known_as(line: ClientLine, row: Row, settings: Settings) -> ClientLine:
    """The line under the client's pseudonym, where that was asked for.

    Problems then name no file: it may bear the client's name.
    """
    if settings.pseudonyms is None:
        return line
    problems = tuple(
        one._replace(path=settings.roster, line=row.number) for one in line.problems
    )
    if not said(row.cell("id")):
        return line._replace(problems=problems)
    name = pseudonym(line.client, settings.pseudonyms)
    return line._replace(client=name, problems=problems)
