"""The summary as an Excel workbook, in words, for those who never see a column's id."""

from __future__ import annotations

import csv
import re
from shutil import copyfileobj
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from skillgap.batch.summary import ENCODING
from skillgap.locale import _, speaking
from skillgap.render.safe import visible
from skillgap.render.words import languages

if TYPE_CHECKING:
    from pathlib import Path

_SHARES = frozenset({"coverage_before", "coverage_after", "first_adds"})
_COUNTS = frozenset(
    {
        *("row", "covered", "below_level", "missing", "not_taught"),
        *("not_understood", "recommendations"),
    }
)
_WIDTHS = {"occupations": 40, "first_name": 40, "best_fit": 40, "problem": 60}
_USUAL_WIDTH = 16
_PROPERTIES = "docProps/core.xml"
_TIMES = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def write_workbook(summary: Path, workbook: Path, language: str) -> None:
    """Write it: all cells are text or numbers, none is run.

    ``language`` is the one of the titles.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    with (
        speaking(language),
        summary.open(encoding=ENCODING, newline="") as file,
    ):
        rows = csv.reader(file)
        columns = next(rows)
        sheet = book.create_sheet(_title())
        book.properties.creator, book.properties.title = "skillgap", _title()
        sheet.freeze_panes = "B2"
        for at, column in enumerate(columns):
            letter = sheet.column_dimensions[_letter(at)]
            letter.width = _WIDTHS.get(column, _USUAL_WIDTH)
        titles = _titles()
        sheet.append([_head(sheet, titles.get(one, one)) for one in columns])
        for row in rows:
            sheet.append(
                [_cell(sheet, *pair) for pair in zip(columns, row, strict=True)]
            )
    loose = workbook.with_name(f"{workbook.name}.loose")
    book.save(loose)
    _alike(loose, workbook)
    loose.unlink()


def _alike(saved: Path, target: Path) -> None:
    """The workbook without the time at which it was made: same clients, same bytes."""
    with ZipFile(saved) as source, ZipFile(target, "w", ZIP_DEFLATED) as alike:
        for name in source.namelist():
            part = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            part.file_size = source.getinfo(name).file_size
            with source.open(name) as content, alike.open(part, "w") as copy:
                if name == _PROPERTIES:
                    copy.write(_TIMES.sub(b"", content.read()))
                else:
                    copyfileobj(content, copy)


def _title() -> str:
    return _("Summary")


def _letter(at: int) -> str:
    from openpyxl.utils import get_column_letter

    letter: str = get_column_letter(at + 1)
    return letter


def _head(sheet: Any, text: str) -> Any:  # noqa: ANN401 - of openpyxl
    from openpyxl.styles import Alignment, Font

    cell = _text(sheet, text)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet: Any, column: str, text: str) -> Any:  # noqa: ANN401 - of openpyxl
    from openpyxl.cell import WriteOnlyCell

    if text and column in _SHARES:
        cell = WriteOnlyCell(sheet, value=float(text))
        cell.number_format = "0%"
        return cell
    if text and column in _COUNTS:
        return WriteOnlyCell(sheet, value=int(text))
    if column == "status":
        text = _("advised") if text == "ok" else _("not advised")
    if column == "language":
        text = languages((text,))
    return _text(sheet, text)


def _text(sheet: Any, text: str) -> Any:  # noqa: ANN401 - of openpyxl
    """A cell that is text, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=visible(text))
    cell.data_type = "s"
    return cell


def _titles() -> dict[str, str]:
    return {
        "client": _("Client"),
        "row": _("Row"),
        "status": _("Advised?"),
        "language": _("Language"),
        "occupations": _("Occupations aimed at"),
        "coverage_before": _("Covered now"),
        "coverage_after": _("Covered after the recommendations"),
        "covered": _("Skills covered"),
        "below_level": _("Skills below level"),
        "missing": _("Skills missing"),
        "not_taught": _("Skills that nothing here teaches"),
        "not_understood": _("Phrases not understood"),
        "recommendations": _("Recommendations"),
        "first_credential": _("First recommendation: id"),
        "first_name": _("First recommendation"),
        "first_issuer": _("First recommendation: issuer"),
        "first_adds": _("First recommendation: adds"),
        "best_fit": _("Occupation that fits best"),
        "problem": _("What is wrong"),
        "report": _("Report"),
    }
