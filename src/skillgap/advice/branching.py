"""Whole choices found and ruled out by branching, bounded by relaxations.

A node fixes some items as taken or not. Where its relaxation is no better than the best
choice known nothing below it is looked at; where it takes every item whole or not at
all it is a choice itself; else one item that it takes in part is tried both ways.
"""

from __future__ import annotations

from math import ceil, inf
from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from skillgap.advice.highs import Answer, Relaxation

SLACK = 1e-6
"""How far, relative to its size, a sum of the solver may be from what it stands for."""


class Node(Record):
    """Items fixed as taken (1) or not (0), and what the sum is at least below it."""

    fixed: Mapping[str, int]
    bound: float


class Hunt(Record):
    """What is looked for: whole choices of some items that are better than the best.

    ``items`` say how much each is worth, ``best`` the sum of the best choice known;
    only sums ``below`` a number are looked for. Sums change by ``step``; what the
    relaxation makes small is the sum and up to ``tilt`` more. ``found`` is told of each
    choice and says whether it was kept.
    """

    items: Mapping[str, int]
    step: int
    best: Callable[[], float]
    found: Callable[[Collection[str]], bool]
    below: float = inf
    tilt: float = 0.0

    def target(self) -> float:
        """Sums below this one are looked for."""
        return min(self.below, self.best())

    def stepped(self, answer: Answer) -> float:
        """The smallest sum that there can be, by the answer of a relaxation."""
        if abs(answer.bound) == inf:
            return answer.bound
        steps = (answer.bound - self.tilt) / self.step
        return self.step * ceil(steps - SLACK * max(1.0, abs(steps)))

    def nearly_whole(self, answer: Answer) -> str | None:
        """The item nearest to being taken whole, of those taken in part."""
        parts = answer.parts
        part, item = max(
            ((parts[one], one) for one in self.items if SLACK < parts[one] < 1 - SLACK),
            default=(0.0, ""),
        )
        return item if part else None

    def most_torn(self, answer: Answer) -> str | None:
        """The item that much depends on, of those taken in part."""
        parts = answer.parts
        _, item = max(
            (
                (worth * min(parts[one], 1 - parts[one]), one)
                for one, worth in self.items.items()
                if SLACK < parts[one] < 1 - SLACK
            ),
            default=(0.0, ""),
        )
        return item or None

    def whole(self, answer: Answer) -> list[str]:
        """The items that are taken."""
        return [one for one in self.items if answer.parts[one] > 1 - SLACK]


def dive(hunt: Hunt, relaxation: Relaxation, answer: Answer) -> None:
    """Take item after item, as the relaxation leans, down to one choice.

    An item that leaves no choice better than the best known is not taken.
    """
    fixed: dict[str, int] = {}
    last: str | None = None
    while answer.parts or last:
        if answer.bound == -inf:  # the time is up
            return
        if hunt.stepped(answer) >= hunt.target():
            if last is None:
                return
            fixed[last], last = 0, None
        else:
            last = hunt.nearly_whole(answer)
            if last is None:
                hunt.found(hunt.whole(answer))
                return
            fixed[last] = 1
        answer = relaxation.ask(fixed)


def explore(
    hunt: Hunt, relaxation: Relaxation, root: Node, *, first: bool = False
) -> float:
    """Look at everything below a node; return what a sum not looked at is at least.

    That is infinite where nothing was left out. ``first``: the first find is enough.
    """
    open_ = [root]
    while open_:
        node = open_.pop()
        answer = relaxation.ask(node.fixed)
        if answer.bound == -inf:  # the time is up
            return min(one.bound for one in (node, *open_))
        bound = max(node.bound, hunt.stepped(answer))
        if bound >= hunt.target():
            continue
        item = hunt.most_torn(answer)
        if item is None and hunt.found(hunt.whole(answer)):
            if first:
                break
            continue
        # Whole but not kept: it was cut off by what the relaxation does not know.
        item = item or next((o for o in hunt.items if o not in node.fixed), None)
        if item:
            open_ += [Node({**node.fixed, item: way}, bound) for way in (0, 1)]
    return inf
