"""The rows of a list that was saved as text: commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from skillgap.formats.intake import read_whole, refusal
from skillgap.formats.text import decode
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 128 * 1024 * 1024
_SEPARATORS = ",;\t|"
_LARGEST_CELL = 1 << 22


def csv_rows(path: Path) -> Iterator[list[str]]:
    """The cells of each row, from whatever encoding and separator the file has.

    Raises:
        DataError: the file cannot be read, is too large, or ends within a row.
    """
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
