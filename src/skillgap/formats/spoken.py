"""The languages that a résumé lists, in the part that is on languages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from skillgap.formats.imported import SpokenLanguage
from skillgap.formats.sections import segments
from skillgap.normalise import label_key, words
from skillgap.profile.spoken import names_of_languages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.formats.sections import Placed


def spoken_in(lines: Iterable[Placed]) -> tuple[SpokenLanguage, ...]:
    """The languages named in the part on languages, with what is said of each."""
    found: dict[str, SpokenLanguage] = {}
    name = ""
    rest: list[str] = []
    for line in lines:
        if line.section != "languages":
            continue
        for segment in segments(line.text):
            named, level = _parted(segment)
            if named:
                name, rest = named, []
            if name:
                rest.extend(level)
                said = " ".join(rest) or None
                found[label_key(name)] = SpokenLanguage(name, said)
    return tuple(found.values())


def _parted(segment: str) -> tuple[str, list[str]]:
    """The language that a segment names, and the words around it that say how well."""
    name, level = "", []
    for piece in segment.split():
        keys = words(piece)
        if not name and keys and " ".join(keys) in names_of_languages():
            name = piece.strip(" .,;:()-")
        elif keys and " ".join(keys) in _levels():
            level.append(piece.strip(" .,;:()-"))
    return name, level


@cache
def _levels() -> frozenset[str]:
    said = (
        *(
            "native",
            "fluent",
            "bilingual",
            "basic",
            "intermediate",
            "advanced",
            "mother",
        ),
        *("tongue", "conversational", "professional", "working", "proficiency", "full"),
        *("limited", "beginner", "written", "spoken", "first", "language", "level"),
        *("courant", "bilingue", "avancé", "intermédiaire", "débutant", "langue"),
        *("maternelle", "notions", "base", "de", "parlé", "écrit", "niveau", "natif"),
        *("A1", "A2", "B1", "B2", "C1", "C2", "CLB", "NCLC", "4", "5", "6", "7", "8"),
        *("9", "10", "fonctionnel", "professionnel", "excellent", "good", "bon"),
    )
    return frozenset(map(label_key, said))
