"""What the commands for those who keep a catalogue hand over to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model.impact import Impact
    from skillgap.model.upkeep import Examined, NewEntry


class ImpactView(Record):
    """What an edit changes, and the share of changed answers that is still taken."""

    impact: Impact
    threshold: float | None = None


class DoctorView(Record):
    """What was looked at of the installation."""

    examined: tuple[Examined, ...]


class EntryView(Record):
    """A new entry of a catalogue."""

    entry: NewEntry
