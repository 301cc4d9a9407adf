"""The order of recommendations for one person, found without looking at all of them.

What a credential adds to those above it never rises as more stand above: so a number
found earlier is a bound, and only the credential with the highest bound is looked at
anew (the lazy greedy algorithm of Minoux, 1978). A credential that asks for others
first has no such bound; it is looked at in each round, as ``advice.rank`` does it.
"""

from __future__ import annotations

from heapq import heappop, heapreplace
from math import lcm
from typing import TYPE_CHECKING, Any

from skillgap.advice.options import Option, Options
from skillgap.advice.rank import Bundle, Standing, bundle_of, members_of, order_key
from skillgap.batch.pieces import Kept
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillgap.batch.goals import Aim
    from skillgap.batch.offer import Allowed

Pairs = tuple[tuple[int, int], ...]
"""What a credential teaches: places of skills of the aim, and levels."""


class Chain(Record):
    """A credential that asks for others first.

    ``bundle`` is it behind all of those, ``together`` what they all teach; it holds as
    long as none of ``behind`` stands above. ``own`` is what it teaches by itself.
    """

    bundle: Bundle
    own: Pairs
    together: Pairs
    behind: frozenset[str]


class Choice:
    """What may be taken towards an aim under some filters, in the order of ties.

    ``singles`` and ``refused`` are places in the aim's ``numbers``: of what helps by
    itself, and of what may not be taken, each of those with its code.
    """

    def __init__(self, aim: Aim, allowed: Allowed) -> None:
        np = aim.offer.np
        self.aim = aim
        self.filters, self.ways = allowed.filters, allowed.ways
        codes, numbers = allowed.codes(aim.numbers), aim.numbers
        unfocused = aim.focus < allowed.filters.focus
        free = (codes == 0) & ~unfocused
        self.refused = np.flatnonzero(~free)
        self.codes = (2 * codes + unfocused)[self.refused]
        self._reasons = allowed.reasons
        first = aim.offer.asks_first[numbers]
        singles = np.flatnonzero(free & ~first)
        self.singles = singles[np.argsort(allowed.ties[numbers[singles]])]
        self.numbers: list[int] = numbers[self.singles].tolist()
        self.options = Options({}, (), {}, ())
        self.alone = Kept(self._alone)
        self.chained = self._chains(numbers[free & first].tolist())
        sizes = range(1, len(self.options.by_id) + 1 if self.chained else 2)
        self.scale = lcm(*sizes)

    def _chains(self, numbers: list[int]) -> list[Chain]:
        if not numbers:
            return []
        aim, offer = self.aim, self.aim.offer
        ids = [offer.credentials[number].id for number in numbers]
        by_id = {}
        for id_ in self.ways.leading_to(ids):
            number = offer.numbers[id_]
            groups = self.ways.open_groups(offer.credentials[number])
            taught = {aim.skills[at]: level for at, level in aim.pairs[number]}
            by_id[id_] = Option(offer.credentials[number], taught, groups)
        self.options = Options(by_id, tuple(ids), {}, ())
        return [self._chain(by_id[id_]) for id_ in ids]

    def _alone(self, number: int) -> Bundle:
        """The bundle of a credential that asks for no other first."""
        return self._at_first((self.aim.option[number],))

    def _at_first(self, members: tuple[Option, ...]) -> Bundle:
        """The bundle of some credentials for someone who holds nothing."""
        levels = dict.fromkeys(self.aim.skills, 0)
        standing, currency = Standing(set(), levels), self.filters.currency
        return bundle_of(members, self.aim.goal, levels, standing, currency)

    def _chain(self, one: Option) -> Chain:
        """A credential behind what it needs where nothing of that stands above."""
        currency = self.filters.currency
        members = members_of(one.credential.id, (), self.options, currency)
        bundle = self._at_first(members)
        together: dict[int, int] = {}
        for each in members:
            for at, level in self.pairs_of(each):
                together[at] = max(together.get(at, 0), level)
        behind = self._behind(one)
        return Chain(bundle, self.pairs_of(one), tuple(together.items()), behind)

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

    def pairs_of(self, option: Option) -> Pairs:
        """What an option teaches, in the order of the aim."""
        pairs: Pairs = self.aim.pairs[self.aim.offer.numbers[option.credential.id]]
        return pairs

    def refusals(self, added: Any) -> Iterable[tuple[int, int]]:  # noqa: ANN401 - an array
        """How many that would add points are refused, by code."""
        np = self.aim.offer.np
        counts = np.bincount(self.codes[added[self.refused] > 0])
        codes = np.flatnonzero(counts)
        return zip(codes.tolist(), counts[codes].tolist(), strict=True)

    def reasons(self, code: int) -> frozenset[str]:
        """What a code of what is refused stands for."""
        found = self._reasons[code >> 1]
        return found | {"focus"} if code & 1 else found

    def points(self, pairs: Pairs, reached: Sequence[int]) -> int:
        """The points that a credential adds to the levels reached."""
        added, worth = 0, self.aim.worth
        for at, level in pairs:
            now = reached[at]
            if level > now:
                row = worth[at]
                added += row[level] - row[now]
        return added

    def rows(self, levels: Sequence[int], added: Any, top: int) -> list[Option]:  # noqa: ANN401 - an array
        """The rows for a person with these levels (see ``advice.recommend``).

        ``added`` are the points that each credential of the aim adds to them.
        """
        found: list[Option] = []
        run = _Run(self, levels, added[self.singles])
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

    def __init__(self, choice: Choice, levels: Sequence[int], added: Any) -> None:  # noqa: ANN401 - an array
        np = choice.aim.offer.np
        self.choice = choice
        self.reached = list(levels)
        self.above: set[str] = set()
        self.beside: set[int] = set()
        self._numbers, self._pairs = choice.numbers, choice.aim.pairs
        # What adds nothing now never will.
        self.chained = [one for one in choice.chained if choice.points(one.own, levels)]
        order = np.argsort(-added, kind="stable")[: np.count_nonzero(added)]
        self.heap = list(zip((-added[order]).tolist(), order.tolist(), strict=True))

    def next(self) -> tuple[Option, ...]:
        """The next bundle, its prerequisites first; empty where nothing helps."""
        single = self._best_single()
        if self.chained:
            return self._best_of_all(single)
        if single is None:
            return ()
        heappop(self.heap)
        return self._take((self._option(single),))

    def _option(self, single: tuple[int, int]) -> Option:
        option: Option = self.choice.aim.option[self.choice.numbers[single[1]]]
        return option

    def _best_single(self) -> tuple[int, int] | None:
        heap, beside, reached = self.heap, self.beside, self.reached
        numbers, pairs, points = self._numbers, self._pairs, self.choice.points
        while heap:
            known = heap[0]
            number = numbers[known[1]]
            if number in beside:
                heappop(heap)
                continue
            now = points(pairs[number], reached)
            if -now == known[0]:
                return known
            if now:
                heapreplace(heap, (-now, known[1]))
            else:
                heappop(heap)
        return None

    def _best_of_all(self, single: tuple[int, int] | None) -> tuple[Option, ...]:
        choice = self.choice
        above = self.above
        bundles = [
            self._bundle(one) for one in self.chained if one.bundle.last not in above
        ]
        bundles = [bundle for bundle in bundles if bundle.added]
        if single is not None:
            bundle = choice.alone[choice.numbers[single[1]]]
            bundles.append(bundle._replace(added=-single[0]))
        if not bundles:
            return ()
        best = min(bundles, key=lambda one: order_key(one, "added", choice.scale))
        left = {bundle.last for bundle in bundles if bundle is not best}
        self.chained = [one for one in self.chained if one.bundle.last in left]
        if single is not None and best is bundles[-1]:
            heappop(self.heap)
        return self._take(best.options)

    def _bundle(self, chain: Chain) -> Bundle:
        choice = self.choice
        if self.above.isdisjoint(chain.behind):
            added = choice.points(chain.together, self.reached)
            return chain.bundle._replace(added=added)
        last, currency = chain.bundle.last, choice.filters.currency
        members = members_of(last, self.above, choice.options, currency)
        reached = dict(zip(choice.aim.skills, self.reached, strict=True))
        standing = Standing(self.above, reached)
        return bundle_of(members, choice.aim.goal, reached, standing, currency)

    def _take(self, members: tuple[Option, ...]) -> tuple[Option, ...]:
        reached, numbers = self.reached, self.choice.aim.offer.numbers
        for option in members:
            ids = (option.credential.id, *option.credential.equivalent_to)
            self.above.update(ids)
            # A single by itself is off the heap already.
            self.beside.update(numbers.get(id_, -1) for id_ in ids[len(members) == 1 :])
            for at, level in self.choice.pairs_of(option):
                reached[at] = max(reached[at], level)
        return members
