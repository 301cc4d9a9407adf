"""The text of a file: its bytes decoded, or what keeps it from being text."""

from __future__ import annotations

import re

from skillgap.errors import Problem
from skillgap.locale import _

MAX_BYTES = 64 * 1024 * 1024
"""The largest file that is read (the whole of ESCO is 18 MB)."""


def decode(data: bytes, shown: str, unprintable: str | None = None) -> str | Problem:
    """The text of a file of UTF-8, or why it cannot be read.

    Args:
        data: the bytes of the file.
        shown: the name that a problem gives the file.
        unprintable: a pattern of characters that may not stand in it.
    """
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        message = _("the file is larger than {limit} MB").format(limit=limit)
        hint = _("split it, or leave out what is not used")
        return Problem("error", "SG002", message, shown, hint=hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place_of(data[: error.start].decode("utf-8", "replace"))
        message = _("byte {number} (0x{byte:02x}) is not UTF-8 text").format(
            number=error.start + 1, byte=data[error.start]
        )
        hint = _("save the file as UTF-8")
        return Problem("error", "SG003", message, shown, *place, hint=hint)
    if unprintable and (found := re.search(unprintable, text)):
        message = _("the character U+{code:04X} may not stand in YAML").format(
            code=ord(found[0])
        )
        place = _place_of(text[: found.start()])
        return Problem("error", "SG004", message, shown, *place)
    return text


def _place_of(before: str) -> tuple[int, int]:
    """The line and column of the character that follows this text."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
