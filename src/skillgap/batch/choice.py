"""The order of recommendations for one person, found without looking at all of them.

What a credential adds to those above it never rises as more stand above: so a number
found earlier is a bound, and only the credential with the highest bound is looked at
anew (the lazy greedy algorithm of Minoux, 1978). A credential that asks for others
first has no such bound; it is looked at in each round, as ``advice.rank`` does it.
"""

from __future__ import annotations

from heapq import heappop, heappush
from math import lcm
from typing import TYPE_CHECKING

from skillgap.advice.rank import (
    Bundle,
    Standing,
    as_amount,
    bundle_of,
    members_of,
    order_key,
)
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.advice.coverage import Goal
    from skillgap.advice.options import Option, Options

Pairs = tuple[tuple[int, int], ...]
"""What a credential teaches: places of skills of the goal, and levels."""


class Chain(Record):
    """A credential that asks for others first.

    ``bundle`` is it behind all of those, ``together`` what they all teach; it holds as
    long as none of ``behind`` stands above. ``own`` is what it teaches by itself.
    """

    bundle: Bundle
    own: Pairs
    together: Pairs
    behind: frozenset[str]


class Order:
    """The helpful credentials of one aim under some filters, in the order of ties.

    Args:
        goal: what is aimed at.
        options: what may help someone who holds nothing.
        currency: the one that prices are compared in.
    """

    def __init__(self, goal: Goal, options: Options, currency: str) -> None:
        self.goal = goal
        self.options = options
        self.currency = currency
        self.places = {skill: at for at, skill in enumerate(goal.worth)}
        self.worth = tuple(goal.worth.values())
        helpful = [options.by_id[id_] for id_ in options.helpful]
        alone = [one for one in helpful if not one.asks_first]
        self.singles = sorted(alone, key=self._tie)
        self.chained = [self._chain(one) for one in helpful if one.asks_first]
        self.pairs = [self.pairs_of(one.taught) for one in self.singles]
        self._steps: dict[str, Pairs] = {}
        sizes = range(1, len(options.by_id) + 1 if self.chained else 2)
        self.scale = lcm(*sizes)

    def _chain(self, one: Option) -> Chain:
        """A credential behind what it needs where nothing of that stands above."""
        members = members_of(one.credential.id, (), self.options, self.currency)
        levels = dict.fromkeys(self.goal.worth, 0)
        bundle = bundle_of(
            members, self.goal, levels, Standing(set(), levels), self.currency
        )
        together: dict[int, int] = {}
        for each in members:
            for at, level in self.pairs_of(each.taught):
                together[at] = max(together.get(at, 0), level)
        return Chain(
            bundle,
            self.pairs_of(one.taught),
            tuple(together.items()),
            self._behind(one),
        )

    def _behind(self, one: Option) -> frozenset[str]:
        """All that is asked for on the way to a credential, in any way."""
        found: set[str] = set()
        waiting = [one]
        while waiting:
            for id_ in (id_ for group in waiting.pop().asks_first for id_ in group):
                if id_ not in found:
                    found.add(id_)
                    waiting += [self.options.by_id[id_]] * (id_ in self.options.by_id)
        return frozenset(found)

    def _tie(self, one: Option) -> tuple[object, ...]:
        credential = one.credential
        hours = as_amount(credential.hours, "h")
        return hours, as_amount(credential.cost, self.currency), credential.id

    def pairs_of(self, taught: Mapping[str, int]) -> Pairs:
        """Levels taught, by the places of the skills."""
        return tuple((self.places[skill], level) for skill, level in taught.items())

    def steps(self, option: Option) -> Pairs:
        """What an option teaches, in the order of the goal."""
        id_ = option.credential.id
        if id_ not in self._steps:
            self._steps[id_] = tuple(sorted(self.pairs_of(option.taught)))
        return self._steps[id_]

    def added(self, pairs: Pairs, reached: Sequence[int]) -> int:
        """The points that a credential adds to the levels reached."""
        added, worth = 0, self.worth
        for at, level in pairs:
            now = reached[at]
            if level > now:
                row = worth[at]
                added += row[level] - row[now]
        return added

    def rows(self, levels: Sequence[int], top: int) -> list[Option]:
        """The rows for a person with these levels (see ``advice.recommend``)."""
        found: list[Option] = []
        run = _Run(self, levels)
        for _bundle in range(top):
            if len(found) >= top:
                break
            members = run.next()
            if not members:
                break
            found.extend(members)
        return found


class _Run:
    """One person's rows as they come."""

    def __init__(self, order: Order, levels: Sequence[int]) -> None:
        self.order = order
        self.reached = list(levels)
        self.above: set[str] = set()
        added = order.added
        # What adds nothing now never will.
        self.chained = [one for one in order.chained if added(one.own, levels)]
        self.heap = sorted(
            (-points, at)
            for at, pairs in enumerate(order.pairs)
            if (points := added(pairs, levels))
        )

    def next(self) -> tuple[Option, ...]:
        """The next bundle, its prerequisites first; empty where nothing helps."""
        single = self._best_single()
        if self.chained:
            return self._best_of_all(single)
        if single is None:
            return ()
        heappop(self.heap)
        return self._take((self.order.singles[single[1]],))

    def _best_single(self) -> tuple[int, int] | None:
        order, heap = self.order, self.heap
        while heap:
            known = heap[0]
            at = known[1]
            if self.above and order.singles[at].credential.id in self.above:
                heappop(heap)
                continue
            now = order.added(order.pairs[at], self.reached)
            if -now == known[0]:
                return known
            heappop(heap)
            if now:
                heappush(heap, (-now, at))
        return None

    def _best_of_all(self, single: tuple[int, int] | None) -> tuple[Option, ...]:
        order = self.order
        reached = dict(zip(order.goal.worth, self.reached, strict=True))
        standing = Standing(self.above, reached)
        bundles = [
            self._bundle(one, reached, standing)
            for one in self.chained
            if one.bundle.last not in self.above
        ]
        bundles = [bundle for bundle in bundles if bundle.added]
        if single is not None:
            option = order.singles[single[1]]
            bundles.append(
                bundle_of((option,), order.goal, reached, standing, order.currency)
            )
        if not bundles:
            return ()
        best = min(bundles, key=lambda one: order_key(one, "added", order.scale))
        left = {bundle.last for bundle in bundles if bundle is not best}
        self.chained = [one for one in self.chained if one.bundle.last in left]
        if single is not None and best is bundles[-1]:
            heappop(self.heap)
        return self._take(best.options)

    def _bundle(
        self, chain: Chain, reached: dict[str, int], standing: Standing
    ) -> Bundle:
        order = self.order
        if self.above.isdisjoint(chain.behind):
            added = order.added(chain.together, self.reached)
            return chain.bundle._replace(added=added)
        last = chain.bundle.last
        members = members_of(last, self.above, order.options, order.currency)
        return bundle_of(members, order.goal, reached, standing, order.currency)

    def _take(self, members: tuple[Option, ...]) -> tuple[Option, ...]:
        for option in members:
            self.above.update((option.credential.id, *option.credential.equivalent_to))
            for skill, level in option.taught.items():
                at = self.order.places[skill]
                self.reached[at] = max(self.reached[at], level)
        return members
