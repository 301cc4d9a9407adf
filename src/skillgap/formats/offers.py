"""What a list or a registry says of a credential, before it is one of a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.model import Quantity, Text
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model import CredentialKind, Delivery, Listed, Status
    from skillgap.model.intake import Counted, Unread

UNKNOWN_HOURS = Quantity(None, "h", "unknown")
UNKNOWN_WEEKS = Quantity(None, "week", "unknown")


class Competency(Record):
    """A skill that a source names: in its words, with an address where it has one."""

    label: Text
    address: str | None = None


class Offer(Record):
    """A credential in a source's words. ``cost`` without a price is None.

    ``competencies`` are stated by the source; ``description`` is prose in which skills
    may be named, and is not taken over. ``id`` is set where the source is a catalogue
    of ours.
    """

    name: Text
    issuer: Text
    kind: CredentialKind
    place: str
    id: str | None = None
    issuer_id: str | None = None
    page: str | None = None
    hours: Quantity = UNKNOWN_HOURS
    weeks: Quantity = UNKNOWN_WEEKS
    cost: Quantity | None = None
    cost_note: str | None = None
    field: str | None = None
    description: str | None = None
    competencies: tuple[Competency, ...] = ()
    delivery: Delivery | None = None
    languages: tuple[str, ...] = ()
    osap: Listed = "unknown"
    status: Status = "unknown"
    prerequisites: str | None = None
    validity_years: float | None = None


class Offers(Record):
    """The offers of a source, and the account of how they were read.

    ``notes`` say which rule settled what.
    """

    offers: tuple[Offer, ...]
    counted: tuple[Counted, ...]
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
