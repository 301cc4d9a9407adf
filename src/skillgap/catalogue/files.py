"""The files of a catalogue's folder: their names, bytes and stat signature."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from pathlib import Path

NAMES = (
    "catalogue.yaml",
    "credentials.jsonl",
    "credentials.yaml",
    "funding.yaml",
    "issuers.jsonl",
    "longer-programs.yaml",
    "occupations.jsonl",
    "occupations.yaml",
    "skills.jsonl",
    "skills.yaml",
)
"""The files that make a catalogue, in the order of their fingerprint."""

Signature = list[list[str | int]]
"""Name, size, times of change and inode of each file that is there."""


class Files(Record):
    """The content of a folder: the bytes of each file, and the files not read."""

    contents: dict[str, bytes]
    unknown: tuple[str, ...] = ()


def sign(folder: Path) -> Signature:
    """The stat signature of the folder's files: cheap, and changed by every edit.

    Raises:
        DataError: the folder cannot be listed.
    """
    signature: Signature = []
    for name in NAMES:
        try:
            stat = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - start-up
        except FileNotFoundError:
            continue
        except OSError as error:
            raise _unreadable(folder, error) from None
        times = (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
        signature.append([name, stat.st_size, *times])
    if not signature:
        _check_folder(folder)
    return signature


def read_files(folder: Path) -> Files:
    """Read the folder's files, each up to one byte more than a document may have.

    Raises:
        DataError: the folder or a file of it cannot be read.
    """
    from skillgap.document.text import MAX_BYTES

    _check_folder(folder)
    contents, unknown = {}, []
    try:
        for path in sorted(folder.iterdir()):
            if path.name in NAMES:
                _check_file(path)
                with path.open("rb") as file:
                    contents[path.name] = file.read(MAX_BYTES + 1)
            elif path.suffix in {".yaml", ".yml", ".jsonl"}:
                unknown.append(path.name)
    except OSError as error:
        raise _unreadable(folder, error) from None
    return Files(contents, tuple(unknown))


def fingerprint(files: Files) -> str:
    """A name for the content: ``sha256:`` over the names, sizes and bytes."""
    import hashlib

    digest = hashlib.sha256()
    for name in NAMES:
        if name in files.contents:
            data = files.contents[name]
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
    return f"sha256:{digest.hexdigest()}"


def _check_file(path: Path) -> None:
    """Refuse what would not end or not open, such as a pipe or a folder."""
    if not path.is_file():
        message = _("this is no file")
        raise DataError(Problem("error", "SG001", message, str(path)))


def _check_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    exists = folder.exists()
    message = _("this is not a folder") if exists else _("there is no such folder")
    hint = _("a catalogue is a folder that holds catalogue.yaml")
    raise DataError(Problem("error", "SG132", message, str(folder), hint=hint))


def _unreadable(folder: Path, error: OSError) -> DataError:
    from skillgap.locale.reasons import reason_of

    reason = reason_of(error)
    path = str(error.filename or folder)
    message = _("the file cannot be read: {reason}").format(reason=reason)
    return DataError(Problem("error", "SG001", message, path))
