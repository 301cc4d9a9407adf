"""A choice that is found at once: no proof, but something to hold on to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.programme import Weigher, rank_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.advice.programme import Item, Programme, Rank


def greedy(programme: Programme) -> Rank:
    """Item after item, each the one that adds most for what it takes of the limits."""
    weigh = Weigher(programme.weights, programme.enough)
    chosen: list[Item] = []
    have = shut = 0
    purse = list(programme.limits)
    left = [(one, _share(one, programme) or 1) for one in programme.items]
    while True:
        now = weigh(have)
        left = [pair for pair in left if _may_follow(pair[0], purse, shut)]
        offers = [
            (gain / share, one)
            for one, share in left
            if not one.needs & ~have and (gain := weigh(have | one.gives) - now) > 0
        ]
        if not offers:
            return rank_of(chosen, weigh)
        best = max(offers, key=lambda offer: offer[0])[1]
        chosen.append(best)
        have |= best.gives
        shut |= best.excludes
        purse = [
            None if limit is None else limit - taken
            for limit, taken in zip(purse, best.takes, strict=True)
        ]


def _may_follow(item: Item, purse: Sequence[int | None], shut: int) -> bool:
    return not item.excludes & shut and all(
        left is None or taken <= left
        for taken, left in zip(item.takes, purse, strict=True)
    )


def _share(item: Item, programme: Programme) -> float:
    return sum(
        taken / limit
        for taken, limit in zip(item.takes, programme.limits, strict=True)
        if limit
    )
