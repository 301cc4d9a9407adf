"""How alike a phrase and a label are spelled.

Two rules keep other words from passing for typos: only what differs is compared (*pest
control* is no slip of *cost control*), and a word that the catalogue's own labels use
is taken as meant (*painting* is no slip of *printing*, nor *medication* of
*mediation*).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.catalogue.spelled import undotted, weighty
from skillgap.matching.edits import DOUBLE, FIRST, LETTER, OTHER, SWAP, in_common, slips

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

LEAST_LIKENESS = 0.64
"""From here on a label may be shown as one that the phrase misspells."""

LEAST_COMMON = 0.6
"""The share of letters that words have in common where one is a slip of the other."""

NEARLY_SAME = 0.9

UNSURE = 0.82
"""The most likeness of what may be something else: it makes no sure match."""

_ENOUGH_AGREE = 2
"""How many telling words that agree let one pass for a slip that is a word."""

SHORT = 4
TOO_SHORT = 2
_JOINED = 0.97
_REORDERED = 0.92
_OTHERWISE_ORDERED = 0.75
_LEAST_ALTOGETHER = 0.75
"""From which likeness several words, none of them right, pass for one label."""

_SWAPPED_INITIALS = 0.75
_LONG = 10


def likeness(typed: str, label: str, vocabulary: Container[str]) -> float:
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
    if len(typed_words) == len(weighty(typed.split())) and _is_other(
        typed_words, label_words, score, vocabulary
    ):
        return 0.0
    if not _is_plausible(typed_words, label_words, score, vocabulary):
        return 0.0
    return score


def likeness_but_for_one(typed: str, label: str, vocabulary: Container[str]) -> float:
    """How alike two are that differ in one word, which may be another word indeed.

    Where all words agree but one ("keep track of phone cill", "implement plan fjor
    diving"), that one may be a slip although it is short, a word of its own or of one
    that only joins; where but one word agrees, only if no label has it. This is never
    sure.
    """
    got, meant, agreeing = _unlike(typed.split(), label.split())
    if len(got) != 1 or len(meant) != 1:
        return 0.0
    enough = 1 if got[0] not in vocabulary else _ENOUGH_AGREE
    if len(weighty(agreeing)) < enough:
        return 0.0
    cost = slips(got[0], meant[0], OTHER + FIRST)
    if cost > OTHER + FIRST:
        return 0.0
    return min(UNSURE, 1 - cost / (len(meant[0]) + 2 * len(agreeing)))


def _unlike(
    typed: Sequence[str], label: Sequence[str]
) -> tuple[list[str], list[str], list[str]]:
    """The words that only one of the two has, and those that both have."""
    left, alone, agreeing = list(label), [], []
    for word in typed:
        if word in left:
            left.remove(word)
            agreeing.append(word)
        else:
            alone.append(word)
    return alone, left, agreeing


def _is_other(
    typed: list[str], label: list[str], score: float, vocabulary: Container[str]
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
    got, meant = weighty(typed), weighty(label)
    if len(meant) == 1:
        return 0.0
    if got == meant:
        return 1.0
    one_joins = (len(got) < len(typed)) != (len(meant) < len(label))
    if one_joins or any(word.endswith("ing") for word in got):
        return _REORDERED
    return _OTHERWISE_ORDERED


def _is_plausible(
    typed: list[str], label: list[str], score: float, vocabulary: Container[str]
) -> bool:
    """Whether what differs may be a slip and no other words.

    Words written apart or together must be nearly the same otherwise, and so must
    words that the catalogue uses, which only count as slips where they are long.
    """
    if score >= NEARLY_SAME:
        return (
            len(typed) != len(label)
            or len("".join(typed)) >= _LONG
            or _unknown(typed, vocabulary)
        )
    return len(typed) == len(label) and _unknown(typed, vocabulary)


def _unknown(words: Sequence[str], vocabulary: Container[str]) -> bool:
    return not any(word in vocabulary for word in words)


def _differing(
    typed: Sequence[str], label: Sequence[str], vocabulary: Container[str]
) -> tuple[list[str], list[str]]:
    """The words that only one of the two has, without those that only join.

    An unknown short word is taken for a slip of a word that joins, where the label has
    one to spare ("analyse fe la concurrence").
    """
    alone, left, _agreeing = _unlike(typed, label)
    telling = weighty(alone)
    for _spare in range(len(left) - len(weighty(left))):
        slip = next(
            (word for word in telling if len(word) < SHORT and word not in vocabulary),
            None,
        )
        if slip:
            telling.remove(slip)
    return telling, weighty(left)


def _joined(words: Sequence[str]) -> str:
    """The words without spaces and inner dots ("node js" is "node.js")."""
    return undotted("".join(words))


def _word_likeness(got: str, meant: str, *, has_context: bool) -> float:
    """The share of a word that agrees; words that agree beside it add two letters."""
    shorter, longer = sorted((len(got), len(meant)))
    if shorter <= TOO_SHORT or longer > 2 * shorter:
        return 0.0
    if 2 * in_common(got, meant) < LEAST_COMMON * (len(got) + len(meant)):
        return 0.0
    cost = slips(got, meant, (1 - LEAST_LIKENESS) * (longer + 2))
    if shorter <= SHORT and not _is_safe(got, meant, cost, has_context=has_context):
        return 0.0
    if longer < SHORT and not has_context:
        return _SWAPPED_INITIALS
    return max(0.0, 1 - cost / (longer + 2 * has_context))


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
    if len(meant) > SHORT:
        return len(got) + 1 == len(meant) and cost <= LETTER
    return cost <= DOUBLE
