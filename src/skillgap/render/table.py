"""A document for a terminal: the only module that knows rich.

Where the room allows, a table; where it does not, the least important columns move
below the leading one, and on a narrow terminal every record becomes a card. Facts
move, but none is lost, and colour only repeats what words say.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from skillgap.render.blocks import (
    Bars,
    Bullets,
    Document,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
    Timeline,
    Verbatim,
    facts,
    without_empty_columns,
)
from skillgap.render.layout import (
    CARD_INDENT,
    HELD_SPACE,
    Layout,
    fit_table,
    name_column,
    record_title,
)
from skillgap.render.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from skillgap.render.blocks import Bar, Block, Cell, Span

_GAP = 2
_LONGEST_LINE = 72
_HELD = "\ue000"
# Legible on light and dark terminals alike, and never the only sign of anything.
_HEADING = "bold magenta"
_TITLE = "bold magenta underline"
_STRONG = "bold"


def render_table(document: Document, *, width: int, color: bool) -> str:
    """The document for a terminal of that many cells."""
    out = StringIO()
    console = Console(
        file=out,
        width=max(width, 20),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    for position, block in enumerate(document.blocks):
        if position and _apart(document.blocks[position - 1], block):
            console.print()
        for part in _rendered(block, console.width):
            console.print(part, soft_wrap=isinstance(block, Verbatim))
    text = out.getvalue().replace(_HELD, "\u00a0").replace(HELD_SPACE, " ")
    lines = text.split("\n")
    return "\n".join(line.rstrip(" ") for line in lines)


def _apart(before: Block, block: Block) -> bool:
    """Whether an empty line stands between two blocks: not below a heading."""
    return not isinstance(before, Heading) or isinstance(block, Heading | Paragraph)


def _rendered(block: Block, width: int) -> Iterable[RenderableType]:
    match block:
        case Heading(text, level):
            yield _text(text, _TITLE if level == 1 else _HEADING)
        case Paragraph(text):
            yield _text(text)
        case Fields(pairs):
            yield _fields(pairs, width)
        case Bullets(items):
            yield from (_hanging("-", item) for item in items)
        case Verbatim(lines):
            yield from map(_text, lines)
        case _:
            yield from _arranged(block, width)


def _arranged(block: Bars | Timeline | Table, width: int) -> Iterable[RenderableType]:
    """What takes its shape from the width."""
    match block:
        case Bars(bars):
            yield _drawn(bars, width)
        case Timeline(spans):
            yield from _in_time(spans, width)
        case Table():
            table = without_empty_columns(block)
            layout = fit_table(table, width, gap=_GAP, measure=cell_len)
            yield from _cards(table, layout) if layout.cards else _grid(table, layout)


def _text(text: str, style: str = "") -> Text:
    """Text that is never markup; rich would break lines at no-break spaces."""
    return Text(visible(text).replace("\u00a0", _HELD), style=style, overflow="fold")


def _hanging(mark: str, text: str) -> RichTable:
    grid = RichTable.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(_text(mark), _text(text))
    return grid


def _fields(pairs: tuple[tuple[str, Cell], ...], width: int) -> RichTable:
    shown = [(label, facts(cell)) for label, cell in pairs if facts(cell)]
    grid = RichTable.grid(padding=(0, _GAP))
    longest = max((cell_len(label) for label, _cell in shown), default=0)
    grid.add_column(width=min(longest, width // 3), overflow="fold")
    grid.add_column(overflow="fold")
    for label, several in shown:
        grid.add_row(_text(label, _STRONG), Text("\n").join(map(_text, several)))
    return grid


def _drawn(bars: tuple[Bar, ...], width: int) -> RichTable:
    """A mark for each thing, scaled down where there are more than room for them."""
    most = max((bar.marks for bar in bars), default=0)
    room = min(most, max(width // 4, 1))
    grid = RichTable.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True, width=room)
    grid.add_column(overflow="fold")
    for bar in bars:
        marks = bar.marks if most <= room else -(-bar.marks * room // most)
        grid.add_row(_text(bar.label, _STRONG), "■" * marks, _text(bar.text))
    return grid


def _in_time(spans: tuple[Span, ...], width: int) -> Iterable[RenderableType]:
    """Under each label its stretch on a line of time, then the same in words."""
    room = max(min(width - CARD_INDENT, _LONGEST_LINE), 1)
    for span in spans:
        start = min(int(span.start * room), room - 1)
        end = max(round(span.end * room), start + 1)
        line = f"{'·' * start}{'█' * (end - start)}{'·' * (room - end)}"
        yield _text(span.label, _STRONG)
        yield Padding(Text(line, no_wrap=True), (0, 0, 0, CARD_INDENT))
        yield Padding(_text(span.text), (0, 0, 0, CARD_INDENT))


def _grid(table: Table, layout: Layout) -> Iterable[RenderableType]:
    grid = RichTable(
        box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style=_STRONG
    )
    for index, cells in zip(layout.shown, layout.widths, strict=True):
        column = table.columns[index]
        justify: Literal["left", "right"] = "right" if column.numeric else "left"
        rule = f"\n{'─' * cells}"
        title = _text(column.title, _STRONG)
        grid.add_column(
            title.append(rule), width=cells, justify=justify, overflow="fold"
        )
    for position, row in enumerate(table.rows):
        if position and layout.spaced:
            grid.add_row()
        grid.add_row(*(_cell(table, layout, row, index) for index in layout.shown))
    yield grid
    yield from _notes(table)


def _cell(table: Table, layout: Layout, row: Row, index: int) -> Text:
    style = _STRONG if index == name_column(table) else ""
    several = [_text(fact, style) for fact in facts(row.cells[index])]
    if table.columns[index].leading:
        several += map(_text, layout.details(table, row))
    return Text("\n").join(several)


def _notes(table: Table) -> Iterable[RenderableType]:
    for row in table.rows:
        if row.notes:
            yield _text("")
            yield _text(record_title(table, row), _STRONG)
            yield from (_hanging("-", note) for note in row.notes)


def _cards(table: Table, layout: Layout) -> Iterable[RenderableType]:
    for position, row in enumerate(table.rows):
        if position and layout.spaced:
            yield _text("")
        yield _text(record_title(table, row), _STRONG)
        for line in layout.details(table, row):
            yield Padding(_text(line), (0, 0, 0, CARD_INDENT))
        yield from (
            Padding(_hanging("-", n), (0, 0, 0, CARD_INDENT)) for n in row.notes
        )
