"""YAML text into nodes: strictly, event by event, in bounded time and memory.

Only what a data file needs is read. Anchors, aliases and tags are refused: the first
two can make a small file stand for an endless one, the last can build objects. Depth,
size and the number of values are bounded before anything is built.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from skillgap.document.nodes import Document, Entry, Mapping, Node, Scalar, Sequence
from skillgap.document.syntax import explain
from skillgap.document.text import MAX_BYTES, decode
from skillgap.errors import Problem
from skillgap.garbage import without_collection
from skillgap.locale import _
from skillgap.locale.reasons import reason_of
from skillgap.record import Record

if TYPE_CHECKING:
    from pathlib import Path

MAX_DEPTH = 32
"""The deepest nesting that is read (a catalogue needs 7)."""

MAX_VALUES = 4_000_000
"""The most values in one file (the whole of ESCO has about 1 million)."""

MAX_PROBLEMS = 100
"""Reading ends where YAML itself is wrong in so many places."""

_UNPRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


class _Stop(Exception):  # noqa: N818 - not an error of its own: it ends the reading
    """Raised where reading on would make no sense; the problem is recorded."""


class _Place(Record):
    line: int
    column: int


def read_document(path: Path, shown: str | None = None) -> Document:
    """Read a YAML file; whatever is wrong is in the document's problems.

    Args:
        path: the file.
        shown: the name that problems give the file; its path where absent.
    """
    shown = str(path) if shown is None else shown
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = reason_of(error)
        message = _("the file cannot be read: {reason}").format(reason=reason)
        return Document(shown, None, (Problem("error", "SG001", message, shown),))
    return parse_document(data, shown)


def parse_document(data: bytes, shown: str) -> Document:
    """Read YAML text that is already in memory, as ``read_document`` does."""
    text = decode(data, shown, unprintable=_UNPRINTABLE)
    if isinstance(text, Problem):
        return Document(shown, None, (text,))
    builder = _Builder(shown)
    try:
        builder.build(text)
    except _Stop:
        builder.root = None
    problems = tuple(
        sorted(builder.problems, key=lambda p: (p.line or 0, p.column or 0))
    )
    return Document(shown, builder.root, problems)


class _Builder:
    """Builds the nodes of one file from its parse events, without recursion."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._documents = 0
        self._values = 0

    def build(self, text: str) -> None:
        import yaml

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._start,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceEndEvent: self._end,
            yaml.MappingEndEvent: self._end,
            yaml.DocumentStartEvent: self._document,
            yaml.AliasEvent: self._alias,
        }
        try:
            with without_collection():
                for event in yaml.parse(text, Loader=loader):
                    if handler := handlers.get(type(event)):
                        handler(event)
        except yaml.MarkedYAMLError as error:
            self._syntax(error, text)
        if self.root is None:
            hint = _("write its keys, or delete the file")
            self.stop("SG006", _("the file is empty"), None, hint)

    def report(
        self, rule: str, message: str, at: _Place | None, hint: str | None = None
    ) -> None:
        line, column = at or (None, None)
        problem = Problem("error", rule, message, self.shown, line, column, hint)
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            raise _Stop

    def stop(
        self, rule: str, message: str, at: _Place | None, hint: str | None = None
    ) -> NoReturn:
        self.report(rule, message, at, hint)
        raise _Stop

    def _scalar(self, event: Any) -> None:  # noqa: ANN401 - yaml's events are untyped
        if event.tag is not None or event.anchor is not None:
            self._refuse(event)
        mark = event.start_mark
        style = event.style
        node = Scalar(event.value, not style, mark.line + 1, mark.column + 1)
        self._count(mark)
        self._add(node)

    def _start(self, event: Any) -> None:  # noqa: ANN401
        if event.tag is not None or event.anchor is not None:
            self._refuse(event)
        line, column = _start_of(event)
        if len(self._open) >= MAX_DEPTH:
            self._too_deep(_Place(line, column))
        self._count(event.start_mark)
        is_list = type(event).__name__ == "SequenceStartEvent"
        node = Sequence([], line, column) if is_list else Mapping({}, line, column)
        if self._open and type(self._open[-1]) is Mapping and self._keys[-1] is None:
            hint = _("quote the key if it is a text")
            self.stop("SG012", _("a key must be a text"), _Place(line, column), hint)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _too_deep(self, at: _Place | None) -> NoReturn:
        message = _("lists and mappings stand more than {depth} deep").format(
            depth=MAX_DEPTH
        )
        self.stop("SG010", message, at)

    def _end(self, event: Any) -> None:  # noqa: ANN401
        del event
        self._open.pop()
        self._keys.pop()

    def _document(self, event: Any) -> None:  # noqa: ANN401
        self._documents += 1
        if self._documents > 1:
            message = _("a second document starts here; one file holds one")
            self.stop("SG011", message, _start_of(event), _("take the line --- away"))

    def _alias(self, event: Any) -> None:  # noqa: ANN401
        self._refuse_anchor(event)
        self._add(Scalar("", False, *_start_of(event)))

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top = self._open[-1]
        if type(top) is Sequence:
            top.items.append(node)
        elif type(top) is Mapping:
            self._add_entry(top, node)

    def _add_entry(self, mapping: Mapping, node: Node) -> None:
        key = self._keys[-1]
        if key is None:
            if type(node) is Scalar:
                self._keys[-1] = node
            return
        self._keys[-1] = None
        first = mapping.entries.get(key.text)
        if first is None:
            mapping.entries[key.text] = Entry(key, node)
            return
        message = _("the key {key} stands twice; first in line {line}").format(
            key=key.text, line=first.key.line
        )
        self.report(
            "SG007", message, _Place(key.line, key.column), _("keep one of them")
        )

    def _count(self, mark: Any) -> None:  # noqa: ANN401
        self._values += 1
        if self._values > MAX_VALUES:
            message = _("the file holds more than {most} values").format(
                most=MAX_VALUES
            )
            self.stop("SG002", message, _Place(mark.line + 1, mark.column + 1))

    def _refuse(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            self._refuse_anchor(event)
        if event.tag is not None:
            message = _("the tag {tag} is not read").format(tag=event.tag)
            hint = _("leave it out; quote what is to be read as text")
            self.report("SG009", message, _start_of(event), hint)

    def _refuse_anchor(self, event: Any) -> None:  # noqa: ANN401
        message = _("anchors and aliases are not read ({name})").format(
            name=event.anchor
        )
        hint = _("write the value out; quote a text that begins with & or *")
        self.report("SG008", message, _start_of(event), hint)

    def _syntax(self, error: Any, text: str) -> None:  # noqa: ANN401
        mark = error.problem_mark or error.context_mark
        at = _Place(mark.line + 1, mark.column + 1) if mark else None
        lines = text.split("\n")
        line = lines[mark.line] if mark and mark.line < len(lines) else ""
        if (
            mark
            and "\t" in line[mark.column - 1 if mark.column else 0 : mark.column + 1]
        ):
            message = _("a tab stands where spaces are needed")
            self.stop("SG013", message, at, _("indent with spaces"))
        what = str(error.problem or error.context or "")
        if "nesting depth" in what:  # libyaml looks ahead further than we read
            self._too_deep(at)
        message, hint = explain(what)
        self.stop("SG005", message, at, hint)


def _start_of(event: Any) -> _Place:  # noqa: ANN401
    return _Place(event.start_mark.line + 1, event.start_mark.column + 1)
