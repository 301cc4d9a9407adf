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

from skillgap.catalogue.spellings import spellings_of
from skillgap.matching import wording
from skillgap.matching.exact import fitting
from skillgap.matching.likeness import LEAST_LIKENESS, likeness
from skillgap.matching.names import Names, Scored, best_first, outcome
from skillgap.matching.slipped import readings

if TYPE_CHECKING:
    from skillgap.catalogue.spellings import Spellings
    from skillgap.matching.qualifiers import Phrase

MOST_CONFIDENCE = 0.95
BARE = 0.98
"""Times the confidence where the phrase was cut to its bare form to meet the label."""

_TOO_SHORT = 2


@lru_cache(maxsize=4)
def spellings(names: Names) -> Spellings:
    """How the labels of a catalogue are spelled; made once where it is not stored."""
    return names.spellings or spellings_of(key for key, _named in names.every())


def spelled(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    """The ids with a label that the phrase, whole or bare, may misspell."""
    if not wording.keyed(wording.DENIAL).isdisjoint(phrase.key.split()):
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

    Slips that go farther are asked for only where nothing nearer is like the key.
    """
    for far in (False, True):
        labels = dict.fromkeys(
            label
            for groups in readings(key, words, far=far)
            for label in words.labelled(groups)
        )
        scored = [(label, likeness(key, label, words)) for label in labels]
        found = [pair for pair in scored if pair[1] >= LEAST_LIKENESS]
        if found:
            return found
    return []
