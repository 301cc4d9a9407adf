"""Which texts stood in an earlier row, kept on disk so that memory does not grow."""

from __future__ import annotations

import hashlib
import sqlite3
import weakref
from typing import Self

from skillgap.history.batches import no_room


class Seen:
    """The rows that texts first stood in, by their hash."""

    def __enter__(self) -> Self:
        # A temporary database on disk, gone when it is closed.
        self._ids = sqlite3.connect("")
        # An error may keep the rows' generator in a circle, and the collector may come
        # to the connection before it comes to __exit__.
        weakref.finalize(self, self._ids.close)
        self._ids.execute("PRAGMA journal_mode = OFF")
        self._ids.execute(
            "CREATE TABLE seen (id BLOB PRIMARY KEY, row INTEGER) WITHOUT ROWID"
        )
        return self

    def __exit__(self, *_error: object) -> None:
        self._ids.close()

    def first(self, text: str, row: int) -> int:
        """The row in which a text first stood: this one where it is new.

        Raises:
            DataError: the disk for temporary files is full.
        """
        try:
            return self._first(text, row)
        except sqlite3.OperationalError as error:
            raise no_room(error) from error

    def _first(self, text: str, row: int) -> int:
        key = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
        added = self._ids.execute(
            "INSERT OR IGNORE INTO seen VALUES (?, ?)", (key, row)
        )
        if added.rowcount:
            return row
        found = self._ids.execute("SELECT row FROM seen WHERE id = ?", (key,))
        number: int = found.fetchone()[0]
        return number
