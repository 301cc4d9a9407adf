"""Small XLSX workbooks made for tests, as spreadsheets write them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZipFile

if TYPE_CHECKING:
    from pathlib import Path

_SHEET = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/'
    'spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
)
_STRINGS = (
    '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/'
    'spreadsheetml/2006/main">{items}</sst>'
)
_STYLES = (
    '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/'
    'spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="0.00"/>'
    '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>'
    "</cellXfs></styleSheet>"
)


def workbook(path: Path, rows: list[list[str]]) -> Path:
    """A workbook whose cells are XML of their own where they begin with ``<``."""
    strings: list[str] = []
    lines = []
    for number, row in enumerate(rows, 1):
        cells = [
            _cell(f"{chr(65 + place)}{number}", value, strings)
            for place, value in enumerate(row)
            if value
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    with ZipFile(path, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", _SHEET.format(rows="".join(lines)))
        items = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
        archive.writestr("xl/sharedStrings.xml", _STRINGS.format(items=items))
        archive.writestr("xl/styles.xml", _STYLES)
    return path


def _cell(place: str, value: str, strings: list[str]) -> str:
    if value.startswith("<c"):
        return value.replace("<c", f'<c r="{place}"', 1)
    strings.append(value)
    return f'<c r="{place}" t="s"><v>{len(strings) - 1}</v></c>'
