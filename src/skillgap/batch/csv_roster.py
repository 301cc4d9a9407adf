"""A CSV roster read row by row: what cannot be read spoils one row alone."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from skillgap.batch.columns import picker, places_of, require
from skillgap.batch.csv_records import records
from skillgap.batch.recoded import as_utf8
from skillgap.batch.row import LARGEST_ROW, Row, refuse, row_problem, unreadable
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from skillgap.batch.columns import Pick
    from skillgap.batch.csv_records import CsvRow
    from skillgap.batch.row import Meter, Rows

_BLOCK = 1 << 16


def read_csv(
    path: Path,
    name: str,
    chosen: Mapping[str, str],
    meter: Meter,
    encoding: str | None = None,
) -> Rows:
    """The rows of a CSV file, columns by name.

    Raises:
        DataError: the file cannot be opened, has no usable header, or lacks a column.
    """
    csv.field_size_limit(LARGEST_ROW)
    try:
        with path.open("rb", buffering=_BLOCK) as file:
            size = path.stat().st_size or 1
            found = records(as_utf8(file, encoding))
            header = _header(next(found, None), name)
            places = places_of(header, chosen)
            require(places, header, chosen, name)
            table = _Table(name, len(header), picker(places))
            for number, record in enumerate(found, start=2):
                if record.cells:
                    meter.share = min(1.0, file.tell() / size)
                    yield table.row(number, record)
    except OSError as error:
        raise unreadable(name, error) from error


def _header(record: CsvRow | None, name: str) -> list[str]:
    if record is None or not record.text.strip("\ufeff \r\n"):
        raise refuse(_("The roster is empty."), name)
    if record.text.startswith("PK\x03\x04"):
        hint = _("End its name in .xlsx.")
        raise refuse(_("The roster is an Excel workbook."), name, hint)
    if "\x00" in record.text or not _is_text(record.text):
        message = _("The first line of the roster is not UTF-8 text.")
        hint = _(
            "Save the file as CSV in UTF-8 or as an Excel workbook (.xlsx), or say how "
            "it is written: --encoding windows-1252."
        )
        raise refuse(message, name, hint)
    if record.fault:
        raise refuse(_("The first line of the roster cannot be read as CSV."), name)
    first, *rest = record.cells
    return [first.lstrip("\ufeff").strip('"'), *rest]


class _Table(Record):
    """How the records of one file become rows."""

    name: str
    width: int
    pick: Pick

    def row(self, number: int, record: CsvRow) -> Row:
        """A row, with its problem where it has one."""
        cells = record.cells
        fault, hint = record.fault, None
        if fault:
            hint = _("Look for a quotation mark that is not closed.")
        elif not _is_text(record.text):
            fault = _("The row is not UTF-8 text.")
            hint = _(
                "Save the roster as CSV in UTF-8, or say how it is written: --encoding "
                "windows-1252."
            )
        elif len(cells) < self.width and not record.text.endswith("\n"):
            fault = _("The roster ends in the middle of this row.")
            hint = _("It seems cut off: export it again.")
        elif len(cells) > self.width and any(map(str.strip, cells[self.width :])):
            fault = _("The row has more cells than there are columns.")
            hint = _("Put quotation marks around a cell with commas in it.")
        if fault is None:
            return Row(number, self.pick(cells))
        shown = tuple(_readable(cell) for cell in self.pick(cells))
        return Row(number, shown, row_problem(fault, self.name, number, hint))


def _is_text(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _readable(cell: object) -> str:
    """A cell in which bytes that are no UTF-8 show as replacement characters."""
    return str(cell).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
