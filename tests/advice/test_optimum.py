"""The exact choice against trying everything, on random programmes (all invented)."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations
from random import Random

import pytest

from skillgap.advice import optimum, solver
from skillgap.advice.greedy import greedy
from skillgap.advice.optimum import best_choice
from skillgap.advice.programme import (
    NOTHING,
    Choice,
    Item,
    Programme,
    Rank,
    Weigher,
    may_be_chosen,
    rank_of,
    union,
)
from skillgap.advice.reductions import reduce
from skillgap.advice.search import search

HOURS = [3, 6, 12, 21, 30, 42, 45, 60, 90, 120]


def random_programme(
    seed: int, items_wanted: int | None = None, bits: int | None = None
) -> Programme:
    """Few values of hours and prices (so that ties are common), needs and excludes."""
    random = Random(seed)  # noqa: S311 - nothing here is secret
    bits = bits or random.randint(1, 6)
    weights = [random.randint(1, 10) * 6 for _ in range(bits)]
    gives = [
        union(1 << random.randrange(bits) for _ in range(random.randint(1, 3)))
        for _ in range(items_wanted or random.randint(1, 9))
    ]
    needs, excludes = [0] * len(gives), [0] * len(gives)
    for number in range(1, len(gives)):
        if random.random() < 0.4:
            for first in random.sample(
                range(number), random.randint(1, min(2, number))
            ):
                gives[first] |= 1 << len(weights)
            needs[number] |= 1 << len(weights)
            weights.append(0)
        if random.random() < 0.3:
            excludes[number] |= 1 << number
            excludes[random.randrange(number)] |= 1 << number
    items = []
    for number, given in enumerate(gives):
        minutes = 60 * random.choice(HOURS)
        takes = (minutes, 1000 * random.randint(0, 9), -(-minutes * 7 // 480))
        items.append(Item(f"c{number}", given, needs[number], excludes[number], takes))
    return Programme(
        tuple(items),
        tuple(weights),
        (
            random.choice([None, 60 * 40, 60 * 100]),
            random.choice([None, 5000, 15_000]),
            random.choice([None, None, 30, 80]),
        ),
        random.choice([None, None, sum(weights) // 2]),
    )


def best_of_all(programme: Programme) -> Rank:
    """Every set of items is tried."""
    weigh = Weigher(programme.weights, programme.enough)
    best = NOTHING
    for size in range(len(programme.items) + 1):
        for chosen in combinations(programme.items, size):
            if may_be_chosen(chosen, programme):
                best = min(best, rank_of(chosen, weigh))
    return best


def test_thousands_of_random_programmes_agree_with_trying_everything() -> None:
    for seed in range(3000):
        programme = random_programme(seed)
        best = best_of_all(programme)
        expected = Choice(best, -best[0], settled=5)
        assert search(programme) == expected, seed
        assert search(reduce(programme)) == expected, seed


def test_the_solver_agrees_with_trying_everything() -> None:
    pytest.importorskip("highspy")
    for seed in range(300):
        programme = random_programme(seed)
        weigh = Weigher(programme.weights, programme.enough)
        top = -rank_of(programme.items, weigh)[0]
        found = solver.solve(programme, Choice(NOTHING, top, 0), seconds=60)
        best = best_of_all(programme)
        assert found == Choice(best, -best[0], settled=5)


def test_the_solver_prints_nothing() -> None:
    """What it would print is written at the end of the process, into the answer."""
    pytest.importorskip("highspy")
    script = (
        "from skillgap.advice.highs import Relaxation, Row\n"
        "row = Row({'a': -1.0, 'b': -2.0}, -1.0)\n"
        "print(Relaxation({'a': 1.0, 'b': 1.0}, [row], 60).ask().bound)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True
    )
    assert done.stdout.split() == [b"0.5"]
    assert done.stderr == b""


def test_the_solver_goes_on_where_the_search_gives_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("highspy")
    programme = random_programme(1, items_wanted=40, bits=12)
    whole = search(programme, effort=10**8)
    assert whole.proven
    monkeypatch.setattr(optimum, "EFFORT", 5)
    assert best_choice(programme) == whole


def test_without_a_solver_the_best_found_and_its_bound_are_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    programme = random_programme(1, items_wanted=40, bits=12)
    whole = search(programme, effort=10**8)
    monkeypatch.setattr(optimum, "EFFORT", 5)
    monkeypatch.setattr(optimum, "has_solver", lambda: False)
    found = best_choice(programme)
    assert not found.proven
    assert found.points <= whole.points <= found.bound


@pytest.mark.parametrize("seconds", [0.0, 1e-3])
def test_when_the_time_is_up_the_best_found_and_its_bound_are_given(
    monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    pytest.importorskip("highspy")
    programme = random_programme(1, items_wanted=40, bits=12)
    whole = search(programme, effort=10**8)
    monkeypatch.setattr(optimum, "LARGE", 0)
    found = best_choice(programme, seconds=seconds)
    assert 0 < found.points <= whole.points <= found.bound
    assert best_choice(programme) == whole


def test_a_greedy_choice_may_be_chosen_and_is_no_better_than_the_best() -> None:
    for seed in range(300):
        programme = random_programme(seed)
        rank = greedy(programme)
        items = [one for one in programme.items if one.id in rank[-1]]
        assert may_be_chosen(items, programme)
        assert rank == rank_of(items, Weigher(programme.weights, programme.enough))
        assert rank >= best_of_all(programme)


def test_a_limit_of_nothing_leaves_what_takes_nothing() -> None:
    free = Item("free", 0b01, 0, 0, (60, 0, 1))
    dear = Item("dear", 0b11, 0, 0, (60, 100, 1))
    programme = Programme((dear, free), (6, 6), (None, 0, None))
    assert best_choice(programme).ids == ("free",)


def test_of_alike_items_the_one_with_the_smallest_id_is_chosen() -> None:
    items = tuple(Item(name, 1, 0, 0, (60, 100, 1)) for name in "bca")
    assert best_choice(Programme(items, (6,))).ids == ("a",)


def test_nothing_is_chosen_from_nothing() -> None:
    assert best_choice(Programme((), ())) == Choice(NOTHING, 0, settled=5)


@pytest.mark.parametrize("bits", [0, 1, 0b1011, 0b1111_0000_1111, 1 << 19])
def test_weights_are_summed_over_the_bits_that_are_set(bits: int) -> None:
    weights = list(range(1, 21))
    expected = sum(w for bit, w in enumerate(weights) if bits >> bit & 1)
    assert Weigher(weights)(bits) == expected
