"""The account of what was imported or exported: what was kept, dropped, and why.

Apart from the other records because few commands need them.
"""

from __future__ import annotations

from skillgap.record import Record


class Dropped(Record):
    """Rows that were left out for one reason, and one of them for an example."""

    reason: str
    rows: int
    example: str | None = None


class Counted(Record):
    """What came of one file, or of one part of it: ``rows`` is kept and dropped."""

    name: str
    rows: int
    kept: int
    dropped: tuple[Dropped, ...] = ()


class Unread(Record):
    """A file that lay with a source and has no part in it, with the reason."""

    name: str
    reason: str


class Conflict(Record):
    """What a source states otherwise than the catalogue, which keeps its own."""

    record: str
    key: str
    kept: str
    other: str
    source: str


class Proposed(Record):
    """A skill that the matcher reads in a credential's words, for a person to judge.

    ``confidence`` is from 0 to 1; ``accepted`` where it stands in what was written.
    """

    credential: str
    phrase: str
    skill: str
    confidence: float
    accepted: bool
