"""The choice of credentials as an integer programme over bits.

Every level step of every skill of the goal is a bit with a weight (the points that it
adds); so is every prerequisite (weight 0), which a credential *needs* and others give.
What a set of credentials reaches is then the union of what they give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


Amounts = tuple[int, int, int]
"""Minutes of study, cents, and time in the unit of the programme's third limit."""


class Item(Record):
    """A credential of the programme.

    ``gives`` and ``needs`` are sets of bits; of all items that share a bit of
    ``excludes`` at most one is chosen; ``takes`` is what it takes of a person.
    """

    id: str
    gives: int
    needs: int
    excludes: int
    takes: Amounts


class Programme(Record):
    """Choose items: most points, then fewest minutes, cents, items, smallest ids.

    ``weights`` are the points of the bits, in order. ``limits`` are what the chosen
    items may take together (None: no limit). Points beyond ``enough`` count as just
    that many (None: all count). Needs never run in a circle.
    """

    items: tuple[Item, ...]
    weights: tuple[int, ...]
    limits: tuple[int | None, int | None, int | None] = (None, None, None)
    enough: int | None = None


Rank = tuple[int, int, int, int, tuple[str, ...]]
"""What is compared, smaller first: minus the points, minutes, cents, items, ids."""

NOTHING: Rank = (0, 0, 0, 0, ())


class Choice(Record):
    """The items chosen; ``bound`` are points that no choice exceeds.

    ``settled`` is how many of the things compared (points, minutes, cents, items, ids)
    are proven, in that order, to be the best there is.
    """

    rank: Rank
    bound: int
    settled: int

    @property
    def proven(self) -> bool:
        """Whether no choice ranks before this one, ties included."""
        return self.settled == len(self.rank)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the items chosen, sorted."""
        return self.rank[-1]

    @property
    def points(self) -> int:
        """The points that they reach together."""
        return -self.rank[0]


class Weigher:
    """The points of sets of bits, looked up a byte at a time."""

    def __init__(self, weights: Sequence[int], enough: int | None = None) -> None:
        self.enough = sum(weights) if enough is None else enough
        self._worth = union(1 << bit for bit, one in enumerate(weights) if one)
        self._bytes = [
            _byte_weights(weights[start : start + 8])
            for start in range(0, len(weights), 8)
        ]

    def __call__(self, bits: int) -> int:
        """The sum of the weights of the bits that are set."""
        total = 0
        bits &= self._worth
        for table in self._bytes:
            if not bits:
                break
            total += table[bits & 255]
            bits >>= 8
        return total


def _byte_weights(weights: Sequence[int]) -> list[int]:
    table = [0]
    for weight in weights:
        table += [total + weight for total in table]
    return table + [0] * (256 - len(table))


def union(sets: Iterable[int]) -> int:
    """All bits that are in any of the sets."""
    bits = 0
    for one in sets:
        bits |= one
    return bits


def rank_of(items: Iterable[Item], weigh: Weigher) -> Rank:
    """How a set of items is ranked among others; whether it may be chosen is apart."""
    chosen = sorted(items)
    return (
        -min(weigh.enough, weigh(union(one.gives for one in chosen))),
        sum(one.takes[0] for one in chosen),
        sum(one.takes[1] for one in chosen),
        len(chosen),
        tuple(one.id for one in chosen),
    )


def may_be_chosen(items: Sequence[Item], programme: Programme) -> bool:
    """Whether these items keep the limits, meet their needs and exclude no other."""
    have = union(one.gives for one in items)
    shut = 0
    for one in items:
        if one.needs & ~have or one.excludes & shut:
            return False
        shut |= one.excludes
    return all(
        limit is None or sum(one.takes[place] for one in items) <= limit
        for place, limit in enumerate(programme.limits)
    )
