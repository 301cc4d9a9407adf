"""The compiled form on disk: found again, trusted only where nothing differs.

These files stand in the cache folder for a catalogue's folder. The *form* is the SQLite
database, which names the content (fingerprint) and the program that it was made from.
The *stamp* says that files with these sizes, times and inodes have that content, so
that an unchanged catalogue is not read again. What else is made of the content (the
meanings of labels and titles) may stand beside them. All are written beside their place
and renamed into it, and never changed after, so that two processes can do so at once.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import time
import zlib
from typing import TYPE_CHECKING

from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from skillgap.catalogue.files import Signature

_RACY_NS = 2_000_000_000
"""Files changed this shortly before the stamp may change again unseen: clocks of file
systems tick as slowly as every two seconds (as git's index takes care of)."""

_STALE_S = 3600
_ENDINGS = ("sqlite", "json", "sqlite-journal", "labels", "titles", "meanings")
_NUMBER = 8  # hexadecimal digits of a form's name
_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120


class Cache:
    """The place of one catalogue's compiled form in a cache folder."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self._source = os.path.abspath(folder)  # noqa: PTH100
        self._folder = os.path.abspath(cache)  # noqa: PTH100
        name = "".join(c if c.isalnum() else "-" for c in folder.name.lower())[:40]
        number = zlib.crc32(os.fsencode(self._source))
        self.place = os.path.join(self._folder, f"catalogue-{name}-{number:08x}")  # noqa: PTH118
        """The name of all files of the catalogue, without the ending."""
        self._form = f"{self.place}.sqlite"
        self._stamp = f"{self.place}.json"

    def stamped(self, signature: Signature) -> str | None:
        """The fingerprint of files with this signature, None where it is not known."""
        try:
            with open(self._stamp, encoding="utf-8") as file:  # noqa: PTH123
                stamp = json.load(file)
            same = stamp["folder"] == self._source and stamp["files"] == signature
            trusted = _is_settled(signature, stamp["at"])
            fingerprint: str | None = stamp["fingerprint"] if same and trusted else None
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return fingerprint

    def open(self, fingerprint: str) -> sqlite3.Connection | None:
        """The compiled form of this content, None where there is none that is sound."""
        address = f"file:{_quoted(self._form)}?mode=ro&immutable=1"
        try:
            size = os.stat(self._form).st_size  # noqa: PTH116
            database = sqlite3.connect(address, uri=True)
        except (OSError, sqlite3.Error):
            return None
        try:
            about = dict(database.execute("SELECT name, value FROM about"))
            whole = _pages(database) == size
            if whole and about.items() >= identity(fingerprint).items():
                return database
        except (sqlite3.Error, TypeError, ValueError):
            pass
        database.close()
        return None

    def write(self, make: Callable[[str], sqlite3.Connection]) -> bool:
        """Keep a compiled form, made in the file that is given.

        Without effect, and false, where the folder cannot be written.
        """
        temporary = self._temporary(".sqlite")
        try:
            os.makedirs(self._folder, exist_ok=True)  # noqa: PTH103
            self._clear()
            make(temporary).close()
            os.replace(temporary, self._form)  # noqa: PTH105
        except (OSError, sqlite3.Error):
            return False
        finally:
            _remove(temporary)
        return True

    def stamp(self, signature: Signature, fingerprint: str, at: int) -> None:
        """Keep that files with this signature, taken at a time, have this content."""
        temporary = self._temporary(".json")
        stamp = {
            "folder": self._source,
            "files": signature,
            "at": at,
            "fingerprint": fingerprint,
        }
        try:
            with open(temporary, "x", encoding="utf-8") as file:  # noqa: PTH123
                json.dump(stamp, file)
            os.replace(temporary, self._stamp)  # noqa: PTH105
        except OSError:
            _remove(temporary)

    def _temporary(self, ending: str) -> str:
        name = f".{os.getpid()}-{time.time_ns()}{ending}"
        return os.path.join(self._folder, name)  # noqa: PTH118

    def _clear(self) -> None:
        """Remove what interrupted processes left behind."""
        for entry in os.scandir(self._folder):
            is_left_over = entry.name.startswith(".") and _is_ours(entry.name)
            if is_left_over and time.time() - entry.stat().st_mtime > _STALE_S:
                _remove(entry.path)


def files_in(folder: Path) -> list[Path]:
    """The files in a cache folder that were written here, left-overs among them.

    The folder may be one that holds other things too: only names of ours are taken.
    """
    try:
        return [path for path in folder.iterdir() if _is_ours(path.name)]
    except OSError:
        return []


def _is_ours(name: str) -> bool:
    """Whether a file bears a name that is given here.

    ``catalogue-data-1a2b3c4d.json`` or, while it is written, ``.123-456.sqlite``.
    """
    stem, dot, ending = name.lstrip(".").partition(".")
    if not dot or ending not in _ENDINGS:
        return False
    if name.startswith("."):
        return all(part.isdecimal() for part in stem.split("-", 1)) and "-" in stem
    start, _, number = stem.rpartition("-")
    return start.startswith("catalogue-") and len(number) == _NUMBER


def identity(fingerprint: str) -> dict[str, str]:
    """What a compiled form depends on: the content, and the program that makes it."""
    return {"fingerprint": fingerprint, "program": _program()}


def _program() -> str:
    """The version of the program and, for those who change it, of its own files."""
    files = []
    for folder in ("", "catalogue", "catalogue/tables", "document", "model"):
        try:
            for entry in os.scandir(os.path.join(_ROOT, folder)):  # noqa: PTH118
                if entry.name.endswith(".py"):
                    stat = entry.stat()
                    files.append(f"{entry.name} {stat.st_size} {stat.st_mtime_ns}")
        except OSError:
            continue
    return "\n".join([__version__, *sorted(files)])


def _is_settled(signature: Signature, at: int) -> bool:
    """Whether every file had been left alone for a while when it was signed."""
    times = (int(time_ns) for _, _, *rest in signature for time_ns in rest[:2])
    return max(times, default=0) < at - _RACY_NS


def _pages(database: sqlite3.Connection) -> int:
    (count,) = database.execute("PRAGMA page_count").fetchone()
    (size,) = database.execute("PRAGMA page_size").fetchone()
    return int(count) * int(size)


def _quoted(path: str) -> str:
    """A path for a SQLite address: only what ends or escapes it is quoted."""
    path = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    path = path.replace(os.sep, "/")
    return path if path.startswith("/") else f"/{path}"


def _remove(path: str) -> None:
    with contextlib.suppress(OSError):
        os.remove(path)  # noqa: PTH107
