"""From a folder to a catalogue: compiled once, found again until something differs."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.catalogue.catalogue import Catalogue
from skillgap.catalogue.files import fingerprint, read_files, sign
from skillgap.record import Record

if TYPE_CHECKING:
    import sqlite3

    from skillgap.catalogue.cache import Cache
    from skillgap.catalogue.draft import Draft
    from skillgap.catalogue.files import Files
    from skillgap.errors import Problem


class CatalogueCheck(Record):
    """What a folder holds and everything that is wrong with it, by place."""

    counts: dict[str, int]
    problems: tuple[Problem, ...]


def bundled_folder() -> Path:
    """The folder of the catalogue that comes with the program."""
    installed = Path(__file__).parent.parent / "data"
    return installed if installed.is_dir() else Path(__file__).parents[3] / "data"


def load_catalogue(
    folder: Path | None = None, *, cache: Path | None = None
) -> Catalogue:
    """Open the catalogue of a folder.

    Args:
        folder: the folder of YAML files; the bundled catalogue where absent.
        cache: the folder in which compiled catalogues are kept; where absent or not
            to be written, the catalogue is compiled in memory.

    Raises:
        DataError: the folder is no catalogue; it carries every problem at once.
    """
    folder = folder or bundled_folder()
    if cache is None:
        return Catalogue(_compile(folder, read_files(folder)))
    return Catalogue(*_open(folder, cache))


def unpacked(content: bytes) -> Catalogue:
    """The catalogue of a compiled form, for any thread (``Catalogue.packed``)."""
    import sqlite3

    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.deserialize(content)
    return Catalogue(database)


def check_catalogue(folder: Path) -> CatalogueCheck:
    """Read a folder and say everything that is wrong with it.

    Raises:
        DataError: there is no such folder, or it cannot be read at all.
    """
    from skillgap.catalogue.compiled import counts
    from skillgap.catalogue.draft import read_draft
    from skillgap.garbage import without_collection

    with without_collection():
        draft = read_draft(read_files(folder))
        return CatalogueCheck(counts(draft), _placed(draft.problems, folder))


def _open(folder: Path, cache: Path) -> tuple[sqlite3.Connection, Reopen, str]:
    from skillgap.catalogue.cache import Cache

    def reopen() -> sqlite3.Connection:
        return _made(folder, read_files(folder), kept)

    kept = Cache(folder, cache)
    at = time.time_ns()
    signature = sign(folder)
    known = kept.stamped(signature)
    database = kept.open(known) if known else None
    if database is not None:
        return database, reopen, kept.place
    files = read_files(folder)
    found = fingerprint(files)
    database = kept.open(found)
    if database is None:
        database = _made(folder, files, kept)
        del files
        _let_go()
    if sign(folder) == signature:
        kept.stamp(signature, found, at)
    return database, reopen, kept.place


def _made(folder: Path, files: Files, kept: Cache) -> sqlite3.Connection:
    """The compiled form, made in its file: in memory where that cannot be."""
    if kept.write(lambda place: _compile(folder, files, place)):
        database = kept.open(fingerprint(files))
        if database is not None:
            return database
    return _compile(folder, files)


def _let_go() -> None:
    """Free what was read to compile a catalogue, before anything more is made."""
    import gc

    from skillgap.normalise import forget

    forget()
    gc.collect()


def _compile(folder: Path, files: Files, place: str = ":memory:") -> sqlite3.Connection:
    from skillgap.catalogue.cache import identity
    from skillgap.catalogue.compiled import compile_draft
    from skillgap.catalogue.draft import read_draft
    from skillgap.errors import DataError
    from skillgap.garbage import without_collection

    with without_collection():
        draft: Draft = read_draft(files)
        if draft.errors:
            raise DataError(*_placed(draft.errors, folder))
        return compile_draft(draft, identity(fingerprint(files)), place)


def _placed(problems: tuple[Problem, ...], folder: Path) -> tuple[Problem, ...]:
    """The problems with the paths of their files as a person can open them."""
    return tuple(p._replace(path=str(folder / (p.path or ""))) for p in problems)


if TYPE_CHECKING:
    from collections.abc import Callable

    Reopen = Callable[[], sqlite3.Connection]
