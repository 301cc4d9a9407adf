"""What a batch that is done hands over to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.record import Record

if TYPE_CHECKING:
    from datetime import date


class BatchView(Record):
    """A batch that is done: how many clients, and where the results are.

    ``since`` are the earlier results that were compared with, where only what changed
    was written; ``written`` is how many clients that is (None: all). ``report`` is the
    kind of the reports that each client got, if any, and ``made`` the day on them.
    """

    clients: int
    failed: int
    roster: str
    folder: str
    files: tuple[str, ...]
    job: str
    options: dict[str, Any]
    resumed_at: int = 0
    since: str | None = None
    written: int | None = None
    report: str | None = None
    made: date | None = None
