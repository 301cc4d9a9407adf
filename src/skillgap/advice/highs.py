"""HiGHS asked the same linear programme again and again, under other bounds.

Each answer starts from the one before, so that the next question costs little.
"""

from __future__ import annotations

from importlib import import_module
from math import inf
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

Terms = dict[str, float]


class Row(Record):
    """One linear condition: the sum of the terms is at most the limit."""

    terms: Terms
    limit: float

    def among(self, names: Collection[str]) -> Row:
        """The condition where only these names can be taken."""
        return Row({n: f for n, f in self.terms.items() if n in names}, self.limit)


class Answer(Record):
    """What a sum is at least (infinite: it cannot be done), and how that is reached.

    ``parts`` are how much of each name is taken, ``costs`` the reduced costs: how much
    at least the sum grows by taking a name. Both are empty where nothing is known.
    """

    bound: float
    parts: Mapping[str, float] = MappingProxyType({})
    costs: Mapping[str, float] = MappingProxyType({})


class Relaxation:
    """Make the sum of the terms small under the rows; names may be taken in part.

    ``seconds`` limits all answers together.
    """

    def __init__(self, terms: Terms, rows: Sequence[Row], seconds: float) -> None:
        self._highs: Any = import_module("highspy")  # no types are published
        self.names = sorted({name for row in rows for name in row.terms} | terms.keys())
        self._place = {name: number for number, name in enumerate(self.names)}
        self._fixed: dict[str, int] = {}
        self._deadline = monotonic() + seconds
        self._solver = _silent(self._highs)
        for option, value in {
            "output_flag": False,
            "threads": 1,
            "solver": "simplex",
        }.items():
            self._solver.setOptionValue(option, value)
        self._solver.passModel(_model(self._highs, terms, rows, self._place))

    @property
    def seconds_left(self) -> float:
        """How much of the time is left."""
        return max(0.0, self._deadline - monotonic())

    def ask(self, fixed: Mapping[str, int] = MappingProxyType({})) -> Answer:
        """The answer where these names are taken (1) or not (0), all others free."""
        if not self.seconds_left:
            return Answer(-inf)
        self._fix(fixed)
        solver = self._solver
        solver.run()
        status, known = solver.getModelStatus(), self._highs.HighsModelStatus
        if status == known.kInfeasible:
            return Answer(inf)
        if status != known.kOptimal:
            return Answer(-inf)
        solution = solver.getSolution()
        return Answer(
            solver.getObjectiveValue(),
            dict(zip(self.names, solution.col_value, strict=True)),
            dict(zip(self.names, solution.col_dual, strict=True)),
        )

    def _fix(self, fixed: Mapping[str, int]) -> None:
        for name in self._fixed.keys() - fixed.keys():
            self._solver.changeColBounds(self._place[name], 0.0, 1.0)
        for name, value in fixed.items():
            if self._fixed.get(name) != value:
                bound = float(value)
                self._solver.changeColBounds(self._place[name], bound, bound)
        self._fixed = dict(fixed)


def _silent(highspy: Any) -> Any:  # noqa: ANN401 - a module without types
    """A solver that prints nothing, not even who it is.

    The published class prints that on the process's stdout, whatever its options say,
    as it makes ready for callbacks, which nothing here asks for (highspy 1.16); the
    one that it derives from does not.
    """
    plain = highspy.Highs.__base__
    return (highspy.Highs if plain is object else plain)()


def _model(
    highspy: Any,  # noqa: ANN401 - a module without types
    terms: Terms,
    rows: Sequence[Row],
    place: Mapping[str, int],
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
    return model
