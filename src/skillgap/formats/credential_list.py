"""A spreadsheet or CSV of credentials, as colleges and ministries publish them.

Lists begin with a title, mix languages, leave cells empty and write prices as people
do. The header is the first row that has a column for the name and one more that is
known; columns are found by name in English or French, or by what a person maps. A cell
that cannot be understood is left out and counted, never the row.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from skillgap.formats import list_cells
from skillgap.formats.intake import Tally, read_whole, refusal
from skillgap.formats.list_columns import columns_of, plain
from skillgap.formats.offers import (
    UNKNOWN_HOURS,
    UNKNOWN_WEEKS,
    Competency,
    Offer,
    Offers,
)
from skillgap.formats.text import decode
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

MAX_BYTES = 128 * 1024 * 1024
_HEADER_WITHIN = 25
_LONGEST = 300
_SEPARATORS = ",;\t|"
_WAYS_APART = ";\n|\u2022"
_LARGEST_CELL = 1 << 22


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
    others = table.columns.others
    notes = (_("columns without a part: {names}").format(names=", ".join(others)),)
    return Offers(tuple(offers), counted, notes if others else ())


class _Table:
    """One list while it is read."""

    def __init__(self, path: Path, choices: Choices) -> None:
        self._path, self._choices = path, choices
        found = workbook_rows(path) if is_workbook(path) else _csv_rows(path)
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
        for row, _number in zip(self.rows, range(_HEADER_WITHIN), strict=False):
            first = first or row
            columns = columns_of(row, self._choices.mapped)
            self._check_mapped(row, columns)
            known = len(columns.places) + len(self._choices.said)
            if "name" in columns.places and known > 1:
                return columns
        raise self._no_header(first)

    def _check_mapped(self, row: list[str], columns: Columns) -> None:
        """A header that has some of the mapped columns must have them all."""
        mapped = self._choices.mapped
        missing = [name for role, name in mapped.items() if role not in columns.places]
        if missing and len(missing) < len(mapped):
            raise self._lacking(missing[0], row)

    def _no_header(self, first: list[str]) -> Exception:
        mapped = self._choices.mapped.get("name")
        if mapped:
            return self._lacking(mapped, first)
        message = _("no column has the names of credentials")
        hint = _("its columns are: {names}; say which one with --map name=COLUMN")
        return refusal(
            message, str(self._path), hint.format(names=_shown(first)), self._number
        )

    def _lacking(self, name: str, row: list[str]) -> Exception:
        message = _("the column {name} is missing").format(name=name)
        hint = _("its columns are: {names}").format(names=_shown(row))
        return refusal(message, str(self._path), hint, self._number)

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


def _csv_rows(path: Path) -> Iterator[list[str]]:
    data = read_whole(path)
    if len(data) > MAX_BYTES:
        message = _("the file is larger than {limit} MB").format(limit=MAX_BYTES >> 20)
        raise refusal(message, str(path))
    text = decode(data, str(path)).text
    csv.field_size_limit(_LARGEST_CELL)
    separator = max(_SEPARATORS, key=text[:20_000].count)
    width, row = 0, [""]
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator):
            width = max(width, len(row))
            yield [_unwrapped(cell) for cell in row]
    except csv.Error as error:
        raise _cut(path) from error
    short = 1 < len(row) < width and not text.endswith(("\n", "\r"))
    if short or text.count('"') % 2:
        raise _cut(path)


def _cut(path: Path) -> Exception:
    message = _("the file ends in the middle of a row")
    hint = _("it seems cut off: download it again")
    return refusal(message, str(path), hint)


def _unwrapped(cell: str) -> str:
    """A text that a spreadsheet was kept from reading as a number: ``="0012"``."""
    if cell.startswith('="') and cell.endswith('"') and cell.count('"') == 2:  # noqa: PLR2004 - a pair
        return cell[2:-1]
    return cell


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
