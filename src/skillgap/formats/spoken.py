"""The languages that a résumé lists, in the part that is on languages."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from skillgap.formats.imported import SpokenLanguage
from skillgap.formats.sections import segments
from skillgap.normalise import label_key, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.formats.sections import Placed

NAMES = (
    *("English", "French", "Spanish", "Portuguese", "Italian", "German", "Dutch"),
    *("Polish", "Ukrainian", "Russian", "Romanian", "Hungarian", "Greek", "Turkish"),
    *("Arabic", "Farsi", "Persian", "Dari", "Pashto", "Urdu", "Hindi", "Punjabi"),
    *("Gujarati", "Bengali", "Tamil", "Telugu", "Malayalam", "Sinhala", "Nepali"),
    *("Mandarin", "Cantonese", "Chinese", "Korean", "Japanese", "Vietnamese", "Thai"),
    *("Tagalog", "Filipino", "Indonesian", "Malay", "Somali", "Swahili", "Amharic"),
    *("Tigrinya", "Yoruba", "Igbo", "Hausa", "Twi", "Kinyarwanda", "Lingala", "Wolof"),
    *("Hebrew", "Serbian", "Croatian", "Czech", "Slovak", "Swedish", "Ojibwe", "Cree"),
    *("Inuktitut", "Mohawk", "ASL", "LSQ", "Haitian Creole", "Kurdish", "Albanian"),
    *("anglais", "français", "espagnol", "portugais", "italien", "allemand"),
    *("néerlandais", "polonais", "ukrainien", "russe", "roumain", "grec", "turc"),
    *("arabe", "persan", "hindi", "pendjabi", "bengali", "tamoul", "mandarin"),
    *("cantonais", "chinois", "coréen", "japonais", "vietnamien", "créole", "créole"),
    *("somali", "berbère", "kabyle", "lingala", "wolof", "hébreu", "innu", "cri"),
)
"""Languages that people in Ontario name most; another one is left out."""


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
        if not name and keys and " ".join(keys) in _names():
            name = piece.strip(" .,;:()-")
        elif keys and " ".join(keys) in _levels():
            level.append(piece.strip(" .,;:()-"))
    return name, level


@cache
def _names() -> frozenset[str]:
    return frozenset(map(label_key, NAMES))


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
