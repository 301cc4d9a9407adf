"""The summary: one row a client, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING, Any

from skillgap.render.csv import neutral

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
ENCODING = "utf-8-sig"
"""UTF-8 with the mark by which Excel knows it; without, it shows no accents."""

_DECIMALS = 4
"""Of a share: a hundredth of a per cent."""


def head(*, reports: bool) -> bytes:
    """The header; where each client gets a report it ends with the file of that."""
    columns = (*HEADER, "report") if reports else HEADER
    return csv_line(columns).encode(ENCODING)


def summary_row(line: Mapping[str, Any]) -> str:
    """The row of a client's line (see ``render.batch_records``), as CSV."""
    about = [line["client"], line["row"], line["status"], line["language"]]
    rest = [""] * 14
    if line["status"] == "ok":
        rest = _figures(line)
    told = " ".join(map(reason, line["problems"]))
    report = [(line["report"] or {}).get("file", "")] if "report" in line else []
    return csv_line([*about, *rest, told, *report])


def reason(problem: Mapping[str, Any]) -> str:
    """A problem with its remedy, on one line; choices are parted by semicolons."""
    hint = (problem.get("hint") or "").replace(":\n", ": ").replace("\n", "; ")
    message = problem["message"]
    if hint and not message.endswith((".", "?", "!")):
        return f"{message} ({hint})"
    return f"{message} {hint}".rstrip()


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


def csv_line(values: Sequence[Any]) -> str:
    """One row of CSV; cells that a spreadsheet would run are made harmless."""
    out = StringIO()
    csv.writer(out).writerow([_cell(value) for value in values])
    return out.getvalue()


def field(value: str) -> str:
    """A cell of a row that is put together from its fields."""
    return csv_line((value, ""))[: -len(",\r\n")]


def decimals(share: float) -> str:
    """The same of a share."""
    return str(_cell(share))


def _cell(value: object) -> object:
    return round(value, _DECIMALS) if isinstance(value, float) else neutral(value)
