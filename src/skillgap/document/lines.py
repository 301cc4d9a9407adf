"""JSON Lines, a record a line: the form for tables too large to be written as YAML.

Most lines are plainly right, and the tables take them as JSON gives them
(``Table.plain``). A line that is not is read again as what it also is, YAML in
brackets, by the strict reader: it accepts what is merely unusual, and says of the rest
what is wrong and where. So both ways accept the same, and explain it alike.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skillgap.document.kinds import Odd
from skillgap.document.nodes import Entry, Mapping, Node, Scalar, Sequence
from skillgap.document.sink import Place
from skillgap.document.text import decode
from skillgap.document.yaml import parse_document
from skillgap.errors import Problem
from skillgap.garbage import without_collection
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.document.sink import Sink
    from skillgap.document.tables import Table

MAX_ODD = 10_000
"""The most lines of a file that are read again; the rest is not looked at."""


def read_lines(data: bytes, table: Table, sink: Sink) -> tuple[tuple[Any, ...], bool]:
    """The records of the lines, and whether every line could be read as JSON.

    Args:
        data: the file; empty lines are passed over.
        table: what each line may hold.
        sink: its ``path`` names the file; takes every problem.
    """
    text = decode(data, sink.path)
    if isinstance(text, Problem):
        sink.problems.append(text)
        return (), False
    reader = _Reader(table, sink)
    with without_collection():
        for number, line in enumerate(text.split("\n"), 1):
            if line and not line.isspace():
                reader.read(line, number)
    return tuple(reader.records), reader.whole


class _Reader:
    """Reads line after line, the short way where it can."""

    def __init__(self, table: Table, sink: Sink) -> None:
        self.records: list[Any] = []
        self.whole = True
        self._table = table
        self._sink = sink
        self._odd = 0
        self._decode = json.JSONDecoder(
            object_pairs_hook=_object, parse_float=_decimal, parse_constant=_refuse
        ).decode

    def read(self, line: str, number: int) -> None:
        sink = self._sink
        sink.line = Place(sink.path, number, 1)
        defined, referred = len(sink.defined), len(sink.referred)
        try:
            record = self._table.plain(self._decode(line), sink)
        except (Odd, ValueError, RecursionError):
            del sink.defined[defined:], sink.referred[referred:]
            record = self._read_strictly(line, number)
        if record is not None:
            self.records.append(record)

    def _read_strictly(self, line: str, number: int) -> Any:  # noqa: ANN401
        self._odd += 1
        if self._odd > MAX_ODD:
            self.whole = False
            return None
        node = self._node(line, number)
        if node is None:
            self.whole = False
            return None
        return self._table.read(node, self._sink)

    def _node(self, line: str, number: int) -> Node | None:
        """The line as nodes, None after reporting why it is no JSON."""
        sink = self._sink
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            column = getattr(error, "pos", 0) + 1
            hint = _("write one record a line, as JSON; json.tool shows the fault")
            at = Scalar("", False, number, column)
            sink.report("SG014", at, _("the line is not JSON"), hint)
            return None
        document = parse_document(line.encode(), sink.path)
        if any(problem.rule == "SG005" for problem in document.problems):
            # An escape that only JSON has: without it the line means the same.
            again = json.dumps(value, ensure_ascii=False).encode(errors="replace")
            document = parse_document(again, sink.path)
        sink.problems.extend(p._replace(line=number) for p in document.problems)
        return _moved(document.root, number) if document.root else None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Odd
    return found


def _decimal(text: str) -> float:
    if "e" in text or "E" in text:
        raise Odd
    return float(text)


def _refuse(text: str) -> None:
    raise ValueError(text)


def _moved(node: Node, line: int) -> Node:
    """The node of a line as it stands in its file."""
    if type(node) is Mapping:
        entries = {
            name: Entry(key._replace(line=line), _moved(value, line))
            for name, (key, value) in node.entries.items()
        }
        return Mapping(entries, line, node.column)
    if type(node) is Sequence:
        items = [_moved(item, line) for item in node.items]
        return Sequence(items, line, node.column)
    return node._replace(line=line)
