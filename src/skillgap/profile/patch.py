"""Small changes to YAML text that leave every other byte of it alone.

Round trips through an object tree (ruamel.yaml was tried) move comments between lists
and lay a person's lines out anew. So a change is made in the text itself, at the place
that the parser gives for a value: a value put, a key added, items added to a list, in
the style (block or flow) and indentation that stands there.

Paths name a value by keys and indexes: ``("claims", 0, "level")``. The text is one
that ``skillgap.document`` reads without a problem: no anchors, no tags, one document.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

Node = Any
"""A node as PyYAML gives it, which has no types."""

Path = tuple[str | int, ...]
_BLOCKS = ("|", ">")
_ENDLESS = 1_000_000
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


class _Patch(Record):
    """What stands from one place to another is replaced; ``depth`` is its path's."""

    start: int
    end: int
    depth: int
    new: str


class Patches:
    """Changes to one text: all are placed in the text as it was, then made at once.

    Of two that add lines at one place, the one within the other's list comes first.
    """

    def __init__(self, text: str) -> None:
        """Parse a text; a last line without an end gets one."""
        self._newline = "\r\n" if "\r\n" in text else "\n"
        self._text = text if text.endswith("\n") else text + self._newline
        self._root = _compose(self._text)
        self._found: list[_Patch] = []

    def is_text(self, path: Path) -> bool:
        """Whether the value at a path is a text, no list or mapping."""
        found = self._find(path)
        return found is not None and isinstance(found.value, str)

    def texts(self, path: Path, key: str) -> list[str]:
        """What the items of a list have under a key; nothing where there is no list."""
        found = self._find(path)
        items = found.value if found is not None else ()
        pairs = [{k.value: v.value for k, v in item.value} for item in items]
        return [pair[key] for pair in pairs]

    def append(self, path: Path, values: Sequence[object]) -> None:
        """Add values at the end of a list, which is made where it is absent."""
        found = self._find(path)
        if found is None:
            self.put(path, list(values))
        elif not found.flow_style:
            lines = _block(list(values), found.start_mark.column)
            item = (*path, len(found.value))
            self._insert_lines(_end(found, self._text), item, lines)
        elif self._can_open(found, path):
            self._open(found, path, list(values))
        else:
            self._insert_flow(found, path, [_flow(value) for value in values])

    def put(self, path: Path, value: object) -> None:
        """Put a value at a path: in the place of the old one, or as a new key.

        Raises:
            KeyError: there is no mapping that the key could stand in.
        """
        found, parent = self._find(path), self._find(path[:-1])
        if parent is None:
            raise KeyError(path)
        if found is not None:
            self._replace(found, path, value, is_block=not parent.flow_style)
        elif parent.flow_style:
            pair = f"{json.dumps(path[-1])}: {_flow(value)}"
            self._insert_flow(parent, path, [pair])
        else:
            lines = _block({path[-1]: value}, parent.start_mark.column)
            at = _end(parent, self._text)
            if len(path) == 1 and "\n..." not in self._text[at:]:
                at = len(self._text) - 1  # below the notes at the end of the file
            self._insert_lines(at, path, lines)

    def made(self) -> str:
        """The text with all changes made."""
        text = self._text
        order = sorted(
            enumerate(self._found),
            key=lambda one: (one[1].start, -one[1].depth, one[0]),
        )
        for _number, patch in reversed(order):
            text = text[: patch.start] + patch.new + text[patch.end :]
        return text

    def _find(self, path: Path) -> Node:
        """The node at a path, None where there is none."""
        node = self._root
        for step in path:
            if isinstance(step, int):
                node = node.value[step]
                continue
            named = (value for key, value in node.value if key.value == step)
            node = next(named, None)
            if node is None:
                return None
        return node

    def _add(self, start: int, end: int, path: Path, new: str) -> None:
        self._found.append(_Patch(start, end, len(path), new))

    def _insert_lines(self, at: int, path: Path, lines: list[str]) -> None:
        """Lines after the one that holds a place."""
        start = self._text.index("\n", at) + 1
        added = "".join(f"{line}{self._newline}" for line in lines)
        self._add(start, start, path, added)

    def _insert_flow(self, node: Node, path: Path, items: list[str]) -> None:
        """Items within the brackets of a flow list or mapping."""
        written = ", ".join(items)
        if node.value:
            last = node.value[-1]
            at = _end(last[1] if isinstance(last, tuple) else last, self._text)
            written = f", {written}"
        else:
            at = node.start_mark.index + 1
        self._add(at, at, path, written)

    def _can_open(self, node: Node, path: Path) -> bool:
        """Whether ``[]`` may become a list in lines: nothing, no comment, is in it."""
        within = self._text[node.start_mark.index + 1 : node.end_mark.index - 1]
        return not within.strip() and not self._find(path[:-1]).flow_style

    def _open(self, node: Node, path: Path, values: list[Any]) -> None:
        start, end = node.start_mark.index, node.end_mark.index
        lines = _block(values, self._find(path[:-1]).start_mark.column + 2)
        self._add(len(self._text[:start].rstrip(" ")), end, path, "")
        self._insert_lines(end, path, lines)

    def _replace(
        self, node: Node, path: Path, value: object, *, is_block: bool
    ) -> None:
        start, end = node.start_mark.index, _end(node, self._text)
        written = _flow(value)
        is_item = isinstance(path[-1], int)
        in_lines = is_item or (isinstance(node.value, list) and not node.flow_style)
        if isinstance(value, dict | list) and is_block and in_lines:
            lines = _block(value, node.start_mark.column)
            written = self._newline.join(lines).lstrip()
        self._add(start, end, path, written)


def _compose(text: str) -> Node:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.compose(text, Loader=loader)


def _end(node: Node, text: str) -> int:
    """Where the content of a node ends: before blanks and comments that follow it."""
    if isinstance(node.value, str):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in _BLOCKS:
            return int(start + len(text[start:end].rstrip()))
        return int(end)
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last, text)


def _block(value: object, indent: int) -> list[str]:
    """The lines of a list or mapping in block style, that far to the right."""
    import yaml

    class Indented(yaml.SafeDumper):
        """Lists within mappings stand two to the right, as the documents show them."""

        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            del indentless
            super().increase_indent(flow, False)

    written = yaml.dump(
        value,
        Dumper=Indented,
        default_flow_style=False,
        sort_keys=False,
        allow_unicode=True,
        width=_ENDLESS,
    )
    return [f"{' ' * indent}{line}" for line in written.split("\n")[:-1]]


def _flow(value: object) -> str:
    """A value on one line: a plain word where that is safe, else as JSON."""
    if isinstance(value, str) and value.isascii() and value not in _WORDS:
        letters = value.replace("_", "").replace("-", "")
        if letters.isalpha() and letters.islower() and value[0].isalpha():
            return value
    return json.dumps(value, ensure_ascii=False)
