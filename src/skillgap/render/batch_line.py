"""What a batch writes of one client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.errors import Problem
    from skillgap.model import Fit
    from skillgap.render.result import RecommendView


class ClientLine(Record):
    """One client of a batch: advised, or the problems that stood in the way."""

    client: str
    row: int
    language: str
    problems: tuple[Problem, ...] = ()
    advised: RecommendView | None = None
    fits: tuple[Fit, ...] = ()
