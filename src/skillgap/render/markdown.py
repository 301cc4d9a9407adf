"""GitHub's Markdown, with everything from outside escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.blocks import (
    Address,
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
    without_empty_columns,
)
from skillgap.render.layout import record_title
from skillgap.render.safe import visible

if TYPE_CHECKING:
    from skillgap.render.blocks import Block, Cell, Row

# Inside a line these can open markup, HTML, a mention, an issue link or an address.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>|~&@#$]|(?<=:)//|(?<=www)\.")
# At the start of a line these open a list, a quotation, a rule or a title.
_OPENING = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")
# What an address in angle brackets may hold, in a table too.
_PLAIN_ADDRESS = re.compile(r"[!#-;=?-Z_a-z~%]+")
_BACKTICKS = re.compile(r"`+")


def render_markdown(document: Document) -> str:
    """The document as Markdown, its blocks an empty line apart."""
    texts = (text for text in map(_block, document.blocks) if text)
    return "\n\n".join(texts) + "\n"


def inline(text: str) -> str:
    """The text so that Markdown shows it as it is and makes no link of it.

    The address of a page is made a link, unless it holds what could end the link.
    """
    if isinstance(text, Address) and _PLAIN_ADDRESS.fullmatch(text):
        return f"<{text}>"
    return _MARKUP.sub(_reference, visible(text).strip())


def escaped(text: str) -> str:
    """The same where the text begins a line."""
    return _OPENING.sub(_opening, inline(text))


def _reference(found: re.Match[str]) -> str:
    mark = found[0]
    if mark == "//":
        return "&#47;&#47;"
    return f"&#{ord(mark)};" if mark in "<>&@." else f"\\{mark}"


def _opening(found: re.Match[str]) -> str:
    return f"&#{ord(found[0][0])};{found[0][1:]}"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {inline(text)}"
        case Paragraph(text):
            return escaped(text)
        case Fields() | Bars() | Meters() | Timeline():
            return "\n".join(
                _field(label, cell) for label, cell in by_name(block) if facts(cell)
            )
        case Bullets(items, _label, ordered):
            marks = (f"{at}." if ordered else "-" for at, _one in enumerate(items, 1))
            pairs = zip(marks, items, strict=True)
            return "\n".join(f"{mark} {escaped(item)}" for mark, item in pairs)
        case Verbatim(lines):
            return _fenced([visible(line) for line in lines])
        case Table():
            return _table(without_empty_columns(block))


def _field(label: str, cell: Cell) -> str:
    value = "; ".join(map(inline, facts(cell)))
    return "- " + _("{label}: {value}").format(
        label=f"**{inline(label)}**", value=value
    )


def _fenced(lines: list[str]) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall("\n".join(lines))), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join((f"{fence}text", *lines, fence))


def _table(table: Table) -> str:
    columns, rows = table.columns, table.rows
    lines = [
        _line([inline(column.title) for column in columns]),
        _line(["---:" if column.numeric else "---" for column in columns]),
        *(_line(["<br>".join(map(inline, facts(c))) for c in r.cells]) for r in rows),
    ]
    notes = [_noted(record_title(table, row), row) for row in rows if row.notes]
    return "\n\n".join(["\n".join(lines), *notes])


def _noted(title: str, row: Row) -> str:
    bullets = "\n".join(f"- {escaped(note)}" for note in row.notes)
    return f"**{inline(title)}**\n\n{bullets}"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
