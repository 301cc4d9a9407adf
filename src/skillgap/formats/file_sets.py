"""The files of a download, found by their published names in folders or among files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.formats.intake import read_whole, refusal
from skillgap.locale import _
from skillgap.model.intake import Unread
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_TABLES = {".csv", ".txt", ".tsv", ".xlsx", ".json", ".jsonld"}


class FileSet(Record):
    """The files found, by what they hold, and those that have no part."""

    found: dict[str, Path]
    unread: tuple[Unread, ...]

    def needed(self, role: str, published: str) -> Path:
        """The file of a role; DataError, with its published name, where it lacks."""
        path = self.found.get(role)
        if path is None:
            message = _("the file {name} is missing from the set").format(
                name=published
            )
            raise refusal(message)
        return path


def find_files(sources: Iterable[Path], patterns: Mapping[str, str]) -> FileSet:
    """Find each role's file by a pattern that all of its name meets, case aside.

    Raises:
        DataError: a source does not exist or cannot be read, or two files that differ
            have the same part.
    """
    found: dict[str, Path] = {}
    unread: list[Unread] = []
    for path in (path for source in sources for path in files_in(source)):
        role = _role(path.name, patterns)
        if role is None:
            if path.suffix.lower() in _TABLES:
                unread.append(Unread(path.name, _("has no part in a catalogue")))
        elif role not in found:
            found[role] = path
        elif path.samefile(found[role]):
            continue  # a file of a folder that is given as well
        elif is_copy(path, found[role]):
            unread.append(copied(path, found[role]))
        else:
            message = _("two files hold the same table: {first} and {second}").format(
                first=shown(found[role]), second=shown(path)
            )
            raise refusal(message, str(path), one_version())
    return FileSet(found, tuple(unread))


def files_in(source: Path) -> Iterator[Path]:
    """The files of a folder in the order of their names, or the file itself.

    Raises:
        DataError: there is no such file or folder.
    """
    if source.is_dir():
        yield from sorted(path for path in source.iterdir() if path.is_file())
    elif source.exists():
        yield source
    else:
        raise refusal(_("there is no such file or folder"), str(source))


def is_copy(path: Path, other: Path) -> bool:
    """Whether two files hold the same bytes, the ends of lines aside."""
    one, two = (
        read_whole(each).replace(b"\r\n", b"\n").rstrip() for each in (path, other)
    )
    return one == two


def copied(path: Path, original: Path) -> Unread:
    """A file that is passed over because another one is read that says the same."""
    return Unread(shown(path), _("a copy of {file}").format(file=shown(original)))


def one_version() -> str:
    """The remedy where two files of different versions have the same part."""
    return _(
        "they differ, so they are of different versions: give the files of one version "
        "by their names instead of the folder"
    )


def shown(path: Path) -> str:
    """A file by its name and that of its folder."""
    return f"{path.resolve().parent.name}/{path.name}"


def _role(name: str, patterns: Mapping[str, str]) -> str | None:
    for role, pattern in patterns.items():
        if re.fullmatch(pattern, name, re.IGNORECASE):
            return role
    return None
