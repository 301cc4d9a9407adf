"""The keys of funding.yaml."""

from __future__ import annotations

from skillgap.document.kinds import Address, Choice, Date, Words
from skillgap.document.names import AddressOr, Id
from skillgap.document.numbers import Number
from skillgap.document.several import ListOf, TextPair
from skillgap.document.tables import Key, Table
from skillgap.model.funding import Disagreement, FundingProgram, FundingRule
from skillgap.record import Record

_BOUND = Number(0, 10_000_000)


class FundingFile(Record):
    """The content of funding.yaml."""

    programs: tuple[FundingProgram, ...]


DISAGREEMENT = Table(
    Disagreement,
    Key("text", TextPair(), required=True),
    Key("min", _BOUND),
    Key("max", _BOUND),
    Key("source", AddressOr("source"), required=True),
    Key("as_of", Date()),
)

RULE = Table(
    FundingRule,
    Key("id", Words(), required=True),
    Key(
        "kind",
        Choice(
            "on_list",
            "hours_between",
            "weeks_below",
            "one_application_each",
            "no_overlap",
            "residence",
            "status",
            "income_limit",
            "circumstances",
            "pay_first",
            "ceiling",
            "length",
            "who",
        ),
        required=True,
    ),
    Key("min", _BOUND),
    Key("max", _BOUND),
    Key("text", TextPair(), required=True),
    Key("source", AddressOr("source"), required=True),
    Key("as_of", Date()),
    Key("note", Words()),
    Key("disagrees", ListOf(DISAGREEMENT)),
)

PROGRAM = Table(
    FundingProgram,
    Key("id", Id("funding_program"), required=True),
    Key("name", TextPair(), required=True),
    Key("url", Address()),
    Key("note", Words()),
    Key("rules", ListOf(RULE), required=True),
    keep=True,
)

FUNDING = Table(
    FundingFile, Key("programs", ListOf(PROGRAM), required=True), partial=True
)
