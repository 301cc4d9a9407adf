"""Many people at once: what each lacks, and what a group lacks and could gain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model.catalogue import Credential, Text
    from skillgap.model.plan import PlanStatus

Outcome = Literal["there", "within_reach", "partly", "not_helped"]
OUTCOMES: tuple[Outcome, ...] = ("there", "within_reach", "partly", "not_helped")
Cell = int | None
"""A count of people as it may be told; None where they are too few."""


class Ask(Record):
    """What an occupation asks of one skill, and what the client has (0: nothing).

    ``weight`` is twice that of coverage, ``reached`` the level with the credentials
    that were advised.
    """

    skill: str
    label: str
    weight: int
    need: int
    have: int
    reached: int


class Aim(Record):
    """An occupation that a client aims at, with all that it asks for."""

    occupation: str
    title: str
    asks: tuple[Ask, ...]


class Client(Record):
    """One client of a batch; without aims where they could not be advised."""

    aims: tuple[Aim, ...] = ()


class Lacked(Record):
    """A skill that clients lack or have below the level asked for.

    ``share`` is the part of the group's coverage (0 to 1) that is lost to it.
    """

    skill: str
    label: Text
    clients: Cell
    share: float
    taught: bool


class Standing(Record):
    """The clients who aim at an occupation: coverage now and with what was advised.

    ``occupation`` is None for all occupations together that too few aim at. ``within``
    counts those whom the advice takes to at least the share that was asked for.
    """

    occupation: str | None
    title: Text
    clients: int
    before: float
    after: float
    within: Cell


class Served(Record):
    """A credential of an intake: whom it serves, and what it adds by itself.

    ``adds`` is the mean rise of coverage over the whole group, None where it would
    tell of too few.
    """

    credential: Credential
    clients: Cell
    adds: float | None


class Intake(Record):
    """The credentials that together raise a group's coverage most.

    ``status`` is *optimal* where no set of as many raises it further; ``bound`` is
    the mean coverage that no such set exceeds.
    """

    most: int
    status: PlanStatus
    before: float
    after: float
    bound: float
    clients: Cell
    credentials: tuple[Served, ...]


class Cohort(Record):
    """A group in numbers, none of which tells of fewer than ``smallest`` people.

    Counts are multiples of that (see ``advice.suppression``). ``clients`` are those who
    could be advised, ``errors`` the others. ``outcomes`` are parts of ``clients``.
    ``few_lack`` counts the skills that are not listed because too few lack them,
    ``joined`` the occupations that stand together as one because too few aim at each.
    """

    clients: int
    errors: Cell
    smallest: int
    reach: float
    outcomes: tuple[tuple[Outcome, Cell], ...]
    lacked: tuple[Lacked, ...]
    few_lack: int
    standings: tuple[Standing, ...]
    joined: int
    intake: Intake
