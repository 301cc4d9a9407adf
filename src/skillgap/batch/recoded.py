"""A roster in another encoding, read as if it were UTF-8.

Excel saves "Unicode text" as UTF-16, and in French its plain CSV as Windows-1252.
UTF-16 tells itself by its first bytes; nothing tells the others, so they are named.
"""

from __future__ import annotations

import codecs
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from typing import BinaryIO

Encoding = Literal[
    "utf-8", "utf-16", "windows-1252", "iso-8859-1", "cp850", "mac-roman"
]
"""Those that spreadsheets of Canada have saved text in."""

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BLOCK = 1 << 16


def as_utf8(file: BinaryIO, encoding: str | None) -> BinaryIO:
    """The bytes of a file from its beginning, as UTF-8.

    What is no text in the encoding comes as bytes that are no UTF-8, so that the row
    which it stands in can be told from the others.
    """
    if encoding is None:
        head = file.read(2)
        file.seek(0)
        encoding = "utf-16" if head in UTF16 else "utf-8"
    if encoding == "utf-8":
        return file
    return BufferedReader(_Recoded(file, encoding), _BLOCK)


class _Recoded(RawIOBase):
    def __init__(self, file: BinaryIO, encoding: str) -> None:
        faults = "surrogatepass" if encoding == "utf-16" else "surrogateescape"
        self._file, self._faults = file, faults
        self._decoder = codecs.getincrementaldecoder(encoding)(faults)
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            block = self._file.read(_BLOCK)
            if not block:
                return 0
            self._ready = self._decoder.decode(block).encode("utf-8", self._faults)
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count
