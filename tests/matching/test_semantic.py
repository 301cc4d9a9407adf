"""Meaning by vectors, on an invented table of three directions."""

from __future__ import annotations

from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.matching import index as indexing
from skillgap.matching import semantic
from skillgap.matching.index import build_index
from skillgap.matching.semantic import confidence, rank, rank_all
from skillgap.matching.table import Table, load_table, table_card

SKILLS = [("dogs", "chiens"), ("cars", "driving cars"), ("bread",)]
DIRECTIONS = {
    "dog": (100, 0, 0),
    "chien": (100, 10, 0),
    "puppy": (90, 0, 10),
    "car": (0, 100, 0),
    "driving": (0, 90, 0),
    "truck": (0, 90, 10),
    "bread": (0, 0, 100),
}


@pytest.fixture
def table() -> Table:
    """Words with vectors of their own; the parts of words have none."""
    rows = np.array([*DIRECTIONS.values(), (0, 0, 0)], np.int8)
    return Table(list(DIRECTIONS), 1, rows, np.full(len(rows), 0.01, np.float32))


def test_vectors_have_length_one(table: Table) -> None:
    vectors = table.encode(["dogs", "driving a truck"])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)


def test_a_phrase_without_a_word_has_no_direction(table: Table) -> None:
    assert not table.encode(["?!"]).any()
    assert table.encode([]).shape == (0, 3)


def test_a_phrase_is_read_alike_alone_and_among_others(table: Table) -> None:
    phrases = ["puppy", "", "driving cars", "bread"]
    together = table.encode(phrases)
    for phrase, vector in zip(phrases, together, strict=True):
        assert np.allclose(table.encode([phrase])[0], vector)


def test_the_nearest_in_meaning_comes_first(table: Table) -> None:
    index = build_index(table, SKILLS)
    assert [near.owner for near in rank(table, "puppy", index)] == [0, 2, 1]
    assert [near.owner for near in rank(table, "truck", index, 1)] == [1]


def test_the_label_that_answered_is_told(table: Table) -> None:
    index = build_index(table, SKILLS)
    labels = [label for group in SKILLS for label in group]
    best = rank(table, "driving cars", index)[0]
    assert labels[best.label] == "driving cars"
    assert isclose(best.label_likeness, 1, abs_tol=0.02)
    assert best.spelling == 1


def test_nothing_is_near_a_phrase_without_a_word(table: Table) -> None:
    assert rank(table, "...", build_index(table, SKILLS)) == []
    assert rank(table, "dogs", build_index(table, [])) == []


def test_an_index_is_the_same_built_in_parts(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = build_index(table, SKILLS)
    monkeypatch.setattr(indexing, "_AT_ONCE", 2)
    parts = build_index(table, SKILLS)
    assert np.array_equal(parts.starts, whole.starts)
    assert list(parts.sorted) == list(whole.sorted)
    for one, other in ((parts.labels, whole.labels), (parts.means, whole.means)):
        assert np.array_equal(one.numbers, other.numbers)
        assert np.array_equal(one.scales, other.scales)


@pytest.mark.parametrize("cells_from", [10_000, 20])
def test_many_phrases_are_ranked_as_each_is_alone(
    cells_from: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bit for bit, whatever they are compared with; cells or none."""
    monkeypatch.setattr(indexing, "CELLS_FROM", cells_from)
    monkeypatch.setattr(semantic, "_AT_ONCE", 7)
    monkeypatch.setattr(semantic, "SKILLS_COMPARED", 24)
    verbs = ("repair", "sell", "paint", "réparer", "clean", "weigh")
    things = ("cars", "cakes", "murs", "boats", "shoes of children", "dog food")
    names = [(f"{verb} {thing}", thing) for verb in verbs for thing in things]
    table, phrases = load_table(), ["mend boats", "...", "gâteau", *sum(names, ())]
    index = build_index(table, names)
    together = rank_all(table, phrases, index, 5)
    assert together == [rank(table, phrase, index, 5) for phrase in phrases]
    assert together[1] == []


@given(st.lists(st.integers(-30, 30), min_size=1, max_size=400), st.integers(1, 30))
def test_theshortlist_holds_the_highest(numbers: list[int], size: int) -> None:
    scores = np.array(numbers, np.float32)
    listed = semantic.shortlist(scores, size)
    assert len(set(listed.tolist())) == min(size, len(numbers))
    assert sorted(scores[listed]) == sorted(numbers)[-size:]


def test_the_shipped_table_crosses_languages() -> None:
    table = load_table()
    vectors = table.encode(["bookkeeping", "tenue de livres", "welding"])
    same, other = vectors[0] @ vectors[1], vectors[0] @ vectors[2]
    assert same > other + 0.3


def test_the_shipped_table_says_what_it_was_made_from() -> None:
    card = table_card()
    assert card["licence"] == "CC-BY-4.0"
    assert any("O*NET" in source for source in card["sources"])  # type: ignore[attr-defined]


def test_a_greater_lead_is_surer() -> None:
    table = load_table()
    index = build_index(table, [("welding", "soudage"), ("baking bread",)])
    best = rank(table, "welding steel", index)[0]
    far = confidence(table, "welding steel", best, best.score - 0.4)
    close = confidence(table, "welding steel", best, best.score)
    assert 0 < close < far < 1
