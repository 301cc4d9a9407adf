"""A catalogue that is changed, in its own folder or in another one, whole or not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from skillgap.catalogue.content import content_of
from skillgap.catalogue.draft import read_draft
from skillgap.catalogue.files import read_files
from skillgap.catalogue.in_place import change_in_place
from skillgap.catalogue.install import check_place, install_catalogue
from skillgap.errors import DataError
from skillgap.garbage import without_collection
from skillgap.review.revised import revised_files

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.catalogue.written import Content


class Revision:
    """A catalogue as it was read, and the folder that its successor goes to."""

    def __init__(self, folder: Path, output: Path | None, *, replace: bool) -> None:
        """Read a catalogue, once its place is known to be free.

        Args:
            folder: the folder of the catalogue.
            output: the folder to write; the same one where absent.
            replace: take the place of a catalogue that is in ``output``.

        Raises:
            DataError: the place is taken, or the folder is no catalogue; it carries
                every problem at once.
        """
        self.folder = folder
        self.place = output or folder
        self._in_place = os.path.realpath(self.place) == os.path.realpath(folder)
        self._replace = replace
        if not self._in_place:
            check_place(self.place, replace=replace)
        with without_collection():
            self._files = read_files(folder)
            draft = read_draft(self._files)
        if draft.errors:
            placed = (
                each._replace(path=str(folder / (each.path or "")))
                for each in draft.errors
            )
            raise DataError(*placed)
        self.content: Content = content_of(draft)

    def write(self, before: Content, after: Content) -> None:
        """Write the records that changed; every other line stays as it is.

        Raises:
            DataError: the folder cannot be written; it is then as it was.
        """
        contents = revised_files(self._files, before, after)
        if self._in_place:
            change_in_place(self.folder, self._files, contents)
        else:
            install_catalogue(
                self.place, contents.items(), replace=self._replace, checked=True
            )
