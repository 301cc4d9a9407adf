"""What maintainers are told of an installation and of an entry that they add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.errors import Problem

Health = Literal["ok", "warning", "error"]
"""*warning*: it works, and not as well as it could; *error*: it does not work."""


class Examined(Record):
    """One thing that was looked at: what it is like, and the remedy where it is off.

    ``name`` is ``program``, ``python``, ``packages``, ``extras``, ``catalogue``,
    ``cache``, ``language`` or ``terminal``; ``facts`` are name and value.
    """

    name: str
    health: Health
    text: str
    facts: tuple[tuple[str, str], ...] = ()
    remedy: str | None = None


class NewEntry(Record):
    """An entry that was written into a catalogue's file, or would be.

    ``missing`` are the keys that are still to be filled in; ``alike`` the entries that
    look the same, each with its id, name and likeness (0 to 1).
    """

    kind: str
    id: str
    path: str
    line: int
    text: str
    missing: tuple[str, ...]
    alike: tuple[tuple[str, str, float], ...]
    problems: tuple[Problem, ...]
    dry_run: bool
