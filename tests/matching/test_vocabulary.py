"""The words that people use are those of the table, read without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.matching.table import load_table
from skillgap.matching.tokens import pieces
from skillgap.matching.vocabulary import is_used, is_variant

TABLE = load_table()


@given(
    st.sampled_from(["shopping", "shoping", "ski", "skis", "", "a b"])
    | st.text("abcdeionrst\n", max_size=6)
)
def test_a_word_is_used_where_the_table_has_it(word: str) -> None:
    cut = pieces(word)
    assert is_used(word) == (len(cut) == 1 and TABLE.knows(cut[0]))


def test_the_first_word_and_the_last_are_used() -> None:
    words = list(TABLE._own)  # noqa: SLF001 - the order in the file
    assert is_used(words[0])
    assert is_used(words[-1])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("organise", "organize", True),
        ("color", "colour", True),
        ("labeling", "labelling", True),
        ("shopping", "shipping", False),
    ],
)
def test_spellings_of_english_are_variants(one: str, other: str, *, same: bool) -> None:
    assert is_variant(one, other) == same
