"""The keys of credentials.yaml and longer-programs.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.catalogue.tables.kinds import Currency
from skillgap.catalogue.tables.occupations import LEVEL
from skillgap.catalogue.tables.prerequisites import PREREQUISITES
from skillgap.document.kinds import Address, Choice, Date, Pattern, Words
from skillgap.document.names import AddressOr, Id, Reference
from skillgap.document.numbers import Flag, Number
from skillgap.document.several import ListOf, TextPair
from skillgap.document.tables import AloneOr, Key, Table
from skillgap.locale import _
from skillgap.model import (
    Credential,
    Development,
    Issuer,
    Quantity,
    Source,
    Text,
)
from skillgap.model.funding import LongerProgram
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.document.nodes import Mapping
    from skillgap.document.sink import Sink

_MOST_HOURS = 20_000
_MOST_WEEKS = 1_000
_MOST_MONEY = 10_000_000


class CredentialsFile(Record):
    """The content of credentials.yaml."""

    issuers: tuple[Issuer, ...] = ()
    credentials: tuple[Credential, ...] = ()


class LongerProgramsFile(Record):
    """The content of longer-programs.yaml."""

    credentials: tuple[LongerProgram, ...] = ()


class Range(Record):
    """The ends of a published range, either of which may be absent."""

    min: float | None = None
    max: float | None = None


class Price(Record):
    """What a credential costs, as published."""

    currency: str
    amount: float | None = None
    min: float | None = None
    max: float | None = None
    as_of: str | None = None
    note: str | None = None


def quantity(published: float | Range | Price | None, unit: Any) -> Quantity:  # noqa: ANN401
    """The quantity to reckon with: a stated value, else a range's upper end."""
    if published is None:
        return Quantity(None, unit, "unknown")
    if isinstance(published, Range | Price):
        low, high = published.min, published.max
        stated = published.amount if isinstance(published, Price) else None
        if stated is None:
            return Quantity(low if high is None else high, unit, "range", low, high)
        return Quantity(stated, unit, "stated")
    return Quantity(published, unit, "stated")


def _check_range(values: dict[str, Any], node: Mapping, sink: Sink) -> None:
    low, high = values.get("min"), values.get("max")
    if low is None and high is None and "amount" not in values:
        hint = _("leave the key out where the value is not known")
        sink.report("SG102", node, _("there is neither a value nor a range"), hint)
    elif "amount" in values and (low is not None or high is not None):
        message = _("there is a value and also a range")
        sink.report("SG105", node, message, _("keep the one that the source states"))
    elif low is not None and high is not None and low > high:
        sink.report("SG105", node, _("min is more than max"))


def _credential(values: dict[str, Any]) -> Credential:
    """The record; issuer and an unknown cost's unit are filled in from the others."""
    cost = values.get("cost")
    return Credential(
        **{"status": "unknown"}
        | values
        | {
            "issuer": Issuer(values["issuer"], Text(None), "other"),
            "hours": quantity(values.get("hours"), "h"),
            "weeks": quantity(values.get("weeks"), "week"),
            "cost": quantity(cost, cost.currency if cost else None),
            "cost_note": cost.note if cost else None,
            "cost_as_of": cost.as_of if cost else None,
        }
    )


def _longer(values: dict[str, Any]) -> LongerProgram:
    why = values.pop("why_longer")
    return LongerProgram(_credential({"develops": ()} | values), why)


ISSUER = Table(
    Issuer,
    Key("id", Id("issuer"), required=True),
    Key("name", TextPair(), required=True),
    Key(
        "kind",
        Choice(
            "college",
            "university",
            "indigenous_institute",
            "industry",
            "vendor",
            "association",
            "government",
            "platform",
            "other",
        ),
        required=True,
    ),
    Key("url", Address()),
)

DEVELOPMENT = Table(
    Development,
    Key("skill", Reference("skill"), required=True),
    Key("level", LEVEL, about="only where the source states one"),
)

SOURCE = Table(
    Source,
    Key("url", Address()),
    Key("kind", Words()),
    Key("as_of", Date()),
    Key("note", Words()),
    make=lambda values: Source(**{"url": None} | values),
)


def _range_of(number: Number) -> Table:
    return Table(Range, Key("min", number), Key("max", number), check=_check_range)


_HOURS = Number(0, _MOST_HOURS, above=True)
_WEEKS = Number(0, _MOST_WEEKS, above=True)
_MONEY = Number(0, _MOST_MONEY)

PRICE = Table(
    Price,
    Key("amount", _MONEY, about="0 is free"),
    Key("min", _MONEY),
    Key("max", _MONEY),
    Key("currency", Currency(), required=True),
    Key("as_of", Date()),
    Key("note", Words()),
    check=_check_range,
)


def _keys(*, longer: bool) -> tuple[Key, ...]:
    return (*_identity_keys(longer=longer), *_terms_keys(), *_standing_keys())


def _identity_keys(*, longer: bool) -> tuple[Key, ...]:
    """What it is, who gives it, what it develops."""
    return (
        Key("id", Id("longer_program" if longer else "credential"), required=True),
        Key("name", TextPair(), required=True),
        Key("issuer", Reference("issuer"), required=True),
        Key("unit", Words(), about="part of the issuer that runs it"),
        Key(
            "kind",
            Choice(
                "micro_credential",
                "course",
                "certificate",
                "online_certificate",
                "industry_certification",
                "safety_certificate",
            ),
            required=True,
        ),
        Key("field", Reference("field"), required=True),
        Key(
            "develops",
            ListOf(DEVELOPMENT, least=0 if longer else 1),
            required=not longer,
        ),
    )


def _terms_keys() -> tuple[Key, ...]:
    """What it takes, and how it is taught and assessed."""
    return (
        Key("hours", AloneOr(_HOURS, _range_of(_HOURS))),
        Key("hours_note", Words()),
        Key("weeks", AloneOr(_WEEKS, _range_of(_WEEKS))),
        Key("cost", PRICE, fills=("cost", "cost_note", "cost_as_of")),
        Key("delivery", Choice("online", "in_person", "hybrid")),
        Key("self_paced", Flag()),
        Key("languages", ListOf(Pattern("[a-z]{2,3}", lambda: _("a language's code")))),
        Key("prerequisites", PREREQUISITES),
        Key("part_of", Words()),
        Key("stacks_into", Words()),
        Key("assessed", Words(), about="how it is assessed"),
        Key("industry_partner", Words()),
        Key("validity_years", Number(0, 100, above=True)),
        Key("level", Words(), about="the issuer's own word for its level"),
    )


def _standing_keys() -> tuple[Key, ...]:
    """How it stands today, and how sure the record is."""
    return (
        Key("osap", Choice("yes", "no", "unknown"), about="on OSAP's approved list"),
        Key("status", Choice("current", "announced", "pilot", "retired", "unknown")),
        Key("skills_basis", Choice("page", "title_only", "field")),
        Key("confidence", Choice("high", "medium", "low"), required=True),
        Key("source", SOURCE, required=True),
        Key("other_sources", ListOf(AddressOr("source"))),
        Key("retrieved", Date()),
        Key("note", Words()),
    )


CREDENTIAL = Table(
    Credential,
    *_keys(longer=False),
    Key(
        "equivalent_to",
        ListOf(Reference("credential")),
        about="credentials that certify the same: one of them is enough",
    ),
    keep=True,
    make=_credential,
)

LONGER_PROGRAM = Table(
    LongerProgram,
    *_keys(longer=True),
    Key("why_longer", TextPair(), required=True),
    keep=True,
    make=_longer,
)

CREDENTIALS = Table(
    CredentialsFile,
    Key("issuers", ListOf(ISSUER)),
    Key("credentials", ListOf(CREDENTIAL)),
    partial=True,
)

LONGER_PROGRAMS = Table(
    LongerProgramsFile,
    Key("credentials", ListOf(LONGER_PROGRAM), required=True),
    partial=True,
)
