"""The order of recommendation: a greedy choice, one bundle at a time."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING, Literal

from skillgap.advice.coverage import points_added, raise_levels
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from skillgap.advice.coverage import Goal
    from skillgap.advice.options import Option, Options
    from skillgap.model import Quantity

RankBy = Literal["added", "alone", "value", "hours", "cost"]

Amount = tuple[int, float]
"""A quantity to order by: a class (0 known, 1 in another unit, 2 unknown), a number."""

UNKNOWN: Amount = (2, 0.0)


class Standing(Record):
    """What stands above the next row: the credentials, and the levels they reach.

    An equivalent of what stands above counts as standing there too.
    """

    above: set[str]
    reached: dict[str, int]

    def add(self, option: Option) -> None:
        """Put a credential above the next row."""
        self.above.update((option.credential.id, *option.credential.equivalent_to))
        raise_levels(self.reached, option.taught)


class Bundle(Record):
    """A credential behind the prerequisites that it still needs, which come first.

    ``added`` are the points that all of them add together to what stands above them.
    """

    options: tuple[Option, ...]
    added: int
    alone: int
    hours: Amount
    cost: Amount

    @property
    def last(self) -> str:
        """The id of the credential that the bundle is for."""
        return self.options[-1].credential.id


class FirstBundle(Record):
    """A bundle while nothing stands above it: what of it is the same for everybody.

    ``first`` is the id of its first credential, ``own`` what its last one teaches,
    ``taught`` what all teach together; ``ties`` orders those that add the same.
    """

    first: str
    size: int
    own: Mapping[str, int]
    taught: Mapping[str, int]
    ties: tuple[Amount, Amount, str]


def bundles_at_first(options: Options, currency: str) -> tuple[FirstBundle, ...]:
    """The bundles of which one can come first."""
    found = []
    for one in options.helpful:
        members = members_of(one, (), options, currency)
        hours = _sum([as_amount(each.credential.hours, "h") for each in members])
        cost = _sum([as_amount(each.credential.cost, currency) for each in members])
        found.append(
            FirstBundle(
                members[0].credential.id,
                len(members),
                members[-1].taught,
                levels_together(members),
                (hours, cost, one),
            )
        )
    return tuple(found)


def in_order(
    goal: Goal,
    levels: Mapping[str, int],
    options: Options,
    rank_by: RankBy,
    currency: str,
) -> Iterator[tuple[Option, ...]]:
    """The bundles, the best first; each adds to the ones before it.

    A credential is ranked together with the prerequisites that are not above it yet.
    ``added``: points added, per credential of the bundle. ``alone``: the same against
    the start. ``value``: points added per hour. ``hours`` and ``cost``: the fewest of
    the whole bundle. Ties: points added, then hours, cost (unknown last), id.
    """
    standing = Standing(set(), dict(levels))
    left = list(options.helpful)
    scale = lcm(*range(1, len(options.by_id) + 1)) if _any_first(options) else 1
    while left:
        members = (
            members_of(one, standing.above, options, currency)
            for one in left
            if one not in standing.above
        )
        bundles = [bundle_of(one, goal, levels, standing, currency) for one in members]
        bundles = [bundle for bundle in bundles if bundle.added]
        if not bundles:
            return
        best = min(bundles, key=lambda bundle: order_key(bundle, rank_by, scale))
        yield best.options
        for option in best.options:
            standing.add(option)
        left = [bundle.last for bundle in bundles if bundle is not best]


def _any_first(options: Options) -> bool:
    return any(option.asks_first for option in options.by_id.values())


def bundle_of(
    members: tuple[Option, ...],
    goal: Goal,
    start: Mapping[str, int],
    standing: Standing,
    currency: str,
) -> Bundle:
    """The bundle of these credentials, beside the start and what stands above."""
    taught = levels_together(members)
    return Bundle(
        options=members,
        added=points_added(goal, standing.reached, taught),
        alone=points_added(goal, start, taught),
        hours=_sum([as_amount(one.credential.hours, "h") for one in members]),
        cost=_sum([as_amount(one.credential.cost, currency) for one in members]),
    )


def levels_together(options: Iterable[Option]) -> dict[str, int]:
    """The level that credentials together reach in each skill."""
    levels: dict[str, int] = {}
    for option in options:
        for skill, level in option.taught.items():
            levels[skill] = max(level, levels.get(skill, 0))
    return levels


def members_of(
    last: str, above: Collection[str], options: Options, currency: str
) -> tuple[Option, ...]:
    """The credential behind what it still needs, in an order to take them.

    Of several ways to a prerequisite the one with the fewest credentials is taken, then
    the shortest, the cheapest, the smallest id.
    """
    ordered: list[Option] = []
    met = set(above)
    for group in sorted(options.by_id[last].asks_first):
        if met.isdisjoint(group):
            ways = [
                members_of(first, met, options, currency)
                for first in group
                if first in options.by_id
            ]
            way = min(ways, key=lambda one: _length(one, currency))
            ordered.extend(way)
            for option in way:
                met.update((option.credential.id, *option.credential.equivalent_to))
    return (*ordered, options.by_id[last])


def _length(way: tuple[Option, ...], currency: str) -> tuple[object, ...]:
    hours = _sum([as_amount(one.credential.hours, "h") for one in way])
    cost = _sum([as_amount(one.credential.cost, currency) for one in way])
    return len(way), hours, cost, way[-1].credential.id


def order_key(bundle: Bundle, rank_by: RankBy, scale: int) -> tuple[object, ...]:
    """The key that orders bundles; ``scale`` is divisible by the size of any."""
    size = len(bundle.options)
    added = -(bundle.added * scale // size)
    ties = (added, bundle.hours, bundle.cost, bundle.last)
    if rank_by == "alone":
        return (-(bundle.alone * scale // size), *ties)
    if rank_by == "value":
        return (*_per_hour(bundle), *ties)
    if rank_by == "hours":
        return (bundle.hours, *ties)
    if rank_by == "cost":
        return (bundle.cost, *ties)
    return ties


def _per_hour(bundle: Bundle) -> tuple[int, float]:
    known, hours = bundle.hours
    if known or not hours:
        return UNKNOWN
    # One division of two whole numbers: equal values give equal floats.
    top, bottom = hours.as_integer_ratio()
    return 0, -(bundle.added * bottom / top)


def as_amount(quantity: Quantity, unit: str) -> Amount:
    """A quantity to order by; a price of 0 is free in every currency."""
    if quantity.value is None:
        return UNKNOWN
    same = quantity.unit == unit or quantity.value == 0
    return (0 if same else 1), float(quantity.value)


def _sum(amounts: list[Amount]) -> Amount:
    worst = max(known for known, _ in amounts)
    if worst == UNKNOWN[0]:
        return UNKNOWN
    return worst, sum(number for _, number in amounts)
