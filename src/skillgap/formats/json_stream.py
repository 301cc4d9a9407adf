"""JSON of any size, a record at a time: an array, ``@graph``, lines, or one object.

Only one record is held as text and values at once. What people leave in hand-made files
is passed over: a byte order mark, lines that begin with ``//``, and a comma after the
last item.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from skillgap.formats.intake import refusal
from skillgap.locale import _
from skillgap.locale.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

    from skillgap.formats.intake import Progress

_CHUNK = 1 << 18
_LONGEST = 1 << 25
"""The longest record, in characters; a framework of 300 competencies has 300,000."""

_COMMENT = re.compile(r'^[ \t]*"?//[^\n]*\n', re.MULTILINE)
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")
_HEAD = re.compile(r'\s*\{(?:\s*"[^"]*"\s*:\s*"[^"]*"\s*,)*\s*"@graph"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")


def json_records(path: Path, progress: Progress | None = None) -> Iterator[Any]:
    """The records of a file: the items of its array or ``@graph``, or its objects.

    Raises:
        DataError: the file cannot be read, is no JSON, or ends within a record.
    """
    try:
        size = path.stat().st_size or 1
        with path.open(encoding="utf-8-sig") as file:
            yield from _Reading(file, path, size, progress).records()
    except OSError as error:
        reason = reason_of(error)
        message = _("the file cannot be read: {reason}").format(reason=reason)
        raise refusal(message, str(path)) from error
    except UnicodeDecodeError as error:
        message = _("byte {number} (0x{byte:02x}) is not UTF-8 text").format(
            number=error.start + 1, byte=error.object[error.start]
        )
        raise refusal(message, str(path), _("save the file as UTF-8")) from error


class _Reading:
    """The text of a file that is not yet read as records."""

    def __init__(
        self, file: TextIO, path: Path, size: int, progress: Progress | None
    ) -> None:
        self._file, self._path = file, path
        self._size, self._progress = size, progress
        self._text, self._at, self._read, self._lines = "", 0, 0, 0
        self._is_whole = False
        self._decode = json.JSONDecoder().raw_decode

    def records(self) -> Iterator[Any]:
        self._more()
        is_array = self._open()
        while True:
            self._skip()
            if self._at >= len(self._text) and self._is_whole:
                if is_array:
                    raise self._cut()
                return
            if is_array and self._text.startswith("]", self._at):
                return
            yield self._record()

    def _open(self) -> bool:
        """Step into the array that holds the records, if there is one."""
        start = self._text.lstrip()
        if start.startswith("["):
            self._at = self._text.index("[") + 1
            return True
        if match := _HEAD.match(self._text):
            self._at = match.end()
            return True
        return False

    def _record(self) -> Any:  # noqa: ANN401 - any JSON
        while True:
            try:
                value, end = self._decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._is_whole:
                    return self._mended(error)
                self._more()
            except RecursionError as error:
                raise refusal(_("the file is not JSON"), str(self._path)) from error
            else:
                self._at = end
                return value

    def _mended(self, error: json.JSONDecodeError) -> Any:  # noqa: ANN401 - any JSON
        """The record once its last commas are off."""
        rest = _LAST_COMMA.sub("", self._text[self._at :])
        try:
            value, end = self._decode(rest)
        except json.JSONDecodeError:
            raise self._fault(error) from error
        self._text, self._at = rest, end
        return value

    def _skip(self) -> None:
        """Step over what is between records, reading on where nothing is left."""
        while True:
            match = _BETWEEN.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._text) or self._is_whole:
                return
            self._more()

    def _more(self) -> None:
        """Read on to the end of a line, without the comments."""
        chunk = self._file.read(_CHUNK)
        chunk += self._file.readline() if chunk else ""
        self._is_whole = not chunk
        self._read += len(chunk)
        rest = self._text[self._at :]
        self._lines += self._text.count("\n", 0, self._at)
        self._text, self._at = rest + _COMMENT.sub("\n", chunk), 0
        if len(self._text) > _LONGEST:
            message = _("a record of the file is longer than {limit} MB")
            told = message.format(limit=_LONGEST >> 20)
            raise refusal(told, str(self._path))
        if self._progress:
            self._progress(self._path.name, min(0.99, self._read / self._size))

    def _fault(self, error: json.JSONDecodeError) -> Exception:
        is_open = error.msg.startswith("Unterminated string")
        if is_open or error.pos >= len(self._text.rstrip()):
            return self._cut()
        message = _("the file is not JSON: {reason}, line {line}, column {column}")
        told = message.format(
            reason=error.msg, line=error.lineno + self._lines, column=error.colno
        )
        return refusal(told, str(self._path))

    def _cut(self) -> Exception:
        message = _("the file ends in the middle of a record")
        hint = _("it seems cut off: download it again")
        return refusal(message, str(self._path), hint)
