"""The best choice from large programmes, by HiGHS, a solver of integer programmes.

HiGHS was chosen for its answers and its upkeep. CBC as the package ``pulp`` brings it
(2.10.3) is faster on programmes of this kind, but its preprocessing gave a wrong
optimum in one of 120 small random cases here; OR-Tools' CP-SAT did not finish.

What is compared (points, then minutes, cents, items, ids) is made best one after the
other, each a limit of the next. Between the steps the linear relaxation tells which
items cannot be part of a choice as good, so that each step is smaller than the one
before. Every answer is checked and counted again in whole numbers: rounding in the
solver cannot reach the advice.
"""

from __future__ import annotations

from importlib.util import find_spec
from math import ceil, gcd, inf
from typing import TYPE_CHECKING, Any

from skillgap.advice.highs import Row, run
from skillgap.advice.programme import Choice, Weigher, may_be_chosen, rank_of, union
from skillgap.advice.reductions import bits_of
from skillgap.advice.search import search

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from skillgap.advice.highs import Answer, Terms
    from skillgap.advice.programme import Item, Programme

STAGES = 4
"""Points, minutes, cents and items are settled in turn; ids come last."""

SHARE = 0.6
"""The part of the time left that one question to the solver may take."""

FEW = 60
"""Once no more items are left, the search is tried again before the next step."""

CORE, CORE_EFFORT = 50, 15_000
"""How many items are searched for a better start after a relaxation, and how long."""

MINUTES, CENTS = 1, 2
"""The stages whose result is a limit of the programme from then on."""

_SLACK = 1e-6
_HALF = 0.5
_MARGIN = 1e-3


def has_solver() -> bool:
    """Whether the package ``highspy`` is installed."""
    return find_spec("highspy") is not None


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
            if len(self.programme.items) <= FEW:
                rest = search(
                    self.programme, start=self.best[-1], effort=2 * CORE_EFFORT
                )
                if rest.proven:
                    return rest
        if wanted <= STAGES:
            return Choice(self.best, self.bound, wanted)
        return Choice(self.best, self.bound, STAGES + self.settle_ids())

    def ask(self, terms: Terms, rows: Sequence[Row] = (), **more: Any) -> Answer:  # noqa: ANN401
        """Ask the solver under all conditions known, and count the time it takes."""
        seconds = self.seconds * SHARE
        answer = run(terms, [*self.rows(), *rows], seconds=seconds, **more)
        self.seconds = max(0.0, self.seconds - answer.seconds)
        return answer

    def settle(self, stage: int) -> bool:
        """Make one thing as small as it can be; the steps to come keep it so."""
        terms, step = self.aim(stage)
        relaxed = self.ask(terms)
        self.try_core(relaxed)
        self.drop(relaxed, stage)
        bound = _stepped(relaxed.bound, step)
        if stage == 0:
            bound = max(bound, -self.weigh.enough)
        if bound < self.value(stage):
            whole = [one.id for one in self.programme.items]
            gap = step - _MARGIN
            answer = self.ask(terms, whole=whole, gap=gap, known=self.known())
            self.take(answer)
            self.drop(relaxed, stage)
            bound = max(bound, _stepped(answer.bound, step))
        if stage == 0 and abs(bound) < inf:
            self.bound = max(-self.best[0], min(self.bound, int(-bound)))
        self.keep(stage, terms)
        return bound >= self.value(stage)

    def value(self, stage: int) -> int:
        """What the best choice known has of the thing compared at a stage."""
        return self.best[:-1][stage]

    def known(self) -> set[str]:
        """The names that the best choice known takes, and the bits that it gives."""
        ids = self.best[-1]
        given = union(one.gives for one in self.programme.items if one.id in ids)
        return {*ids, *(f"+{bit}" for bit in bits_of(given))}

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

    def take(self, answer: Answer) -> None:
        """Keep an answer if it may be chosen and ranks before the best known."""
        items = [one for one in self.programme.items if one.id in answer.taken]
        if answer.taken and may_be_chosen(items, self.programme):
            self.best = min(self.best, rank_of(items, self.weigh))

    def try_core(self, relaxed: Answer) -> None:
        """Search among the items that the relaxation values most: a better start."""
        ranked = sorted(
            self.programme.items,
            key=lambda one: (
                one.id not in self.best[-1],
                -relaxed.parts.get(one.id, 0.0),
                relaxed.costs.get(one.id, 0.0),
                one.takes,
            ),
        )
        core = self.programme._replace(items=tuple(sorted(ranked[:CORE])))
        found = search(core, start=self.best[-1], effort=CORE_EFFORT)
        self.best = min(self.best, found.rank)

    def drop(self, relaxed: Answer, stage: int) -> None:
        """Leave out the items that no choice as good as the best known can take."""
        most = self.value(stage) + _SLACK * max(1.0, abs(self.value(stage)))
        items = tuple(
            one
            for one in self.programme.items
            if one.id in self.best[-1]
            or relaxed.bound + relaxed.costs.get(one.id, 0.0) <= most
        )
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
        """Look for a choice as good with smaller ids until there is none."""
        while True:
            aim, rows = _smaller_ids(self.best[-1], self.programme.items)
            whole = [*aim, *(one.id for one in self.programme.items)]
            answer = self.ask(aim, rows, whole=whole)
            before = self.best
            self.take(answer)
            if self.best == before:
                return answer.bound == inf


def _stepped(bound: float, step: int) -> float:
    """The smallest multiple of the step that is no smaller than the bound."""
    return step * ceil(bound / step - _SLACK) if abs(bound) < inf else bound


def _smaller_ids(
    ids: tuple[str, ...], items: Sequence[Item]
) -> tuple[Terms, list[Row]]:
    """That some place has a smaller id, all before it staying: the first if it can.

    The switch of a place (named by its number) says that it is this one.
    """
    switches = [f"={place}" for place in range(len(ids))]
    rows = [Row(dict.fromkeys(switches, -1.0), -1.0)]
    for place, (switch, here) in enumerate(zip(switches, ids, strict=True)):
        before = ids[:place]
        rows += [Row({switch: 1.0, one: -1.0}, 0.0) for one in before]
        smaller = [one.id for one in items if one.id < here and one.id not in before]
        rows.append(Row({switch: 1.0} | dict.fromkeys(smaller, -1.0), 0.0))
    return {one: place - float(len(ids)) for place, one in enumerate(switches)}, rows


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
