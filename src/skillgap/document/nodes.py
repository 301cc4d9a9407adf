"""The values of a YAML file as written: text, lists and mappings, each with its place.

A scalar keeps the text that stands in the file. What it means (a number, a date, a
word) is for the key that holds it to say, so YAML 1.1's surprises (``no`` is false,
``012`` is ten, ``2026-11`` is a date or not) never happen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.errors import Problem

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class Scalar(Record):
    """A text as it stands in the file; ``plain`` where it is neither quoted nor block.

    Lines and columns count from 1 and are those of the first character.
    """

    text: str
    plain: bool
    line: int
    column: int


class Sequence(Record):
    """A list, in the order of the file."""

    items: list[Node]
    line: int
    column: int


class Entry(Record):
    """One key of a mapping and its value."""

    key: Scalar
    value: Node


class Mapping(Record):
    """Keys and values, in the order of the file; every key is there once."""

    entries: dict[str, Entry]
    line: int
    column: int

    def value(self, name: str) -> Node | None:
        """The value of a key, None where the key is absent."""
        entry = self.entries.get(name)
        return entry.value if entry else None


Node = Scalar | Sequence | Mapping


class Document(Record):
    """A file as read: its value (None where it could not be read) and what is wrong."""

    path: str
    root: Node | None
    problems: tuple[Problem, ...]


def is_null(node: Node) -> bool:
    """Whether a key was written without a value (or with ``null`` or ``~``)."""
    return type(node) is Scalar and node.plain and node.text in _NULLS
