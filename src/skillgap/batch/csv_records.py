"""The records of a CSV file, one after the other, in bounded memory.

A quotation mark that is never closed would take all rows after it for one cell. So a
record may hold a bounded number of lines; where it does not close within them, its
first line alone is given up and reading goes on at the second.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from skillgap.batch.row import LARGEST_ROW
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

SEPARATORS = ",;\t|"
MOST_LINES = 200
"""Lines of one record, within quoted cells."""

_SEPARATOR_SAID = re.compile('\ufeff?"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)
"""A first line by which Excel knows the separator; it shows no such row."""

_BLOCK = 1 << 16
_UNCLOSED = "unexpected end of data"


class CsvRow(Record):
    """The cells of one row; ``fault`` says what is wrong with it."""

    cells: list[str]
    text: str
    fault: str | None = None


def records(file: BinaryIO) -> Iterator[CsvRow]:
    """Every record of a file; empty lines have no cells."""
    return iter(_Records(file))


class _Records:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._waiting: list[str] = []
        self._separator = ","

    def __iter__(self) -> Iterator[CsvRow]:
        line = self._line()
        if said := _SEPARATOR_SAID.fullmatch(line):
            self._separator = said[1]
            line = self._line()
        else:
            self._separator = max(SEPARATORS, key=line.count)
        while line:
            yield self._record(line)
            line = self._line()

    def _record(self, line: str) -> CsvRow:
        if len(line) > LARGEST_ROW:
            return self._bad(line, _("The row is too long."))
        if not line.strip("\r\n"):
            return CsvRow([], line)
        try:
            return CsvRow(self._cells(line), line)
        except csv.Error as error:
            if str(error) != _UNCLOSED:
                return self._bad(line, _("The row cannot be read as CSV."))
        return self._joined(line) or self._bad(
            line, _("A quotation mark is not closed.")
        )

    def _joined(self, line: str) -> CsvRow | None:
        """The record with the lines after it that its quoted cell goes on in."""
        lines, size = [line], len(line)
        while len(lines) < MOST_LINES and size <= LARGEST_ROW:
            following = self._line()
            if not following:
                break
            lines.append(following)
            size += len(following)
            if '"' not in following:
                continue
            text = "".join(lines)
            try:
                return CsvRow(self._cells(text), text)
            except csv.Error as error:
                if str(error) != _UNCLOSED:
                    break
        self._waiting.extend(reversed(lines[1:]))
        return None

    def _cells(self, text: str) -> list[str]:
        if "\x00" in text:  # newer versions of Python read it, older ones do not
            raise csv.Error
        found: list[list[str]] = [
            *csv.reader([text], delimiter=self._separator, strict=True)
        ]
        if len(found) != 1:
            raise csv.Error
        return found[0]

    def _bad(self, line: str, fault: str) -> CsvRow:
        cells = line[:_BLOCK].split(self._separator)
        return CsvRow([cell.strip('" \r\n') for cell in cells], line, fault)

    def _line(self) -> str:
        """The next line; of an overlong one the beginning, the rest is passed over."""
        if self._waiting:
            return self._waiting.pop()
        line = self._file.readline(LARGEST_ROW + 1)
        if len(line) <= LARGEST_ROW:
            return line.decode("utf-8", "surrogateescape")
        while not line.endswith(b"\n"):
            rest = self._file.readline(_BLOCK)
            if not rest:
                break
            line = line[:LARGEST_ROW] + rest[-1:]
        # Padded: some characters are several bytes, and the length tells it is cut.
        text = line.decode("utf-8", "surrogateescape")
        return text.rstrip("\n").ljust(LARGEST_ROW + 1) + text[-1:]
