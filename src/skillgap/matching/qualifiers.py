"""What people say around a skill, read as a level or as evidence and taken off.

"5 years of Excel", "basic French", "Python (primary)", "notions de SQL". The tables of
``wording`` say which words mean which level. Years of practice are evidence and no
level: they say how long, not how well. A phrase is looked up as it stands before
anything is taken off, so no word that belongs to a label is lost.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from skillgap.matching import wording
from skillgap.normalise import label_key, words
from skillgap.profile.claims import level_named
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONGEST_QUALIFIER = 5
_TRIMMED = " \t\r\n,;:.-()"


class Phrase(Record):
    """A person's phrase, as it stands and without its qualifiers.

    ``key`` is the key of the whole phrase and ``bare`` the one of what remains when
    level, evidence and the words around the skill are off (the same where there are
    none). ``level`` (1 to 5; the lowest that is said) and ``evidence`` belong to
    ``bare``; ``everyday`` says that everyday words were taken off it, ``tool`` that a
    word for tools was: then nothing but a tool can be meant by it.
    """

    text: str
    key: str
    bare: str
    level: int | None = None
    evidence: str | None = None
    everyday: bool = False
    tool: bool = False

    @property
    def is_qualified(self) -> bool:
        """Whether anything was taken off."""
        return self.bare != self.key


class _Word(Record):
    """One word of a key and the piece of the person's text that it came from."""

    key: str
    text: str
    place: int


class _Cut(Record):
    """What one step takes off an edge: how many words, and what they say."""

    size: int
    level: int | None = None
    is_evidence: bool = False
    is_everyday: bool = False
    is_tool: bool = False


def read_phrase(text: str) -> Phrase:
    """Read a phrase; what remains is never empty where the phrase has words."""
    body, notes = _without_parentheses(text)
    left = list(_words(body))
    key = label_key(text)
    if not left:
        return Phrase(text, key, key)
    noted = {note: _level_alone(note) for note in notes}
    levels = [level for level in noted.values() if level]
    evidence = [note for note, level in noted.items() if not level]
    cuts: list[_Cut] = []
    while found := _next_cut([word.key for word in left]):
        cut, front = found
        taken, left = _parted(left, cut.size, front=front)
        levels.extend([cut.level] if cut.level else [])
        evidence.extend([_original(taken)] if cut.is_evidence else [])
        cuts.append(cut)
    return Phrase(
        text=text,
        key=key,
        bare=" ".join(word.key for word in left),
        level=min(levels, default=None),
        evidence="; ".join(evidence) or None,
        everyday=any(cut.is_everyday or cut.is_tool for cut in cuts),
        tool=any(cut.is_tool for cut in cuts),
    )


@cache
def _parenthesis() -> re.Pattern[str]:
    return re.compile(r"\(([^()]*)\)")


def _without_parentheses(text: str) -> tuple[str, list[str]]:
    """The text without what stands in parentheses, and what stood there."""
    if "(" not in text:
        return text, []
    notes = [note.strip() for note in _parenthesis().findall(text)]
    return _parenthesis().sub(" ", text), [note for note in notes if label_key(note)]


def _level_alone(note: str) -> int | None:
    """The level that a note says and nothing else ("niveau avancé", "basic")."""
    key = label_key(note)
    for table in (wording.levels_before(), wording.levels_after()):
        if key in table:
            return table[key]
    return level_named(note)


def _words(text: str) -> Iterator[_Word]:
    for place, piece in enumerate(_pieces(text)):
        for word in words(piece):
            yield _Word(word, piece, place)


def _pieces(text: str) -> list[str]:
    """The text parted at spaces, a sign left with its letter ("C ++")."""
    pieces: list[str] = []
    for piece in text.split():
        if pieces and len(pieces[-1]) == 1 and piece.rstrip(_TRIMMED) in {"++", "#"}:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _parted(
    left: list[_Word], size: int, *, front: bool
) -> tuple[list[_Word], list[_Word]]:
    """The words cut off an edge, and the others."""
    if front:
        return left[:size], left[size:]
    return left[-size:], left[:-size]


def _original(taken: list[_Word]) -> str:
    """The person's own text of some words, each piece once."""
    pieces = {word.place: word.text for word in taken}
    return " ".join(pieces.values()).strip(_TRIMMED)


def _next_cut(keys: list[str]) -> tuple[_Cut, bool] | None:
    """The next thing to take off and whether it stands in front; what says more first.

    A cut never takes the last words that are left.
    """
    if not _may_be_cut(keys):
        return None
    for rule in (_years, _level, _evidence, _around):
        for front in (True, False):
            cut = rule(keys, front=front)
            if cut and cut.size < len(keys):
                return cut, front
    return None


def _may_be_cut(keys: list[str]) -> bool:
    """Whether the words at the edges are among those that begin or end what is cut."""
    begun, ended = _edges()
    first, last = keys[0], keys[-1]
    return first in begun or last in ended or _has_digit(first) or _has_digit(last)


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


@cache
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """The first and the last words of all that is cut, numerals aside."""
    lists = (wording.EVIDENCE, wording.TOOL, wording.AROUND, wording.EVERYDAY)
    either = [key for each in lists for key in wording.keyed(each)]
    before = (*wording.levels_before(), *wording.keyed(wording.NUMBERS))
    before += (*wording.keyed(wording.ELIDED), *either)
    after = (*wording.levels_after(), *wording.keyed(wording.UNITS), *either)
    return (
        frozenset(key.split()[0] for key in before if key),
        frozenset(key.split()[-1] for key in after if key),
    )


def _years(keys: list[str], *, front: bool) -> _Cut | None:
    """A length of time ("5 years") at an edge, or a date at the end ("since 2015")."""
    if front:
        size = _run(keys, _is_number)
        if size and keys[size : size + 1] and _is_unit(keys[size]):
            return _Cut(size + 1, is_evidence=True)
        return None
    before = keys[-2::-1]
    if _is_unit(keys[-1]):
        size = _run(before, _is_number)
    elif wording.is_year(keys[-1]):
        size = _run(before, wording.is_since)
    else:
        return None
    return _Cut(size + 1, is_evidence=True) if size else None


def _run(keys: list[str], rule: Callable[[str], bool]) -> int:
    """How many words in a row, from the first, keep a rule."""
    return next((n for n, key in enumerate(keys) if not rule(key)), len(keys))


def _is_number(word: str) -> bool:
    digits = word.rstrip("+").replace(".", "")
    return digits.isdigit() or word in wording.keyed(wording.NUMBERS)


def _is_unit(word: str) -> bool:
    return word in wording.keyed(wording.UNITS)


def _level(keys: list[str], *, front: bool) -> _Cut | None:
    table = wording.levels_before() if front else wording.levels_after()
    for size in range(min(_LONGEST_QUALIFIER, len(keys)), 0, -1):
        level = table.get(_edge(keys, size, front=front))
        if level is not None:
            return _Cut(size, level)
    return None


def _evidence(keys: list[str], *, front: bool) -> _Cut | None:
    for size in (2, 1):
        if _edge(keys, size, front=front) in wording.keyed(wording.EVIDENCE):
            return _Cut(size, is_evidence=True)
    return None


def _around(keys: list[str], *, front: bool) -> _Cut | None:
    word = _edge(keys, 1, front=front)
    if wording.is_tool(word):
        return _Cut(1, is_tool=True)
    if wording.is_around(word) or (front and wording.is_elided(word)):
        return _Cut(1)
    for size in range(min(_LONGEST_QUALIFIER, len(keys)), 0, -1):
        if wording.is_everyday(_edge(keys, size, front=front)):
            return _Cut(size, is_everyday=True)
    return None


def _edge(keys: list[str], size: int, *, front: bool) -> str:
    return " ".join(keys[:size] if front else keys[-size:])
