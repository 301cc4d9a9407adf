"""The keys of occupations.yaml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.document.kinds import Address, Choice, Pattern, Words
from skillgap.document.names import AddressOr, Id, Reference
from skillgap.document.numbers import Flag, Number
from skillgap.document.several import ListOf, TextLists, TextPair
from skillgap.document.tables import Key, Table
from skillgap.locale import _
from skillgap.model import (
    Education,
    Fact,
    Occupation,
    OlderOutlook,
    Regulation,
    Requirement,
    Wage,
)
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.document.nodes import Mapping
    from skillgap.document.sink import Sink

LEVEL = Number(1, 5, whole=True)
_HIGHEST_WAGE = 10_000_000


class OccupationsFile(Record):
    """The content of occupations.yaml."""

    occupations: tuple[Occupation, ...]


def _absent(*names: str) -> dict[str, Any]:
    return dict.fromkeys(names)


def _wage(values: dict[str, Any]) -> Wage:
    return Wage(**_absent("low", "median", "high", "period") | values)


def _fact(values: dict[str, Any]) -> Fact:
    return Fact(**_absent("region", "period") | values)


def _outlook(values: dict[str, Any]) -> Fact:
    rating = values.pop("rating")
    return _fact({"kind": "outlook", "value": rating, **values})


def _older(values: dict[str, Any]) -> OlderOutlook:
    return OlderOutlook(**_absent("region", "period", "noc_2016") | values)


def _regulation(values: dict[str, Any]) -> Regulation:
    return Regulation(**_absent("body", "note") | values)


def _check_wage(values: dict[str, Any], node: Mapping, sink: Sink) -> None:
    amounts = [values[name] for name in ("low", "median", "high") if name in values]
    if not amounts:
        hint = _("leave the wage out where it is not known")
        sink.report("SG102", node, _("none of low, median and high is there"), hint)
    elif amounts != sorted(amounts):
        message = _("low, median and high are not in rising order")
        sink.report("SG105", node, message)


def _occupation(values: dict[str, Any]) -> Occupation:
    return Occupation(**{"noc": None} | values)


REQUIREMENT = Table(
    Requirement,
    Key("skill", Reference("skill"), required=True),
    Key("relation", Choice("essential", "optional"), required=True),
    Key("importance", LEVEL, required=True),
    Key("level", LEVEL, about="only where a source states one"),
    Key("basis", Reference("basis"), about="who says how important it is"),
    Key("note", Words()),
).recurring()

_AMOUNT = Number(0, _HIGHEST_WAGE, above=True)

WAGE = Table(
    Wage,
    Key("low", _AMOUNT),
    Key("median", _AMOUNT),
    Key("high", _AMOUNT),
    Key("unit", Words(), required=True),
    Key("region", Words(), required=True),
    Key("period", Words()),
    Key("source", AddressOr("source"), required=True),
    make=_wage,
    check=_check_wage,
)

OUTLOOK = Table(
    Fact,
    Key(
        "rating",
        Choice("very_good", "good", "moderate", "limited", "very_limited"),
        required=True,
        fills=("kind", "value"),
    ),
    Key("region", Words()),
    Key("period", Words()),
    Key("source", AddressOr("source"), required=True),
    make=_outlook,
)

OLDER_OUTLOOK = Table(
    OlderOutlook,
    Key("rating", Words(), required=True),
    Key("scale", Words(), required=True, about="the words that the rating is one of"),
    Key("region", Words()),
    Key("period", Words()),
    Key("noc_2016", Pattern("[0-9]{4}", lambda: _("a NOC 2016 code of four digits"))),
    Key("source", AddressOr("source"), required=True),
    make=_older,
)

DEMAND = Table(
    Fact,
    Key(
        "kind",
        Pattern("[a-z0-9]+(?:[_-][a-z0-9]+)*", lambda: _("one word")),
        required=True,
    ),
    Key("value", Words(), required=True),
    Key("region", Words()),
    Key("period", Words()),
    Key("source", AddressOr("source"), required=True),
    make=_fact,
)

REGULATION = Table(
    Regulation,
    Key(
        "status",
        Choice(
            "regulated",
            "compulsory",
            "protected_title",
            "voluntary",
            "partly",
            "not_regulated",
        ),
        required=True,
    ),
    Key("body", Words()),
    Key("note", Words()),
    Key("source", AddressOr("source"), required=True),
    Key("other_sources", ListOf(AddressOr("source"))),
    make=_regulation,
)

EDUCATION = Table(
    Education,
    Key("mentions", ListOf(Words()), required=True),
    Key("source", AddressOr("source"), required=True),
)

OCCUPATION = Table(
    Occupation,
    Key("id", Id("occupation"), required=True),
    Key("noc", Pattern("[0-9]{5}", lambda: _("a NOC 2021 code of five digits"))),
    Key("title", TextPair(), required=True),
    Key("alternative_titles", TextLists()),
    Key("teer", Number(0, 5, whole=True)),
    Key("field", Reference("field")),
    Key("wage", WAGE),
    Key("outlook", OUTLOOK),
    Key("outlook_regional", ListOf(OUTLOOK)),
    Key("outlook_older", OLDER_OUTLOOK),
    Key("demand", ListOf(DEMAND)),
    Key("in_demand", Flag(), about="false: no positive evidence was found"),
    Key("regulated", REGULATION),
    Key("education", EDUCATION),
    Key("uris", ListOf(Address())),
    Key(
        "onet",
        ListOf(Pattern(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}", lambda: _("an O*NET-SOC code"))),
    ),
    Key("requirements", ListOf(REQUIREMENT, least=1), required=True),
    keep=True,
    make=_occupation,
)

OCCUPATIONS = Table(
    OccupationsFile, Key("occupations", ListOf(OCCUPATION), required=True), partial=True
)
