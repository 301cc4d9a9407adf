"""What occupations ask for and what is taught of it: the same in every language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from skillgap.advice.coverage import PARTS, Goal, parts_met, points_at_levels, weight
from skillgap.advice.coverage import TOP_LEVEL as TOP
from skillgap.advice.options import Option
from skillgap.batch.choice import Choice
from skillgap.batch.pieces import Kept
from skillgap.model import Requirement
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.batch.choice import Pairs
    from skillgap.batch.offer import Allowed, Offer
    from skillgap.model import Occupation

_MOST_FILTERS = 16
_MOST_POINTS = 1 << 62


class Kind:
    """All of a requirement but its skill: few there are, and each stands many times.

    ``requirement`` is one of the kind, ``points`` what it counts at the levels 0 to 5.
    """

    __slots__ = ("need", "points", "requirement", "weight")

    def __init__(self, requirement: Requirement) -> None:
        self.requirement = requirement
        self.need = requirement.need
        self.weight = weight(requirement)
        self.points = tuple(
            self.weight * parts_met(have, self.need) for have in range(TOP + 1)
        )


class Table(Record):
    """What one occupation asks for, the heaviest first: skills, each with its kind.

    ``places`` finds a skill among them; ``total`` are the points of meeting everything.
    """

    occupation: Occupation
    total: int
    skills: tuple[str, ...]
    kinds: tuple[Kind, ...]
    places: dict[str, int]


class Aim:
    """Occupations aimed at, ready to be compared with anyone.

    Skills go by their place in ``skills``, credentials by their place in ``numbers``,
    which are those of the offer. ``asking`` has for each skill the tables that ask for
    it, each with its kind there. ``untaught`` are the places of skills that nothing
    on offer teaches.

    Args:
        occupations: what is aimed at.
        offer: what is taught.

    Raises:
        OverflowError: the points are too many to be reckoned so.
        ValueError: an occupation asks twice for a skill.
    """

    def __init__(self, occupations: Sequence[Occupation], offer: Offer) -> None:
        self.occupations = tuple(occupations)
        self.tables = tables = [_table(one) for one in self.occupations]
        rows, whole = _worth(tables)
        if whole >= _MOST_POINTS:
            raise OverflowError
        # What credentials count for is laid out in the offer.
        self.goal = Goal(self.occupations, rows, whole, {})
        self.offer = offer
        self.skills = tuple(rows)
        self.worth = tuple(rows.values())
        self.places = {skill: at for at, skill in enumerate(rows)}
        self.asking: list[list[tuple[int, Kind]]] = [[] for _skill in rows]
        for number, table in enumerate(tables):
            for skill, kind in zip(table.skills, table.kinds, strict=True):
                self.asking[self.places[skill]].append((number, kind))
        most = offer.most
        self.most = [most.get(skill, 0) for skill in self.skills]
        self.untaught = [
            at for at, level in enumerate(self.most) if not level and self.worth[at][-1]
        ]
        self.option = Kept(self._option)
        self.choice = Kept(self._choice, _MOST_FILTERS)
        self.tied = Kept(self._tied)
        self._lay_out()
        self._pairs: dict[int, Pairs] = {}
        self._at_first: Any = None

    def _lay_out(self) -> None:
        """What is taught of each skill, credential after credential."""
        np, offer = self.offer.np, self.offer
        numbers, places, levels, self.focus = offer.under(self.skills)
        self._places, self._levels = places, levels
        worth = np.array(self.worth, np.int64).reshape(-1, TOP + 1)
        self._reached = worth[places, levels]
        first = np.ones(len(numbers), bool)
        np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
        self._starts = np.flatnonzero(first)
        self.numbers = numbers[self._starts]
        self.numbers_listed: list[int] = self.numbers.tolist()
        asks_first = offer.asks_first[self.numbers]
        self._alone = np.flatnonzero(~asks_first)
        self.asks_first = np.flatnonzero(asks_first)
        self._cuts = [*self._starts.tolist(), len(numbers)]
        self._taught = list(zip(places.tolist(), levels.tolist(), strict=True))

    def added(self, have: Sequence[tuple[int, int]]) -> Any:  # noqa: ANN401 - an array
        """The points that each credential adds to the levels that some skills have."""
        np = self.offer.np
        if not len(self._reached):
            return self._reached
        if not have:
            if self._at_first is None:
                self._at_first = np.add.reduceat(self._reached, self._starts)
            return self._at_first
        now = np.zeros(len(self.worth), np.int64)
        for at, level in have:
            now[at] = self.worth[at][level]
        gains = self._reached - now[self._places]
        np.maximum(gains, 0, out=gains)
        return np.add.reduceat(gains, self._starts)

    def pairs(self, place: int) -> Pairs:
        """What a credential teaches of the aim: places of skills in order, levels."""
        found = self._pairs.get(place)
        if found is None:
            taught = self._taught[self._cuts[place] : self._cuts[place + 1]]
            found = self._pairs[place] = tuple(taught)
        return found

    def pairs_of(self, number: int) -> Pairs:
        """The same of a credential by its number on offer; it may teach nothing."""
        at = int(self.numbers.searchsorted(number))
        if at == len(self.numbers) or self.numbers[at] != number:
            return ()
        return self.pairs(at)

    def _option(self, number: int) -> Option:
        """A credential that asks for no other first."""
        taught = {self.skills[at]: level for at, level in self.pairs_of(number)}
        return Option(self.offer.credentials[number], taught, ())

    def _choice(self, allowed: Allowed) -> Choice:
        return Choice(self, allowed)

    def _tied(self, currency: str) -> Any:  # noqa: ANN401 - an array
        """The places of what asks for no other first, in the order of ties."""
        ties = self.offer.ties[currency][self.numbers[self._alone]]
        return self._alone[ties.argsort()]


def _table(occupation: Occupation) -> Table:
    asked = []
    for at, one in enumerate(occupation.requirements):
        kind = _kind(one.relation, one.importance, one.level, one.basis)
        asked.append((-kind.weight, one.skill, at, kind))
    # As ``gap.by_weight`` has them.
    asked.sort()
    skills = tuple([each[1] for each in asked])
    kinds = tuple([each[3] for each in asked])
    places = {skill: at for at, skill in enumerate(skills)}
    if len(places) < len(skills):
        raise ValueError(occupation.id)
    total = PARTS * sum([kind.weight for kind in kinds])
    return Table(occupation, total, skills, kinds, places)


@cache
def _kind(
    relation: Any,  # noqa: ANN401 - one of two words
    importance: int,
    level: int | None,
    basis: str | None,
) -> Kind:
    return Kind(Requirement("", relation, importance, level, basis))


def _worth(tables: Sequence[Table]) -> tuple[dict[str, tuple[int, ...]], int]:
    """As ``points_at_levels`` has it; of one occupation it is what its table says."""
    if len(tables) == 1 and tables[0].total:
        (one,) = tables
        points = [kind.points for kind in one.kinds]
        return dict(zip(one.skills, points, strict=True)), one.total
    return points_at_levels([one.occupation for one in tables], weight)
