"""Labelled lines for screen readers and grep: one fact a line, no boxes, no columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.blocks import (
    Bars,
    Bullets,
    Document,
    Fields,
    Heading,
    Meters,
    Paragraph,
    Table,
    Timeline,
    Verbatim,
    by_name,
    facts,
)
from skillgap.render.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.render.blocks import Block, Cell


def render_plain(document: Document) -> str:
    """The document as lines; an empty line stands before each heading and record."""
    lines: list[str] = []
    for block in document.blocks:
        for group in _groups(block):
            if lines:
                lines.append("")
            lines.extend(visible(line) for line in group)
    return "".join(f"{line}\n" for line in lines)


def _groups(block: Block) -> Iterator[list[str]]:
    match block:
        case Heading(text) | Paragraph(text):
            yield [text]
        case Fields() | Bars() | Meters() | Timeline():
            yield list(_labelled(by_name(block)))
        case Bullets(items, label):
            yield list(_labelled((label, item) for item in items) if label else items)
        case Verbatim(lines):
            yield list(lines)
        case Table(columns, rows, note):
            for row in rows:
                titles = (column.title for column in columns)
                named = zip(titles, row.cells, strict=True)
                yield [*_labelled(named), *_labelled([(note, row.notes)])]


def _labelled(pairs: Iterable[tuple[str, Cell]]) -> Iterator[str]:
    for label, cell in pairs:
        for fact in facts(cell):
            yield _("{label}: {value}").format(label=label, value=fact)
