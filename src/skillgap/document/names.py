"""The kinds of value that name a record: its own id, and the ids of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.document.kinds import Address, Odd, Words
from skillgap.document.nodes import Node, Scalar
from skillgap.document.sink import Mention
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.document.kinds import Schema
    from skillgap.document.sink import Sink

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
_ID_WITH_DOTS = "[a-z0-9]+(?:[-.][a-z0-9]+)*"


class Id(Words):
    """The id by which other records name this one, unique in its list."""

    def __init__(self, list_name: str, *, dots: bool = False) -> None:
        self.list = list_name
        self.form = _ID_WITH_DOTS if dots else _ID

    def read(self, node: Node, sink: Sink) -> str | None:
        """The id; it is recorded as defined even where the rest of the record fails."""
        text = super().read(node, sink)
        if text is None:
            return None
        sink.define(self.list, text, node)
        if self.fits(text):
            return text
        message = _("{text} is not an id").format(text=text)
        hint = _("lower-case letters and digits in words joined by hyphens, like a-b-2")
        sink.report("SG104", node, message, hint)
        return None

    def plain(self, value: object, sink: Sink) -> str:
        """The id, recorded as defined."""
        if type(value) is not str or not self.fits(value):
            raise Odd
        sink.defined.append(Mention(self.list, value, sink.line))
        return value

    def fits(self, text: str) -> bool:
        """Whether a text has the form of an id."""
        return re.fullmatch(self.form, text) is not None

    def schema(self) -> Schema:
        """Lower-case words joined by hyphens."""
        return {"type": "string", "pattern": f"^{self.form}$"}


class Reference(Words):
    """The id of a record of some list."""

    def __init__(self, list_name: str) -> None:
        self.list = list_name

    def read(self, node: Node, sink: Sink) -> str | None:
        """The id; that there is such a record is checked when all files are read."""
        text = super().read(node, sink)
        if text is not None:
            sink.refer(self.list, text, node)
        return text

    def plain(self, value: object, sink: Sink) -> str:
        """The id, recorded as referred to."""
        if type(value) is str and value.isprintable() and value.strip() == value != "":
            sink.referred.append(Mention(self.list, value, sink.line))
            return value
        raise Odd


class AddressOr(Reference):
    """The id of a record of some list, or a web address."""

    def read(self, node: Node, sink: Sink) -> str | None:
        """The address or the id."""
        if type(node) is Scalar and "://" in node.text:
            return Address().read(node, sink)
        return super().read(node, sink)

    def plain(self, value: object, sink: Sink) -> str:
        """The address or the id."""
        if isinstance(value, str) and "://" in value:
            address: str = Address().plain(value, sink)
            return address
        return super().plain(value, sink)

    def schema(self) -> Schema:
        """Either form."""
        return {"type": "string", "pattern": f"^(https?://.*|{_ID_WITH_DOTS})$"}
