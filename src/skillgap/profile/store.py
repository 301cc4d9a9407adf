"""A profile on disk: private, whole at every moment, changed by one process at a time.

A change is written beside the file, flushed to the disk and moved into its place, so
that no reader and no power cut ever finds half of it. The version before is kept under
the same name with ``~`` at its end. A lock file beside the profile makes processes
take turns; the file is read again once the lock is held, so no change is lost. Where
the profile is a symbolic link, the file that it names is changed and the link stays.
"""

from __future__ import annotations

import contextlib
import glob
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.locale.reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
MAX_BYTES = 4 * 1024 * 1024
"""The largest profile that is read: a life's learning is far smaller."""

MOST_DRAFTS = 20

LONGEST_WAIT_S = 20.0
"""How long a process waits for its turn; an edit takes milliseconds."""


def create(path: Path, data: bytes, *, make_folder: bool = False) -> None:
    """Write a new profile, readable by its owner alone.

    Raises:
        DataError: there is a file already, or the folder cannot be written.
    """
    with _explained(path):
        path = path.resolve()
        _prepare(path.parent, make_folder=make_folder)
        with locked(path):
            if path.exists():
                message = _("there is a profile already")
                hint = _("skillgap profile edit changes it; profile forget removes it")
                problem = Problem("error", "profile", message, str(path), hint=hint)
                raise DataError(problem)
            _replace(path, data, PRIVATE_FILE)


def change(
    path: Path,
    edit: Callable[[bytes], bytes],
    *,
    start: bytes | None = None,
    make_folder: bool = False,
) -> bool:
    """Change a profile in place, and keep the version before; say whether it differs.

    ``edit`` is called with what the file holds once this process has its turn; what
    it raises leaves everything as it was. Where there is no file, ``start`` is what
    a new one holds before the edit (None: that is an error).

    Raises:
        DataError: the file cannot be read or written, or another process holds it.
    """
    with _explained(path):
        path = path.resolve()
        if start is not None:
            _prepare(path.parent, make_folder=make_folder)
        with locked(path):
            is_new = start is not None and not path.exists()
            before = start if is_new and start is not None else read(path)
            after = edit(before)
            if is_new:
                _replace(path, after, PRIVATE_FILE)
            elif after != before:
                mode = stat.S_IMODE(path.stat().st_mode)
                _replace(previous(path), before, mode)
                _replace(path, after, mode)
    return is_new or after != before


def read(path: Path) -> bytes:
    """The bytes of a profile.

    Raises:
        DataError: there is no such file, or it cannot be read.
    """
    with _explained(path):
        if path.exists() and not path.is_file():
            raise DataError(
                Problem("error", "profile", _("this is no file"), str(path))
            )
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        message = _("the file is larger than {limit} MB").format(limit=limit)
        raise DataError(Problem("error", "SG002", message, str(path)))
    return data


def previous(path: Path) -> Path:
    """Where the version before the last change is kept."""
    return path.with_name(f"{path.name}~")


def lock_of(path: Path) -> Path:
    """The lock file beside a profile; it is empty and stays where it is."""
    return path.with_name(f".{path.name}.lock")


def new_draft(path: Path, data: bytes) -> Path:
    """A private copy beside a profile, for an editor, under a name that is free.

    Raises:
        DataError: the folder cannot be written.
    """
    with _explained(path):
        for number in range(1, MOST_DRAFTS + 1):
            draft = _draft(path, number)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with contextlib.suppress(FileExistsError):
                with os.fdopen(os.open(draft, flags, PRIVATE_FILE), "wb") as file:
                    file.write(data)
                return draft
    message = _("there are {number} drafts already").format(number=MOST_DRAFTS)
    hint = _("remove the ones that you do not need")
    raise DataError(Problem("error", "profile", message, str(path), hint=hint))


def _draft(path: Path, number: int) -> Path:
    more = f"-{number}" if number > 1 else ""
    return path.with_name(f"{path.stem}.draft{more}{path.suffix}")


def files_of(path: Path) -> tuple[Path, ...]:
    """Every file that belongs to a profile and is there, the profile first.

    Where it is a symbolic link, the link and the file that it names.
    """
    with _explained(path):
        real = path.resolve()
    parts = [real, path, previous(real), lock_of(real)]
    parts += [_draft(real, number) for number in range(1, MOST_DRAFTS + 1)]
    parts += sorted(real.parent.glob(f".{glob.escape(real.name)}.*.new"))
    found = (
        part for part in dict.fromkeys(parts) if part.is_file() or part.is_symlink()
    )
    return tuple(found)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a profile for this process alone, waiting for its turn.

    Raises:
        DataError: the turn does not come.
    """
    from filelock import FileLock, Timeout

    try:
        with FileLock(lock_of(path), timeout=LONGEST_WAIT_S, mode=PRIVATE_FILE):
            yield
    except Timeout:
        message = _("another process is changing this profile")
        hint = _("try again when it is done")
        problem = Problem("error", "profile", message, str(path), hint=hint)
        raise DataError(problem) from None


def _prepare(folder: Path, *, make_folder: bool) -> None:
    if make_folder:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    elif not folder.is_dir():
        message = _("there is no such folder")
        raise DataError(Problem("error", "profile", message, str(folder)))


def _replace(path: Path, data: bytes, mode: int) -> None:
    """Put a file in its place, whole, with these permissions."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with contextlib.suppress(FileNotFoundError):
        partial.unlink()  # left by a process of this number that was killed
    try:
        with os.fdopen(os.open(partial, flags, PRIVATE_FILE), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.chmod(mode)
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    """Make the move itself last; where the platform cannot, it does so by itself."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What the system refuses, as a problem with its place."""
    try:
        yield
    except FileNotFoundError:
        message = _("there is no such file")
        hint = _("skillgap profile new starts a profile")
        problem = Problem("error", "profile", message, str(path), hint=hint)
        raise DataError(problem) from None
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        reason = reason_of(error)
        message = _("the profile cannot be used: {reason}").format(reason=reason)
        hint = _("choose another place with --profile or SKILLGAP_PROFILE")
        problem = Problem("error", "profile", message, str(path), hint=hint)
        raise DataError(problem) from error
