"""HiGHS asked one question: make a sum small under linear conditions."""

from __future__ import annotations

from importlib import import_module
from math import inf
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_HALF = 0.5

Terms = dict[str, float]


class Row(Record):
    """One linear condition: the sum of the terms is at most the limit."""

    terms: Terms
    limit: float


class Answer(Record):
    """The names taken, and what the sum is at least (infinite: it cannot be done).

    ``costs`` are the reduced costs of a relaxation: how much at least the sum grows
    by taking a name. ``parts`` are how much of each name it takes;
    ``seconds`` is how long the solver ran.
    """

    taken: frozenset[str]
    bound: float
    costs: Mapping[str, float] = MappingProxyType({})
    parts: Mapping[str, float] = MappingProxyType({})
    seconds: float = 0.0


def run(  # noqa: PLR0913 - what is asked, and what ends it
    terms: Terms,
    rows: Sequence[Row],
    *,
    seconds: float,
    whole: Collection[str] = (),
    gap: float = 0.0,
    known: Collection[str] = (),
) -> Answer:
    """Make the sum of the terms small; the names in ``whole`` are taken or not.

    All other names may be taken in part. The search ends once nothing can be smaller
    by more than ``gap``; ``known`` are names that can be taken together, to start from.
    """
    highspy: Any = import_module("highspy")  # no types are published
    names = sorted({name for row in rows for name in row.terms} | terms.keys())
    place = {name: number for number, name in enumerate(names)}
    solver = highspy.Highs()
    for option, value in {
        "output_flag": False,
        "threads": 1,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": gap,
        "time_limit": seconds,
    }.items():
        solver.setOptionValue(option, value)
    solver.passModel(_model(highspy, terms, rows, place, frozenset(whole)))
    if known:
        start = highspy.HighsSolution()
        start.col_value = [float(name in known) for name in names]
        solver.setSolution(start)
    solver.run()
    return _answer(highspy, solver, names, whole=bool(whole))


def _answer(highspy: Any, solver: Any, names: Sequence[str], *, whole: bool) -> Answer:  # noqa: ANN401
    """Read what the solver found, and what it knows of anything better."""
    status, seconds = solver.getModelStatus(), solver.getRunTime()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Answer(frozenset(), inf, seconds=seconds)
    solution, info = solver.getSolution(), solver.getInfo()
    parts = dict(zip(names, solution.col_value, strict=False))
    taken = frozenset(name for name, part in parts.items() if part > _HALF)
    if whole:
        return Answer(taken, info.mip_dual_bound, seconds=seconds)
    if status != highspy.HighsModelStatus.kOptimal:
        return Answer(taken, -inf, seconds=seconds)
    costs = dict(zip(names, solution.col_dual, strict=False))
    return Answer(taken, info.objective_function_value, costs, parts, seconds)


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
