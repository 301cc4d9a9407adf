r"""Values as cells of CSV that people open in a spreadsheet, and back, without loss.

A text that a spreadsheet would run as a formula is written with an apostrophe before
it, which reading takes off again: a text that already looks like an escaped one gets
another. Of a list, each text stands on a line of the cell; a line feed within one is
written ``\n``, a backslash twice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.formats.tabular import CellKind, Value

# What a spreadsheet may take for the start of a formula, also in full width.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r")
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def cell(value: Value) -> str:
    """A value as the text of a cell; what is unknown is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, list):
        lines = (one.replace("\\", "\\\\").replace("\n", "\\n") for one in value)
        return guarded("\n".join(lines))
    return repr(value)


def value_of(text: str, kind: CellKind) -> Value:
    """The value of a cell of a kind; what cannot be one stays the text it is.

    The reader of catalogues then says what is wrong with it.
    """
    if not text:
        return None
    if kind == "texts":
        return [_ESCAPED.sub(_meant, one) for one in bare(text).split("\n") if one]
    if kind == "flag" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    if kind in ("number", "whole") and _WHOLE.fullmatch(text):
        return int(text)
    if kind == "number" and _NUMBER.fullmatch(text):
        return float(text)
    return bare(text)


def _meant(found: re.Match[str]) -> str:
    return "\n" if found[1] == "n" else found[1]


def _runs(text: str) -> bool:
    return text.lstrip("' \n").startswith(_FORMULA)


def guarded(text: str) -> str:
    """The text of a cell that no spreadsheet runs."""
    return f"'{text}" if _runs(text) else text


def bare(text: str) -> str:
    """The text that ``guarded`` was given."""
    return text[1:] if text.startswith("'") and _runs(text[1:]) else text
