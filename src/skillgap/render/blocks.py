"""A document in neutral blocks: what is said, in which order, in no format yet.

Every text is a single line of words in the language in use, as it came: renderers
escape what they write, so a block never holds markup.
"""

from skillgap.record import Record

# Annotations are not postponed (see ``model``).

_ADDRESSES = ("https://", "http://")


class Address(str):
    """A fact that is the address of a page, to be followed where that can be done."""

    __slots__ = ()


def address(text: str | None) -> str:
    """The address of a page; what is none stays a plain text."""
    if text and text.startswith(_ADDRESSES):
        return Address(text)
    return text or ""


Cell = str | tuple[str, ...]
"""One fact or several; an empty string says nothing and takes no room."""


class Heading(Record):
    """The title of the blocks that follow; ``level`` 1 is the document's own."""

    text: str
    level: int = 2


class Paragraph(Record):
    """A sentence or a few."""

    text: str


class Fields(Record):
    """Facts about one thing: a name and a value each."""

    pairs: tuple[tuple[str, Cell], ...]


class Bullets(Record):
    """A list; ``label`` names an item that stands alone; ``ordered`` numbers them."""

    items: tuple[str, ...]
    label: str = ""
    ordered: bool = False


class Verbatim(Record):
    """Lines to keep as they are: commands to type, findings that editors read."""

    lines: tuple[str, ...]


class Column(Record):
    """A column: its title, and how it behaves when room is short.

    ``least`` is the fewest cells that it reads well in (0: it never wraps). The higher
    its ``priority`` number, the sooner its facts move below those of the ``leading``
    column. Where ``quiet``, its facts speak for themselves without the title; a
    ``ranking`` column numbers the records. The first column that does not is the
    records' name.
    """

    title: str
    least: int = 0
    priority: int = 0
    numeric: bool = False
    leading: bool = False
    quiet: bool = False
    ranking: bool = False


class Row(Record):
    """The facts of one record, by column, and sentences about it."""

    cells: tuple[Cell, ...]
    notes: tuple[str, ...] = ()


class Portion(Record):
    """A share (0 to 1) under a label, in words; ``mark`` is another beside it."""

    label: str
    share: float
    text: str
    mark: float | None = None


class Chart(Record):
    """Shares to compare; ``key`` says how to read the drawing, where that is needed."""

    title: str
    bars: tuple[Portion, ...]
    key: str = ""


class Table(Record):
    """Records of one kind; ``note`` names a sentence about one that stands alone.

    A page draws the ``chart`` over it; elsewhere the table says all that it shows.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    chart: Chart | None = None


class Bar(Record):
    """A number of things under a label, with what they are in words."""

    label: str
    marks: int
    text: str


class Bars(Record):
    """Numbers to compare: drawn where the eye reads, in words everywhere."""

    bars: tuple[Bar, ...]


class Meter(Record):
    """How far something is reached, and how far is asked for, as shares of the whole.

    ``divisions`` is how many equal steps the whole has, 1 where it has none.
    """

    label: str
    reached: float
    asked: float
    text: str
    divisions: int = 1


class Meters(Record):
    """Things reached beside what is asked: drawn for the eye, in words everywhere.

    ``key`` says how to read the drawings, where they are drawn.
    """

    meters: tuple[Meter, ...]
    key: str = ""


class Span(Record):
    """A stretch of time under a label: its start and end as shares of the whole."""

    label: str
    start: float
    end: float
    text: str


class Timeline(Record):
    """Stretches of time in order: drawn where the eye reads, in words everywhere."""

    spans: tuple[Span, ...]


Drawing = Bars | Meters | Timeline
Block = Heading | Paragraph | Fields | Bullets | Verbatim | Table | Drawing


class Document(Record):
    """All that is to be shown, in order."""

    blocks: tuple[Block, ...]


def facts(cell: Cell) -> tuple[str, ...]:
    """The facts of a cell, without empty ones."""
    several = (cell,) if isinstance(cell, str) else cell
    return several if all(several) else tuple(fact for fact in several if fact)


def by_name(block: Fields | Drawing) -> tuple[tuple[str, Cell], ...]:
    """Names and what they stand for in words: facts, numbers, stretches of time."""
    if isinstance(block, Fields):
        return block.pairs
    if isinstance(block, Timeline):
        return tuple((span.label, span.text) for span in block.spans)
    if isinstance(block, Meters):
        return tuple((meter.label, meter.text) for meter in block.meters)
    return tuple((bar.label, bar.text) for bar in block.bars)


def without_empty_columns(table: Table) -> Table:
    """The table without the columns, but the leading one, that never say anything."""
    told = [
        index
        for index, column in enumerate(table.columns)
        if column.leading or any(facts(row.cells[index]) for row in table.rows)
    ]
    if len(told) == len(table.columns):
        return table
    return Table(
        tuple(table.columns[index] for index in told),
        tuple(
            Row(tuple(row.cells[index] for index in told), row.notes)
            for row in table.rows
        ),
        table.note,
    )
