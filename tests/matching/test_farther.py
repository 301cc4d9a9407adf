"""Words farther off than slips: searched for at once as they are one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from skillgap.catalogue.spellings import spellings_of
from skillgap.matching.farther import farther, search_farther

WORDS = st.lists(st.text("abcdé", min_size=1, max_size=9), max_size=40, unique=True)


@given(WORDS, WORDS)
def test_at_once_as_one_by_one_and_as_a_plain_sort(
    labels: list[str], typed: list[str]
) -> None:
    one_by_one, at_once = spellings_of(labels), spellings_of(labels)
    search_farther(typed, at_once)
    every = [word for word, _joined in one_by_one.every_word()]
    for word in typed:
        ratios = {other: fuzz.ratio(word, other) for other in every}
        best = sorted((o for o in every if ratios[o] >= 60), key=lambda o: -ratios[o])
        assert farther(word, one_by_one) == tuple(best[:24])
        assert farther(word, at_once) == tuple(best[:24])
