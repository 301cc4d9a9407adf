"""What occupations ask for and what is taught of it: the same in every language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from skillgap.advice.coverage import (
    TOP_LEVEL,
    Goal,
    parts_met,
    points_at_levels,
    total_points,
    weight,
)
from skillgap.advice.gap import by_weight
from skillgap.advice.options import Option
from skillgap.batch.choice import Choice
from skillgap.batch.pieces import Kept
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.advice.filters import Filters
    from skillgap.batch.choice import Pairs
    from skillgap.batch.offer import Offer
    from skillgap.model import Occupation, Requirement

_MOST_FILTERS = 16
_MOST_POINTS = 1 << 62


Kind = tuple[str, int, str | None, int | None]


class Asked(Record):
    """A requirement of an occupation, and its points at the levels 0 to 5.

    ``kind`` is all of it but its skill, ``total`` the points of its occupation.
    """

    requirement: Requirement
    occupation: Occupation
    total: int
    kind: Kind
    skill: str
    need: int
    points: tuple[int, ...]


class Aim:
    """Occupations aimed at, ready to be compared with anyone.

    Skills go by their place in ``skills``, credentials by their place in ``numbers``,
    which are those of the offer.

    Args:
        occupations: what is aimed at.
        offer: what is taught.

    Raises:
        OverflowError: the points are too many to be reckoned so.
    """

    def __init__(self, occupations: Sequence[Occupation], offer: Offer) -> None:
        rows, whole = points_at_levels(occupations, weight)
        if whole >= _MOST_POINTS:
            raise OverflowError
        self.occupations = tuple(occupations)
        # What credentials count for is laid out in the offer.
        self.goal = Goal(self.occupations, rows, whole, {})
        self.offer = offer
        self.skills = tuple(rows)
        self.worth = tuple(rows.values())
        self.places = {skill: at for at, skill in enumerate(rows)}
        self.totals = [total_points(one) for one in occupations]
        self.asked = [_asked(one) for one in occupations]
        self.asking: list[list[Asked]] = [[] for _skill in rows]
        for table in self.asked:
            for one in table:
                self.asking[self.places[one.skill]].append(one)
        self.most = [offer.most.get(skill, 0) for skill in rows]
        self.pairs = Kept(self._pairs)
        self.option = Kept(self._option)
        self.choice = Kept(self._choice, _MOST_FILTERS)
        self._lay_out()

    def _lay_out(self) -> None:
        """What is taught of each skill, credential after credential."""
        np = self.offer.np
        taught = [self.offer.taught[skill] for skill in self.skills]
        empty = [np.empty(0, np.int64)]
        numbers = np.concatenate([each[0] for each in taught] or empty)
        levels = np.concatenate([each[1] for each in taught] or empty)
        places = np.repeat(np.arange(len(taught)), [len(each[0]) for each in taught])
        order = np.argsort(numbers, kind="stable")
        numbers, self._places, self._levels = (
            numbers[order],
            places[order],
            levels[order],
        )
        worth = np.array(self.worth, np.int64).reshape(-1, TOP_LEVEL + 1)
        self._reached = worth[self._places, self._levels]
        self._starts = np.flatnonzero(np.diff(numbers, prepend=-1))
        self._ends = np.append(self._starts[1:], len(numbers))
        self.numbers = numbers[self._starts]
        self.focus = self.offer.focus(
            self.skills, [each[2] for each in taught], self.numbers
        )

    def added(self, now: Sequence[int]) -> Any:  # noqa: ANN401 - an array
        """The points that each credential adds to those that each skill has now."""
        np = self.offer.np
        gains = self._reached - np.array(now, np.int64)[self._places]
        np.maximum(gains, 0, out=gains)
        return np.add.reduceat(gains, self._starts) if len(gains) else gains

    def _pairs(self, number: int) -> Pairs:
        """What a credential teaches of the aim: places of skills in order, levels."""
        at = int(self.numbers.searchsorted(number))
        if at == len(self.numbers) or self.numbers[at] != number:
            return ()
        part = slice(self._starts[at], self._ends[at])
        places, levels = self._places[part].tolist(), self._levels[part].tolist()
        return tuple(zip(places, levels, strict=True))

    def _option(self, number: int) -> Option:
        """A credential that asks for no other first."""
        taught = {self.skills[at]: level for at, level in self.pairs[number]}
        return Option(self.offer.credentials[number], taught, ())

    def _choice(self, filters: Filters) -> Choice:
        return Choice(self, self.offer.allowed[filters])


def _asked(occupation: Occupation) -> list[Asked]:
    total = total_points(occupation)
    found = []
    for one in by_weight(occupation.requirements):
        points = _points(one.doubled_weight, one.need)
        kind = one.relation, one.importance, one.basis, one.level
        found.append(Asked(one, occupation, total, kind, one.skill, one.need, points))
    return found


@cache
def _points(weighs: int, need: int) -> tuple[int, ...]:
    return tuple(weighs * parts_met(have, need) for have in range(TOP_LEVEL + 1))
