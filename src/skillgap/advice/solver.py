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

from importlib import import_module
from importlib.util import find_spec
from math import ceil, gcd, inf
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from skillgap.advice.programme import Choice, Weigher, may_be_chosen, rank_of
from skillgap.advice.reductions import bits_of
from skillgap.advice.search import search

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from skillgap.advice.programme import Item, Programme

SHARES = (0.4, 0.3, 0.1, 0.1, 0.1)
"""The part of the time that points, minutes, cents, items and ids get."""

FEW = 150
"""Once no more items are left, the search is tried again before the next step."""

MINUTES, CENTS = 1, 2
"""The stages whose result is a limit of the programme from then on."""

_SLACK = 1e-6
_HALF = 0.5

Terms = dict[str, float]


class Row(NamedTuple):
    """One linear condition: the sum of the terms is at most the limit."""

    terms: Terms
    limit: float


class Answer(NamedTuple):
    """The names taken, and what the sum is at least (infinite: it cannot be done).

    ``costs`` are the reduced costs of a relaxation: how much at least the sum grows
    by taking a name.
    """

    taken: frozenset[str]
    bound: float
    costs: Mapping[str, float] = MappingProxyType({})


def has_solver() -> bool:
    """Whether the package ``highspy`` is installed."""
    return find_spec("highspy") is not None


def solve(programme: Programme, start: Choice, *, seconds: float) -> Choice:
    """The best choice that the solver finds in that time, no worse than ``start``."""
    return _Stages(programme, start, seconds).run()


class _Stages:
    def __init__(self, programme: Programme, start: Choice, seconds: float) -> None:
        self.programme = programme
        self.weigh = Weigher(programme.weights, programme.enough)
        self.best = start.rank
        self.bound = start.bound
        self.seconds = seconds
        self.kept: list[Row] = []

    def run(self) -> Choice:
        for stage in range(len(SHARES) - 1):
            if not self.settle(stage):
                points_are_best = self.bound == -self.best[0]
                return Choice(self.best, self.bound, stage or int(points_are_best))
            if len(self.programme.items) <= FEW:
                rest = search(self.programme, start=self.best[-1])
                if rest.proven:
                    return rest
        settled = len(SHARES) - 1 + self.settle_ids()
        return Choice(self.best, self.bound, settled)

    def settle(self, stage: int) -> bool:
        """Make one thing as small as it can be; the steps to come keep it so."""
        terms, step = self.aim(stage)
        seconds = self.seconds * SHARES[stage]
        relaxed = run(terms, self.rows(), seconds=seconds)
        self.drop(relaxed, stage)
        bound = _stepped(relaxed.bound, step)
        if stage == 0:
            bound = max(bound, -self.weigh.enough)
        if bound < self.value(stage):
            whole = [one.id for one in self.programme.items]
            answer = run(terms, self.rows(), seconds=seconds, whole=whole)
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

    def rows(self) -> list[Row]:
        """All conditions on a choice, those of the stages before this one included."""
        return [*_conditions(self.programme), *self.kept]

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
            seconds = self.seconds * SHARES[-1]
            answer = run(aim, self.rows() + rows, seconds=seconds, whole=whole)
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


def _conditions(programme: Programme) -> Iterator[Row]:
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


def run(
    terms: Terms, rows: Sequence[Row], *, seconds: float, whole: Iterable[str] = ()
) -> Answer:
    """Make the sum of the terms small; the names in ``whole`` are taken or not.

    All other names may be taken in part.
    """
    highspy: Any = import_module("highspy")  # no types are published
    names = sorted({name for row in rows for name in row.terms} | terms.keys())
    place = {name: number for number, name in enumerate(names)}
    solver = highspy.Highs()
    for option, value in {
        "output_flag": False,
        "threads": 1,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 1e-3,
        "time_limit": seconds,
    }.items():
        solver.setOptionValue(option, value)
    solver.passModel(_model(highspy, terms, rows, place, frozenset(whole)))
    solver.run()
    status = solver.getModelStatus()
    info = solver.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Answer(frozenset(), inf)
    solution = solver.getSolution()
    costs = dict(zip(names, solution.col_dual, strict=False))
    bound = info.mip_dual_bound if whole else info.objective_function_value
    if not whole and status != highspy.HighsModelStatus.kOptimal:
        bound, costs = -inf, {}
    taken = (
        name for name, x in zip(names, solution.col_value, strict=False) if x > _HALF
    )
    return Answer(frozenset(taken), bound, costs)


def _model(
    highspy: Any,  # noqa: ANN401 - a module without types
    terms: Terms,
    rows: Sequence[Row],
    place: Mapping[str, int],
    whole: frozenset[str],
) -> Any:  # noqa: ANN401
    """The programme in the solver's own form, row by row."""
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(place), len(rows)
    model.col_cost_ = [terms.get(name, 0.0) for name in place]
    model.col_lower_ = [0.0] * len(place)
    model.col_upper_ = [1.0] * len(place)
    model.row_lower_ = [-inf] * len(rows)
    model.row_upper_ = [float(row.limit) for row in rows]
    starts, columns = [0], list[int]()
    factors: list[float] = []
    for row in rows:
        columns += [place[name] for name in row.terms]
        factors += row.terms.values()
        starts.append(len(columns))
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_, matrix.index_, matrix.value_ = starts, columns, factors
    if whole:
        kinds = highspy.HighsVarType
        model.integrality_ = [
            kinds.kInteger if name in whole else kinds.kContinuous for name in place
        ]
    return model
