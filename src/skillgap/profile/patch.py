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

if TYPE_CHECKING:
    from collections.abc import Sequence

Node = Any
"""A node as PyYAML gives it, which has no types."""

Path = tuple[str | int, ...]
_BLOCKS = ("|", ">")
_ENDLESS = 1_000_000
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def append(text: str, path: Path, values: Sequence[object]) -> str:
    """The text with values added at the end of a list, which is made where absent."""
    root = _compose(text)
    found = _find(root, path)
    if found is None:
        return put(text, path, list(values))
    if found.flow_style:
        if not found.value and _is_block(_find(root, path[:-1])):
            return _replace_empty(text, root, path, list(values))
        return _append_flow(text, found, [_flow(value) for value in values])
    lines = _block(list(values), found.start_mark.column)
    return _insert_lines(text, _end(found, text), lines)


def put(text: str, path: Path, value: object) -> str:
    """The text with a value at a path: in the place of the old one, or as a new key."""
    root = _compose(text)
    found = _find(root, path)
    parent = _find(root, path[:-1])
    if parent is None:
        raise KeyError(path)
    if found is not None:
        return _replace(text, found, value, parent)
    if parent.flow_style:
        pair = f"{json.dumps(path[-1])}: {_flow(value)}"
        return _append_flow(text, parent, [pair])
    lines = _block({path[-1]: value}, parent.start_mark.column)
    if len(path) == 1 and "\n..." not in text[_end(parent, text) :]:
        return _insert_lines(text, len(text), lines)
    return _insert_lines(text, _end(parent, text), lines)


def is_text(text: str, path: Path) -> bool:
    """Whether the value at a path is a text, no list or mapping."""
    found = _find(_compose(text), path)
    return found is not None and isinstance(found.value, str)


def _compose(text: str) -> Node:
    import yaml

    # The parser in Python: the marks of its characters are sure, and a profile small.
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _find(node: Node, path: Path) -> Node:
    """The node at a path, None where there is none."""
    for step in path:
        if isinstance(step, int):
            node = node.value[step]
            continue
        named = (value for key, value in node.value if key.value == step)
        node = next(named, None)
        if node is None:
            return None
    return node


def _is_block(node: Node) -> bool:
    return node is not None and not node.flow_style


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


def _insert_lines(text: str, at: int, lines: list[str]) -> str:
    """The text with lines after the one that holds a place."""
    newline = "\r\n" if "\r\n" in text else "\n"
    end = text.find("\n", at)
    added = "".join(f"{line}{newline}" for line in lines)
    if end >= 0:
        return text[: end + 1] + added + text[end + 1 :]
    before = text if text.endswith("\n") or not text else text + newline
    return before + added


def _append_flow(text: str, node: Node, items: list[str]) -> str:
    """The text with items added within the brackets of a flow list or mapping."""
    written = ", ".join(items)
    if not node.value:
        at = node.start_mark.index + 1
        return text[:at] + written + text[at:]
    at = _end(node.value[-1][-1] if _is_pair(node) else node.value[-1], text)
    return f"{text[:at]}, {written}{text[at:]}"


def _is_pair(node: Node) -> bool:
    return isinstance(node.value[-1], tuple)


def _replace_empty(text: str, root: Node, path: Path, values: list[Any]) -> str:
    """The text with a block list in the place of ``[]``; a comment in it stays."""
    found, parent = _find(root, path), _find(root, path[:-1])
    start, end = found.start_mark.index, found.end_mark.index
    if text[start + 1 : end - 1].strip():
        return _append_flow(text, found, [_flow(value) for value in values])
    lines = _block(values, parent.start_mark.column + 2)
    emptied = text[:start].rstrip(" ") + text[end:]
    return _insert_lines(emptied, len(text[:start].rstrip(" ")), lines)


def _replace(text: str, node: Node, value: object, parent: Node) -> str:
    """The text with another value in the place of a node's."""
    start, end = node.start_mark.index, _end(node, text)
    if isinstance(value, dict | list) and _is_block(parent):
        lines = _block(value, node.start_mark.column)
        newline = "\r\n" if "\r\n" in text else "\n"
        return text[:start] + newline.join(lines).lstrip() + text[end:]
    return text[:start] + _flow(value) + text[end:]


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
