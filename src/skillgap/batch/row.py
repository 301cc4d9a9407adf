"""One row of a roster: what it says of a client, by field, whatever the file's format.

A cell is text, or several texts where the format has lists. A row that could not be
read is a row all the same, with its problem.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.locale.reasons import reason_of
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

FIELDS = (
    "id",
    "skills",
    "profile",
    "target",
    "max_hours",
    "max_cost",
    "delivery",
    "taught_in",
    "language",
    "weekly_hours",
    "whole_budget",
    "start",
)
"""What a roster may say of a client."""

LARGEST_ROW = 1 << 20
"""Characters of one row; a client's skills are a few hundred."""

Cell = str | tuple[str, ...]


class Row(Record):
    """A row as a spreadsheet counts it (the header is row 1), its cells by FIELDS.

    ``stem`` is what a file about the client is called, where there are to be some.
    """

    number: int
    cells: tuple[Cell, ...] = ("",) * len(FIELDS)
    problem: Problem | None = None
    stem: str = ""

    def cell(self, field: str) -> Cell:
        """What stands under a field; empty text where nothing does."""
        return self.cells[FIELDS.index(field)]

    @property
    def client(self) -> str:
        """The client's id, or the row's number where there is none."""
        return said(self.cell("id")) or str(self.number)


class Meter:
    """How far a roster has been read, from 0 to 1."""

    share = 0.0


def said(cell: Cell) -> str:
    """A cell as one text."""
    return (cell if isinstance(cell, str) else "; ".join(cell)).strip()


def as_cell(value: object) -> Cell:
    """A value of JSON, Excel or Parquet as a cell.

    Raises:
        ValueError: it is neither a simple value nor a list of those.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(int(value)) if value == value // 1 else str(value)
    if isinstance(value, list | tuple):
        return tuple(str(as_cell(each)) for each in value)
    if isinstance(value, dict):
        raise ValueError  # noqa: TRY004 - the value is wrong, not the call
    is_day = isinstance(value, datetime) and value.time() == time()
    return str(value).partition(" ")[0] if is_day else str(value)


def row_problem(
    message: str, name: str, number: int | None, hint: str | None = None
) -> Problem:
    """A problem at a row of a roster."""
    return Problem("error", "roster", message, name, number, hint=hint)


def refuse(message: str, name: str, hint: str | None = None) -> DataError:
    """The error of a roster that cannot be read at all."""
    return DataError(row_problem(message, name, None, hint))


def unreadable(name: str, error: OSError) -> DataError:
    """The error of a roster that the system does not give."""
    message = _("The roster cannot be read: {reason}.")
    return refuse(message.format(reason=reason_of(error)), name)


if TYPE_CHECKING:
    Rows = Iterator[Row]
