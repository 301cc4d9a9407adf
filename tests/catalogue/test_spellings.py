"""Words found by their slips, and labels by their words, beside plain scans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from skillgap.catalogue.spelled import (
    MOST_SLIPS,
    SHORT,
    slip_keys,
    undotted,
    weighty,
)
from skillgap.catalogue.spellings import spellings_of

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
    known = spellings_of(keys)
    assert list(known.keys(known.labelled(groups)).values()) == plain


@given(PHRASES, PHRASES)
def test_what_was_read_at_once_is_what_is_read_one_by_one(
    keys: list[str], typed: list[str]
) -> None:
    plain, prepared, whole = (spellings_of(keys) for _ in range(3))
    words = [word for key in (*typed, "nodejs kook") for word in key.split()]
    prepared.prepare(words)
    whole.prepare_all()
    for word in words:
        told = [
            (
                word in each,
                each.is_strange(word),
                each.near(word),
                each.near(word, 1),
                each.written(word),
                each.parts(word),
                each.runs([word, "of", "cook"], 3),
                each.labelled([[word], ["cook", "cake"]]),
                each.holding([word], 2, 3),
            )
            for each in (plain, prepared, whole)
        ]
        assert told[0] == told[1] == told[2]
    asked = [(word, slips) for word in words for slips in (1, 2)]
    one_by_one = [plain.near(*each) for each in asked]
    assert list(plain.near_each(asked)) == one_by_one
    assert list(whole.near_each(asked)) == one_by_one


@given(
    st.sets(st.integers(1, 2000), min_size=40, max_size=300),
    st.sets(st.integers(1, 2000), min_size=1, max_size=3),
)
def test_a_rare_word_among_common_ones(common: set[int], rare: set[int]) -> None:
    keys = [
        " ".join(["x"] * (number in common) + ["y"] * (number in rare) + [f"w{number}"])
        for number in sorted(common | rare)
    ]
    plain = [key for key in keys if {"x", "y"} <= set(key.split())]
    known = spellings_of(keys)
    assert list(known.keys(known.holding(["x", "y"], 3, 9)).values()) == plain


@given(LETTERS, LETTERS)
def test_fewer_keys_meet_all_that_are_one_slip_off(one: str, other: str) -> None:
    if OSA.distance(one, other) <= 1 < max(len(one), len(other)):
        assert slip_keys(one, 1) & slip_keys(other)


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
