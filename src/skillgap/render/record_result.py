"""What ``replay`` and ``diff`` hand over to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model.history import Cause, ClientDifference, Difference


class ReplayView(Record):
    """An answer given again: whether it repeats the one kept, else why and how not.

    ``answered`` is the command that was run.
    """

    record: str
    answered: str
    identical: bool
    causes: tuple[Cause, ...] = ()
    differences: tuple[Difference, ...] = ()


class BatchReplayView(Record):
    """The records of a batch answered again: how many alike, and how others differ.

    ``counts``, ``kinds`` and ``clients`` are as in ``BatchDiffView``.
    """

    record: str
    counts: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...] = ()
    causes: tuple[Cause, ...] = ()
    clients: tuple[ClientDifference, ...] = ()


class DiffView(Record):
    """Two answers side by side."""

    old: str
    new: str
    answered: str
    causes: tuple[Cause, ...] = ()
    differences: tuple[Difference, ...] = ()


class BatchDiffView(Record):
    """Two results of a batch side by side.

    ``counts`` are of clients: *same*, *changed*, *new* and *gone*; ``kinds`` count the
    clients that fare otherwise in each way. Of all that differ, ``clients`` are the
    first few, in the order of the newer results.
    """

    old: str
    new: str
    counts: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...] = ()
    causes: tuple[Cause, ...] = ()
    clients: tuple[ClientDifference, ...] = ()
