"""Titles of occupations in the forms that people write them in.

A title of the NOC joins several occupations ("Accounting technicians and
bookkeepers"), both genders ("Techniciens/techniciennes en comptabilité") and a note
("(except ...)"). A person writes one of each: the forms here are the title without
its note, its parts, and all of them with the genders folded.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from skillgap.normalise import label_key
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from skillgap.catalogue import Named
    from skillgap.matching.names import Names

# French feminine endings (folded, singular) and the masculine ones that stand for
# both. English words end so too; both sides are folded alike, so nothing is lost.
_FEMININE = (
    ("ienne", "ien"),
    ("onne", "on"),
    ("ere", "er"),
    ("ardine", "ardin"),
    ("euse", "eur"),
    ("trice", "teur"),
    ("elle", "el"),
    ("ante", "ant"),
    ("ente", "ent"),
    ("ative", "atif"),
    ("ale", "al"),
    ("ee", "e"),
    ("ate", "at"),
    ("inte", "int"),
    ("ure", "ur"),
    ("ile", "il"),
    ("aine", "ain"),
)
_SHORTEST = 4
_NOTE = r"\([^()]*\)"
_PARTS = r",| [-\u2013] |\band\b|\bet\b|\bor\b|\bou\b|&"
_PLAIN, _PARTIAL = 1.0, 0.9


class Form(Record):
    """One way to write a title, and how much of the title it is (up to 1)."""

    key: str
    share: float


def ungendered(key: str) -> str:
    """The key with feminine words in their masculine form, and pairs made one.

    "technicien technicienne en comptabilite" -> "technicien en comptabilite".
    """
    words: list[str] = []
    for word in key.split():
        words.append(_masculine(word))
        _drop_repeated(words)
    return " ".join(words)


def forms(title: str) -> tuple[Form, ...]:
    """The forms of a title with the genders folded, the fullest first."""
    plain = re.sub(_NOTE, " ", title)
    found: dict[str, float] = {}
    for text, share in (
        (title, _PLAIN),
        (plain, _PLAIN),
        *((part, _PARTIAL) for part in re.split(_PARTS, plain)),
    ):
        key = ungendered(label_key(text))
        if key:
            found.setdefault(key, share)
    return tuple(Form(key, share) for key, share in found.items())


class Titles(Record):
    """All forms of all titles: by key, the titles with how much of them it is."""

    by_key: dict[str, tuple[tuple[Named, float], ...]]


@lru_cache(maxsize=4)
def titles_of(names: Names) -> Titles:
    """The forms of all titles of a catalogue, made once."""
    collected: dict[str, list[tuple[Named, float]]] = {}
    for _key, named in names.every():
        for form in forms(named.label):
            collected.setdefault(form.key, []).append((named, form.share))
    return Titles({key: tuple(titles) for key, titles in collected.items()})


@lru_cache(maxsize=4)
def names_of_forms(names: Names) -> Names:
    """The forms of all titles as names of their own, for the stages to look up."""
    by_key = titles_of(names).by_key
    listed = tuple(
        (key, named) for key, titles in by_key.items() for named, _share in titles
    )

    def named_by(key: str) -> list[Named]:
        return [named for named, _share in by_key.get(key, ())]

    return names._replace(named=named_by, every=lambda: listed)


def containing(words: Iterable[str], titles: Titles) -> Iterator[tuple[Named, float]]:
    """The titles that hold all of the words, and the words' share of the title."""
    wanted = set(words)
    for key, named_titles in titles.by_key.items():
        held = key.split()
        if wanted.issubset(held):
            for named, share in named_titles:
                yield named, share * len(wanted) / len(held)


def _masculine(word: str) -> str:
    if len(word) < _SHORTEST:
        return word
    for feminine, masculine in _FEMININE:
        if word.endswith(feminine):
            return word[: -len(feminine)] + masculine
    return word


def _drop_repeated(words: list[str]) -> None:
    """Drop the last words where they repeat those before them ("x x", "x and x")."""
    for size in range(1, len(words) // 2 + 1):
        last = words[-size:]
        if _repeats(words[:-size], last):
            del words[-size:]
            if words[-1] == "and":
                del words[-1]
            return


def _repeats(before: Sequence[str], last: Sequence[str]) -> bool:
    plain = list(before)
    if plain and plain[-1] == "and":
        plain.pop()
    return plain[-len(last) :] == list(last)
