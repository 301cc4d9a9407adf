"""The best choice of a programme, by whatever it takes: reduce, search, or solve.

Small programmes (all of the bundled catalogue's) are searched here, at no import;
what the search does not finish goes to the solver, where the package is installed.
Without it the search tries longer and then says how far its proof reaches.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from skillgap.advice.greedy import greedy
from skillgap.advice.programme import Choice
from skillgap.advice.reductions import reduce
from skillgap.advice.search import EFFORT, search

if TYPE_CHECKING:
    from skillgap.advice.programme import Programme

PATIENCE = 10
"""How many times longer the search tries where there is no solver."""

LARGE = 100
"""Above so many items the search rarely finishes: the solver begins at once."""

BRIEF = 10
"""How many times shorter the search tries where a solver can go on."""


def best_choice(
    programme: Programme, *, seconds: float = 10.0, settle: int = 5
) -> Choice:
    """The best choice, how far it is proven, and what bounds its points.

    ``seconds`` limit the solver alone; the search is limited by a count of its steps.
    The solver may end once so many of the things compared are settled.
    """
    smaller = reduce(programme)
    if len(smaller.items) > LARGE and has_solver():
        start = Choice(greedy(smaller), sum(smaller.weights), 0)
        return solve(smaller, start, seconds=seconds, settle=settle)
    found = search(smaller, effort=EFFORT // BRIEF)
    if found.proven:
        return found
    if has_solver():
        return solve(smaller, found, seconds=seconds, settle=settle)
    return search(smaller, start=found.ids, effort=EFFORT * PATIENCE)


def has_solver() -> bool:
    """Whether the package ``highspy`` is installed."""
    return find_spec("highspy") is not None


def solve(
    programme: Programme, start: Choice, *, seconds: float, settle: int
) -> Choice:
    """What ``solver`` makes of it; imported where it is needed."""
    from skillgap.advice import solver

    return solver.solve(programme, start, seconds=seconds, settle=settle)
