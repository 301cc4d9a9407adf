"""The best choice of a programme, by whatever it takes: reduce, search, or solve.

Small programmes (all of the bundled catalogue's) are searched here, at no import;
what the search does not finish goes to the solver, where the package is installed.
Without it the search tries longer and then says how far its proof reaches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.reductions import reduce
from skillgap.advice.search import EFFORT, search

if TYPE_CHECKING:
    from skillgap.advice.programme import Choice, Programme

PATIENCE = 10
"""How many times longer the search tries where there is no solver."""

LARGE = 300
"""Above so many items the search rarely finishes: it only finds where to start."""


def best_choice(
    programme: Programme, *, seconds: float = 10.0, settle: int = 5
) -> Choice:
    """The best choice, how far it is proven, and what bounds its points.

    ``seconds`` limit the solver alone; the search is limited by a count of its steps.
    The solver may end once so many of the things compared are settled.
    """
    from skillgap.advice.solver import has_solver, solve

    smaller = reduce(programme)
    large = len(smaller.items) > LARGE
    found = search(smaller, effort=EFFORT // 50 if large else EFFORT)
    if found.proven:
        return found
    if has_solver():
        return solve(smaller, found, seconds=seconds, settle=settle)
    return search(smaller, start=found.ids, effort=EFFORT * PATIENCE)
