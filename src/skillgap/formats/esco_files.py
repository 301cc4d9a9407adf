"""The files of an ESCO download: which is which, in which language.

Two families are known: ESCO's own (``skills_en.csv``), whose files name each other by
address, and Tabiya's (``skills.csv``), which name each other by keys of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.formats.file_sets import copied, files_in, is_copy, one_version, shown
from skillgap.formats.intake import refusal
from skillgap.formats.sheets import header_of
from skillgap.locale import _
from skillgap.model.intake import Unread
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PARTS = {
    "skills": "skills",
    "occupations": "occupations",
    "occupationSkillRelations": "relations",
    "occupation_to_skill_relations": "relations",
    "broaderRelationsSkillPillar": "broader",
    "skill_hierarchy": "broader",
    "ISCOGroups": "groups",
    "occupation_groups": "groups",
    "digCompSkillsCollection": "collection",
    "digitalSkillsCollection": "collection",
    "greenSkillsCollection": "collection",
    "languageSkillsCollection": "collection",
    "researchSkillsCollection": "collection",
    "transversalSkillsCollection": "collection",
}
"""The files that are read, by the first part of their names."""

_NAME = re.compile(r"([A-Za-z_]+?)(?:_([a-z]{2}(?:-[a-z]{2})?))?(?:\.[^.]+)?\.csv")
_FOLDER_LANGUAGE = re.compile(r"[-_( ](en|fr)\)?$")
_VERSION = re.compile(r"(?<![0-9.])v?([0-9]+\.[0-9]+(?:\.[0-9]+)?)(?![0-9.])")


class Part(Record):
    """One file of a set: what it holds (``skills`` ...), its language and family."""

    role: str
    language: str
    keyed: bool
    path: Path


class Parts(Record):
    """The files that are read, and those that are not, with the reason."""

    found: tuple[Part, ...]
    unread: tuple[Unread, ...]
    version: str | None

    def one(self, role: str, language: str = "en") -> Part | None:
        """The file of a role in a language."""
        return next(iter(self.several(role, language)), None)

    def several(self, role: str, language: str = "en") -> tuple[Part, ...]:
        """The files of a role in a language."""
        return tuple(
            part
            for part in self.found
            if (part.role, part.language) == (role, language)
        )

    def needed(self, role: str) -> Part:
        """The English file of a role; DataError where the set lacks it."""
        part = self.one(role)
        if part is None:
            names = [name for name, found in _PARTS.items() if found == role]
            message = _("the file of {what} is missing from the set").format(what=role)
            hint = _("its name begins with one of: {names}").format(
                names=", ".join(names)
            )
            raise refusal(message, None, hint)
        return part


def find_parts(sources: Iterable[Path]) -> Parts:
    """Find the files of a set in folders and among files.

    Raises:
        DataError: a source does not exist, or two files have the same part.
    """
    found: list[Part] = []
    unread: list[Unread] = []
    paths = [path for source in sources for path in files_in(source)]
    for path in paths:
        part = _part(path)
        if part is None:
            if path.suffix == ".csv":
                unread.append(Unread(path.name, _("has no part in a catalogue")))
        elif part.language not in {"en", "fr"}:
            unread.append(Unread(path.name, _("neither English nor French")))
        else:
            found.append(part)
    family = {part.keyed for part in found if part.role == "skills"}
    kept = [part for part in found if _belongs(part, family)]
    unread += [
        Unread(shown(part.path), _("of another family than the file of skills"))
        for part in found
        if part not in kept
    ]
    kept = _without_copies(kept, unread)
    return Parts(tuple(kept), tuple(unread), _version(kept))


def _part(path: Path) -> Part | None:
    match = _NAME.fullmatch(path.name)
    role = _PARTS.get(match[1]) if match else None
    if match is None or role is None:
        return None
    keyed = "originuri" in {name.casefold() for name in header_of(path)} or (
        match[1] in {"occupation_to_skill_relations", "skill_hierarchy"}
    )
    return Part(role, match[2] or _language_of_folder(path), keyed, path)


def _language_of_folder(path: Path) -> str:
    match = _FOLDER_LANGUAGE.search(path.resolve().parent.name)
    return match[1] if match else "en"


def _belongs(part: Part, family: set[bool]) -> bool:
    """Labels join by address; relations only make sense in the skills' own family."""
    if part.role in {"relations", "broader"}:
        return part.keyed in family and part.language == "en"
    return True


def _without_copies(parts: list[Part], unread: list[Unread]) -> list[Part]:
    """The files of which no two say the same; those that are copies are not read.

    Raises:
        DataError: two files that differ have the same part.
    """
    kept: dict[tuple[str, ...], Part] = {}
    for part in parts:
        name = part.path.name if part.role == "collection" else ""
        before = kept.setdefault((part.role, part.language, name), part)
        if before is part or part.path.samefile(before.path):
            continue
        if not is_copy(part.path, before.path):
            message = _(
                "two files hold the {what} in the language {language}: {first} and "
                "{second}"
            ).format(
                what=part.role,
                language=part.language,
                first=shown(before.path),
                second=shown(part.path),
            )
            raise refusal(message, str(part.path), one_version())
        unread.append(copied(part.path, before.path))
    return list(kept.values())


def _version(parts: list[Part]) -> str | None:
    """The version in the name of the folder that the skills or occupations lie in."""
    for role in ("occupations", "skills"):
        for part in parts:
            if part.role == role and part.language == "en":
                match = _VERSION.search(part.path.resolve().parent.name)
                if match:
                    return match[1]
    return None
