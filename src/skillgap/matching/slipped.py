"""The ways in which a misspelt phrase may be read: for each word, what it may mean.

A reading is a list of groups of words, one group for each word that the label must
have. A word that labels use is taken as meant, or as a slip that is nearly the same
(*organise* for *organize*); any other word is a slip of a word of a label.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from skillgap.catalogue.spellings import MOST_SLIPS, undotted, weighty
from skillgap.matching.edits import in_common, slips
from skillgap.matching.likeness import (
    LEAST_COMMON,
    LEAST_LIKENESS,
    NEARLY_SAME,
    SHORT,
    TOO_SHORT,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillgap.catalogue.spellings import Spellings

Group: TypeAlias = "list[str]"

MOST_WORDS = 24
"""A phrase of more words misspells no label."""

_MOST_FAR = 24
_SLIPS_KEPT = 1 << 13
_LONGEST = 40


def readings(key: str, words: Spellings, *, far: bool = False) -> Iterator[list[Group]]:
    """The readings of a key, as it stands first.

    Args:
        key: the phrase.
        words: those of the labels.
        far: whether words that no label has may be more than two slips off; without
            such words there is then nothing to read.
    """
    typed = weighty(key.split())
    if not typed or len(typed) > MOST_WORDS:
        return
    if far and not any(_may_be_far(word, words) for word in typed):
        return
    total = sum(map(len, typed))
    groups = [_group(word, total, words, far=far) for word in typed]
    yield groups
    yield from _without_slips_of_joining(typed, groups, words)
    for place in range(len(typed) - 1):
        joined = _together(typed[place], typed[place + 1], words)
        if joined:
            yield [*groups[:place], joined, *groups[place + 2 :]]
    for place, word in enumerate(typed):
        for parts in _apart(word, words, far=far):
            yield [*groups[:place], *parts, *groups[place + 1 :]]


def _group(word: str, total: int, words: Spellings, *, far: bool) -> Group:
    """What one word may stand for, in a phrase of so many letters."""
    if word in words:
        most = (1 - NEARLY_SAME) * (total + 2)
        near = slips_of(word, words)
        return [word, *(other for other, cost in near if cost <= most)]
    if far and _may_be_far(word, words):
        return [other for other, _cost in _far(word, words)]
    return [other for other, _cost in slips_of(word, words)]


def _without_slips_of_joining(
    typed: Sequence[str], groups: list[Group], words: Spellings
) -> Iterator[list[Group]]:
    """Without short words that no label has: slips of words that only join."""
    slip = [
        place
        for place, word in enumerate(typed)
        if len(word) < SHORT and word not in words
    ]
    for left_out in dict.fromkeys([*((place,) for place in slip), tuple(slip)]):
        if left_out and len(left_out) < len(groups):
            yield [each for at, each in enumerate(groups) if at not in left_out]


def _together(one: str, other: str, words: Spellings) -> Group:
    """The words of labels that two words are, written together."""
    joined = undotted(one + other)
    same = list(words.written(joined))
    if same or (one in words and other in words):
        return same
    return [word for word, _cost in slips_of(joined, words)]


def _apart(word: str, words: Spellings, *, far: bool) -> Iterator[list[Group]]:
    """The pairs of words of labels that a word is, written together."""
    if len(word) <= SHORT:
        return
    for one, other in words.parts(word):
        yield [[one], [other]]
    if not far or word in words or len(word) > _LONGEST:
        return
    for place in range(TOO_SHORT + 1, len(word) - TOO_SHORT):
        one, other = word[:place], word[place:]
        if one in words and other not in words:
            yield [[one], [slip for slip, _cost in slips_of(other, words)]]
        elif other in words and one not in words:
            yield [[slip for slip, _cost in slips_of(one, words)], [other]]


@lru_cache(maxsize=_SLIPS_KEPT)
def slips_of(word: str, words: Spellings) -> tuple[tuple[str, float], ...]:
    """The words of labels that a word may be a slip of, at most two off, and the cost.

    Inner dots are no difference ("nodejs" is *node.js*).
    """
    got = undotted(word)
    if not TOO_SHORT < len(got) <= _LONGEST:
        return tuple((other, 0.0) for other in words.written(got) if other != word)
    found, is_known = [], word in words
    for other in words.near(got):
        meant = undotted(other)
        shorter, longer = sorted((len(got), len(meant)))
        off = 1 if is_known or shorter <= SHORT else MOST_SLIPS
        if other != word and in_common(got, meant) >= longer - off:
            cost = slips(got, meant)
            if cost <= _most(got, meant):
                found.append((other, cost))
    return tuple(found)


@lru_cache(maxsize=_SLIPS_KEPT)
def _far(word: str, words: Spellings) -> tuple[tuple[str, float], ...]:
    """The same for words that are farther off: those with the most letters in common.

    All words are gone through; it is asked only where no near one led to a label.
    """
    from rapidfuzz import fuzz, process

    got, every = undotted(word), _every(words)
    found = process.extract(
        got,
        [joined for _word, joined in every],
        scorer=fuzz.ratio,
        score_cutoff=100 * LEAST_COMMON,
        limit=_MOST_FAR,
    )
    costs = (
        (every[place][0], slips(got, meant, _most(got, meant)))
        for meant, _score, place in found
    )
    return tuple(pair for pair in costs if pair[1] <= _most(got, undotted(pair[0])))


@lru_cache(maxsize=4)
def _every(words: Spellings) -> tuple[tuple[str, str], ...]:
    return words.every_word()


def _may_be_far(word: str, words: Spellings) -> bool:
    return SHORT < len(word) <= _LONGEST and word not in words


def _most(one: str, other: str) -> float:
    """What the slips in a word may cost in all."""
    return (1 - LEAST_LIKENESS) * (max(len(one), len(other)) + 2)
