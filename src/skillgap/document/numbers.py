"""The kinds of value that are numbers or truth values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.document.kinds import Odd, Schema, scalar
from skillgap.document.nodes import Node, Scalar
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.document.sink import Sink

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_ODD_NUMBER = re.compile(r"[-+]?0*([0-9][0-9_ ,]*(?:\.[0-9_]*)?)")
_LONGEST_NUMBER = 15
_LONGEST_SHOWN = 40


class Flag:
    """True or false, in just these words."""

    def read(self, node: Node, sink: Sink) -> bool | None:
        """The truth value; YAML 1.1's yes, no, on and off are refused."""
        text = scalar(node, _("true or false"), sink)
        if text is None:
            return None
        if text in {"true", "false"} and isinstance(node, Scalar) and node.plain:
            return text == "true"
        message = _("{text} is neither true nor false").format(text=text)
        sink.report("SG103", node, message, _("write true or false, without quotes"))
        return None

    def plain(self, value: object, sink: Sink) -> bool:  # noqa: ARG002
        """The truth value."""
        if isinstance(value, bool):
            return value
        raise Odd

    def schema(self) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


class Number:
    """A decimal number within a range."""

    def __init__(
        self, least: float, most: float, *, whole: bool = False, above: bool = False
    ) -> None:
        self.least = least
        self.most = most
        self.whole = whole
        self.above = above

    def read(self, node: Node, sink: Sink) -> float | None:
        """The number: an int where it is written without a point."""
        text = scalar(node, self._wanted(), sink)
        if text is None:
            return None
        plain = isinstance(node, Scalar) and node.plain
        short = len(text) <= _LONGEST_NUMBER
        if not (plain and short and _NUMBER.fullmatch(text)):
            message = _("{text} is not a number").format(text=text[:_LONGEST_SHOWN])
            sink.report("SG103", node, message, self._number_hint(text, plain=plain))
            return None
        number = float(text) if "." in text else int(text)
        if self.whole and not isinstance(number, int):
            message = _("{text} is not a whole number").format(text=text)
            sink.report("SG103", node, message)
            return None
        return number if self._in_range(number, node, sink) else None

    def _wanted(self) -> str:
        return _("a whole number") if self.whole else _("a number")

    def plain(self, value: object, sink: Sink) -> float:  # noqa: ARG002
        """The number, if it is in the range."""
        if (
            type(value) is int
            or (
                type(value) is float
                and not self.whole
                and len(str(value)) <= _LONGEST_NUMBER
            )
        ) and self._fits(value):
            return value
        raise Odd

    def _fits(self, number: float) -> bool:
        low = number <= self.least if self.above else number < self.least
        return not low and number <= self.most

    def _in_range(self, number: float, node: Node, sink: Sink) -> bool:
        if self._fits(number):
            return True
        wanted = (
            _("more than {least} and at most {most}")
            if self.above
            else _("from {least} to {most}")
        )
        message = _("{number} is out of range").format(number=number)
        hint = wanted.format(least=self.least, most=self.most)
        sink.report("SG105", node, message, hint)
        return False

    @staticmethod
    def _number_hint(text: str, *, plain: bool) -> str:
        if not plain and _NUMBER.fullmatch(text):
            return _("take the quotes away")
        if odd := _ODD_NUMBER.fullmatch(text):
            digits = re.sub("[_ ,]", "", odd[1]).rstrip(".")
            return _("write {number}").format(number=digits)
        return _("digits only, with a point for decimals: 42 or 42.5")

    def schema(self) -> Schema:
        """A number in the range."""
        low = "exclusiveMinimum" if self.above else "minimum"
        kind = "integer" if self.whole else "number"
        return {"type": kind, low: self.least, "maximum": self.most}
