"""How far a typed word is from a word, in slips of the hand and of the ear.

An edit distance (insert, delete, replace, swap two neighbours: optimal string
alignment, Damerau 1964) in which the slips that people make often cost less than those
that make another word: *plumming* is nearer to *plumbing* than *lumbering* is.
"""

from __future__ import annotations

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

_VOWELS = frozenset("aeiouy")
_CHEAP = dict.fromkeys("aeiouyh", VOWEL)
_ALIKE = ("ckqsxz", "mn", "bpd", "dt", "fvp", "gj", "iyj", "uvw", "lr", "il1", "o0")
_PAIRS = frozenset(
    (one, other) for group in _ALIKE for one in group for other in group if one != other
)


def slips(typed: str, meant: str, most: float = inf) -> float:
    """The cost of the cheapest slips that turn what was meant into what was typed.

    Where it is sure to pass ``most``, infinity is given early.
    """
    before: list[float] = []
    last = _start_row(typed)
    for row, letter in enumerate(meant, 1):
        current = [last[0] + _missing(meant, row - 1)]
        for column, got in enumerate(typed, 1):
            cost = min(
                last[column] + _missing(meant, row - 1),
                current[-1] + _missing(typed, column - 1),
                last[column - 1] + _replaced(got, letter, first=row == column == 1),
            )
            if row > 1 < column and _swapped(typed, column, meant, row):
                cost = min(cost, before[column - 2] + SWAP)
            current.append(cost)
        before, last = last, current
        if min(last) > most:
            return inf
    return last[-1]


def _start_row(typed: str) -> list[float]:
    row = [0.0]
    for place in range(len(typed)):
        row.append(row[-1] + _missing(typed, place))
    return row


def _missing(word: str, place: int) -> float:
    """The cost of a letter that stands in one word only."""
    letter = word[place]
    if place and word[place - 1] == letter:
        return DOUBLE
    cost = _CHEAP.get(letter, LETTER)
    if place == 0:
        return cost + FIRST
    beside = {(word[place - 1], letter), (word[place : place + 2][-1], letter)}
    return cost if beside.isdisjoint(_PAIRS) else min(cost, ALIKE)


def _replaced(got: str, letter: str, *, first: bool) -> float:
    if got == letter:
        return 0.0
    if got in _VOWELS and letter in _VOWELS:
        cost = VOWEL
    else:
        cost = ALIKE if (got, letter) in _PAIRS else OTHER
    return cost + FIRST if first else cost


def _swapped(typed: str, column: int, meant: str, row: int) -> bool:
    return (
        typed[column - 1] == meant[row - 2]
        and typed[column - 2] == meant[row - 1]
        and typed[column - 1] != typed[column - 2]
    )
