from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from skillgap.matching.edits import counted_in_common, slips, tabled_slips

WORDS = st.text(alphabet="abcdefghijklmnop", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("typed", "meant", "cost"),
    [
        ("excel", "excel", 0.0),
        ("plubming", "plumbing", 0.6),
        ("planing", "planning", 0.4),
        ("electrisian", "electrician", 0.6),
        ("resturant", "restaurant", 0.6),
        ("goverment", "government", 0.6),
        ("exel", "excel", 0.6),
        ("painting", "printing", 1.2),
        ("lava", "java", 1.6),
    ],
)
def test_costs(typed: str, meant: str, cost: float) -> None:
    assert slips(typed, meant) == pytest.approx(cost)


@given(WORDS, WORDS)
def test_slips_are_alike_both_ways(one: str, other: str) -> None:
    assert slips(one, other) == pytest.approx(slips(other, one))


@given(st.text("aabcdeimn", min_size=1, max_size=9), st.data())
def test_one_slip_costs_what_the_table_of_all_slips_says(
    word: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(word)))
    letters = data.draw(st.text("abeimnz", max_size=2))
    after = data.draw(st.integers(0, 2))
    typed = word[:at] + letters + word[at + after :]
    assert slips(typed, word) == tabled_slips(typed, word)
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    assert slips(swapped, word) == tabled_slips(swapped, word)


@given(WORDS, WORDS)
def test_only_the_same_word_costs_nothing(one: str, other: str) -> None:
    assert (slips(one, other) == 0) == (one == other)


@given(WORDS, WORDS, st.floats(0, 5))
def test_a_bound_changes_no_cost_within_it(one: str, other: str, most: float) -> None:
    bounded = slips(one, other, most)
    cost = slips(one, other)
    assert bounded == cost if cost <= most else bounded in {cost, inf}


@given(st.text("abcé", max_size=12), st.text("abcé", max_size=12))
def test_letters_in_common_are_counted_as_rapidfuzz_does(one: str, other: str) -> None:
    assert counted_in_common(one, other) == LCSseq.similarity(one, other)
