"""Labels that a phrase misspells.

rapidfuzz scans all labels for a shortlist; each label on it is then weighed by what
differs. Two rules keep other words from passing for typos: only what differs is
compared (*pest control* is no slip of *cost control*), and a word that the catalogue's
own labels use is taken as meant (*painting* is no slip of *printing*, nor *medication*
of *mediation*).
"""

from __future__ import annotations

from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING

from skillgap.matching import wording
from skillgap.matching.edits import DOUBLE, LETTER, SWAP, slips
from skillgap.matching.exact import fitting
from skillgap.matching.names import Names, Scored, best_first, outcome
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillgap.matching.qualifiers import Phrase

SHORTLIST = 24
SHORTLIST_FROM = 60
"""The shortlist: how many labels at most, and from which ``fuzz.ratio`` (0 to 100)."""

LEAST_LIKENESS = 0.64
MOST_CONFIDENCE = 0.95
BARE = 0.98
"""Times the confidence where the phrase was cut to its bare form to meet the label."""

_SHORT = 4
_TOO_SHORT = 2
_JOINED = 0.97
_REORDERED = 0.92
_OTHERWISE_ORDERED = 0.75
_NEARLY_SAME = 0.9
_LEAST_ALTOGETHER = 0.75
"""From which likeness several words, none of them right, pass for one label."""

_SWAPPED_INITIALS = 0.75
_LONG = 10
_JOINING = frozenset(
    (
        *("a", "an", "and", "for", "in", "of", "on", "the", "to"),
        *("au", "d", "de", "des", "du", "en", "l", "la", "le", "les", "un", "une"),
    )
)


class Index(Record):
    """All labels, made ready for scanning: without spaces, as given and word-sorted."""

    keys: tuple[str, ...]
    joined: tuple[str, ...]
    sorted: tuple[str, ...]
    vocabulary: frozenset[str]


@lru_cache(maxsize=4)
def index(names: Names) -> Index:
    """The index of a catalogue's names, made once."""
    keys = tuple(dict.fromkeys(key for key, _named in names.every()))
    parted = [key.split() for key in keys]
    return Index(
        keys=keys,
        joined=tuple(key.replace(" ", "") for key in keys),
        sorted=tuple("".join(sorted(words)) for words in parted),
        vocabulary=frozenset(word for words in parted for word in words),
    )


def spelled(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    """The ids with a label that the phrase, whole or bare, may misspell."""
    if not wording.keyed(wording.DENIAL).isdisjoint(phrase.key.split()):
        return ()
    labels = index(names)
    found = _spelled(phrase.key, labels, names)
    if outcome(best_first(found)) == "matched" or not phrase.is_qualified:
        return best_first(found)
    if not phrase.everyday or len(phrase.bare) > _TOO_SHORT:
        bare = fitting(phrase, _spelled(phrase.bare, labels, names), names)
        found += [one._replace(confidence=BARE * one.confidence) for one in bare]
    return best_first(found)


def _spelled(key: str, labels: Index, names: Names) -> list[Scored]:
    return [
        Scored(named.id, named.label, confidence(score), "typo")
        for place in shortlist(key, labels)
        if (score := likeness(key, labels.keys[place], labels.vocabulary))
        >= LEAST_LIKENESS
        for named in names.named(labels.keys[place])
    ]


def confidence(score: float) -> float:
    """How sure a likeness is: rising, 0 at one half and below."""
    return MOST_CONFIDENCE * sqrt(max(0.0, 2 * score - 1))


def shortlist(key: str, labels: Index) -> list[int]:
    """The places of the labels that look most like a key, in no order."""
    from rapidfuzz import fuzz, process

    words = key.split()
    looks = [(key.replace(" ", ""), labels.joined)]
    if len(words) > 1:
        looks.append(("".join(sorted(words)), labels.sorted))
    places: dict[int, None] = {}
    for typed, pool in looks:
        found = process.extract(
            typed, pool, scorer=fuzz.ratio, score_cutoff=SHORTLIST_FROM, limit=SHORTLIST
        )
        places.update((place, None) for _choice, _score, place in found)
    return list(places)


def likeness(typed: str, label: str, vocabulary: frozenset[str]) -> float:
    """How alike what differs is, from 0 (something else) to 1 (the same)."""
    typed_words, label_words = _differing(typed.split(), label.split(), vocabulary)
    got, meant = _joined(typed_words), _joined(label_words)
    if not got and not meant:
        return _order_likeness(typed.split(), label.split())
    if not got or not meant:
        return 0.0
    if got == meant:
        return _JOINED
    has_context = len(typed_words) < len(typed.split())
    score = _word_likeness(got, meant, has_context=has_context)
    if len(typed_words) == len(label_words) > 1:
        got, meant = _joined(sorted(typed_words)), _joined(sorted(label_words))
        score = max(score, _word_likeness(got, meant, has_context=has_context))
    if len(typed_words) == len(list(_weighty(typed.split()))) and _is_other(
        typed_words, label_words, score, vocabulary
    ):
        return 0.0
    if not _is_plausible(typed_words, label_words, score, vocabulary):
        return 0.0
    return score


def _is_other(
    typed: list[str], label: list[str], score: float, vocabulary: frozenset[str]
) -> bool:
    """Whether a phrase none of whose words the label has is just something else.

    One word that the catalogue uses is meant as it stands; several words must be very
    like the label's to pass for them together.
    """
    if len(typed) > 1:
        return score < _LEAST_ALTOGETHER
    return typed[0] in vocabulary and len(label) == 1


def _order_likeness(typed: list[str], label: list[str]) -> float:
    """How alike the same words are, but for order and for words that join.

    Another order is another thing ("maintenance software", "software maintenance")
    unless a joining word or a verb makes up for it ("management of projects",
    "writing reports").
    """
    got, meant = list(_weighty(typed)), list(_weighty(label))
    if len(meant) == 1:
        return 0.0
    if got == meant:
        return 1.0
    one_joins = (len(got) < len(typed)) != (len(meant) < len(label))
    if one_joins or any(word.endswith("ing") for word in got):
        return _REORDERED
    return _OTHERWISE_ORDERED


def _is_plausible(
    typed: list[str], label: list[str], score: float, vocabulary: frozenset[str]
) -> bool:
    """Whether what differs may be a slip and no other words.

    Words written apart or together must be nearly the same otherwise, and so must
    words that the catalogue uses, which only count as slips where they are long.
    """
    if score >= _NEARLY_SAME:
        return (
            len(typed) != len(label)
            or len("".join(typed)) >= _LONG
            or _unknown(typed, vocabulary)
        )
    return len(typed) == len(label) and _unknown(typed, vocabulary)


def _unknown(words: Sequence[str], vocabulary: frozenset[str]) -> bool:
    return not any(word in vocabulary for word in words)


def _differing(
    typed: Sequence[str], label: Sequence[str], vocabulary: frozenset[str]
) -> tuple[list[str], list[str]]:
    """The words that only one of the two has, without those that only join.

    An unknown short word is taken for a slip of a word that joins, where the label has
    one to spare ("analyse fe la concurrence").
    """
    left = list(label)
    alone = []
    for word in typed:
        if word in left:
            left.remove(word)
        else:
            alone.append(word)
    weighty = list(_weighty(alone))
    for _spare in range(len(left) - len(list(_weighty(left)))):
        slip = next(
            (word for word in weighty if len(word) < _SHORT and word not in vocabulary),
            None,
        )
        if slip:
            weighty.remove(slip)
    return weighty, list(_weighty(left))


def _joined(words: Sequence[str]) -> str:
    """The words without spaces and inner dots ("node js" is "node.js")."""
    joined = "".join(words)
    return joined[:1] + joined[1:].replace(".", "")


def _weighty(words: Sequence[str]) -> Iterator[str]:
    return (word for word in words if word not in _JOINING)


def _word_likeness(got: str, meant: str, *, has_context: bool) -> float:
    """The share of a word that agrees; words that agree beside it add two letters."""
    shorter, longer = sorted((len(got), len(meant)))
    if shorter <= _TOO_SHORT or longer > 2 * shorter:
        return 0.0
    if _looks(got, meant) < SHORTLIST_FROM:
        return 0.0
    cost = slips(got, meant, (1 - LEAST_LIKENESS) * (longer + 2))
    if shorter <= _SHORT and not _is_safe(got, meant, cost, has_context=has_context):
        return 0.0
    if longer < _SHORT and not has_context:
        return _SWAPPED_INITIALS
    return max(0.0, 1 - cost / (longer + 2 * has_context))


def _looks(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return float(fuzz.ratio(one, other, score_cutoff=SHORTLIST_FROM))


def _is_safe(got: str, meant: str, cost: float, *, has_context: bool) -> bool:
    """Whether a short word differs by one slip that seldom makes another word.

    Two neighbours swapped, or a letter doubled or halved; in a label of five letters
    also one letter left out; beside words that do agree, any one letter. The first
    letter must be the same. Three letters are too few to be sure (*TMD*, *TDM*).
    """
    if got[0] != meant[0]:
        return has_context and cost <= SWAP
    if has_context:
        return cost <= LETTER
    if len(got) == len(meant):
        return sorted(got) == sorted(meant) and cost <= SWAP
    if len(meant) > _SHORT:
        return len(got) + 1 == len(meant) and cost <= LETTER
    return cost <= DOUBLE
