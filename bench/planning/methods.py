"""What the exact choice is compared with: greedy, a list of the best alone, SciPy."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

from skillgap.advice.programme import Weigher, may_be_chosen, rank_of
from skillgap.advice.solver import conditions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from skillgap.advice.programme import Item, Programme


def greedy(programme: Programme) -> int:
    """Points of the better of two greedy choices: most points, most for what is scarce.

    A credential is taken together with the first of those that give what it needs.
    """
    return max(_greedily(programme, key) for key in (_most, _most_for_scarce))


def best_alone(programme: Programme) -> int:
    """Points of the list of the individually best, taken down as far as they fit."""
    weigh = Weigher(programme.weights)
    ordered = sorted(programme.items, key=lambda one: (-weigh(one.gives), one.takes))
    taken: list[Item] = []
    for item in ordered:
        bundle = _bundle(item, taken, programme)
        if weigh(item.gives) and may_be_chosen(bundle, programme):
            taken = bundle
    return -rank_of(taken, weigh)[0]


def _greedily(
    programme: Programme, key: Callable[[int, Sequence[Item], Programme], float]
) -> int:
    weigh = Weigher(programme.weights)
    taken: list[Item] = []
    left = list(programme.items)
    while True:
        now = -rank_of(taken, weigh)[0]
        best, chosen = 0.0, None
        kept = []
        for item in left:
            bundle = _bundle(item, taken, programme)
            added = -rank_of(bundle, weigh)[0] - now
            if added and may_be_chosen(bundle, programme):
                kept.append(item)
                value = key(added, bundle[len(taken) :], programme)
                if value > best:
                    best, chosen = value, bundle
        if chosen is None:
            return now
        taken, left = chosen, kept


def _bundle(item: Item, taken: list[Item], programme: Programme) -> list[Item]:
    """What is taken, with the item and the first givers of what it still needs."""
    if item in taken:
        return taken
    bundle = [*taken]
    have = 0
    for one in taken:
        have |= one.gives
    open_needs, wanted = item.needs & ~have, [item]
    while open_needs:
        bit = open_needs & -open_needs
        giver = next((one for one in programme.items if one.gives & bit), None)
        if giver is None or giver in wanted:
            break
        wanted.append(giver)
        have |= giver.gives
        open_needs = (open_needs | giver.needs) & ~have
    return bundle + wanted[::-1]


def _most(added: int, new: Sequence[Item], programme: Programme) -> float:
    del new, programme
    return float(added)


def _most_for_scarce(added: int, new: Sequence[Item], programme: Programme) -> float:
    scarce = sum(
        sum(one.takes[place] for one in new) / limit
        for place, limit in enumerate(programme.limits)
        if limit
    )
    return added / scarce if scarce else float(added)


def by_scipy(programme: Programme, stages: int) -> tuple[int, float]:
    """Points by ``scipy.optimize.milp`` on the plain model, and the CPU it took.

    ``stages`` of the things compared (points, minutes, cents, items) are made best in
    turn, each kept in those that follow.
    """
    started = process_time()
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_matrix

    rows = [(row.terms, row.limit) for row in conditions(programme)]
    names = sorted({name for terms, _limit in rows for name in terms})
    place = {name: number for number, name in enumerate(names)}
    points = 0
    for stage in range(stages):
        aim = _aim(programme, stage)
        matrix = coo_matrix(
            (
                [factor for terms, _ in rows for factor in terms.values()],
                (
                    [number for number, (terms, _) in enumerate(rows) for _ in terms],
                    [place[name] for terms, _ in rows for name in terms],
                ),
            ),
            (len(rows), len(names)),
        )
        found = milp(
            np.array([aim.get(name, 0.0) for name in names]),
            constraints=LinearConstraint(
                matrix.tocsr(), ub=[limit for _, limit in rows]
            ),
            integrality=[int(name[0] != "+") for name in names],
            bounds=Bounds(0, 1),
            options={"mip_rel_gap": 0.0},
        )
        points = points if stage else round(-found.fun)
        rows.append((aim, round(found.fun) + 0.5))
    return points, process_time() - started


def _aim(programme: Programme, stage: int) -> dict[str, float]:
    if stage == 0:
        return {f"+{bit}": -float(w) for bit, w in enumerate(programme.weights) if w}
    return {one.id: float((*one.takes[:2], 1)[stage - 1]) for one in programme.items}
