"""The occupations that fit many clients best, all of them ranked at once.

The same order and figures as ``advice.rank_occupations``. Each pair of a skill and a
level has its postings: the occupations that ask for the skill, and the points that the
level meets there. A chunk of clients is one sum of postings into a table of clients by
occupations. Points are whole numbers below 2**53, so that their sums are exact, and a
division of two of them gives the same float in numpy as in Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.advice.coverage import TOP_LEVEL, parts_met
from skillgap.advice.fit import best_paid_first
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
        """Postings by skill and level, one after the other, and where each begins."""
        asked: dict[str, list[tuple[int, int, int]]] = {}
        for at, occupation in enumerate(self.occupations):
            for one in occupation.requirements:
                each = (at, one.doubled_weight, one.need)
                asked.setdefault(one.skill, []).append(each)
        self._skills = {skill: number for number, skill in enumerate(asked)}
        np, count = self._np, len(self.occupations)
        places: list[int] = []
        met: list[int] = []
        telling: list[int] = []
        starts = [0]
        for rows in asked.values():
            rare = rarity(len(rows), count)
            for level in range(1, TOP_LEVEL + 1):
                points = [weight * parts_met(level, need) for _at, weight, need in rows]
                places += [row[0] for row in rows]
                met += points
                telling += [each * rare for each in points]
                starts.append(len(places))
        self._at = np.array(places, np.int64)
        self._met = np.array(met, float)
        self._points = np.array(telling, float)
        self._starts = np.array(starts, np.int64)

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
        np, known = self._np, self._skills
        pairs = [
            (number, known[skill] * TOP_LEVEL + level - 1)
            for number, held in enumerate(clients)
            for skill, level in held
            if skill in known
        ]
        rows, keys = np.array(pairs, np.int64).reshape(-1, 2).T
        lengths = self._starts[keys + 1] - self._starts[keys]
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if ends.size else 0
        within = np.arange(total) - np.repeat(ends - lengths, lengths)
        postings = np.repeat(self._starts[keys], lengths) + within
        width = len(self.occupations)
        cells = np.repeat(rows, lengths) * width + self._at[postings]
        shape, size = (len(clients), width), len(clients) * width
        met = np.bincount(cells, self._met[postings], size).reshape(shape)
        telling = np.bincount(cells, self._points[postings], size).reshape(shape)
        if allowed is not None:
            met, telling = met * allowed, telling * allowed
        return self._first(met / self._whole, met, telling / self._telling, top)

    def _first(self, coverage: Any, met: Any, fit: Any, top: int) -> list[list[Ranked]]:  # noqa: ANN401 - tables
        np, width = self._np, len(self.occupations)
        if width > top:
            least = np.partition(fit, width - top, axis=1)[:, width - top]
        else:
            least = np.zeros(len(fit))
        found = []
        for row in range(len(fit)):
            near = np.flatnonzero((fit[row] >= least[row]) & (met[row] > 0))
            order = np.lexsort((-coverage[row, near], -fit[row, near]))
            chosen = near[order[:top]]
            columns = (chosen, coverage[row, chosen], fit[row, chosen])
            each = zip(*(column.tolist() for column in columns), strict=True)
            found.append([Ranked(*values) for values in each])
        return found
