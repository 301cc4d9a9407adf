"""Where reading puts what it finds: problems, and the ids defined and referred to."""

from __future__ import annotations

from skillgap.document.nodes import Mapping, Node, Sequence
from skillgap.errors import Problem, Severity
from skillgap.record import Record


class Place(Record):
    """A place in a file; orders as a person reads."""

    path: str
    line: int
    column: int


class Mention(Record):
    """An id that stands at a place: where it is defined, or where it is referred to."""

    list: str
    id: str
    place: Place


class Kept(Record):
    """A record, the mapping or line it was read from and the file where that stands."""

    record: object
    node: Mapping | Place
    path: str

    def place(self, *path: str | int) -> Place:
        """The place of the value at the end of these keys and indexes.

        A line of JSON knows its number only; the values in it have no column.
        """
        node: Node | Place = self.node
        for step in path:
            value = _inside(node, step)
            if value is None:
                break
            node = value
        return Place(self.path, node.line, node.column)


def _inside(node: Node | Place, step: str | int) -> Node | None:
    if isinstance(step, int):
        return node.items[step] if isinstance(node, Sequence) else None
    return node.value(step) if isinstance(node, Mapping) else None


class Sink:
    """Collects over all files of one reading; ``path`` is the file being read.

    ``unread`` are the lists of which nothing could be read, or not all: what is missing
    would define ids, so nothing is said of what refers to them. ``line`` is the line
    of JSON being read, where a file has lines.
    """

    def __init__(self, path: str = "") -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.defined: list[Mention] = []
        self.referred: list[Mention] = []
        self.kept: dict[str, list[Kept]] = {}
        self.unread: set[str] = set()
        self.line = Place(path, 0, 1)

    def place(self, node: Node | Place) -> Place:
        """The place of a node of the file being read; a place is its own."""
        if type(node) is Place:
            return node
        return Place(self.path, node.line, node.column)

    def report(
        self,
        rule: str,
        at: Node | Place | None,
        message: str,
        hint: str | None = None,
        severity: Severity = "error",
    ) -> None:
        """Record a problem at a node of the file being read, or at a place."""
        path, line, column = self.path, None, None
        if at is not None:
            line, column = at.line, at.column
            path = at.path if isinstance(at, Place) else path
        self.problems.append(Problem(severity, rule, message, path, line, column, hint))

    def define(self, list_name: str, id_: str, node: Node | Place) -> None:
        """Record that an id of a list is defined here."""
        self.defined.append(Mention(list_name, id_, self.place(node)))

    def refer(self, list_name: str, id_: str, node: Node | Place) -> None:
        """Record that an id of a list is referred to here."""
        self.referred.append(Mention(list_name, id_, self.place(node)))
