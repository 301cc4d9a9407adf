"""How short credentials are paid for, and training that is longer than those.

Apart from the other records because few commands need them.
"""

from __future__ import annotations

from skillgap.model.catalogue import Credential, Text
from skillgap.record import Record


class Disagreement(Record):
    """Another official source that states the same rule otherwise."""

    text: Text
    source: str
    min: float | None = None
    max: float | None = None
    as_of: str | None = None


class FundingRule(Record):
    """One condition of a funding program, as its source states it.

    ``min`` and ``max`` are in the unit of the kind: hours, weeks or dollars.
    """

    id: str
    kind: str
    text: Text
    source: str
    min: float | None = None
    max: float | None = None
    as_of: str | None = None
    note: str | None = None
    disagrees: tuple[Disagreement, ...] = ()


class FundingProgram(Record):
    """A public program that pays for training, with its rules."""

    id: str
    name: Text
    rules: tuple[FundingRule, ...]
    url: str | None = None
    note: str | None = None


class LongerProgram(Record):
    """Training too long to be a short credential, and why it counts as that."""

    credential: Credential
    why_longer: Text
