"""Words found by their slips, and labels by their words, beside plain scans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from skillgap.catalogue.spellings import (
    MOST_SLIPS,
    SHORT,
    slip_keys,
    spellings_of,
    undotted,
    weighty,
)

LETTERS = st.text("abcd", min_size=1, max_size=11)
PHRASES = st.lists(
    st.lists(st.sampled_from(["a", "of", "cook", "cake", "node.js", "c"]), max_size=4)
    .filter(bool)
    .map(" ".join),
    max_size=9,
)


@given(LETTERS, LETTERS)
def test_two_words_a_slip_or_two_apart_share_a_key(one: str, other: str) -> None:
    most = 1 if min(len(one), len(other)) <= SHORT else MOST_SLIPS
    if OSA.distance(one, other) <= most < max(len(one), len(other)):
        assert slip_keys(one) & slip_keys(other)


@given(st.lists(LETTERS, max_size=9), LETTERS)
def test_the_near_words_are_all_that_a_scan_finds(words: list[str], typed: str) -> None:
    known = spellings_of(words)
    near = known.near(typed)
    for word in weighty(words):
        assert word in known
        most = 1 if min(len(word), len(typed)) <= SHORT else MOST_SLIPS
        if OSA.distance(word, typed) <= most < max(len(word), len(typed)):
            assert word in near


@given(
    PHRASES,
    st.lists(st.lists(st.sampled_from(["cook", "cake", "c", "tart"])), max_size=3),
)
def test_labels_are_those_with_a_word_of_each_group(
    keys: list[str], groups: list[list[str]]
) -> None:
    plain = [
        key
        for key in dict.fromkeys(keys)
        if groups
        and len(weighty(key.split())) == len(groups)
        and all(not set(group).isdisjoint(key.split()) for group in groups)
    ]
    assert spellings_of(keys).labelled(groups) == plain


@pytest.mark.parametrize(("word", "plain"), [("node.js", "nodejs"), (".net", ".net")])
def test_inner_dots_are_no_part_of_a_word(word: str, plain: str) -> None:
    assert undotted(word) == plain
    assert spellings_of([word]).written(plain) == (word,)


def test_words_written_together_are_told_apart() -> None:
    known = spellings_of(["team work", "data base"])
    assert known.parts("teamwork") == (("team", "work"),)
    assert known.parts("x" * 5000) == ()


def test_words_that_only_join_are_not_looked_up() -> None:
    known = spellings_of(["management of projects"])
    assert "of" not in known
    assert known.every_word() == (
        ("management", "management"),
        ("projects", "projects"),
    )
