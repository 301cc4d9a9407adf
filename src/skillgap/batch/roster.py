"""A roster: where its rows come from, whatever its format, and what identifies it."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from skillgap.batch import csv_roster, other_rosters
from skillgap.batch.row import Meter, refuse, unreadable
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from skillgap.batch.row import Rows

    Reader = Callable[[Path, str, Mapping[str, str], Meter], Rows]
    TextReader = Callable[[Path, str, Mapping[str, str], Meter, str | None], Rows]

STDIN = "-"
_BLOCK = 1 << 20
_TEXTS: dict[str, TextReader] = {
    ".csv": csv_roster.read_csv,
    ".tsv": csv_roster.read_csv,
    ".txt": csv_roster.read_csv,
    ".jsonl": other_rosters.read_jsonl,
    ".ndjson": other_rosters.read_jsonl,
}
_READERS: dict[str, Reader] = {
    ".xlsx": other_rosters.read_xlsx,
    ".xlsm": other_rosters.read_xlsx,
    ".parquet": other_rosters.read_parquet,
}


class Roster(Record):
    """A roster on disk; ``columns`` are the ones that options name, by field.

    ``shown`` is how people know it; profiles that its rows name lie in ``folder``.
    ``encoding`` is that of a text, where it is not UTF-8 and does not tell itself.
    """

    path: Path
    shown: str
    folder: Path
    columns: tuple[tuple[str, str], ...] = ()
    encoding: str | None = None

    def rows(self, meter: Meter | None = None) -> Rows:
        """The rows in their order; what cannot be read is a row with its problem.

        Raises:
            DataError: the roster cannot be read at all.
        """
        meter = meter or Meter()
        if self.path.is_dir():
            return other_rosters.read_folder(self.path, meter)
        chosen = dict(self.columns)
        ending = self.path.suffix.lower()
        if self.shown == STDIN:
            ending = _ending_by_head(self.path)
        if ending in _TEXTS:
            read = _TEXTS[ending]
            return read(self.path, self.shown, chosen, meter, self.encoding)
        if ending in _READERS:
            return _READERS[ending](self.path, self.shown, chosen, meter)
        message = _("The roster is of no format that is read.")
        hint = _("It may be .csv, .xlsx, .jsonl or .parquet, or a folder.")
        raise refuse(message, self.shown, hint)

    def fingerprint(self) -> str:
        """A hash of all that the roster holds; of a folder, of its profiles.

        Raises:
            DataError: it cannot be read.
        """
        digest = hashlib.sha256()
        files = [self.path]
        if self.path.is_dir():
            files = other_rosters.profiles_in(self.path)
        try:
            for file in files:
                if file is not self.path:
                    digest.update(os.fsencode(file.name) + b"\0")
                with file.open("rb") as content:
                    while block := content.read(_BLOCK):
                        digest.update(block)
        except OSError as error:
            raise unreadable(self.shown, error) from error
        return digest.hexdigest()


def _ending_by_head(path: Path) -> str:
    """What comes through a pipe has no name: its first bytes tell what it is."""
    with path.open("rb") as file:
        head = file.read(64)
    if head.startswith(b"PAR1"):
        return ".parquet"
    if head.startswith(b"PK\x03\x04"):
        return ".xlsx"
    # In UTF-16 each letter has an empty byte beside it.
    letters = head.translate(None, b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    return ".jsonl" if letters.startswith(b"{") else ".csv"
