"""What a batch that is done hands over to be shown."""

from __future__ import annotations

from typing import Any

from skillgap.record import Record


class BatchView(Record):
    """A batch that is done: how many clients, and where the results are."""

    clients: int
    failed: int
    roster: str
    folder: str
    files: tuple[str, ...]
    job: str
    options: dict[str, Any]
    resumed_at: int = 0
