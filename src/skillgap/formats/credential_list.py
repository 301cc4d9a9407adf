"""A spreadsheet or CSV of credentials, as colleges and ministries publish them.

Lists begin with a title, mix languages, leave cells empty and write prices as people
do. The header is the first row that has a column for the name and one more that is
known, together with the row below where merged cells make it a header of two rows;
columns are found by name in English or French, or by what a person maps. A cell that
cannot be understood is left out and counted, never the row.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from skillgap.formats import list_cells
from skillgap.formats.intake import Tally, refusal
from skillgap.formats.list_columns import columns_of, plain
from skillgap.formats.list_rows import csv_rows
from skillgap.formats.offers import (
    UNKNOWN_HOURS,
    UNKNOWN_WEEKS,
    Competency,
    Offer,
    Offers,
)
from skillgap.formats.workbook import is_workbook, workbook_rows
from skillgap.locale import _
from skillgap.model import Text
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path
    from typing import Any

    from skillgap.formats.intake import Progress
    from skillgap.formats.list_columns import Columns

_HEADER_WITHIN = 25
_LONGEST = 300
_WAYS_APART = ";\n|\u2022"


class Choices(Record):
    """What a person says of a list: columns by role, and values for every row."""

    mapped: Mapping[str, str]
    said: Mapping[str, str]
    currency: str = "CAD"


def read_lists(
    paths: Iterable[Path], choices: Choices, progress: Progress | None = None
) -> Offers:
    """Read several lists, as ``read_list`` reads each.

    Raises:
        DataError: a file cannot be read to its end, or no column has the names.
    """
    read = [read_list(path, choices, progress) for path in paths]
    return Offers(
        tuple(offer for each in read for offer in each.offers),
        tuple(part for each in read for part in each.counted),
        tuple(dict.fromkeys(note for each in read for note in each.notes)),
    )


def read_list(path: Path, choices: Choices, progress: Progress | None = None) -> Offers:
    """Read a list of credentials.

    Args:
        path: the file: CSV (or with tabs or semicolons) or XLSX.
        choices: columns that a person mapped, and values that hold for every row.
        progress: told how far the reading has come.

    Raises:
        DataError: the file cannot be read to its end, or no column has the names.
    """
    table = _Table(path, choices)
    offers: list[Offer] = []
    for number, row in enumerate(table.rows):
        offer = table.offer(row)
        if offer is not None:
            offers.append(offer)
        if progress and not number % 100:
            progress(path.name, min(0.99, number / (number + 1000)))
    counted = tuple(tally.counted() for tally in (table.tally, table.cells))
    return Offers(tuple(offers), counted, tuple(table.notes()))


class _Table:
    """One list while it is read."""

    def __init__(self, path: Path, choices: Choices) -> None:
        self._path, self._choices = path, choices
        found = workbook_rows(path) if is_workbook(path) else csv_rows(path)
        self.tally = Tally(path.name)
        self.cells = Tally(_("values in {file}").format(file=path.name))
        self._number = 0
        self.rows = self._numbered(found)
        self.columns = self._header()

    def _numbered(self, found: Iterator[list[str]]) -> Iterator[list[str]]:
        for row in found:
            self._number += 1
            yield row

    def _header(self) -> Columns:
        first: list[str] = []
        place = 0
        for row, _number in zip(self.rows, range(_HEADER_WITHIN), strict=False):
            if not any(first):
                first, place = row, self._number
            columns = columns_of(row, self._choices.mapped)
            self._check_mapped(row, columns)
            if self._is_header(columns):
                return self._with_second_row(row, columns)
        raise self._no_header(first, place)

    def _is_header(self, columns: Columns) -> bool:
        known = len(columns.places) + len(self._choices.said)
        return "name" in columns.places and known > 1

    def _with_second_row(self, header: list[str], columns: Columns) -> Columns:
        """The columns of a header of one row, or of two with cells that are merged."""
        below = next(self.rows, None)
        if below is None:
            return columns
        width = max(len(header), len(below))
        upper, lower = ([*row, *[""] * (width - len(row))] for row in (header, below))
        both = [low or high for low, high in zip(lower, upper, strict=True)]
        joined = columns_of(both, self._choices.mapped)
        names = len(columns_of(below, {}).places)
        more = len(joined.places) > len(columns.places)
        if names > 1 and more and self._is_header(joined):
            return joined
        self.rows = chain([below], self.rows)
        return columns

    def _check_mapped(self, row: list[str], columns: Columns) -> None:
        """A header that has some of the mapped columns must have them all."""
        mapped = self._choices.mapped
        missing = [name for role, name in mapped.items() if role not in columns.places]
        if missing and len(missing) < len(mapped):
            raise self._lacking(missing[0], row, self._number)

    def _no_header(self, first: list[str], number: int) -> Exception:
        if not any(first):
            message = _("the file is empty: it has no row with a text")
            return refusal(message, str(self._path))
        mapped = self._choices.mapped.get("name")
        if mapped:
            return self._lacking(mapped, first, number)
        message = _("no column has the names of credentials")
        hint = _("its columns are: {names}; say which one with --map name=COLUMN")
        return refusal(
            message, str(self._path), hint.format(names=_shown(first)), number
        )

    def _lacking(self, name: str, row: list[str], number: int) -> Exception:
        message = _("the column {name} is missing").format(name=name)
        hint = _("its columns are: {names}").format(names=_shown(row))
        return refusal(message, str(self._path), hint, number)

    def notes(self) -> Iterator[str]:
        """What a maintainer may want to know of the list as a whole."""
        if others := self.columns.others:
            names = ", ".join(others)
            yield _("columns without a part: {names}").format(names=names)
        if not self.tally.rows:
            message = _("{file} has no row below its header")
            yield message.format(file=self._path.name)

    def offer(self, row: list[str]) -> Offer | None:
        """The credential of a row; None where it names none."""
        name, issuer = self._cell(row, "name"), self._cell(row, "issuer")
        if not name:
            reason = _("no name") if any(row) else _("an empty row")
            self.tally.drop(reason, ", ".join(filter(None, row))[:60] or None)
            return None
        if not issuer:
            self.tally.drop(_("no issuer: say it with --set issuer=NAME"), name)
            return None
        if list_cells.is_formula(name) or list_cells.is_formula(issuer):
            self.tally.drop(_("a formula stands for the name"), name[:60])
            return None
        self.tally.keep()
        french = self._cell(row, "name_fr") or None
        prices = self._read(row, "price", self._price)
        return self._filled(row, Text(name, french), issuer)._replace(cost=prices)

    def _filled(self, row: list[str], name: Text, issuer: str) -> Offer:
        times = [
            self._read(row, "hours", lambda cell: list_cells.time(cell, "h")),
            self._read(row, "weeks", lambda cell: list_cells.time(cell, "week")),
        ]
        by_unit = {time.unit: time for time in times if time}
        return Offer(
            name,
            Text(issuer),
            self._read(row, "kind", list_cells.kind) or "micro_credential",
            f"{self._path.name}:{self._number}",
            page=self._read(row, "url", _address),
            hours=by_unit.get("h", UNKNOWN_HOURS),
            weeks=by_unit.get("week", UNKNOWN_WEEKS),
            field=self._cell(row, "field") or None,
            description=self._cell(row, "description", longest=4000) or None,
            competencies=_competencies(self._cell(row, "skills", longest=4000)),
            delivery=self._read(row, "delivery", list_cells.delivery),
            languages=self._read(row, "language", list_cells.languages) or (),
            osap=self._read(row, "osap", list_cells.listed) or "unknown",
            status="current"
            if self._choices.said.get("status") == "current"
            else ("unknown"),
            prerequisites=self._cell(row, "prerequisites") or None,
        )

    def _price(self, cell: str) -> Any:  # noqa: ANN401 - what ``_read`` gives
        return list_cells.price(cell, self._choices.currency)

    def _cell(self, row: list[str], role: str, longest: int = _LONGEST) -> str:
        place = self.columns.places.get(role)
        text = row[place] if place is not None and place < len(row) else ""
        if not text.strip():
            text = self._choices.said.get(role, "")
        if role in {"skills", "description"}:
            return text.strip()[:longest]
        return "".join(filter(str.isprintable, plain(text)))[:longest]

    def _read(self, row: list[str], role: str, read: Callable[[str], Any]) -> Any:  # noqa: ANN401
        """What a cell says; one that is not understood is counted and left out."""
        cell = self._cell(row, role)
        if not cell:
            return None
        if list_cells.is_formula(cell):
            self.cells.drop(_("a formula, which is not read"), cell[:60])
            return None
        try:
            value = read(cell)
        except ValueError:
            reason = _("{role} not understood").format(role=role)
            self.cells.drop(reason, cell[:60])
            return None
        if value is None:
            self.cells.drop(_("says that it is not known"), cell[:60])
        else:
            self.cells.keep()
        return value


def _competencies(cell: str) -> tuple[Competency, ...]:
    for sign in _WAYS_APART:
        if sign in cell:
            break
    else:
        sign = ","
    labels = (plain(part).strip(" .-*") for part in cell.split(sign))
    return tuple(Competency(Text(label)) for label in labels if label)


def _address(cell: str) -> str | None:
    if list_cells.says_nothing(cell):
        return None
    text = f"https://{cell}" if cell.startswith("www.") else cell
    if not text.startswith(("http://", "https://")) or " " in text:
        raise ValueError(cell)
    return text


def _shown(row: list[str]) -> str:
    return ", ".join(filter(None, map(plain, row)))[:300]
