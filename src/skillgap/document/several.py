"""The kinds of value that hold several: lists, and texts in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.document.kinds import Kind, Odd, Schema, Words, wrong_type
from skillgap.document.nodes import Mapping, Node, Scalar, Sequence
from skillgap.locale import _
from skillgap.model import Text, Texts

if TYPE_CHECKING:
    from skillgap.document.sink import Sink


_LANGUAGES = {"en", "fr"}
_WORDS = Words()


class TextPair:
    """A text in English and French: at least one of the two."""

    def read(self, node: Node, sink: Sink) -> Text | None:
        """The two texts."""
        if type(node) is not Mapping:
            hint = _("write {en: ..., fr: ...}")
            wrong_type(node, _("a text in each language"), sink, hint)
            return None
        values = _by_language(node, Words(), sink)
        if not values:
            if not node.entries:
                wrong_type(node, _("a text in each language"), sink)
            return None
        return Text(values.get("en"), values.get("fr"))

    def plain(self, value: object, sink: Sink) -> Text:
        """The two texts."""
        values = _plain_by_language(value, _WORDS, sink)
        return Text(values.get("en"), values.get("fr"))

    def schema(self) -> Schema:
        """A mapping with one or two languages."""
        words = Words().schema()
        return {
            "type": "object",
            "properties": {"en": words, "fr": words},
            "additionalProperties": False,
            "minProperties": 1,
        }


class TextLists:
    """Lists of texts in English and French."""

    def read(self, node: Node, sink: Sink) -> Texts | None:
        """The texts by language."""
        if type(node) is not Mapping:
            hint = _("write en: [...] and fr: [...]")
            wrong_type(node, _("a list of texts for each language"), sink, hint)
            return None
        values = _by_language(node, ListOf(Words()), sink)
        return Texts(values.get("en", ()), values.get("fr", ()))

    def plain(self, value: object, sink: Sink) -> Texts:
        """The texts by language."""
        values = _plain_by_language(value, _LIST_OF_WORDS, sink)
        return Texts(values.get("en", ()), values.get("fr", ()))

    def schema(self) -> Schema:
        """A mapping of lists by language."""
        words = ListOf(Words()).schema()
        return {
            "type": "object",
            "properties": {"en": words, "fr": words},
            "additionalProperties": False,
        }


def _by_language(node: Mapping, kind: Kind, sink: Sink) -> dict[str, Any]:
    values = {}
    for name, (key, value) in node.entries.items():
        if name not in _LANGUAGES:
            message = _("unknown language {name}").format(name=name)
            sink.report("SG101", key, message, _("en and fr are known"))
        elif (read := kind.read(value, sink)) is not None:
            values[name] = read
    return values


def _plain_by_language(value: object, kind: Kind, sink: Sink) -> dict[str, Any]:
    if type(value) is not dict or not value or not value.keys() <= _LANGUAGES:
        raise Odd
    return {name: kind.plain(each, sink) for name, each in value.items()}


class ListOf:
    """A list whose items are all of one kind."""

    def __init__(self, item: Kind, least: int = 0) -> None:
        self.item = item
        self.least = least

    def read(self, node: Node, sink: Sink) -> tuple[Any, ...] | None:
        """The items that could be read, in the order of the file."""
        if type(node) is not Sequence:
            hint = _("put it in brackets: [...]") if type(node) is Scalar else None
            wrong_type(node, _("a list"), sink, hint)
            return None
        if len(node.items) < self.least:
            self._too_short(node, sink)
            return None
        read = (self.item.read(item, sink) for item in node.items)
        return tuple(item for item in read if item is not None)

    def _too_short(self, node: Sequence, sink: Sink) -> None:
        if node.items:
            message = _("at least {number} are wanted here").format(number=self.least)
            sink.report("SG105", node, message)
        else:
            hint = _("leave the key out where the value is not known")
            sink.report("SG105", node, _("the list is empty"), hint)

    def plain(self, value: object, sink: Sink) -> tuple[Any, ...]:
        """The items."""
        if type(value) is not list or len(value) < self.least:
            raise Odd
        plain = self.item.plain
        return tuple([plain(item, sink) for item in value])

    def schema(self) -> Schema:
        """An array."""
        schema: Schema = {"type": "array", "items": self.item.schema()}
        if self.least:
            schema["minItems"] = self.least
        return schema


_LIST_OF_WORDS = ListOf(_WORDS)
