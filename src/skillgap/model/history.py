"""An answer kept with all that it rests on, and what differs between two answers."""

# Annotations are not postponed (see ``model``).
from collections.abc import Mapping
from typing import Any, Literal

from skillgap.model.told import Told
from skillgap.record import Record

CauseKind = Literal[
    "version",
    "catalogue",
    "catalogue_content",
    "entry_changed",
    "entry_gone",
    "entry_unused",
    "entry_new",
    "inputs",
    "edited",
]
What = Literal[
    "target",
    "coverage",
    "coverage_planned",
    "skill",
    "first",
    "recommended",
    "rank",
    "verdict",
    "outcome",
    "proof",
    "step",
    "order",
    "start",
    "end",
    "hours",
    "cost",
    "credential_hours",
    "credential_cost",
    "assumed_hours",
    "assumed_cost",
    "match",
    "level",
    "status",
    "problem",
    "other",
    "wording",
]
Value = str | float | bool | None


class Program(Record):
    """The version of the program, and of the JSON contract that it keeps."""

    version: str
    contract: int


class Answered(Record):
    """The catalogue that answered; ``folder`` as it was named, None if bundled."""

    name: str
    as_of: str
    fingerprint: str
    folder: str | None = None


class Entry(Record):
    """An entry of the catalogue that an answer used: its name then, its fingerprint."""

    kind: Literal["skills", "occupations", "credentials"]
    id: str
    name: str
    fingerprint: str


class Inputs(Record):
    """What the person said, and the options by the names that they are typed by."""

    told: Told
    options: Mapping[str, Any]


class KeptAnswer(Record):
    """An answer kept: enough to give it again and to say why it comes out otherwise.

    ``record`` is the version of this form, ``result`` the ``data`` of the JSON
    contract. ``entries`` are those that the answer shows and the credentials that
    were weighed for it. ``fingerprint`` is the SHA-256 of all the rest. ``client`` is
    who the record is about, where a batch kept it.
    """

    record: int
    skillgap: Program
    command: str
    language: Literal["en", "fr"]
    catalogue: Answered
    inputs: Inputs
    result: Mapping[str, Any]
    entries: tuple[Entry, ...]
    fingerprint: str
    client: str | None = None


class Cause(Record):
    """Something besides the answer that differs, and so may be why the answer does.

    ``subject`` is the name of an entry (``entry_kind`` says of which kind) or what of
    the inputs differs; ``before`` and ``after`` are versions or names.
    """

    kind: CauseKind
    subject: str = ""
    before: str | None = None
    after: str | None = None
    entry_kind: str | None = None


class Difference(Record):
    """One thing that an answer says otherwise than another.

    ``subject`` names what it is about (an occupation, a credential, a phrase), as the
    answers do. ``before`` and ``after`` are what it was and is: shares from 0 to 1,
    levels, places counted from 1, dates, words of the contract; None where there is
    nothing. ``unit`` is that of a quantity.
    """

    what: What
    subject: str = ""
    before: Value = None
    after: Value = None
    unit: str | None = None


class ClientDifference(Record):
    """How one client of a batch fares otherwise: new, gone, or in these ways."""

    client: str
    state: Literal["new", "gone", "changed"]
    differences: tuple[Difference, ...] = ()
