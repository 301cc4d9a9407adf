"""Bytes into text, whichever of the usual encodings a file was saved in."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from skillgap.formats.imported import note, refusal
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.errors import Problem

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_LOOKED_AT = 4096
_MOSTLY_OTHERS = 0.05


class Decoded(Record):
    """A text, and a note where its encoding had to be guessed."""

    text: str
    notes: tuple[Problem, ...] = ()


def decode(data: bytes, shown: str) -> Decoded:
    """The text in some bytes: UTF-8, UTF-16, UTF-32 or, at last, Windows-1252.

    Raises:
        DataError: they are no text.
    """
    encoding = _marked(data) or _unmarked(data)
    if encoding:
        try:
            return Decoded(data.decode(encoding))
        except UnicodeDecodeError as error:
            raise _no_text(shown) from error
    if b"\0" in data:
        raise _no_text(shown)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _guessed(data, shown)


def _marked(data: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _unmarked(data: bytes) -> str | None:
    """UTF-16 without a mark: half of the bytes of its spaces and line ends are 0."""
    head = data[:_LOOKED_AT]
    even, odd = head[::2].count(0), head[1::2].count(0)
    enough = len(head) * _MOSTLY_OTHERS
    if odd > enough and even < odd * _MOSTLY_OTHERS:
        return "utf-16-le"
    if even > enough and odd < even * _MOSTLY_OTHERS:
        return "utf-16-be"
    return None


def _guessed(data: bytes, shown: str) -> Decoded:
    text = data.decode("cp1252", errors="replace")
    controls = sum(char < " " and char not in "\t\n\r\f\x1b" for char in text)
    if controls > len(text) * _MOSTLY_OTHERS:
        raise _no_text(shown)
    message = _("the text is not UTF-8; it was read as Windows-1252")
    return Decoded(text, (note("import-encoding", message, shown),))


def _no_text(shown: str) -> Exception:
    return refusal(
        "import-not-text",
        _("the file is not text that can be read"),
        shown,
        _("save it as UTF-8 text, DOCX or PDF"),
    )
