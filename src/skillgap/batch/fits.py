"""The occupations that fit many clients best, all of them ranked at once.

The same order and figures as ``advice.rank_occupations``. Each skill has its postings:
the occupations that ask for it, with the weight and the level asked for. A chunk of
clients is one sum of postings into a table of clients by occupations, of which only
what is not 0 is ordered. Points are whole numbers below 2**53, so that their sums are
exact, and a division of two of them gives the same float in numpy as in Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.advice.coverage import TOP_LEVEL, parts_met
from skillgap.advice.fit import FAIR_SHARE, best_paid_first, within_reach
from skillgap.catalogue import rarity
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.model import Occupation

_WHOLE = 1 << 53
_CELLS = 1 << 20
"""Cells of the table of clients by occupations that are reckoned at a time."""


class Ranked(Record):
    """An occupation that fits: its place in ``Fits.occupations``, and how well."""

    at: int
    coverage: float
    fit: float


class Fits:
    """The postings of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Lay the postings out.

        Raises:
            OverflowError: the points are too many, or too few, to be reckoned so.
        """
        import numpy as np

        self._np = np
        # In the order of ties: a stable sort then breaks them as they are to be.
        self.occupations: tuple[Occupation, ...] = tuple(
            sorted(catalogue.all_occupations(), key=best_paid_first)
        )
        self._open = np.array([within_reach(one, 0.0) for one in self.occupations])
        self._whole = np.array(
            [max(1, catalogue.total_points(one.id)) for one in self.occupations], float
        )
        points = [catalogue.telling_points(one.id) for one in self.occupations]
        if any(
            each >= _WHOLE or (one.requirements and not each)
            for one, each in zip(self.occupations, points, strict=True)
        ):
            raise OverflowError
        self._telling = np.array([max(1, each) for each in points], float)
        self._skills: dict[str, int] = {}
        self._fill()

    def _fill(self) -> None:
        """Postings skill by skill, and where those of each begin."""
        np, count = self._np, len(self.occupations)
        place_of = self._skills.setdefault
        # Flat: a list of so many rows takes longer to make, and to be read by numpy.
        figures = [
            figure
            for at, occupation in enumerate(self.occupations)
            for one in occupation.requirements
            for figure in (
                *(place_of(one.skill, len(self._skills)), at),
                *(one.doubled_weight, one.need),
            )
        ]
        rows = np.array(figures, np.int64).reshape(-1, 4)
        skills, places, weights, needs = rows.T
        order = np.argsort(skills, kind="stable")
        self._at, self._weights = places[order], weights[order]
        self._needs = needs[order]
        askers = np.bincount(skills, minlength=len(self._skills))
        self._starts = np.concatenate([[0], np.cumsum(askers)])
        self._rarity = np.array([rarity(each, count) for each in askers.tolist()], int)
        most = int(needs.max(initial=1))
        self._parts = np.array(
            [
                [parts_met(level, need) for need in range(1, most + 1)]
                for level in range(TOP_LEVEL + 1)
            ]
        )

    def best(
        self,
        clients: Sequence[Iterable[tuple[str, int]]],
        top: int,
        in_demand: bool = False,
    ) -> list[list[Ranked]]:
        """For each client, as skills held with their levels, what fits best.

        With ``in_demand`` only occupations that are.
        """
        width = max(1, len(self.occupations))
        step = max(1, _CELLS // width)
        allowed = self._demanded() if in_demand else None
        return [
            each
            for start in range(0, len(clients), step)
            for each in self._best(clients[start : start + step], top, allowed)
        ]

    def _demanded(self) -> Any:  # noqa: ANN401 - an array
        return self._np.array([one.in_demand is True for one in self.occupations])

    def _best(
        self,
        clients: Sequence[Iterable[tuple[str, int]]],
        top: int,
        allowed: Any,  # noqa: ANN401 - an array of bools
    ) -> list[list[Ranked]]:
        np, known, width = self._np, self._skills, len(self.occupations)
        held = [
            figure
            for number, each in enumerate(clients)
            for skill, level in each
            if skill in known
            for figure in (number, known[skill], level)
        ]
        owners, skills, levels = np.array(held, np.int64).reshape(-1, 3).T
        lengths = self._starts[skills + 1] - self._starts[skills]
        begins = self._starts[skills] - (np.cumsum(lengths) - lengths)
        postings = np.repeat(begins, lengths) + np.arange(int(lengths.sum()))
        parts = self._parts[np.repeat(levels, lengths), self._needs[postings] - 1]
        met = self._weights[postings] * parts
        telling = met * np.repeat(self._rarity[skills], lengths)
        cells = np.repeat(owners * width, lengths) + self._at[postings]
        size = len(clients) * width
        table = np.bincount(cells, met, size)
        near = np.flatnonzero(table)
        if allowed is not None:
            near = self._chosen(near[allowed[near % width]], table, len(clients))
        telling = np.bincount(cells, telling, size)[near]
        owner, at = np.divmod(near, width)
        fit = telling / self._telling[at]
        some = self._may_be_first(len(clients), owner, fit, top)
        near, owner, at, fit = near[some], owner[some], at[some], fit[some]
        coverage = table[near] / self._whole[at]
        return self._first(len(clients), owner, (at, coverage, fit), top)

    def _chosen(self, near: Any, table: Any, count: int) -> Any:  # noqa: ANN401 - arrays
        """What is chosen from, as ``advice.choose_occupations`` does."""
        np = self._np
        owner, at = np.divmod(near, len(self.occupations))
        within = self._open[at] | (table[near] / self._whole[at] >= FAIR_SHARE)
        some = np.bincount(owner, within, count) > 0
        return near[within | ~some[owner]]

    def _may_be_first(self, count: int, owner: Any, fit: Any, top: int) -> Any:  # noqa: ANN401 - arrays
        """Which fits may be among the first of their client: most are left out.

        A client's are cut into as many blocks as are wanted; at least so many reach
        the least of the blocks' best.
        """
        np = self._np
        lengths = np.bincount(owner, minlength=count)
        starts = (np.cumsum(lengths) - lengths)[:, None]
        cuts = starts + lengths[:, None] * np.arange(top + 1) // top
        # The last cut begins what is the next client's, or nobody's.
        best = np.maximum.reduceat(np.append(fit, 0.0), cuts.ravel())
        least = best.reshape(count, top + 1)[:, :top].min(axis=1)
        return fit >= np.where(lengths >= top, least, 0.0)[owner]

    def _first(self, count: int, owner: Any, near: Any, top: int) -> list[list[Ranked]]:  # noqa: ANN401 - arrays
        """The best of each client's, in order; ties stand in theirs already."""
        np = self._np
        _at, coverage, fit = near
        order = np.lexsort((-coverage, -fit, owner))
        ends = np.cumsum(np.bincount(owner, minlength=count))
        starts = np.concatenate([[0], ends[:-1]])
        lengths = np.minimum(ends - starts, top)
        begins = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
        chosen = order[begins + np.arange(int(lengths.sum()))]
        ranked = list(map(Ranked, *(column[chosen].tolist() for column in near)))
        cuts = [0, *np.cumsum(lengths).tolist()]
        return [ranked[cuts[at] : cuts[at + 1]] for at in range(count)]
