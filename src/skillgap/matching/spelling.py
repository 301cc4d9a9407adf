"""Labels that a phrase misspells, found by its words.

Each word of the phrase may stand for itself and for the words of labels that it is a
slip of; words may be written apart or together. The labels that hold one of these words
for each word of the phrase are weighed one by one (``likeness``). No label is looked at
besides, however many there are.
"""

from __future__ import annotations

from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING

from skillgap.catalogue.spelled import weighty
from skillgap.catalogue.spellings import spellings_of
from skillgap.matching.denial import denies
from skillgap.matching.exact import fitting
from skillgap.matching.likeness import LEAST_LIKENESS, likeness, likeness_but_for_one
from skillgap.matching.names import Names, Scored, best_first, outcome
from skillgap.matching.respaced import respaced
from skillgap.matching.slipped import readings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue.spellings import Spellings
    from skillgap.matching.qualifiers import Phrase
    from skillgap.matching.slipped import Reach

MOST_CONFIDENCE = 0.95
BARE = 0.98
"""Times the confidence where the phrase was cut to its bare form to meet the label."""

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
    if denies(phrase.text):
        return ()
    found = _spelled(phrase.key, names)
    if outcome(best_first(found)) == "matched" or not phrase.is_qualified:
        return best_first(found)
    if not phrase.everyday or len(phrase.bare) > _TOO_SHORT:
        bare = fitting(phrase, _spelled(phrase.bare, names), names)
        found += [one._replace(confidence=BARE * one.confidence) for one in bare]
    return best_first(found)


def _spelled(key: str, names: Names) -> list[Scored]:
    return [
        Scored(named.id, named.label, confidence(score), "typo")
        for label, score in alike(key, spellings(names))
        for named in names.named(label)
    ]


def confidence(score: float) -> float:
    """How sure a likeness is: rising, 0 at one half and below."""
    return MOST_CONFIDENCE * sqrt(max(0.0, 2 * score - 1))


def alike(key: str, words: Spellings) -> list[tuple[str, float]]:
    """The keys of labels that a key may misspell, each with its likeness.

    What is farther off is asked for only where nothing nearer is surely like the key.
    """
    found: dict[str, float] = {}
    for search in (_beside, _near, _wide, _alike_respaced, _far):
        for label, score in search(key, words):
            found[label] = max(score, found.get(label, 0.0))
        if max(found.values(), default=0.0) >= _SURELY:
            break
    return list(found.items())


def _beside(key: str, words: Spellings) -> list[tuple[str, float]]:
    """The labels that have all the words of the key that any label has.

    Most slips are beside words that are right; where these leave few labels, no word
    has to be searched for.
    """
    typed = weighty(key.split())
    known = [word for word in typed if word in words]
    if not 0 < len(known) < len(typed):
        return []
    return _weighed(key, words.holding(known, len(typed), _FEW), words)


def _near(key: str, words: Spellings) -> list[tuple[str, float]]:
    return _alike(key, words, "near")


def _wide(key: str, words: Spellings) -> list[tuple[str, float]]:
    return _alike(key, words, "wide")


def _far(key: str, words: Spellings) -> list[tuple[str, float]]:
    return _alike(key, words, "far")


def _alike(key: str, words: Spellings, reach: Reach) -> list[tuple[str, float]]:
    labels = dict.fromkeys(
        label
        for groups in readings(key, words, reach)
        for label in words.labelled(groups)
    )
    return _weighed(key, labels, words)


def _weighed(
    key: str, labels: Iterable[str], words: Spellings
) -> list[tuple[str, float]]:
    scored = ((label, _likeness(key, label, words)) for label in labels)
    return [pair for pair in scored if pair[1] >= LEAST_LIKENESS]


@lru_cache(maxsize=1 << 8)
def _likeness(key: str, label: str, words: Spellings) -> float:
    """Remembered, since each search finds what the one before found."""
    return likeness(key, label, words) or likeness_but_for_one(key, label, words)


def _alike_respaced(key: str, words: Spellings) -> list[tuple[str, float]]:
    found: dict[str, float] = {}
    for other in respaced(key, words):
        for label, score in _alike(other, words, "near"):
            alike = RESPACED * (1.0 if label == other else score)
            found[label] = max(alike, found.get(label, 0.0))
    return [pair for pair in found.items() if pair[1] >= LEAST_LIKENESS]
