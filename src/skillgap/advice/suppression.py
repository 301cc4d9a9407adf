"""Counts of people that may be shown: none from which a small group can be told.

A count below the threshold is suppressed, and so much beside it that it cannot be
derived from a total (*complementary suppression*). Zeros are suppressed together with
small counts, for else whoever sees the table knows that what is hidden is not zero.
That nobody can reckon back, even who knows this rule, is tested by enumeration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALLEST = 5
"""The least number of people that a count tells of, unless another is asked for."""


def hidden_parts(counts: Sequence[int], smallest: int) -> frozenset[int]:
    """The places to suppress among counts whose sum is known.

    With every small count go all zeros, and then further counts in the order given
    (an order that does not depend on the counts themselves) until nobody can reckon
    back: at least two are hidden, their sum is at least the threshold, and they are
    not all as great as a small count can be. Where all are hidden and that still does
    not hold, the sum has to be hidden too (``sum_tells``).
    """
    hidden = [place for place, count in enumerate(counts) if 0 < count < smallest]
    if not hidden:
        return frozenset()
    hidden += [place for place, count in enumerate(counts) if count == 0]
    others = [place for place, count in enumerate(counts) if count >= smallest]
    while others and sum_tells([counts[place] for place in hidden], smallest):
        hidden.append(others.pop(0))
    return frozenset(hidden)


def sum_tells(hidden: Sequence[int], smallest: int) -> bool:
    """Whether the sum of suppressed counts tells what one of them is."""
    total, greatest = sum(hidden), len(hidden) * (smallest - 1)
    return len(hidden) == 1 or total < smallest or total == greatest


def shown(count: int, total: int, smallest: int) -> int | None:
    """A count of some among a known total; None where it or the rest is small."""
    few = 0 < count < smallest or 0 < total - count < smallest
    return None if few else count


def is_nearly_all(count: int, total: int, smallest: int) -> bool:
    """Whether so few are not counted that their number is suppressed."""
    return count >= smallest and 0 < total - count < smallest
