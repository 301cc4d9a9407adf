"""The best choice from large programmes, by branching on what HiGHS relaxes.

What is compared (points, then minutes, cents, items, ids) is made best one after the
other, each a limit of the next. A step begins with the relaxation of all items, whose
reduced costs tell which items no choice of a certain worth can take. So it looks first
for a choice as good as the relaxation, then for a little less, and so on: the items to
branch on are few each time, and what was not found is ruled out for good.

Every choice is checked and counted again in whole numbers: rounding in the solver
cannot reach the advice.
"""

from __future__ import annotations

from math import gcd, inf
from typing import TYPE_CHECKING

from skillgap.advice.branching import SLACK, Hunt, Node, dive, explore
from skillgap.advice.highs import Relaxation, Row
from skillgap.advice.programme import Choice, Weigher, may_be_chosen, rank_of
from skillgap.advice.reductions import bits_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from skillgap.advice.highs import Answer, Terms
    from skillgap.advice.programme import Item, Programme

STAGES = 4
"""Points, minutes, cents and items are settled in turn; ids come last."""

MINUTES, CENTS = 1, 2
"""The stages whose result is a limit of the programme from then on."""

TILT = 0.2
"""At first the points are made many and, by this part of a step of them, what is taken
of the limits little: of the many ways to the same points one that leaves room."""

_HALF = 0.5


def solve(
    programme: Programme, start: Choice, *, seconds: float, settle: int = STAGES + 1
) -> Choice:
    """The best choice that the solver finds in that time, no worse than ``start``.

    It ends once so many of the things compared are settled.
    """
    return _Stages(programme, start, seconds).run(settle)


class _Stages:
    def __init__(self, programme: Programme, start: Choice, seconds: float) -> None:
        self.programme = programme
        self.weigh = Weigher(programme.weights, programme.enough)
        self.best = start.rank
        self.bound = start.bound
        self.seconds = seconds
        self.kept: list[Row] = []

    def run(self, wanted: int) -> Choice:
        """Settle one thing after the other, as many as are wanted and time allows."""
        for stage in range(min(wanted, STAGES)):
            if not self.settle(stage):
                points_are_best = self.bound == -self.best[0]
                return Choice(self.best, self.bound, stage or int(points_are_best))
        if wanted <= STAGES:
            return Choice(self.best, self.bound, wanted)
        settled = STAGES + self.settle_ids()
        return Choice(self.best, self.bound, settled)

    def settle(self, stage: int) -> bool:
        """Make one thing as small as it can be; the steps to come keep it so."""
        terms, step = self.aim(stage)
        hunt = Hunt(self.worth(), step, lambda: self.value(stage), self.take)
        if stage == 0:
            hunt = hunt._replace(tilt=TILT * step)
            terms |= self.shares(hunt.tilt)
        relaxation = Relaxation(terms, self.rows(), self.seconds)
        relaxed = relaxation.ask()
        dive(hunt, relaxation, relaxed)
        self.seconds = relaxation.seconds_left
        least = hunt.stepped(relaxed)
        if stage == 0:
            least = max(least, -self.weigh.enough)
        width, sure = step, True
        while sure and least < self.value(stage):
            sought = hunt._replace(below=least + width)
            left = self.explore(sought, terms, relaxed, least)
            sure = left == inf
            least = sought.target() if sure else left
            width *= 2
        if stage == 0 and abs(least) < inf:
            self.bound = max(-self.best[0], min(self.bound, int(-least)))
        self.drop(relaxed, self.value(stage) + hunt.tilt)
        self.keep(stage, self.aim(stage)[0])
        return sure and abs(least) < inf

    def explore(self, hunt: Hunt, terms: Terms, relaxed: Answer, least: float) -> float:
        """Branch on the items that a choice as good as is looked for can take."""
        most = hunt.target() - hunt.step + hunt.tilt
        few = self.programme._replace(items=tuple(self.useful(relaxed, most)))
        names = {one.id for one in few.items} | {
            f"+{b}" for b in range(len(few.weights))
        }
        rows = [*conditions(few), *(row.among(names) for row in self.kept)]
        terms = {name: factor for name, factor in terms.items() if name in names}
        relaxation = Relaxation(terms, rows, self.seconds)
        hunt = hunt._replace(items={one.id: hunt.items[one.id] for one in few.items})
        left = explore(hunt, relaxation, Node({}, least))
        self.seconds = relaxation.seconds_left
        return left

    def value(self, stage: int) -> int:
        """What the best choice known has of the thing compared at a stage."""
        return self.best[:-1][stage]

    def rows(self) -> list[Row]:
        """All conditions on a choice, those of the stages before this one included."""
        return [*conditions(self.programme), *self.kept]

    def aim(self, stage: int) -> tuple[Terms, int]:
        """What is made small at a stage, and the step in which it changes."""
        items, weights = self.programme.items, self.programme.weights
        if stage == 0:
            points = {f"+{bit}": -float(w) for bit, w in enumerate(weights) if w}
            return points, gcd(*weights) or 1
        amounts = {one.id: (*one.takes[:2], 1)[stage - 1] for one in items}
        step = gcd(*amounts.values()) or 1
        return {one: float(amount) for one, amount in amounts.items()}, step

    def take(self, ids: Collection[str]) -> bool:
        """Keep a choice if it may be chosen and ranks before the best known."""
        items = [one for one in self.programme.items if one.id in ids]
        if not may_be_chosen(items, self.programme):
            return False
        rank = rank_of(items, self.weigh)
        better = rank < self.best
        self.best = min(self.best, rank)
        return better

    def worth(self) -> dict[str, int]:
        """The points that each item gives."""
        return {one.id: self.weigh(one.gives) for one in self.programme.items}

    def shares(self, whole: float) -> Terms:
        """What each item takes of the limits: all that there is weighs ``whole``."""
        limits = [(place, n) for place, n in enumerate(self.programme.limits) if n]
        return {
            one.id: sum(whole * one.takes[place] / n for place, n in limits)
            / (len(limits) or 1)
            for one in self.programme.items
        }

    def useful(self, relaxed: Answer, most: float) -> list[Item]:
        """The items that a choice can take whose sum is at most that."""
        most += SLACK * max(1.0, abs(most))
        costs = relaxed.costs
        return [
            one
            for one in self.programme.items
            if relaxed.bound + costs.get(one.id, 0.0) <= most
        ]

    def drop(self, relaxed: Answer, most: float) -> None:
        """Leave out the items that no choice as good as the best known can take."""
        useful = {one.id for one in self.useful(relaxed, most)} | set(self.best[-1])
        items = tuple(one for one in self.programme.items if one.id in useful)
        self.programme = self.programme._replace(items=items)

    def keep(self, stage: int, terms: Terms) -> None:
        """From here on, no choice may be worse in what a stage has compared."""
        minutes, cents, time = self.programme.limits
        if stage == MINUTES:
            minutes = self.value(stage)
        elif stage == CENTS:
            cents = self.value(stage)
        else:
            self.kept.append(Row(terms, self.value(stage) + _HALF))
        self.programme = self.programme._replace(limits=(minutes, cents, time))

    def settle_ids(self) -> bool:
        """Look for a choice as good with smaller ids until there is none.

        Of two choices the one that has the smallest id in which they differ comes
        first: each such id is tried, with all before it as they are.
        """
        relaxation = Relaxation({}, self.rows(), self.seconds)
        worth = self.worth()
        names = sorted(worth)
        hunt = Hunt(worth, 1, lambda: 1, self.take)
        place = 0
        while place < len(names) and names[place] < max(self.best[-1], default=""):
            ids = frozenset(self.best[-1])
            fixed = {one: int(one in ids) for one in names[:place]}
            if names[place] not in ids:
                before = self.best
                fixed[names[place]] = 1
                left = explore(hunt, relaxation, Node(fixed, 0), first=True)
                if self.best < before:
                    continue  # the same place again, now with this choice
                if left != inf:
                    return False
            place += 1
        return True


def conditions(programme: Programme) -> Iterator[Row]:
    """What every choice keeps: bits are given by items, needs met, limits held.

    Items go by their ids (which begin with a letter or digit), bits by "+" and number.
    """
    givers = _by_bit((one.id, one.gives) for one in programme.items)
    for bit, weight in enumerate(programme.weights):
        if weight:
            yield Row({f"+{bit}": 1.0} | dict.fromkeys(givers.get(bit, ()), -1.0), 0.0)
    for item in programme.items:
        for bit in bits_of(item.needs):
            first = dict.fromkeys(givers.get(bit, ()), -1.0)
            yield Row({item.id: 1.0} | first, 0.0)
    for alike in _by_bit((one.id, one.excludes) for one in programme.items).values():
        yield Row(dict.fromkeys(alike, 1.0), 1.0)
    for place, limit in enumerate(programme.limits):
        if limit is not None:
            yield Row({i.id: float(i.takes[place]) for i in programme.items}, limit)


def _by_bit(sets: Iterable[tuple[str, int]]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for name, bits in sets:
        for bit in bits_of(bits):
            names.setdefault(bit, []).append(name)
    return names
