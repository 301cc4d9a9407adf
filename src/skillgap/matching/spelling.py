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
from skillgap.matching.slipped import readings, search_far

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
_SEVERAL = 24
"""From how many phrases on it pays to search for the words of all at once."""


@lru_cache(maxsize=4)
def spellings(names: Names) -> Spellings:
    """How the labels of a catalogue are spelled; made once where it is not stored."""
    return names.spellings() or spellings_of(key for key, _named in names.every())


def prepare_spelled(phrases: Sequence[Phrase], names: Names) -> None:
    """Search at once for what many phrases need that nothing nearer is surely like."""
    if len(phrases) < _SEVERAL:
        return
    words = spellings(names)
    keys = [one.key for one in phrases if not denies(one.text)]
    search_far((key for key in keys if not _is_sure(_nearby(key, words))), words)


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
    found = _nearby(key, words)
    if _is_sure(found):
        return list(found.items())
    return list(_with(found, _far(key, words)).items())


@lru_cache(maxsize=1 << 10)
def _nearby(key: str, words: Spellings) -> dict[str, float]:
    """What no search of all words is needed for; remembered for `prepare_spelled`."""
    found: dict[str, float] = {}
    for search in (_beside, _near, _wide, _alike_respaced):
        found = _with(found, search(key, words))
        if _is_sure(found):
            break
    return found


def _with(
    found: dict[str, float], more: Iterable[tuple[str, float]]
) -> dict[str, float]:
    """Labels and their likeness, and more of them; the greater likeness counts."""
    both = dict(found)
    for label, score in more:
        both[label] = max(score, both.get(label, 0.0))
    return both


def _is_sure(found: dict[str, float]) -> bool:
    return max(found.values(), default=0.0) >= _SURELY


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
