"""Suppressed counts cannot be reckoned back, even by who knows the rule."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.advice.suppression import (
    hidden_parts,
    is_nearly_all,
    shown,
    sum_tells,
)


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([20, 30], []),
        ([20, 0, 30], []),
        ([20, 3, 30], [0, 1]),
        ([20, 3, 30, 0], [0, 1, 3]),
        ([20, 3, 4], [1, 2]),
        ([20, 4, 4], [0, 1, 2]),
        ([1, 2, 40], [0, 1, 2]),
        ([5, 5], []),
        ([], []),
    ],
)
def test_what_is_hidden(counts: list[int], hidden: list[int]) -> None:
    assert sorted(hidden_parts(counts, 5)) == hidden


@pytest.mark.parametrize("smallest", [3, 5])
@pytest.mark.parametrize(("parts", "most"), [(2, 16), (3, 16), (4, 14)])
def test_no_hidden_count_follows_from_the_sum(
    parts: int, most: int, smallest: int
) -> None:
    """Every table of counts is made; those that look alike must differ where hidden."""
    alike = defaultdict(list)
    for counts in product(range(most + 1), repeat=parts):
        if sum(counts) > most:
            continue
        hidden = hidden_parts(counts, smallest)
        everything = len(hidden) == parts
        if everything and sum_tells(counts, smallest):
            continue  # the sum is suppressed as well
        looks = [None if i in hidden else n for i, n in enumerate(counts)]
        alike[sum(counts), tuple(looks)].append(counts)
    for (_sum, looks), tables in alike.items():
        for place, look in enumerate(looks):
            assert look is None or not 0 < look < smallest
            if look is None:
                assert len({counts[place] for counts in tables}) > 1, (looks, tables)


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from([1, 3, 5, 10]))
def test_a_count_of_some_tells_of_no_few(some: int, rest: int, smallest: int) -> None:
    told = shown(some, some + rest, smallest)
    if told is not None:
        assert told == some
        assert some == 0 or some >= smallest
        assert rest == 0 or rest >= smallest
    elif is_nearly_all(some, some + rest, smallest):
        assert some >= smallest > rest > 0
    else:
        assert 0 < some < smallest


def test_nothing_is_hidden_where_one_may_be_told() -> None:
    assert hidden_parts([1, 2, 0, 9], 1) == frozenset()
    assert shown(1, 2, 1) == 1
