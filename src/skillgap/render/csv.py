"""The main table of a result as CSV (RFC 4180), with English ids for a header.

Values are those of the JSON contract: numbers as numbers, shares from 0 to 1, nothing
where a value is unknown. A cell that a spreadsheet would take for a formula is written
with a leading apostrophe.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from skillgap.render.rows import main_rows
from skillgap.render.safe import visible

if TYPE_CHECKING:
    from skillgap.render.result import Result

# What a spreadsheet may take for the start of a formula, also in full width.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render_csv(result: Result) -> str:
    """A header and a row for each record."""
    out = StringIO()
    writer = csv.writer(out)
    header, rows = main_rows(result)
    writer.writerow(header)
    writer.writerows([neutral(value) for value in row] for row in rows)
    return out.getvalue()


def neutral(value: object) -> object:
    """A cell that a spreadsheet shows and never runs."""
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text
