"""What the commands that import, export or enrich a catalogue hand over to be shown."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.model.intake import Conflict, Counted, Proposed, Unread

_NONE: Mapping[str, int] = MappingProxyType({})


class IntakeView(Record):
    """What was written where, and the account of what was kept, dropped and why.

    ``counts`` are those of the catalogue that was written; ``dry_run`` where nothing
    was.
    """

    place: str
    counted: tuple[Counted, ...]
    counts: Mapping[str, int] = _NONE
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    proposed: tuple[Proposed, ...] = ()
    dry_run: bool = False
