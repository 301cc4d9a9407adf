"""The summary: one row a client, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from skillgap.render.csv import neutral

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HEADER = (
    "client",
    "row",
    "status",
    "language",
    "occupations",
    "coverage_before",
    "coverage_after",
    "covered",
    "below_level",
    "missing",
    "not_taught",
    "not_understood",
    "recommendations",
    "first_credential",
    "first_name",
    "first_issuer",
    "first_adds",
    "best_fit",
    "problem",
)


def header(*, reports: bool) -> tuple[str, ...]:
    """The header; where each client gets a report it ends with the file of that."""
    return (*HEADER, "report") if reports else HEADER


def summary_row(line: Mapping[str, Any]) -> str:
    """The row of a client's line (see ``render.batch_records``), as CSV."""
    head = [line["client"], line["row"], line["status"], line["language"]]
    rest = [""] * 14
    if line["status"] == "ok":
        rest = _figures(line)
    told = "; ".join(problem["message"] for problem in line["problems"])
    report = [(line["report"] or {}).get("file", "")] if "report" in line else []
    return csv_line([*head, *rest, told, *report])


def _figures(line: Mapping[str, Any]) -> list[Any]:
    rows, gaps = line["recommendations"], line["gaps"]
    first = rows[0] if rows else None
    return [
        "; ".join(one["title"] for one in line["occupations"]),
        line["coverage_before"],
        rows[-1]["coverage_after"] if rows else line["coverage_before"],
        *(sum(len(gap[part]) for gap in gaps) for part in _PARTS),
        len(line["not_taught"]),
        sum(match["status"] != "matched" for match in line["matches"]),
        len(rows),
        *(
            first["credential"][key] if first else ""
            for key in ("id", "name", "issuer")
        ),
        first["adds"] if first else "",
        line["fits"][0]["occupation"]["title"] if line["fits"] else "",
    ]


_PARTS = ("covered", "below_level", "missing")


def csv_line(values: list[Any] | tuple[str, ...]) -> str:
    """One row of CSV; cells that a spreadsheet would run are made harmless."""
    out = StringIO()
    csv.writer(out).writerow([neutral(value) for value in values])
    return out.getvalue()


def write_workbook(summary: Path, workbook: Path) -> None:
    """The summary as an Excel workbook: all cells are text or numbers, none is run."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("summary")
    sheet.freeze_panes = "A2"

    def cell(column: int, text: str) -> object:
        made = WriteOnlyCell(sheet, value=text)
        if column in _NUMBERS and text and text[0].isdigit():
            made = WriteOnlyCell(sheet, value=float(text))
        else:
            made.data_type = "s"
        return made

    with summary.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            sheet.append([cell(column, text) for column, text in enumerate(row)])
    book.save(workbook)


_NUMBERS = {1, *range(5, 13), 16}
