"""How far a typed word is from a word, in slips of the hand and of the ear.

An edit distance (insert, delete, replace, swap two neighbours: optimal string
alignment, Damerau 1964) in which the slips that people make often cost less than those
that make another word: *plumming* is nearer to *plumbing* than *lumbering* is.
"""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from itertools import accumulate
from math import inf

SWAP = 0.6
DOUBLE = 0.4
VOWEL = 0.6
ALIKE = 0.6
LETTER = 0.9
OTHER = 1.2
FIRST = 0.4
"""The costs: two neighbours swapped; a letter doubled or halved; a vowel or an *h* lost
or gained, or a vowel taken for another; a letter taken for one that sounds or looks
alike, or lost beside one; any other letter lost or gained; taken for an unlike one;
and what the first letter adds."""

_LEAST = 0.3
"""The least that a letter costs which only one of two words has in its place: a slip
that changes one for another, or swaps two, is of two such letters."""

_VOWELS = frozenset("aeiouy")
_CHEAP = dict.fromkeys("aeiouyh", VOWEL)
_ALIKE = ("ckqsxz", "mn", "bpd", "dt", "fvp", "gj", "iyj", "uvw", "lr", "il1", "o0")
_PAIRS = frozenset(
    (one, other) for group in _ALIKE for one in group for other in group if one != other
)


@lru_cache(maxsize=1 << 12)
def slips(typed: str, meant: str, most: float = inf) -> float:
    """The cost of the cheapest slips that turn what was meant into what was typed.

    Where it is sure to pass ``most``, infinity is given early.
    """
    one = _one_slip(typed, meant)
    if one is not None:
        return one
    apart = len(typed) + len(meant) - 2 * in_common(typed, meant)
    return inf if _LEAST * apart > most else tabled_slips(typed, meant, most)


def _one_slip(typed: str, meant: str) -> float | None:
    """The cost of the only slip, after the first letter; None where there are others.

    No two slips cost less than a letter lost or gained, two swapped, or one taken for
    one alike; less than an unlike one may cost one lost and one gained. In a run of
    the same letter the one is lost or gained that doubles another.
    """
    same = zip(typed, meant, strict=False)
    at = next((n for n, (got, letter) in enumerate(same) if got != letter), None)
    if at is None:
        at = min(len(typed), len(meant))
    got, left = typed[at:], meant[at:]
    if got == left:
        return 0.0
    if got[1:] == left[1:] and at and got and left:
        other = _replaced(left[0]).get(got[0], OTHER)
        return min(other, _missing_near(typed, at) + _missing_near(meant, at))
    if got[:2] == left[1::-1] and got[2:] == left[2:]:
        return SWAP
    if got[1:] == left and at:
        return _missing_at(typed, at)
    if got == left[1:] and at:
        return _missing_at(meant, at)
    return None


def _missing_near(word: str, at: int) -> float:
    """The cost of a letter, or of one like it that follows, in this word only."""
    return (
        DOUBLE if word[at : at + 1] == word[at + 1 : at + 2] else _missing_at(word, at)
    )


def tabled_slips(typed: str, meant: str, most: float = inf) -> float:
    """The same for whatever slips, by a table of all beginnings of both words."""
    lost, gained = _missing(meant), _missing(typed)
    before: list[float] = []
    last = [0.0, *accumulate(gained)]
    letter_before = ""
    for row, letter in enumerate(meant):
        current = [last[0] + lost[row]]
        replaced = _replaced(letter)
        got_before = ""
        for column, got in enumerate(typed):
            cost = last[column]
            if got != letter:
                cost += replaced.get(got, OTHER)
                if not (row or column):
                    cost += FIRST
            cost = min(cost, last[column + 1] + lost[row], current[-1] + gained[column])
            if got == letter_before != letter == got_before:
                cost = min(cost, before[column - 1] + SWAP)
            current.append(cost)
            got_before = got
        before, last = last, current
        letter_before = letter
        if min(last) > most:
            return inf
    return last[-1]


def in_common(one: str, other: str) -> int:
    """How many letters stand in both words in the same order.

    The length of the longest common subsequence. Where rapidfuzz is loaded, it counts.
    """
    loaded = sys.modules.get("rapidfuzz.distance.LCSseq")
    if loaded:
        found: int = loaded.similarity(one, other)
        return found
    return counted_in_common(one, other)


def counted_in_common(one: str, other: str) -> int:
    """The same in Python, its bits counted a letter at a time (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for place, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << place
    full = (1 << len(one)) - 1
    free = full
    for letter in other:
        met = free & places.get(letter, 0)
        free = (free + met | free - met) & full
    return len(one) - free.bit_count()


@lru_cache(maxsize=1 << 12)
def _missing(word: str) -> tuple[float, ...]:
    """For each letter of a word, the cost of it standing in this word only."""
    return tuple(_missing_at(word, place) for place in range(len(word)))


def _missing_at(word: str, place: int) -> float:
    letter = word[place]
    if place and word[place - 1] == letter:
        return DOUBLE
    cost = _CHEAP.get(letter, LETTER)
    if place == 0:
        return cost + FIRST
    beside = {(word[place - 1], letter), (word[place : place + 2][-1], letter)}
    return cost if beside.isdisjoint(_PAIRS) else min(cost, ALIKE)


@cache
def _replaced(letter: str) -> dict[str, float]:
    """What it costs to take a letter for another; what is not listed costs OTHER."""
    alike = {got: ALIKE for got, meant in _PAIRS if meant == letter}
    if letter in _VOWELS:
        alike |= dict.fromkeys(_VOWELS, VOWEL)
    return alike
