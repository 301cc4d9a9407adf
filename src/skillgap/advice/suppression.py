"""Counts of people that may be told: none from which a small group can be reckoned.

A count below the threshold is not told, zero as little as any other; every other one
is told rounded down to a multiple of the threshold. What is told of a count follows
from that count alone, and of a whole from what is told of its parts, so whoever knows
this rule learns nothing from what else is told; and the difference of two counts, one
within the other, stays open over as many values as the threshold, so tables cannot be
subtracted from each other. Tested by enumeration.
"""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

SMALLEST = 5
"""The least number of people that a count tells of, unless another is asked for."""

_HUNDREDTHS = 100


def told(count: int, smallest: int) -> int | None:
    """What is told of a number of people; None where they are too few."""
    if smallest <= 1:
        return count
    return count - count % smallest if count >= smallest else None


def told_whole(parts: Iterable[int], smallest: int) -> int:
    """What is told of all people of a table: that of its parts, and that they suffice.

    A whole that was rounded by itself would say how much its parts were rounded.
    """
    return max(sum(told(part, smallest) or 0 for part in parts), smallest)


def told_mean(total: Fraction, count: int, smallest: int) -> float:
    """The mean of a share over people: to whole per cents, unless all may be told."""
    mean = total / count
    if smallest <= 1:
        return float(mean)
    return round(mean * _HUNDREDTHS) / _HUNDREDTHS


def told_part(total: Fraction, some: int, whole: int, smallest: int) -> float:
    """A share that a group loses or gains through some of its people.

    It says no more of their number than what is told of that: it is put together from
    what one of them loses or gains on average, to two digits, and from the told counts;
    ``whole`` is that of everybody.
    """
    if smallest <= 1:
        return float(total / whole)
    return _two_digits(total / some) * (told(some, smallest) or 0) / whole


def _two_digits(value: Fraction) -> float:
    if not value:
        return 0.0
    return round(float(value), 1 - floor(log10(abs(value))))
