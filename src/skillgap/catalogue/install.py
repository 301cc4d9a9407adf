"""A catalogue's folder put in its place whole, or not at all.

Everything is written into a new folder beside the place, checked and flushed to the
disk; only then do the two change names. Whatever interrupts that (a full disk,
a signal, the power) leaves the old folder as it was.
"""

from __future__ import annotations

import glob
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.catalogue.files import NAMES
from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.locale.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from typing import BinaryIO

_EXCHANGE = 2
_AT_CWD = -100


def install_catalogue(
    place: Path,
    files: Iterable[tuple[str, str | bytes]],
    *,
    replace: bool = False,
    checked: bool = False,
    names: Collection[str] = NAMES,
) -> None:
    """Write the files of a catalogue into a folder.

    Args:
        place: the folder; where it is there already, only an empty one is taken, or
            with ``replace`` one that holds a catalogue and nothing else.
        files: the names and pieces of the files; pieces of one name are joined.
        replace: take the place of a catalogue.
        checked: whether the files check their records themselves (``checked_files``);
            else the folder is read again before it is put in its place.
        names: the files that may be there and are replaced; those of a catalogue, or of
            a format that one is exported to.

    Raises:
        DataError: the place is taken, cannot be written, or what was written is not a
            catalogue; the place is then as it was.
    """
    place = Path(os.path.abspath(place))  # noqa: PTH100 - a link is replaced itself
    check_place(place, replace=replace, names=names)
    with turn(place), explained(place):
        check_place(place, replace=replace, names=names)
        clear_leftovers(place, names)
        staged = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}-"))
        try:
            _write(staged, files)
            if not checked:
                _check(staged)
            staged.chmod(0o755)
            _exchange(staged, place)
        finally:
            shutil.rmtree(staged, ignore_errors=True)


def install_file(
    place: Path, write: Callable[[Path], None], *, replace: bool = False
) -> None:
    """Write one file beside its place and move it there once it is whole.

    Args:
        place: the file; one that is there already is taken only with ``replace``.
        write: fills the new file whose path it is given.
        replace: take the place of a file.

    Raises:
        DataError: the place is taken or cannot be written; it is then as it was.
    """
    place = Path(os.path.abspath(place))  # noqa: PTH100 - a link is replaced itself
    check_file(place, replace=replace)
    with turn(place), explained(place):
        check_file(place, replace=replace)
        clear_leftovers(place, (place.name, f"{place.name}-journal"))
        staged = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}-"))
        try:
            whole = staged / place.name
            write(whole)
            with whole.open("rb") as file:
                os.fsync(file.fileno())
            whole.replace(place)
        finally:
            shutil.rmtree(staged, ignore_errors=True)


def check_file(place: Path, *, replace: bool) -> None:
    """Refuse a place for a file that is taken, before any work is done for it.

    Raises:
        DataError: the place is taken.
    """
    _check_parent(place)
    if place.is_dir():
        message = _("this is a folder, and a file is to be written")
        raise DataError(Problem("error", "output", message, str(place)))
    if os.path.lexists(place) and not replace:
        message = _("the file is there already")
        hint = _("add --replace to put the new one in its place")
        raise DataError(Problem("error", "output", message, str(place), hint=hint))


def check_place(place: Path, *, replace: bool, names: Collection[str] = NAMES) -> None:
    """Refuse a place for a folder that is taken, before any work is done for it.

    Raises:
        DataError: the place is taken.
    """
    _check_parent(place)
    if not os.path.lexists(place):
        return
    if not place.is_dir() or place.is_symlink():
        message = _("this is not a folder")
        raise DataError(Problem("error", "output", message, str(place)))
    found = {path.name for path in place.iterdir()}
    others = sorted(found - {*names})
    if others:
        message = _("the folder holds something else: {name}").format(name=others[0])
        hint = _("choose another folder")
        raise DataError(Problem("error", "output", message, str(place), hint=hint))
    if found and not replace:
        message = _("a catalogue is there already")
        hint = _("add --replace to put the new one in its place")
        raise DataError(Problem("error", "output", message, str(place), hint=hint))


def _check_parent(place: Path) -> None:
    parent = Path(os.path.abspath(place)).parent  # noqa: PTH100 - as above
    if not parent.is_dir():
        message = _("there is no such folder")
        raise DataError(Problem("error", "output", message, str(parent)))


def clear_leftovers(place: Path, names: Collection[str]) -> None:
    """Remove what a command that was killed left beside the place."""
    for path in place.parent.glob(f".{glob.escape(place.name)}-????????*"):
        is_ours = path.is_dir() and {each.name for each in path.iterdir()} <= {*names}
        if is_ours and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)


def _write(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> None:
    opened: dict[str, BinaryIO] = {}
    try:
        for name, piece in files:
            if name not in opened:
                opened[name] = (folder / name).open("xb")
            data = piece if isinstance(piece, bytes) else piece.encode()
            opened[name].write(data)
        for file in opened.values():
            file.flush()
            os.fsync(file.fileno())
    finally:
        for file in opened.values():
            file.close()


def _check(folder: Path) -> None:
    """Refuse to put anything in its place that commands would not open."""
    from skillgap.catalogue.load import check_catalogue

    found = check_catalogue(folder)
    errors = [problem for problem in found.problems if problem.severity == "error"]
    if errors:
        raise DataError(*errors)


def _exchange(staged: Path, place: Path) -> None:
    """Put the staged folder in its place; what was there is in the staged one then."""
    if not place.exists():
        staged.rename(place)
    elif not _swapped(staged, place):
        aside = staged.with_name(f"{staged.name}.old")
        place.rename(aside)
        try:
            staged.rename(place)
        except OSError:
            aside.rename(place)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _swapped(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (Linux: renameat2)."""
    on_linux: bool = sys.platform == "linux"
    if not on_linux:
        return False
    import ctypes

    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    return bool(call(_AT_CWD, paths[0], _AT_CWD, paths[1], _EXCHANGE) == 0)


@contextmanager
def turn(place: Path) -> Iterator[None]:
    """Let one process at a time write this place; a second is refused at once."""
    from filelock import FileLock, Timeout

    name = f".{place.name}.lock"
    lock = FileLock(place.parent / name)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        message = _("another command is writing this at the moment")
        hint = _("wait until it is done, or choose another place")
        problem = Problem("error", "output", message, str(place), hint=hint)
        raise DataError(problem) from None
    except OSError as error:
        raise _unwritable(place, error) from error
    try:
        yield
    finally:
        lock.release()
        (place.parent / name).unlink(missing_ok=True)


@contextmanager
def explained(place: Path) -> Iterator[None]:
    """Say of a failure to write what it means: nothing was changed."""
    try:
        yield
    except OSError as error:
        raise _unwritable(place, error) from error


def _unwritable(place: Path, error: OSError) -> DataError:
    reason = reason_of(error)
    message = _("this cannot be written: {reason}").format(reason=reason)
    hint = _("nothing was changed")
    return DataError(Problem("error", "output", message, str(place), hint=hint))
