"""Published tables (CSV and its kin, XLSX) read row by row, columns by name.

Publishers rename, reorder and pad columns between editions, add a byte order mark and
change the separator; none of that matters here. What does matter is refused: a column
that is missing, text that is not UTF-8, a file that ends in the middle of a row.
"""

from __future__ import annotations

import csv
from contextlib import contextmanager
from operator import itemgetter
from typing import TYPE_CHECKING

from skillgap.formats.intake import refusal
from skillgap.formats.workbook import is_workbook, workbook_rows
from skillgap.locale import _
from skillgap.locale.reasons import reason_of
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from skillgap.formats.intake import Progress, Tally

_SEPARATORS = ",;\t|"
_LARGEST_CELL = 1 << 24
_STEP = 4096
_MOST_NAMED = 12


class Column(Record):
    """A column by any of its names; an optional one is empty where it is absent."""

    names: tuple[str, ...]
    required: bool = True


def column(*names: str) -> Column:
    """A column that must be there."""
    return Column(names)


def maybe(*names: str) -> Column:
    """A column that may be absent."""
    return Column(names, required=False)


def header_of(path: Path) -> tuple[str, ...]:
    """The names of a table's columns, spaces around them taken off.

    Raises:
        DataError: the file cannot be opened, is empty, or is not text in UTF-8.
    """
    if is_workbook(path):
        return tuple(_tidy(name) for name in next(workbook_rows(path), []))
    with _opened(path) as file, _explained(path):
        separator = _separator(file.readline())
        file.seek(0)
        names = next(csv.reader(file, delimiter=separator), [])
    return tuple(_tidy(name) for name in names)


def rows(
    path: Path,
    columns: Sequence[Column],
    tally: Tally,
    progress: Progress | None = None,
) -> Iterator[tuple[str, ...]]:
    """The wanted cells of every row, in the order of the columns that are asked for.

    Raises:
        DataError: the file cannot be read to its end, or lacks a column.
    """
    if is_workbook(path):
        table = workbook_rows(path)
        pick = _picker(path, header := next(table, []), columns)
        meter = _Meter(path, progress)
        yield from _picked(table, len(header), pick, tally, meter)
        return
    csv.field_size_limit(_LARGEST_CELL)
    with _opened(path) as file, _explained(path):
        first = file.readline()
        if not first.strip():
            raise refusal(_("the file is empty"), str(path), _again())
        file.seek(0)
        reader = csv.reader(file, delimiter=_separator(first), strict=True)
        header = next(reader)
        pick = _picker(path, header, columns)
        yield from _picked(reader, len(header), pick, tally, _Meter(path, progress))


def _picked(
    reader: Iterator[list[str]],
    width: int,
    pick: Callable[[list[str]], tuple[str, ...]],
    tally: Tally,
    meter: _Meter,
) -> Iterator[tuple[str, ...]]:
    short = 0
    for number, row in enumerate(reader):
        if len(row) != width:
            if not row:
                continue
            if len(row) > width and any(row[width:]):
                tally.drop(_("more cells than columns"), ", ".join(row)[:80])
                continue
            short = len(row)
            row = row[:width] + [""] * (width - len(row))  # noqa: PLW2901 - padded
        else:
            short = 0
        if not number % _STEP:
            meter.show(number)
        yield pick(row)
    meter.end(short)


class _Meter:
    """How far the reading of a file has come, and whether its end looks whole."""

    def __init__(self, path: Path, progress: Progress | None) -> None:
        self.path = path
        self.progress = progress
        self.size = path.stat().st_size

    def show(self, number: int) -> None:
        if self.progress:
            # Close enough: rows of published tables are about 150 bytes.
            self.progress(self.path.name, min(0.99, number * 150 / (self.size or 1)))

    def end(self, short: int) -> None:
        """Refuse a last row that is short in a file that does not end its line."""
        if short and not is_workbook(self.path) and not _ends_a_line(self.path):
            raise refusal(_cut(), str(self.path), _again())
        if self.progress:
            self.progress(self.path.name, 1)


def _picker(
    path: Path, header: list[str], columns: Sequence[Column]
) -> Callable[[list[str]], tuple[str, ...]]:
    places = {_key(name): place for place, name in reversed([*enumerate(header)])}
    wanted = []
    for each in columns:
        found = [places[_key(name)] for name in each.names if _key(name) in places]
        if not found and each.required:
            raise _lacking(path, each, header)
        wanted.append(found[0] if found else len(header))
    if len(header) in wanted or len(wanted) == 1:
        return lambda row: tuple([[*row, ""][place] for place in wanted])
    return itemgetter(*wanted)


def _lacking(path: Path, wanted: Column, header: list[str]) -> Exception:
    message = _("the column {name} is missing").format(name=wanted.names[0])
    names = [_tidy(name) for name in header]
    shown = ", ".join(names[:_MOST_NAMED]) + (" ..." if names[_MOST_NAMED:] else "")
    hint = _(
        "its columns are: {names}. Is it the right file, and of an edition that is "
        "known here?"
    ).format(names=shown)
    return refusal(message, str(path), hint, 1)


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    try:
        file = path.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        reason = reason_of(error)
        message = _("the file cannot be read: {reason}").format(reason=reason)
        raise refusal(message, str(path)) from error
    with file:
        yield file


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except csv.Error as error:
        raise refusal(_cut(), str(path), _again()) from error
    except UnicodeDecodeError as error:
        message = _("byte {number} (0x{byte:02x}) is not UTF-8 text").format(
            number=error.start + 1, byte=error.object[error.start]
        )
        raise refusal(message, str(path), _("save the file as UTF-8")) from error


def _separator(first: str) -> str:
    """The separator that the header uses most."""
    return max(_SEPARATORS, key=first.count)


def _key(name: str) -> str:
    return _tidy(name).casefold()


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, 2)
        return file.read() in {b"\n", b"\r"}


def _cut() -> str:
    return _("the file ends in the middle of a row")


def _again() -> str:
    return _("it seems cut off: download it again")
