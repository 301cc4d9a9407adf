"""Skills that a phrase may mean, whatever its words; asked after spelling."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from skillgap.matching import semantic
from skillgap.matching.denial import main_clause
from skillgap.matching.friends import false_friends, language_of, misled
from skillgap.matching.index import index_of
from skillgap.matching.kept import Meanings, kept
from skillgap.matching.names import Names, Scored, best_first
from skillgap.matching.table import Table, load_table
from skillgap.matching.texts import packed
from skillgap.matching.tokens import pieces
from skillgap.matching.tongues import without_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillgap.matching.qualifiers import Phrase
    from skillgap.model import Language

CANDIDATES = 6

_DOUBTED = 0.3
"""The most that is said of a skill that only a false friend speaks for: it is not
shown (``names.MEANT_UNSURE_FROM``)."""


def meant(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    """The ids that are nearest in meaning, with how likely each is the one meant.

    A qualified phrase is read as it stands and without its qualifiers, one that denies
    something in a clause also without this ("so we don't lose them"); of the readings
    the surest one counts. What is done in a language is what is done, and so is what is
    done several times.
    """
    (found,) = meant_all([phrase], names)
    return found


def meant_all(phrases: Sequence[Phrase], names: Names) -> list[tuple[Scored, ...]]:
    """The same for many phrases, which are compared together."""
    readings = [_readings(phrase) for phrase in phrases]
    every = list(dict.fromkeys(text for each in readings for text in each))
    near = semantic.rank_all(table(), every, _meanings(names).near, CANDIDATES)
    ranked = dict(zip(every, near, strict=True))
    return [
        max(
            (_meant(text, ranked[text], names, is_bare=bare) for text, bare in each),
            key=_sureness,
        )
        for each in (reading.items() for reading in readings)
    ]


def _readings(phrase: Phrase) -> dict[str, bool]:
    """The texts that a phrase is read as, and whether each is without qualifiers."""
    spoken = without_language(phrase.key)
    readings = {phrase.text if spoken == phrase.key else spoken: False}
    if clause := main_clause(phrase.text):
        readings[clause] = False
    if (uncounted := _uncounted(phrase.key)) != phrase.key:
        readings[uncounted] = False
    if phrase.is_qualified and set(pieces(phrase.bare)) < set(pieces(phrase.text)):
        readings[phrase.bare] = True
    return readings


def _uncounted(key: str) -> str:
    """The key without numbers that count what is done ("answering 50 calls").

    One that stands first counts something else: money, an address, a date.
    """
    words = key.split()
    if not words or words[0].isdigit():
        return key
    left = [
        word
        for word, after in zip(words, [*words[1:], ""], strict=True)
        if not (word.isdigit() and after.isalpha())
    ]
    return " ".join(left)


def _sureness(answer: tuple[Scored, ...]) -> float:
    return answer[0].confidence if answer else 0.0


def _meant(
    text: str, found: list[semantic.Near], names: Names, *, is_bare: bool
) -> tuple[Scored, ...]:
    meanings, known = _meanings(names), table()
    doubted = _by_false_friends(text, found, names)
    trusted = [near for near in found if near.owner not in doubted][:2]
    answers = []
    for near in found:
        sure = semantic.confidence(known, text, near, _rival(near, trusted))
        id_, label = meanings.ids[near.owner], meanings.labels[near.label]
        share = min(sure, _DOUBTED) if near.owner in doubted else sure
        answers.append(Scored(id_, label, share, "meaning", is_bare))
    return best_first(answers)


def _by_false_friends(
    text: str, found: list[semantic.Near], names: Names
) -> frozenset[int]:
    """Which of the skills found only words of the other language speak for.

    Such a skill has a word of the phrase in the other language alone, where that means
    another thing, and comes no longer first once the word is taken away.
    """
    friends = false_friends(text) if names.labels else frozenset()
    language = language_of(text) if friends else None
    if language is None or names.labels is None:
        return frozenset()
    other: Language = "en" if language == "fr" else "fr"
    meanings = _meanings(names)
    doubted = set()
    for near in found:
        start, end = meanings.near.starts[near.owner : near.owner + 2].tolist()
        spoken = meanings.near.sorted.run(start, end)
        if not any(friend in spoken for friend in friends):
            continue
        id_ = meanings.ids[near.owner]
        own, others = names.labels(id_, language), names.labels(id_, other)
        if words := misled(friends, own, others):
            left = " ".join(word for word in pieces(text) if word not in words)
            first = semantic.rank(table(), left, meanings.near, 1) if left else []
            if [one.owner for one in first] != [near.owner]:
                doubted.add(near.owner)
    return frozenset(doubted)


def _rival(near: semantic.Near, best: list[semantic.Near]) -> float:
    """The score that the skill has to beat: the best of the others, of the best two."""
    return next((other.score for other in best if other is not near), 0.0)


def near_ids(text: str, names: Names, top: int) -> dict[str, float]:
    """The ids nearest in meaning to a text and the score of each, at most `top`."""
    meanings = _meanings(names)
    found = semantic.rank(table(), text, meanings.near, top)
    return {meanings.ids[near.owner]: near.score for near in found}


@cache
def table() -> Table:
    """The table that ships with the package, read once."""
    return load_table()


@lru_cache(maxsize=4)
def _meanings(names: Names) -> Meanings:
    """The meanings of a catalogue's names, made once and kept beside it."""
    return kept(names.meanings, lambda: _made(names))


def _made(names: Names) -> Meanings:
    """Made one skill after the other: no two are in memory as records at once."""
    ids: list[str] = []
    lengths: list[int] = []

    def labels() -> Iterator[str]:
        for id_, same in groupby(names.every(), lambda pair: pair[1].id):
            own = dict.fromkeys(named.label for _key, named in same)
            ids.append(id_)
            lengths.append(len(own))
            yield from own

    every = packed(labels())
    return Meanings(index_of(table(), every, lengths), packed(ids), every)
