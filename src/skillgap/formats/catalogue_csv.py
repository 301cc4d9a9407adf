"""A catalogue as a folder of CSV files, a table each, and back (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from skillgap.catalogue.content import FILE_OF, content_from
from skillgap.formats.csv_cells import cell, value_of
from skillgap.formats.intake import Intake, Tally, refusal
from skillgap.formats.tabular import about_of, sheets, tables_of
from skillgap.formats.untabular import Joining
from skillgap.locale import _
from skillgap.locale.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from skillgap.catalogue.written import Content
    from skillgap.errors import Problem
    from skillgap.formats.intake import Progress
    from skillgap.formats.tabular import CellKind, Sheet, Value

MOST_CHARS = 10_000_000
"""The longest cell that is read."""


def csv_files(content: Content) -> Iterator[tuple[str, str]]:
    """The names and pieces of the files, a row at a time; empty tables are left out."""
    for sheet, rows in tables_of(content):
        name = f"{sheet.name}.csv"
        for number, row in enumerate(rows):
            if not number:
                yield name, _line(sheet.columns)
            yield name, _line([cell(value) for value in row])


def csv_names() -> frozenset[str]:
    """The names that the files can have."""
    return frozenset(f"{sheet.name}.csv" for sheet in sheets())


def _line(cells: Iterable[str]) -> str:
    out = StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def import_csv(
    sources: Sequence[Path], today: str, progress: Progress | None = None
) -> Intake:
    """Read a folder that ``csv_files`` wrote, and that people may have edited since.

    Raises:
        DataError: a file cannot be read, or the tables are not a catalogue.
    """
    del today
    folder = sources[0]
    if not folder.is_dir() or len(sources) > 1:
        message = _("one folder of CSV files is wanted")
        raise refusal(message, str(folder))
    joining = Joining()
    tallies = []
    known = sheets()
    for number, sheet in enumerate(known):
        path = folder / f"{sheet.name}.csv"
        if progress:
            progress(path.name, number / len(known))
        if path.exists():
            tally = Tally(path.name)
            joining.take(sheet, _rows(path, sheet, tally), str(path))
            tallies.append(tally)
    content = content_from(
        about_of(joining.lists),
        joining.lists,
        lambda problem: _placed(problem, folder, joining),
    )
    return Intake(content, tuple(tally.counted() for tally in tallies))


def _rows(
    path: Path, sheet: Sheet, tally: Tally
) -> Iterator[tuple[int, dict[str, Value]]]:
    kinds: dict[str, CellKind] = {leaf.name: leaf.kind for leaf in sheet.leaves}
    for number, name in enumerate(sheet.owners):
        kinds[name] = "whole" if number else "text"
    csv.field_size_limit(MOST_CHARS)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            _check_header(header, kinds, path)
            for cells in reader:
                if not any(cells):
                    continue
                tally.keep()
                pairs = zip(header, cells, strict=False)
                row = {name: value_of(text, kinds[name]) for name, text in pairs}
                yield reader.line_num, row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        reason = reason_of(error)
        message = _("the file cannot be read: {reason}").format(reason=reason)
        raise refusal(message, str(path)) from error


def _check_header(header: list[str], kinds: dict[str, CellKind], path: Path) -> None:
    for name in header:
        if name not in kinds:
            message = _("unknown column {name}").format(name=name)
            hint = _("known here: {names}").format(names=", ".join(kinds))
            raise refusal(message, str(path), hint, line=1)


def _placed(problem: Problem, folder: Path, joining: Joining) -> Problem:
    """The place of a problem in the CSV files that the values were read from."""
    names = {file: root for root, file in FILE_OF.items()}
    root = names.get(problem.path or "", "catalogue")
    lines = joining.lines[root]
    at = (problem.line or 0) - 1
    is_record = problem.path is not None and problem.path.endswith(".jsonl")
    line = lines[at] if is_record and 0 <= at < len(lines) else None
    return problem._replace(path=str(folder / f"{root}.csv"), line=line, column=None)
