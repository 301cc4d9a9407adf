"""What a catalogue says of itself, and a label that stands for one of its records."""

# Annotations are not postponed (see ``model``).
from typing import Literal

from skillgap.model.catalogue import Language, Text
from skillgap.record import Record


class CatalogueInfo(Record):
    """The name and date of a catalogue; the fingerprint is that of its content."""

    name: str
    title: Text
    as_of: str
    currency: str
    region: str
    fingerprint: str


class Named(Record):
    """A label or title in one language, and the id of the record that it stands for.

    ``preferred`` marks the record's own label, not an alternative one.
    """

    id: str
    label: str
    language: Language
    preferred: bool


class Typical(Record):
    """The median of what a catalogue states for a kind of credential.

    ``kind`` is None for all kinds together. Only stated values above 0 in this ``unit``
    count; ``stated`` is how many there are.
    """

    what: Literal["hours", "cost"]
    unit: str
    kind: str | None
    median: float
    stated: int
