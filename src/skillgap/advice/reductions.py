"""Making a programme smaller without losing its best choice.

Each reduction keeps the optimum of the whole order, ties included, so the choice from
what is left is the choice from everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.programme import Programme, union

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from skillgap.advice.programme import Item


def reduce(programme: Programme) -> Programme:
    """The programme without limits, bits and items that cannot matter."""
    items = without_hopeless(programme.items, programme)
    programme = _loosened(programme._replace(items=tuple(items)))
    programme = _bits_joined(programme)
    items = without_hopeless(not_dominated(programme.items), programme)
    return _loosened(programme._replace(items=tuple(items)))


def without_hopeless(items: Sequence[Item], programme: Programme) -> list[Item]:
    """The items that can be chosen and can add something, directly or as a need."""
    worth = union(1 << bit for bit, weight in enumerate(programme.weights) if weight)
    left = [one for one in items if _fits(one, programme)]
    while True:
        given = union(one.gives for one in left)
        useful = worth | union(one.needs for one in left)
        kept = [one for one in left if not one.needs & ~given and one.gives & useful]
        if len(kept) == len(left):
            return kept
        left = kept


def _fits(item: Item, programme: Programme) -> bool:
    return all(
        limit is None or taken <= limit
        for taken, limit in zip(item.takes, programme.limits, strict=True)
    )


def _loosened(programme: Programme) -> Programme:
    """Without the limits that all items together keep."""
    minutes, cents, time = (
        None
        if limit is None or sum(one.takes[place] for one in programme.items) <= limit
        else limit
        for place, limit in enumerate(programme.limits)
    )
    return programme._replace(limits=(minutes, cents, time))


def _bits_joined(programme: Programme) -> Programme:
    """One bit for all bits that the same items give and the same items need.

    Bits that nobody gives are dropped, and so are prerequisites that nobody needs.
    """
    needed = union(one.needs for one in programme.items)
    groups: dict[tuple[int, int], int] = {}
    weights: list[int] = []
    place: dict[int, int] = {}
    for bit, column in _columns(programme):
        weight = programme.weights[bit]
        if not weight and not needed >> bit & 1:
            continue
        known = groups.setdefault(column, len(groups))
        if known == len(weights):
            weights.append(0)
        weights[known] += weight
        place[bit] = known
    return programme._replace(
        items=tuple(
            one._replace(gives=_moved(one.gives, place), needs=_moved(one.needs, place))
            for one in programme.items
        ),
        weights=tuple(weights),
    )


def _columns(programme: Programme) -> Iterator[tuple[int, tuple[int, int]]]:
    """For each bit that is given: the items that give it and those that need it."""
    gives = dict.fromkeys(range(len(programme.weights)), 0)
    needs = dict(gives)
    for number, item in enumerate(programme.items):
        for bit in bits_of(item.gives):
            gives[bit] |= 1 << number
        for bit in bits_of(item.needs):
            needs[bit] |= 1 << number
    return ((bit, (gives[bit], needs[bit])) for bit in gives if gives[bit])


def _moved(bits: int, place: dict[int, int]) -> int:
    return union(1 << place[bit] for bit in bits_of(bits) if bit in place)


def bits_of(bits: int) -> Iterator[int]:
    """The numbers of the bits that are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def not_dominated(items: Iterable[Item]) -> list[Item]:
    """The items, by id, that no other one replaces at no loss.

    One replaces another where it gives as much, asks for no more, takes no more of
    anything, and takes fewer minutes or cents or has the smaller id.
    """
    ordered = sorted(items, key=lambda one: (one.takes[:2], one.id))
    by_bit: dict[int, list[Item]] = {}
    kept = []
    for item in ordered:
        rivals = min(
            (by_bit.get(bit, []) for bit in bits_of(item.gives)), key=len, default=[]
        )
        if any(_replaces(rival, item) for rival in rivals):
            continue
        kept.append(item)
        for bit in bits_of(item.gives):
            by_bit.setdefault(bit, []).append(item)
    return sorted(kept)


def _replaces(rival: Item, item: Item) -> bool:
    """Whether a rival that comes no later by minutes, cents and id does as well."""
    return not (
        item.gives & ~rival.gives
        or rival.needs & ~item.needs
        or rival.excludes & ~item.excludes
        or rival.takes[1] > item.takes[1]
        or rival.takes[2] > item.takes[2]
    )
