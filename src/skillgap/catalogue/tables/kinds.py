"""The kinds of value that only a catalogue has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from skillgap.document.kinds import Odd, Schema, Words, wrong_type
from skillgap.document.nodes import Mapping, Node
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.document.sink import Sink
    from skillgap.document.tables import Table

# ISO 4217, the codes of currencies in circulation.
_CURRENCIES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL "
    "BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD "
    "EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR "
    "ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP "
    "LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD "
    "NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR "
    "SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP "
    "TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF "
    "YER ZAR ZMW ZWG"
)


class Currency(Words):
    """The code of a currency by ISO 4217."""

    def read(self, node: Node, sink: Sink) -> str | None:
        """The code."""
        text = super().read(node, sink)
        if text is None or self.fits(text):
            return text
        message = _("{text} is not a currency").format(text=text)
        sink.report("SG108", node, message, _("write its ISO 4217 code, like CAD"))
        return None

    def fits(self, text: str) -> bool:
        """Whether a text is the code of a currency."""
        return text in _CURRENCIES.split()

    def schema(self) -> Schema:
        """Three capital letters."""
        return {"type": "string", "pattern": "^[A-Z]{3}$"}


class ById:
    """A mapping whose keys are ids and whose values are records."""

    def __init__(self, list_name: str, table: Table) -> None:
        self.list = list_name
        self.table = table

    def read(self, node: Node, sink: Sink) -> tuple[Any, ...] | None:
        """The records, each made with its key as ``id``."""
        if type(node) is not Mapping:
            wrong_type(node, _("a mapping"), sink)
            return None
        records = []
        for name, (key, value) in node.entries.items():
            sink.define(self.list, name, key)
            if not re.fullmatch("[a-z0-9]+(?:[_-][a-z0-9]+)*", name):
                message = _("{text} is not an id").format(text=name)
                sink.report("SG104", key, message)
            elif (record := self.table.read(value, sink)) is not None:
                records.append(record._replace(id=name))
        return tuple(records)

    def plain(self, value: object, sink: Sink) -> tuple[Any, ...]:  # noqa: ARG002
        """Nothing: no record of a line of JSON holds others by id."""
        raise Odd

    def schema(self) -> Schema:
        """An object with any ids as its properties."""
        return {"type": "object", "additionalProperties": self.table.schema()}
