"""Zip archives of unknown origin: names and sizes are checked before any entry is read.

Nothing is ever unpacked to disk, so names with ``..`` and links lead nowhere; entries
that are links are passed over all the same.
"""

from __future__ import annotations

import stat
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from skillgap.formats.imported import refusal
from skillgap.locale import _

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MAX_ENTRIES = 5_000
MAX_ENTRY = 24 * 1024 * 1024
"""The largest entry that is read, unpacked; a long résumé is under 1 MB."""

_CHUNK = 1 << 16


class Archive:
    """The entries of a zip file, read one by one."""

    def __init__(self, data: bytes, shown: str) -> None:
        """Open the archive.

        Raises:
            DataError: it is damaged, or has too many entries.
        """
        from zipfile import BadZipFile, ZipFile

        self._shown = shown
        try:
            self._zip: ZipFile = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self._damaged() from error
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            message = _("the archive has more than {number} entries").format(
                number=MAX_ENTRIES
            )
            raise refusal("import-too-large", message, shown)
        self._entries = {entry.filename: entry for entry in entries if _is_plain(entry)}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the entries that are plain files."""
        return tuple(self._entries)

    def read(self, name: str) -> bytes:
        """The content of an entry; what it really unpacks to is measured.

        Raises:
            DataError: it is too large, encrypted or damaged.
        """
        from zipfile import BadZipFile

        entry = self._entries[name]
        if entry.flag_bits & 1:
            message = _("the archive is locked with a password")
            raise refusal("import-locked", message, self._shown)
        try:
            return self._unpacked(entry)
        except (
            *(BadZipFile, zlib.error, OSError, EOFError),
            *(ValueError, NotImplementedError, RuntimeError),
        ) as error:
            raise self._damaged() from error

    def _unpacked(self, entry: ZipInfo) -> bytes:
        chunks, size = [], 0
        with self._zip.open(entry) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > MAX_ENTRY:
                    message = _("{name} in the archive is larger than {limit} MB")
                    told = message.format(name=entry.filename, limit=MAX_ENTRY >> 20)
                    raise refusal("import-too-large", told, self._shown)
                chunks.append(chunk)
        return b"".join(chunks)

    def _damaged(self) -> Exception:
        return refusal("import-damaged", _("the archive is damaged"), self._shown)


def _is_plain(entry: ZipInfo) -> bool:
    mode = entry.external_attr >> 16
    return not entry.is_dir() and (not mode or not stat.S_ISLNK(mode))
