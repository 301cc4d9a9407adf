"""XLSX workbooks read as rows; every workbook is made here."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from tests.formats.taxonomies.workbooks import workbook

from skillgap.errors import DataError
from skillgap.formats.intake import Tally
from skillgap.formats.sheets import column, header_of, rows
from skillgap.formats.workbook import workbook_rows

if TYPE_CHECKING:
    from pathlib import Path


def test_cells_are_read_as_they_are_shown(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        [
            ["Name", "", "Hours"],
            ["Tea & more", "", "<c><v>42.0</v></c>"],
            ["", "", ""],
            ['<c t="inlineStr"><is><t>a</t><r><t>b</t></r></is></c>', "<c/>"],
            ['<c s="1"><v>45000</v></c>', '<c s="2"><v>1.5E1</v></c>'],
            ['<c t="str"><f>1+1</f><v>shown</v></c>', '<c t="e"><v>#REF!</v></c>'],
        ],
    )
    assert list(workbook_rows(path)) == [
        ["Name", "", "Hours"],
        ["Tea & more", "", "42"],
        ["ab", ""],
        ["2023-03-15", "15"],
        ["shown", ""],
    ]


def test_a_workbook_is_a_table_like_others(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", [["x", " NOC ", "O"], ["1", "10", "q"]])
    assert header_of(path) == ("x", "NOC", "O")
    assert list(rows(path, [column("noc"), column("o")], Tally("a"))) == [("10", "q")]


@pytest.mark.parametrize("cut", [40, 200, 400])
def test_a_truncated_workbook_is_refused(tmp_path: Path, cut: int) -> None:
    path = workbook(tmp_path / "a.xlsx", [["x", "y"], ["1", "2"]])
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(DataError, match="no workbook, or a damaged one"):
        list(workbook_rows(path))


def test_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    text = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
    with ZipFile(path, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", text)
    with pytest.raises(DataError, match="no workbook, or a damaged one"):
        list(workbook_rows(path))


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("Name,Hours\n", "utf-8")
    with pytest.raises(DataError, match="no workbook, or a damaged one"):
        list(workbook_rows(path))
    with pytest.raises(DataError, match="cannot be read"):
        list(workbook_rows(tmp_path / "none.xlsx"))
