"""Labels that a phrase misspells, found by its words.

Each word of the phrase may stand for itself and for the words of labels that it is a
slip of; words may be written apart or together. The labels that hold one of these words
for each word of the phrase are weighed one by one (``likeness``). No label is looked at
besides, however many there are.
"""

from __future__ import annotations

from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING, TypeAlias

from skillgap.catalogue.spelled import weighty
from skillgap.catalogue.spellings import spellings_of
from skillgap.matching.denial import denies
from skillgap.matching.exact import fitting
from skillgap.matching.likeness import LEAST_LIKENESS, likeness, likeness_but_for_one
from skillgap.matching.names import Names, Scored, best_first, outcome
from skillgap.matching.respaced import respaced
from skillgap.matching.slipped import prepare, readings
from skillgap.matching.vocabulary import is_used, is_variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from skillgap.catalogue.spellings import Spellings
    from skillgap.matching.qualifiers import Phrase
    from skillgap.matching.slipped import Reach

    Alike: TypeAlias = tuple[str, float]
    """The key of a label, and how like it is."""

MOST_CONFIDENCE = 0.95
BARE = 0.98
"""Times the confidence where the phrase was cut to its bare form to meet the label."""

ANOTHER_WORD = 0.7
"""The most that is said where the phrase is another word than the label: not sure."""

RESPACED = 0.97
"""Times the likeness where a space was out of its place."""

_TOO_SHORT = 2
_SURELY = 0.84
_FEW = 24


@lru_cache(maxsize=4)
def spellings(names: Names) -> Spellings:
    """How the labels of a catalogue are spelled; made once where it is not stored."""
    return names.spellings() or spellings_of(key for key, _named in names.every())


def spelled(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    """The ids with a label that the phrase, whole or bare, may misspell."""
    (found,) = spelled_each([phrase], names)
    return found


def spelled_each(phrases: Sequence[Phrase], names: Names) -> list[tuple[Scored, ...]]:
    """The same for each of many phrases, which are searched for together."""
    found: list[tuple[Scored, ...]] = [()] * len(phrases)
    asked = [at for at, phrase in enumerate(phrases) if not denies(phrase.text)]
    keys = [phrases[at].key for at in asked]
    for at, whole in zip(asked, _spelled(keys, names), strict=True):
        found[at] = best_first(whole)
    asked = [at for at in asked if _may_be_bare(phrases[at], found[at])]
    keys = [phrases[at].bare for at in asked]
    for at, scored in zip(asked, _spelled(keys, names), strict=True):
        bare = fitting(phrases[at], scored, names)
        less = (one._replace(confidence=BARE * one.confidence) for one in bare)
        found[at] = best_first((*found[at], *less))
    return found


def _may_be_bare(phrase: Phrase, whole: Sequence[Scored]) -> bool:
    """Whether a phrase is looked for without its qualifiers, too."""
    if outcome(whole) == "matched" or not phrase.is_qualified:
        return False
    return not phrase.everyday or len(phrase.bare) > _TOO_SHORT


def _spelled(keys: Sequence[str], names: Names) -> list[list[Scored]]:
    words = spellings(names)
    found = alike(keys, words) if keys else []
    if names.prepare and len(keys) > 1:
        names.prepare({label for each in found for label in each})
    return [
        [
            Scored(named.id, named.label, _sure(key, label, score, words), "typo")
            for label, score in each.items()
            for named in names.named(label)
        ]
        for key, each in zip(keys, found, strict=True)
    ]


def _sure(key: str, label: str, score: float, words: Spellings) -> float:
    """How sure a label is, given its likeness.

    A phrase of one word that no label has, but that people use, is hardly a slip of
    another ("shopping" of *shipping*, "le ski" of *SSIS*).
    """
    sure, telling = confidence(score), weighty(key.split())
    if sure <= ANOTHER_WORD or len(telling) != 1 or not words.is_strange(telling[0]):
        return sure
    another = is_used(telling[0]) and not is_variant(key, label)
    return ANOTHER_WORD if another else sure


def confidence(score: float) -> float:
    """How sure a likeness is: rising, 0 at one half and below."""
    return MOST_CONFIDENCE * sqrt(max(0.0, 2 * score - 1))


def alike(keys: Sequence[str], words: Spellings) -> list[dict[str, float]]:
    """For each key the keys of labels that it may misspell, each with its likeness.

    What is farther off is asked for only where nothing nearer is surely like the key.
    """
    found: dict[str, dict[str, float]] = {key: {} for key in keys}
    left = list(found)
    for search in (_beside, _near, _wide, _alike_respaced, _far):
        left = [key for key in left if not _is_sure(found[key])]
        for key, more in zip(left, search(left, words), strict=True):
            for label, score in more:
                found[key][label] = max(score, found[key].get(label, 0.0))
    return [found[key] for key in keys]


def _is_sure(found: dict[str, float]) -> bool:
    return bool(found) and max(found.values()) >= _SURELY


def _beside(keys: Sequence[str], words: Spellings) -> Iterator[list[Alike]]:
    """The labels that have all the words of the key that any label has.

    Most slips are beside words that are right; where these leave few labels, no word
    has to be searched for.
    """
    return _weighed(keys, [_holding(key, words) for key in keys], words)


def _holding(key: str, words: Spellings) -> list[int]:
    typed = weighty(key.split())
    known = [word for word in typed if word in words]
    if not 0 < len(known) < len(typed):
        return []
    return words.holding(known, len(typed), _FEW)


def _near(keys: Sequence[str], words: Spellings) -> Iterator[list[Alike]]:
    return _alike(keys, words, "near")


def _wide(keys: Sequence[str], words: Spellings) -> Iterator[list[Alike]]:
    return _alike(keys, words, "wide")


def _far(keys: Sequence[str], words: Spellings) -> Iterator[list[Alike]]:
    return _alike(keys, words, "far")


def _alike(
    keys: Sequence[str], words: Spellings, reach: Reach
) -> Iterator[list[Alike]]:
    if len(keys) > 1:
        prepare(keys, words, reach)
    labels = [
        dict.fromkeys(
            number
            for groups in readings(key, words, reach)
            for number in words.labelled(groups)
        )
        for key in keys
    ]
    return _weighed(keys, labels, words)


def _weighed(
    keys: Sequence[str], numbers: Sequence[Iterable[int]], words: Spellings
) -> Iterator[list[Alike]]:
    """The labels, given by their numbers, that are like each key."""
    labels = words.keys({number for each in numbers for number in each})
    for key, each in zip(keys, numbers, strict=True):
        scored = [
            (label, _likeness(key, label, words))
            for label in dict.fromkeys(labels[number] for number in each)
        ]
        yield [pair for pair in scored if pair[1] >= LEAST_LIKENESS]


@lru_cache(maxsize=1 << 8)
def _likeness(key: str, label: str, words: Spellings) -> float:
    """Remembered, since each search finds what the one before found."""
    return likeness(key, label, words) or likeness_but_for_one(key, label, words)


def _alike_respaced(keys: Sequence[str], words: Spellings) -> Iterator[list[Alike]]:
    others = [respaced(key, words) for key in keys]
    every = list(dict.fromkeys(other for each in others for other in each))
    found = dict(zip(every, _alike(every, words, "near"), strict=True))
    for each in others:
        alike: dict[str, float] = {}
        for other in each:
            for label, score in found[other]:
                likely = RESPACED * (1.0 if label == other else score)
                alike[label] = max(likely, alike.get(label, 0.0))
        yield [pair for pair in alike.items() if pair[1] >= LEAST_LIKENESS]
