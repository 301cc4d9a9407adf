"""An exact search for the best choice: branch and bound, made for small programmes.

A node holds what is chosen and what may still be. Its bound on points buys the bits
that are left at the best rate (points per minute, per cent, or per share of both) at
which any item sells them: what the best rate offers first, then the next. The same
walk bounds the minutes that reaching the best points known would take. Branching is on
one bit: each item that gives it, or none of them.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from skillgap.advice.programme import NOTHING, Choice, Weigher, rank_of, union
from skillgap.advice.reductions import bits_of
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from skillgap.advice.programme import Amounts, Item, Programme, Rank

EFFORT = 150_000
"""How many items are looked at, node by node, before the search gives up its proof:
a count and not a time, so that the same input gives the same answer everywhere."""

_NEVER = 1 << 62
_NEVER_LEFT = 1 << 61
_SLACK = 1e-6


class Node(Record):
    """A partial choice: bits reached and needed, what is left to spend and to take."""

    chosen: tuple[Item, ...]
    have: int
    need: int
    purse: Amounts
    left: list[Item]


class Offer(Record):
    """An item and the points that it would add to a node."""

    item: Item
    points: int


class Stopped(Exception):  # noqa: N818 - not an error: the search ends early
    """The search has used up its effort."""


def search(
    programme: Programme,
    *,
    start: Iterable[str] = (),
    effort: int = EFFORT,
) -> Choice:
    """The best choice, or the best one found when the effort is used up.

    ``start`` are the ids of a choice that is known to be possible.
    """
    return _Search(programme, effort).run(start)


class _Search:
    def __init__(self, programme: Programme, effort: int) -> None:
        self.programme = programme
        self.weigh = Weigher(programme.weights, programme.enough)
        self.worth = union(
            1 << bit for bit, weight in enumerate(programme.weights) if weight
        )
        self.best: Rank = NOTHING
        self.effort = effort

    def run(self, start: Iterable[str]) -> Choice:
        known = set(start)
        self.best = rank_of(
            [one for one in self.programme.items if one.id in known], self.weigh
        )
        minutes, cents, time = (
            _NEVER if limit is None else limit for limit in self.programme.limits
        )
        root = Node((), 0, 0, (minutes, cents, time), list(self.programme.items))
        try:
            self.visit(root)
        except Stopped:
            bound = self.bound(root)
            return Choice(self.best, bound, settled=int(bound == -self.best[0]))
        return Choice(self.best, -self.best[0], settled=len(self.best))

    def visit(self, node: Node) -> None:
        """Search everything below a node."""
        self.effort -= len(node.left)
        if self.effort < 0:
            raise Stopped
        unmet = node.need & ~node.have
        if not unmet:
            self.best = min(self.best, rank_of(node.chosen, self.weigh))
        left = self.takeable(node)
        if not left or self.hopeless(node, left):
            return
        bit = self.branching_bit(unmet, node.have, left)
        if not bit:
            return
        givers = [one for one in left if one.gives & bit]
        rest = [one for one in left if not one.gives & bit]
        givers.sort(key=lambda one: self.promise(one, node.have))
        for place, item in enumerate(givers):
            self.visit(_with(node, item, rest + givers[place + 1 :]))
        if not unmet & bit:
            self.visit(node._replace(left=rest))

    def bound(self, root: Node) -> int:
        """The points that nothing below the root exceeds."""
        offers = [Offer(one, self.weigh(one.gives)) for one in root.left]
        most = self.weigh(union(one.gives for one in root.left))
        most = min(most, self.weigh.enough)
        for price, purse in _purses(root):
            sold = [offer for offer in offers if offer.points]
            most = min(most, bought(sold, 0, self.weigh, price, purse))
        return most

    def takeable(self, node: Node) -> list[Item]:
        """What fits, is not shut out, and gives something new that counts."""
        minutes, cents, time = node.purse
        left = [
            one
            for one in node.left
            if one.takes[0] <= minutes
            and one.takes[1] <= cents
            and one.takes[2] <= time
        ]
        needed = node.need | union(one.needs for one in left)
        useful = (self.worth | needed) & ~node.have
        return [one for one in left if one.gives & useful]

    def hopeless(self, node: Node, left: Sequence[Item]) -> bool:
        """Whether nothing below the node can rank before the best choice known."""
        given = node.have | union(one.gives for one in left)
        if node.need & ~given:
            return True
        base = self.weigh(node.have)
        short = -self.best[0] - base
        most = min(self.weigh(given & self.worth), self.weigh.enough) - base
        if most < short:
            return True
        offers = [Offer(one, self.weigh(one.gives & ~node.have)) for one in left]
        offers = [offer for offer in offers if offer.points]
        for price, purse in _purses(node):
            most = min(most, bought(offers, node.have, self.weigh, price, purse))
            if most < short:
                return True
        return most == short and self.no_better(node, offers, short)

    def no_better(self, node: Node, offers: Sequence[Offer], short: int) -> bool:
        """Whether reaching just the best points known takes more than it did then."""
        known = self.best[:-1]
        for place, price in enumerate((_minutes, _cents)):
            least = sum(one.takes[place] for one in node.chosen)
            least += dues(offers, node.have, self.weigh, price, short)
            if least != known[place + 1]:
                return least > known[place + 1]
        count = len(node.chosen) + _fewest(offers, short)
        if count != self.best[3]:
            return count > self.best[3]
        smallest = sorted(offer.item.id for offer in offers)[: count - len(node.chosen)]
        ids = sorted([one.id for one in node.chosen] + smallest)
        return tuple(ids) >= self.best[4]

    def branching_bit(self, unmet: int, have: int, left: Sequence[Item]) -> int:
        """The bit to decide next: a need first, else much weight given by few items."""
        given = union(one.gives for one in left)
        if unmet:
            return unmet & -unmet
        best, chosen = 0.0, 0
        for number in bits_of(given & self.worth & ~have):
            bit = 1 << number
            givers = sum(1 for one in left if one.gives & bit)
            value = self.programme.weights[number] / givers
            if value > best:
                best, chosen = value, bit
        return chosen

    def promise(self, item: Item, have: int) -> tuple[float, str]:
        """What to try first: many points for little of what is scarce."""
        gain = self.weigh(item.gives & ~have)
        scarce = sum(
            taken / limit
            for taken, limit in zip(item.takes, self.programme.limits, strict=True)
            if limit
        )
        return -gain / (scarce or item.takes[0] or 1), item.id


def _with(node: Node, item: Item, left: list[Item]) -> Node:
    shut = item.excludes
    return Node(
        chosen=(*node.chosen, item),
        have=node.have | item.gives,
        need=node.need | item.needs,
        purse=(
            node.purse[0] - item.takes[0],
            node.purse[1] - item.takes[1],
            node.purse[2] - item.takes[2],
        ),
        left=[one for one in left if not one.excludes & shut] if shut else left,
    )


def _minutes(item: Item) -> float:
    return item.takes[0]


def _cents(item: Item) -> float:
    return item.takes[1]


def _time(item: Item) -> float:
    return item.takes[2]


def _purses(node: Node) -> Iterator[tuple[Callable[[Item], float], float]]:
    """The limits left, one by one and as shares of all: a price, and what is left."""
    prices = (_minutes, _cents, _time)
    bound = [
        (price, left)
        for price, left in zip(prices, node.purse, strict=True)
        if left < _NEVER_LEFT
    ]
    yield from bound
    if len(bound) > 1:
        yield (
            lambda item: sum(price(item) / (left or 1) for price, left in bound),
            sum(left / (left or 1) for _, left in bound),
        )


def bought(
    offers: Sequence[Offer],
    have: int,
    weigh: Weigher,
    price: Callable[[Item], float],
    purse: float,
) -> int:
    """At most how many points the purse buys: each bit at the best rate offered."""
    total = 0.0
    for new, rate in _best_rates(offers, have, weigh, price):
        if new * rate > purse:
            return floor(total + purse / rate + _SLACK)
        purse -= new * rate
        total += new
    return floor(total + _SLACK)


def dues(
    offers: Sequence[Offer],
    have: int,
    weigh: Weigher,
    price: Callable[[Item], float],
    points: int,
) -> int:
    """At least how much that many points cost, each bit at the best rate offered."""
    total = 0.0
    if points <= 0:
        return 0
    for new, rate in _best_rates(offers, have, weigh, price):
        if new >= points:
            return ceil(total + points * rate - _SLACK)
        points -= new
        total += new * rate
    return ceil(total - _SLACK)


def _best_rates(
    offers: Sequence[Offer],
    have: int,
    weigh: Weigher,
    price: Callable[[Item], float],
) -> Iterator[tuple[int, float]]:
    """The points that come at each rate (price of a point), the best rate first."""
    rated = sorted((price(item) / points, item.gives) for item, points in offers)
    for rate, gives in rated:
        new = weigh(gives & ~have)
        if new:
            have |= gives
            yield new, rate


def _fewest(offers: Sequence[Offer], points: int) -> int:
    """At least how many items it takes to add that many points."""
    count = 0
    for added in sorted((offer.points for offer in offers), reverse=True):
        if points <= 0:
            break
        points -= added
        count += 1
    return count
