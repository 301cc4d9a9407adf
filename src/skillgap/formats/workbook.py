"""The first sheet of an XLSX workbook as rows of text, streamed.

A cell gives the value that the workbook shows last: a formula is never reckoned, and
what a formula stands for is taken from the value that was saved with it. Dates are
given as numbers of days unless their style says that they are dates.
"""

from __future__ import annotations

import re
import zlib
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import IO, TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile, ZipFile

from skillgap.formats.intake import refusal
from skillgap.formats.xml_text import local_name
from skillgap.locale import _
from skillgap.locale.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

MAX_UNPACKED = 512 * 1024 * 1024
"""The largest part of a workbook that is read, unpacked; a sheet of 100,000 rows by
20 columns takes about 100 MB."""

MAX_COLUMNS = 1_000
_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(45, 48)))
_FIRST_OWN_FORMAT = 164
_DATE_SIGNS = re.compile(r"[ymd]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a day of a calendar, no moment
_LETTERS = re.compile("[A-Z]+")


class _Book(NamedTuple):
    """What the cells of a sheet refer to."""

    strings: list[str]
    dates: frozenset[int]


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook by its name."""
    return path.suffix.lower() in {".xlsx", ".xlsm"}


def workbook_rows(path: Path) -> Iterator[list[str]]:
    """The rows of the first sheet that have a cell, as texts.

    Raises:
        DataError: the file is damaged, too large, or no workbook.
    """
    with _explained(path), ZipFile(path) as archive:
        names = set(archive.namelist())
        strings = list(_strings(archive, path)) if _STRINGS in names else []
        dates = _dates(archive, path) if _STYLES in names else frozenset()
        sheet = _first_sheet(names, path)
        yield from _rows(archive, sheet, _Book(strings, dates), path)


def _first_sheet(names: set[str], path: Path) -> str:
    sheets = [name for name in names if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name)]
    if not sheets:
        raise refusal(_("the workbook has no sheet"), str(path))
    return min(sheets, key=lambda name: (len(name), name))


def _strings(archive: ZipFile, path: Path) -> Iterator[str]:
    for element in _ended(archive, _STRINGS, path, "si"):
        yield _text(element)


def _text(element: Element) -> str:
    """The text of a string and its runs; guides to pronunciation are no part of it."""
    spoken = {id(t) for rph in element.iter() if _is(rph, "rPh") for t in rph.iter()}
    return "".join(
        each.text or ""
        for each in element.iter()
        if _is(each, "t") and id(each) not in spoken
    )


def _dates(archive: ZipFile, path: Path) -> frozenset[int]:
    """The styles that show a number as a date, by their places."""
    own: dict[int, str] = {}
    shown: list[int] = []
    for element in _ended(archive, _STYLES, path, "numFmt", "cellXfs"):
        if _is(element, "numFmt"):
            number = int(element.get("numFmtId") or 0)
            own[number] = _QUOTED.sub("", element.get("formatCode") or "")
        else:
            shown = [int(xf.get("numFmtId") or 0) for xf in element if _is(xf, "xf")]
    return frozenset(
        place
        for place, number in enumerate(shown)
        if number in _BUILT_IN_DATES
        or (number >= _FIRST_OWN_FORMAT and _DATE_SIGNS.search(own.get(number, "")))
    )


def _rows(archive: ZipFile, sheet: str, book: _Book, path: Path) -> Iterator[list[str]]:
    for row in _ended(archive, sheet, path, "row"):
        cells: list[str] = []
        for cell in row:
            place = _place(cell.get("r"), len(cells))
            if place >= MAX_COLUMNS:
                break
            cells += [""] * (place - len(cells))
            cells.append(_value(cell, book))
        if any(cells):
            yield cells


def _place(reference: str | None, following: int) -> int:
    """The column of a cell, from 0: ``B7`` is 1."""
    letters = _LETTERS.match(reference or "")
    if letters is None:
        return following
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return max(number - 1, following)


def _value(cell: Element, book: _Book) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return _text(cell)
    said = next((each.text or "" for each in cell if _is(each, "v")), "")
    if kind == "s":
        place = int(said) if said.isdigit() else -1
        return book.strings[place] if 0 <= place < len(book.strings) else ""
    if kind == "e":
        return ""
    if kind == "n" and said:
        return _number(said, is_date=int(cell.get("s") or 0) in book.dates)
    return said


def _number(said: str, *, is_date: bool) -> str:
    """A number as people write it: ``10.0`` and ``1.5E1`` are 10 and 15."""
    try:
        number = float(said)
        if is_date:
            return (_EPOCH + timedelta(days=number)).date().isoformat()
    except (ValueError, OverflowError):
        return said
    return f"{number:.15g}" if abs(number) < 1e15 else said  # noqa: PLR2004 - exact


def _ended(archive: ZipFile, name: str, path: Path, *tags: str) -> Iterator[Element]:
    """The elements of these names as they end, each emptied when the next is asked."""
    from defusedxml.ElementTree import iterparse

    with archive.open(name) as packed:
        bounded: IO[bytes] = _Bounded(packed, path)  # type: ignore[assignment]
        root: Element | None = None
        for event, element in iterparse(bounded, events=("start", "end")):
            if root is None:
                root = element
            if event == "end" and local_name(element) in tags:
                yield element
                element.clear()
                if "row" in tags or "si" in tags:
                    root.clear()


class _Bounded:
    """A part of the archive, refused where it unpacks to more than is read."""

    def __init__(self, packed: IO[bytes], path: Path) -> None:
        self._packed, self._path, self._left = packed, path, MAX_UNPACKED

    def read(self, size: int = -1) -> bytes:
        data = self._packed.read(size)
        self._left -= len(data)
        if self._left < 0:
            limit = MAX_UNPACKED >> 20
            message = _("the file is larger than {limit} MB").format(limit=limit)
            raise refusal(message, str(self._path))
        return data


def _is(element: Element, name: str) -> bool:
    return local_name(element) == name


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException

    try:
        yield
    except OSError as error:
        reason = reason_of(error)
        message = _("the file cannot be read: {reason}").format(reason=reason)
        raise refusal(message, str(path)) from error
    except (
        *(BadZipFile, zlib.error, EOFError, KeyError, RuntimeError),
        *(NotImplementedError, ParseError, ValueError, DefusedXmlException),
    ) as error:
        message = _("the file is no workbook, or a damaged one")
        hint = _("download it again, or save the sheet as CSV")
        raise refusal(message, str(path), hint) from error
