"""Some files of a catalogue's folder changed where they are; the others stay.

All new files are written beside the folder and flushed to the disk before the first of
them takes its place, ``catalogue.yaml`` first: sources and fields that nothing names
yet do no harm, so whatever interrupts the rest leaves a catalogue behind.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.catalogue.files import NAMES, read_files
from skillgap.catalogue.install import clear_leftovers, explained, turn
from skillgap.errors import DataError, Problem
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.catalogue.files import Files

_ORDER = ("catalogue.yaml", "skills.yaml", "skills.jsonl", "issuers.jsonl")


def change_in_place(folder: Path, before: Files, after: Mapping[str, bytes]) -> None:
    """Put the files that differ in their places.

    Args:
        folder: the folder of the catalogue.
        before: its files as they were read.
        after: the files that are to be there.

    Raises:
        DataError: the folder changed meanwhile, or cannot be written.
    """
    folder = Path(os.path.realpath(folder))
    names = [name for name in NAMES if after.get(name) != before.contents.get(name)]
    with turn(folder), explained(folder):
        if read_files(folder).contents != before.contents:
            message = _("the catalogue was changed meanwhile")
            hint = _("nothing was changed; start again")
            raise DataError(Problem("error", "output", message, str(folder), hint=hint))
        clear_leftovers(folder, NAMES)
        staged = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}-"))
        try:
            for name in names:
                _write(staged / name, after[name], folder / name)
            for name in sorted(names, key=_rank):
                (staged / name).replace(folder / name)
        finally:
            shutil.rmtree(staged, ignore_errors=True)


def _rank(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _write(path: Path, data: bytes, old: Path) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(old.stat().st_mode if old.exists() else 0o644)
