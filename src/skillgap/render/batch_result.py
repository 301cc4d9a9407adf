"""What a batch hands over to be written: a line a client, and the run as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from skillgap.errors import Problem
    from skillgap.model import Fit
    from skillgap.render.result import RecommendView


class ClientLine(NamedTuple):
    """One client of a batch: advised, or the problems that stood in the way."""

    client: str
    row: int
    language: str
    problems: tuple[Problem, ...] = ()
    advised: RecommendView | None = None
    fits: tuple[Fit, ...] = ()


class BatchView(NamedTuple):
    """A batch that is done: how many clients, and where the results are."""

    clients: int
    failed: int
    roster: str
    folder: str
    files: tuple[str, ...]
    job: str
    options: dict[str, Any]
    resumed_at: int = 0
