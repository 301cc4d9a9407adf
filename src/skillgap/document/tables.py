"""Tables of keys: what a mapping may hold, and the record that is made of it.

One table drives reading, checking and the JSON Schema of a record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.document.kinds import Kind, Odd, Schema, suggestion, wrong_type
from skillgap.document.nodes import Mapping, Node
from skillgap.document.sink import Kept, Mention, Sink
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable


_MOST_SHOWN = 12
_MOST_MADE = 1 << 16
_Made = tuple[Any, tuple[tuple[str, str], ...]]
"""A record, and the lists and ids that it refers to."""


class Key(Record):
    """One key of a mapping.

    ``fills`` names the fields of the record that come from it, where they are called
    otherwise; ``about`` is the sentence that editors show.
    """

    name: str
    kind: Kind
    required: bool = False
    fills: tuple[str, ...] | None = None
    about: str | None = None


class Table:
    """The keys of one kind of mapping, and what makes a record of their values.

    Args:
        record: the named tuple that is made.
        keys: the keys, in the order in which they are written.
        make: takes the values read by the names of their keys; ``record(**values)``
            where absent.
        keep: remember the record with its node, for the rules that compare records.
        partial: make the record of what could be read even where something is wrong;
            for the table of a whole file.
        check: looks at the values of one record; reports what contradicts.
    """

    def __init__(
        self,
        record: type[tuple[Any, ...]],
        *keys: Key,
        make: Callable[[dict[str, Any]], Any] | None = None,
        keep: bool = False,
        partial: bool = False,
        check: Callable[[dict[str, Any], Mapping, Sink], None] | None = None,
    ) -> None:
        self.record = record
        self.keys = keys
        self.make = make or (lambda values: record(**values))
        self.keep = keep
        self.partial = partial
        self.check = check
        self._by_name = {key.name: key for key in keys}
        self._required = tuple(key.name for key in keys if key.required)
        self._needed = frozenset(self._required)
        self._plain = {key.name: key.kind.plain for key in keys}
        self._made: dict[tuple[Any, ...], _Made] | None = None

    def recurring(self) -> Table:
        """Keep what is made of JSON: the same mapping comes many times in one file.

        Its values are single ones, no lists and no mappings.
        """
        self._made = {}
        return self

    def fields(self) -> set[str]:
        """The names of the record's fields that the keys fill."""
        return {field for key in self.keys for field in (key.fills or (key.name,))}

    def read(self, node: Node, sink: Sink) -> Any:  # noqa: ANN401
        """The record, or None after reporting everything that is wrong with it."""
        if type(node) is not Mapping:
            wrong_type(node, _("a mapping"), sink)
            return None
        before = len(sink.problems)
        values = self._values(node, sink)
        for name in self._required:
            if name not in node.entries:
                message = _("the key {name} is missing").format(name=name)
                sink.report("SG102", node, message)
        if len(sink.problems) == before and self.check:
            self.check(values, node, sink)
        wrong = any(p.severity == "error" for p in sink.problems[before:])
        if wrong and not (self.partial and values.keys() >= set(self._required)):
            return None
        record = self.make(values)
        if self.keep:
            name = self.record.__name__
            sink.kept.setdefault(name, []).append(Kept(record, node, sink.path))
        return record

    def plain(self, value: object, sink: Sink) -> Any:  # noqa: ANN401
        """The record of a mapping of JSON in which everything is plainly right."""
        if type(value) is not dict or not value.keys() >= self._needed:
            raise Odd
        if self._made is not None:
            return self._plain_again(value, sink, self._made)
        return self._plain_record(value, sink)

    def _plain_again(
        self, value: dict[str, Any], sink: Sink, made: dict[tuple[Any, ...], _Made]
    ) -> Any:  # noqa: ANN401
        """The record of a mapping that may have come before: 1, 1.0 and true differ."""
        given = value.values()
        try:
            mark = (*value, *given, *map(type, given))
            known = made.get(mark)
        except TypeError:
            raise Odd from None
        if known is None:
            before = len(sink.referred)
            record = self._plain_record(value, sink)
            named = tuple((each.list, each.id) for each in sink.referred[before:])
            if len(made) < _MOST_MADE:
                made[mark] = (record, named)
            return record
        record, named = known
        line, refer = sink.line, sink.referred.append
        for list_, id_ in named:
            refer(Mention(list_, id_, line))
        return record

    def _plain_record(self, value: dict[str, Any], sink: Sink) -> Any:  # noqa: ANN401
        plain = self._plain
        try:
            values = {name: plain[name](given, sink) for name, given in value.items()}
        except KeyError:
            raise Odd from None
        if self.check:
            self._check_plain(values)
        record = self.make(values)
        if self.keep:
            name = self.record.__name__
            sink.kept.setdefault(name, []).append(Kept(record, sink.line, sink.path))
        return record

    def _check_plain(self, values: dict[str, Any]) -> None:
        aside = Sink()
        if self.check:
            self.check(values, Mapping({}, 0, 0), aside)
        if aside.problems:
            raise Odd

    def _values(self, node: Mapping, sink: Sink) -> dict[str, Any]:
        values = {}
        for name, (at, value) in node.entries.items():
            key = self._by_name.get(name)
            if key is None:
                message = _("unknown key {name}").format(name=name)
                hint = suggestion(name, list(self._by_name)) or self._known_keys()
                sink.report("SG101", at, message, hint)
            elif (read := key.kind.read(value, sink)) is not None:
                values[name] = read
        return values

    def _known_keys(self) -> str | None:
        if len(self.keys) > _MOST_SHOWN:
            return None
        return _("known here: {names}").format(names=", ".join(self._by_name))

    def schema(self) -> Schema:
        """An object with these properties and no others."""
        properties = {}
        for key in self.keys:
            properties[key.name] = key.kind.schema()
            if key.about:
                properties[key.name]["description"] = key.about
        schema: Schema = {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
        }
        if self._required:
            schema["required"] = list(self._required)
        return schema


class AloneOr:
    """A value alone, or a mapping that says more (a range, a choice)."""

    def __init__(self, alone: Kind, table: Table) -> None:
        self.alone = alone
        self.table = table

    def read(self, node: Node, sink: Sink) -> Any:  # noqa: ANN401
        """The value, or the record of the mapping."""
        if type(node) is Mapping:
            return self.table.read(node, sink)
        return self.alone.read(node, sink)

    def plain(self, value: object, sink: Sink) -> Any:  # noqa: ANN401
        """The value, or the record of the mapping."""
        kind = self.table if type(value) is dict else self.alone
        return kind.plain(value, sink)

    def schema(self) -> Schema:
        """Either form."""
        return {"anyOf": [self.alone.schema(), self.table.schema()]}
