"""What is planned: steps in time and money, how far they reach, and what is assumed.

Apart from the other records because only planning needs them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from skillgap.model.advice import Closing, Gap, Reason
    from skillgap.model.catalogue import Credential, Occupation, Quantity, Skill

PlanStatus = Literal["optimal", "feasible", "infeasible"]
PlanOutcome = Literal[
    "planned",
    "covered",
    "nothing_taught",
    "all_set_aside",
    "nothing_fits",
    "no_time",
    "deadline_before_start",
]
Criterion = Literal["coverage", "hours", "cost", "credentials", "ids"]
CRITERIA: tuple[Criterion, ...] = ("coverage", "hours", "cost", "credentials", "ids")
"""What plans are compared by, in this order."""


class Means(Record):
    """What a person has for studying; None is no limit.

    ``hours`` are hours in all, ``budget`` is in ``currency``, ``start`` and ``by`` are
    the first and the last day of study. A deadline needs a start.
    """

    hours_per_week: float | None = None
    budget: float | None = None
    start: date | None = None
    by: date | None = None
    hours: float | None = None
    currency: str = "CAD"


class Given(Record):
    """What a person assumes where hours or prices are not published.

    ``hours`` and ``costs`` by the kind of credential; ``rates`` are what one unit of
    another currency costs, by its code.
    """

    hours: Mapping[str, float] = {}
    costs: Mapping[str, float] = {}
    rates: Mapping[str, float] = {}


class Assumption(Record):
    """A number that stands for one that is not published.

    ``about`` is the kind of credential, or the currency for a rate. ``basis`` says
    where the value is from: the median of the ``stated`` values of that kind in the
    catalogue, or of all kinds where that kind has too few; the person; or *par*, a
    price in another currency counted as if it were in the person's.
    """

    what: Literal["hours", "cost", "rate"]
    about: str
    value: float
    unit: str
    basis: Literal["kind_median", "catalogue_median", "person", "par"]
    stated: int = 0


class Reckoned(Record):
    """The hours and the cost that a plan counts for a credential, and by what."""

    hours: Quantity
    cost: Quantity
    assumptions: tuple[Assumption, ...] = ()


class Step(Record):
    """A credential of a plan, in the order to take them.

    ``start`` and ``end`` are the first and last day of study, None where no start or
    pace is given; ``days`` is how long that is. ``expires`` is when it has to be
    renewed, counted from the end; nobody publishes when a course begins, so a start
    is when the person can begin, not when the issuer does.
    """

    order: int
    credential: Credential
    hours: Quantity
    cost: Quantity
    days: int | None
    start: date | None
    end: date | None
    expires: date | None
    adds: float
    coverage_after: float
    closes: tuple[Closing, ...]
    reasons: tuple[Reason, ...]
    opens: tuple[Credential, ...] = ()


class Plan(Record):
    """The best set of credentials within a person's means.

    ``status`` is *optimal* where nothing reaches more coverage; ``bound`` is the
    coverage that nothing exceeds, and ``settled`` names what is proven best, in order.
    ``hours`` and ``cost`` are totals, ``hours_assumed`` and ``cost_assumed`` the parts
    of them that rest on assumptions. ``outcome`` says why there are no steps.
    """

    occupation: Occupation
    gap: Gap
    outcome: PlanOutcome
    status: PlanStatus
    bound: float
    settled: tuple[Criterion, ...]
    coverage_before: float
    coverage_after: float
    hours: float
    hours_assumed: float
    cost: float
    cost_assumed: float
    start: date | None
    end: date | None
    steps: tuple[Step, ...]
    means: Means
    assumptions: tuple[Assumption, ...] = ()
    set_aside: tuple[tuple[str, int], ...] = ()
    not_taught: tuple[Skill, ...] = ()
