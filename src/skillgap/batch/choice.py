"""The order of recommendations for one person, found without looking at all of them.

What a credential adds to those above it never rises as more stand above: so a number
found earlier is a bound, and only the credential with the highest bound is looked at
anew (the lazy greedy algorithm of Minoux, 1978). A credential that asks for others
first has no such bound; it is looked at in each round, as ``advice.rank`` does it.
"""

from __future__ import annotations

from heapq import heappop, heappush
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

_NO_OPTIONS = Options({}, (), {}, ())


class Taken(Record):
    """A credential that is recommended, by its number on offer, and what it teaches.

    ``asks_first`` are groups of ids of which one comes before.
    """

    number: int
    pairs: Pairs
    asks_first: tuple[tuple[str, ...], ...] = ()


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

    ``singles`` are the places, in the aim's ``numbers``, of what helps by itself;
    ``codes`` says of each credential of the aim why it may not be taken (0: it may).
    """

    def __init__(self, aim: Aim, allowed: Allowed) -> None:
        self.aim = aim
        self.filters, self.ways = allowed.filters, allowed.ways
        self._reasons = allowed.reasons
        unfocused = aim.focus < allowed.filters.focus
        self.codes = 2 * allowed.codes(aim.numbers) + unfocused
        free = self.codes == 0
        tied = aim.tied[allowed.filters.currency]
        self.singles = tied[free[tied]]
        self.places: list[int] = self.singles.tolist()
        self.options = _NO_OPTIONS
        self.alone = Kept(self._alone)
        first = aim.asks_first
        self.chained = self._chains(aim.numbers[first[free[first]]].tolist())
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
            taught = {aim.skills[at]: level for at, level in aim.pairs_of(number)}
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
            for at, level in self._pairs_of(each):
                together[at] = max(together.get(at, 0), level)
        behind = self._behind(one)
        return Chain(bundle, self._pairs_of(one), tuple(together.items()), behind)

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

    def _pairs_of(self, option: Option) -> Pairs:
        return self.aim.pairs_of(self.aim.offer.numbers[option.credential.id])

    def taken(self, option: Option) -> Taken:
        """An option as it is recommended."""
        number = self.aim.offer.numbers[option.credential.id]
        return Taken(number, self.aim.pairs_of(number), option.asks_first)

    def refusals(self, added: Any) -> Iterable[tuple[int, int]]:  # noqa: ANN401 - an array
        """How many that would add points are refused, by code."""
        np = self.aim.offer.np
        counts = np.bincount(self.codes[added > 0])
        codes = np.flatnonzero(counts)
        found = zip(codes.tolist(), counts[codes].tolist(), strict=True)
        return [(code, count) for code, count in found if code]

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

    def rows(self, levels: Sequence[int], added: Any, top: int) -> list[Taken]:  # noqa: ANN401 - an array
        """The rows for a person with these levels (see ``advice.recommend``).

        ``added`` are the points that each credential of the aim adds to them.
        """
        run = _Run(self, levels, added[self.singles])
        found: list[Taken] = []
        while len(found) < top and run.chained:
            members = run.next()
            if not members:
                return found
            found.extend(members)
        return found + run.singles(top - len(found))


class _Run:
    """One person's rows as they come.

    Singles are known by what they add less than nothing, and their place in the order
    of ties. ``_fresh`` are those not looked at anew yet, the best first; the others are
    in a heap.
    """

    def __init__(self, choice: Choice, levels: Sequence[int], added: Any) -> None:  # noqa: ANN401 - an array
        np = choice.aim.offer.np
        self.choice = choice
        self.reached = list(levels)
        self.above: set[str] = set()
        self.beside: set[int] = set()
        # What adds nothing now never will.
        self.chained = [one for one in choice.chained if choice.points(one.own, levels)]
        less = -added
        order = np.argsort(less, kind="stable")[: np.count_nonzero(less)]
        self._fresh = list(zip(less[order].tolist(), order.tolist(), strict=True))
        self._fresh.reverse()
        self._heap: list[tuple[int, int]] = []

    def next(self) -> Sequence[Taken]:
        """The next bundle, its prerequisites first; empty where nothing helps."""
        return self._best_of_all(self._best_single())

    def singles(self, most: int) -> list[Taken]:
        """The next rows where nothing that is left asks for others first."""
        found: list[Taken] = []
        while len(found) < most:
            single = self._best_single()
            if single is None:
                break
            heappop(self._heap)
            found.append(self._take_single(single))
        return found

    def _best_single(self) -> tuple[int, int] | None:
        """The one that adds most; it is at the top of the heap."""
        fresh, heap, reached = self._fresh, self._heap, self.reached
        places, aim = self.choice.places, self.choice.aim
        beside, pairs, points = self.beside, aim.pairs, self.choice.points
        numbers = aim.numbers_listed
        while fresh or heap:
            if not heap or (fresh and fresh[-1] < heap[0]):
                known = fresh.pop()
            else:
                known = heappop(heap)
            place = places[known[1]]
            if beside and numbers[place] in beside:
                continue
            now = points(pairs(place), reached)
            if now:
                heappush(heap, (-now, known[1]))
                if -now == known[0]:
                    return known
        return None

    def _best_of_all(self, single: tuple[int, int] | None) -> Sequence[Taken]:
        choice = self.choice
        above = self.above
        bundles = [
            self._bundle(one) for one in self.chained if one.bundle.last not in above
        ]
        bundles = [bundle for bundle in bundles if bundle.added]
        if single is not None:
            bundle = choice.alone[self._number(single)]
            bundles.append(bundle._replace(added=-single[0]))
        if not bundles:
            return ()
        best = min(bundles, key=lambda one: order_key(one, "added", choice.scale))
        left = {bundle.last for bundle in bundles if bundle is not best}
        self.chained = [one for one in self.chained if one.bundle.last in left]
        if single is not None and best is bundles[-1]:
            heappop(self._heap)
            return (self._take_single(single),)
        members = [choice.taken(option) for option in best.options]
        self.beside.update([one.number for one in members])
        return [self._take(one) for one in members]

    def _number(self, single: tuple[int, int]) -> int:
        return self.choice.aim.numbers_listed[self.choice.places[single[1]]]

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

    def _take_single(self, single: tuple[int, int]) -> Taken:
        """It is off the heap already."""
        pairs = self.choice.aim.pairs(self.choice.places[single[1]])
        return self._take(Taken(self._number(single), pairs))

    def _take(self, taken: Taken) -> Taken:
        offer, reached = self.choice.aim.offer, self.reached
        if self.chained:
            credential = offer.credentials[taken.number]
            self.above.update((credential.id, *credential.equivalent_to))
        self.beside.update(offer.equals[taken.number])
        for at, level in taken.pairs:
            reached[at] = max(reached[at], level)
        return taken
