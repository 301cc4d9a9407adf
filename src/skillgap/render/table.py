"""A document for a terminal: the only module that knows rich.

Where the room allows, a table; where it does not, the least important columns move
below the leading one, and on a narrow terminal every record becomes a card. Facts
move, but none is lost, and colour only repeats what words say.

Lines are broken and set side by side here, and rich measures and draws them: its own
tables measure and break each cell several times over, which took as long as all the
advice (``bench/startup.py``).
"""

from __future__ import annotations

from io import StringIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.segment import Segment, Segments

from skillgap.record import Record
from skillgap.render.blocks import (
    Bars,
    Bullets,
    Document,
    Fields,
    Heading,
    Meters,
    Paragraph,
    Row,
    Table,
    Timeline,
    Verbatim,
    by_name,
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
    from collections.abc import Iterable, Iterator, Sequence

    from skillgap.render.blocks import Bar, Block, Cell, Drawing, Span

    Line = list[tuple[str, str]]
    """Pieces of text and the style of each."""

_LEAST_WIDTH = 20
_GAP = 2
_LONGEST_LINE = 72
# Legible on light and dark terminals alike, and never the only sign of anything.
_HEADING = "bold magenta"
_TITLE = "bold magenta underline"
_STRONG = "bold"
_PLAIN = "none"
_INDENT = (" " * CARD_INDENT, _PLAIN)


class _Stack(Record):
    """Lines one below the other, in a column of ``width`` cells."""

    lines: Sequence[str]
    width: int
    style: str = _PLAIN
    to_right: bool = False


def render_table(document: Document, *, width: int, color: bool) -> str:
    """The document for a terminal of that many cells."""
    out = StringIO()
    console = Console(
        file=out,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        _environ={},
    )
    drawn: list[Segment] = []
    for line in _document(document, max(width, _LEAST_WIDTH)):
        drawn += [Segment(text, console.get_style(style)) for text, style in line]
        drawn.append(Segment.line())
    console.print(Segments(drawn), crop=False)
    lines = out.getvalue().replace(HELD_SPACE, " ").split("\n")
    return "\n".join(line.rstrip(" ") for line in lines)


def _document(document: Document, width: int) -> Iterator[Line]:
    for position, block in enumerate(document.blocks):
        if position and _apart(document.blocks[position - 1], block):
            yield []
        yield from _lines(block, width)


def _apart(before: Block, block: Block) -> bool:
    """Whether an empty line stands between two blocks: not below a heading."""
    return not isinstance(before, Heading) or isinstance(block, Heading | Paragraph)


def _lines(block: Block, width: int) -> Iterable[Line]:
    match block:
        case Heading(text, level):
            yield from _text(text, width, _TITLE if level == 1 else _HEADING)
        case Paragraph(text):
            yield from _text(text, width)
        case Fields(pairs):
            yield from _fields(pairs, width)
        case Bullets(items):
            yield from _hanging(items, width)
        case Verbatim(lines):
            yield from ([(visible(line), _PLAIN)] for line in lines)
        case _:
            yield from _arranged(block, width)


def _arranged(block: Drawing | Table, width: int) -> Iterable[Line]:
    """What takes its shape from the width."""
    match block:
        case Bars(bars):
            yield from _drawn(bars, width)
        case Timeline(spans):
            yield from _in_time(spans, width)
        case Meters():
            yield from _fields(by_name(block), width)
        case Table():
            yield from _records(without_empty_columns(block), width)


def _text(text: str, width: int, style: str = _PLAIN) -> Iterable[Line]:
    return ([(line, style)] for line in _broken(text, width))


def _broken(text: str, width: int) -> list[str]:
    """The text in lines of that many cells, broken at spaces where they have any."""
    text = visible(text)
    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if cell_len(longer) <= width:
            line = longer
            continue
        lines += [line] if line else []
        *whole, line = chop_cells(word, width) or [""]
        lines += whole
    return [*lines, line]


def _beside(stacks: Iterable[_Stack], gap: int = _GAP) -> Iterator[Line]:
    """Columns side by side."""
    stacks = tuple(stacks)
    for texts in zip_longest(*(stack.lines for stack in stacks), fillvalue=""):
        line: Line = []
        for stack, text in zip(stacks, texts, strict=True):
            space = (" " * (stack.width - cell_len(text)), _PLAIN)
            shown = (text, stack.style)
            line += [space, shown] if stack.to_right else [shown, space]
            line.append((" " * gap, _PLAIN))
        yield line


def _hanging(items: Iterable[str], width: int) -> Iterator[Line]:
    room = width - 2
    for item in items:
        yield from _beside((_Stack(["-"], 1), _Stack(_broken(item, room), room)), 1)


def _fields(pairs: tuple[tuple[str, Cell], ...], width: int) -> Iterator[Line]:
    shown = [(label, facts(cell)) for label, cell in pairs if facts(cell)]
    longest = max((cell_len(label) for label, _cell in shown), default=0)
    named = min(longest, width // 3)
    room = width - named - _GAP
    for label, several in shown:
        told = [line for fact in several for line in _broken(fact, room)]
        name = _Stack(_broken(label, named), named, _STRONG)
        yield from _beside((name, _Stack(told, room)))


def _drawn(bars: tuple[Bar, ...], width: int) -> Iterator[Line]:
    """A mark for each thing, scaled down where there are more than room for them."""
    most = max((bar.marks for bar in bars), default=0)
    longest = max((cell_len(bar.label) for bar in bars), default=0)
    named, drawn = min(longest, width // 2), min(most, max(width // 4, 1))
    room = max(width - named - drawn - 2 * _GAP, 1)
    for bar in bars:
        marks = bar.marks if most <= drawn else -(-bar.marks * drawn // most)
        yield from _beside(
            (
                _Stack(_broken(bar.label, named), named, _STRONG),
                _Stack(["■" * marks], drawn),
                _Stack(_broken(bar.text, room), room),
            )
        )


def _in_time(spans: tuple[Span, ...], width: int) -> Iterator[Line]:
    """Under each label its stretch on a line of time, then the same in words."""
    room = max(min(width - CARD_INDENT, _LONGEST_LINE), 1)
    for span in spans:
        start = min(int(span.start * room), room - 1)
        end = max(round(span.end * room), start + 1)
        drawn = f"{'·' * start}{'█' * (end - start)}{'·' * (room - end)}"
        yield from _text(span.label, width, _STRONG)
        yield [_INDENT, (drawn, _PLAIN)]
        yield from _indented(_text(span.text, width - CARD_INDENT))


def _records(table: Table, width: int) -> Iterator[Line]:
    layout = fit_table(table, width, gap=_GAP, measure=cell_len)
    if layout.cards:
        yield from _cards(table, layout, width)
    else:
        yield from _grid(table, layout)
        yield from _notes(table, width)


def _grid(table: Table, layout: Layout) -> Iterator[Line]:
    columns = tuple(zip(layout.shown, layout.widths, strict=True))
    yield from _beside(_title(table, index, width) for index, width in columns)
    for position, row in enumerate(table.rows):
        if position and layout.spaced:
            yield []
        yield from _beside(
            _cell(table, layout, row, index, width) for index, width in columns
        )


def _title(table: Table, index: int, width: int) -> _Stack:
    column = table.columns[index]
    lines = [*_broken(column.title, width), "─" * width]
    return _Stack(lines, width, _STRONG, column.numeric)


def _cell(table: Table, layout: Layout, row: Row, index: int, width: int) -> _Stack:
    column = table.columns[index]
    several = facts(row.cells[index])
    if column.leading:
        several += tuple(layout.details(table, row))
    lines = [line for fact in several for line in _broken(fact, width)]
    style = _STRONG if index == name_column(table) else _PLAIN
    return _Stack(lines, width, style, column.numeric)


def _notes(table: Table, width: int) -> Iterator[Line]:
    for row in table.rows:
        if row.notes:
            yield []
            yield from _text(record_title(table, row), width, _STRONG)
            yield from _hanging(row.notes, width)


def _cards(table: Table, layout: Layout, width: int) -> Iterator[Line]:
    room = width - CARD_INDENT
    for position, row in enumerate(table.rows):
        if position and layout.spaced:
            yield []
        yield from _text(record_title(table, row), width, _STRONG)
        for fact in layout.details(table, row):
            yield from _indented(_text(fact, room))
        yield from _indented(_hanging(row.notes, room))


def _indented(lines: Iterable[Line]) -> Iterator[Line]:
    return ([_INDENT, *line] for line in lines)
