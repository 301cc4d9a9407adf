"""Meaning by vectors, on an invented table of three directions."""

from __future__ import annotations

from math import isclose

import numpy as np
import pytest

from skillgap.matching import semantic
from skillgap.matching.semantic import (
    build_index,
    confidence,
    rank,
)
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
    monkeypatch.setattr(semantic, "_AT_ONCE", 2)
    for one, other in zip(build_index(table, SKILLS), whole, strict=True):
        assert np.array_equal(one, other)


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
