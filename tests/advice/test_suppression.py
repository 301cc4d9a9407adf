"""What is told of people cannot be reckoned back, even by who knows the rule."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.advice.suppression import told, told_mean, told_part, told_whole

Cell = int | None


@pytest.mark.parametrize(
    ("count", "smallest", "cell"),
    [
        *((0, 5, None), (4, 5, None), (5, 5, 5), (9, 5, 5), (10, 5, 10)),
        *((1999, 5, 1995), (19, 10, 10), (9, 10, None), (2, 3, None), (8, 3, 6)),
        *((0, 1, 0), (1, 1, 1), (7, 1, 7), (3, 0, 3)),
    ],
)
def test_what_is_told(count: int, smallest: int, cell: Cell) -> None:
    assert told(count, smallest) == cell


@pytest.mark.parametrize("smallest", [3, 5])
@pytest.mark.parametrize(("parts", "most"), [(2, 30), (3, 25), (4, 21)])
def test_no_part_follows_from_a_table_and_its_sum(
    parts: int, most: int, smallest: int
) -> None:
    """Every table of counts is made; those that look alike differ in every place.

    So do the sums of any parts of them, such as all that are not told.
    """
    alike = defaultdict(list)
    for counts in product(range(most + 1), repeat=parts):
        if sum(counts) <= most:
            looks = tuple(told(count, smallest) for count in counts)
            alike[told_whole(counts, smallest), looks].append(counts)
    # Of the others some were not made: they were cut off at the end.
    whole = {
        (sum_, looks): tables
        for (sum_, looks), tables in alike.items()
        if sum(look or 0 for look in looks) + (smallest - 1) * parts <= most
    }
    assert whole
    for (_sum, looks), tables in whole.items():
        for place in range(parts):
            assert len({counts[place] for counts in tables}) > 1, (looks, tables)
        few = [place for place, look in enumerate(looks) if look is None]
        if few:
            sums = {sum(counts[place] for place in few) for counts in tables}
            assert len(sums) > 1, (looks, tables)


@pytest.mark.parametrize("smallest", [3, 5, 10])
def test_subtracting_one_table_from_another_tells_of_no_few(smallest: int) -> None:
    """Of who aims at a work, and who of them lacks a skill: how many have it?

    Whatever the two cells are, no number from 1 to the threshold stands out: either
    nobody and somebody are both possible, or at least as many values as the threshold.
    """
    between = defaultdict(set)
    for aiming in range(smallest, 8 * smallest):
        for lacking in range(aiming + 1):
            looks = told(aiming, smallest), told(lacking, smallest)
            between[looks].add(aiming - lacking)
    for looks, have in between.items():
        assert len(have) >= smallest, looks
        if min(have) > 0:
            assert max(have) >= smallest, looks


@given(
    st.integers(1, 40),
    st.lists(st.integers(0, 4), min_size=2, max_size=2),
    st.integers(5, 500),
    st.fractions(Fraction(1, 100), 1),
)
def test_a_share_tells_no_more_of_numbers_than_the_counts(
    fives: int, more: list[int], whole: int, each: Fraction
) -> None:
    """Groups of the same told size, of whom each loses as much, show the same share."""
    one, other = (
        told_part(each * n, n, whole, 5) for n in (fives * 5 + m for m in more)
    )
    assert one == other


@given(st.integers(5, 300), st.integers(0, 300), st.fractions(Fraction(1, 100), 1))
def test_a_share_is_near_what_it_stands_for(
    some: int, rest: int, each: Fraction
) -> None:
    everybody = some + rest
    exact = float(each * some / everybody)
    assert told_part(each * some, some, everybody, 1) == exact
    shown = told_part(each * some, some, told_whole((some, rest), 5), 5)
    assert exact * 0.9 * 5 / 9 <= shown <= exact * 1.1 * 9 / 5


def test_means_are_told_in_whole_per_cents() -> None:
    assert told_mean(Fraction(2), 6, 5) == 0.33
    assert told_mean(Fraction(2), 6, 1) == pytest.approx(1 / 3)
    assert told_mean(Fraction(0), 6, 5) == 0.0
