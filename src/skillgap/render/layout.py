"""How a table fits into a width: which columns stand, how wide, what moves below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.record import Record
from skillgap.render.blocks import facts

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillgap.render.blocks import Column, Row, Table

HELD_SPACE = "\ue001"
"""A space that no line breaks at, to be written as a plain one."""

CARD_INDENT = 2
"""How far the facts of a card stand from its name."""

_SEPARATOR = f"{HELD_SPACE}· "


class Layout(Record):
    """The columns that stand (by position) and their widths in cells.

    The facts of the other columns follow the leading one, in lines of ``room`` cells.
    Where ``cards`` is set no column stands, and each record is written by itself;
    ``spaced`` asks for an empty line between records.
    """

    shown: tuple[int, ...]
    widths: tuple[int, ...]
    moved: tuple[int, ...]
    room: int
    cards: bool = False
    spaced: bool = False

    def details(self, table: Table, row: Row) -> list[str]:
        """The moved facts of a row: short ones run together, long ones by line."""
        lines: list[str] = []
        short: list[str] = []
        for index in self.moved:
            column = table.columns[index]
            told = _SEPARATOR.join(facts(row.cells[index]))
            if told and column.least:
                lines += [*_run(short), labelled(column, told)]
                short = []
            elif told:
                short.append(self._held(labelled(column, told)))
        return [*lines, *_run(short)]

    def _held(self, fact: str) -> str:
        """A short fact in one piece, if a line has room for it and a separator."""
        fits = len(fact) + len(_SEPARATOR) <= self.room
        return fact.replace(" ", HELD_SPACE) if fits else fact


def _run(short: list[str]) -> list[str]:
    return [_SEPARATOR.join(short)] if short else []


def labelled(column: Column, text: str) -> str:
    """A fact with the title of its column, where it needs one."""
    if column.quiet:
        return text
    return _("{label}: {value}").format(label=column.title, value=text)


def name_column(table: Table) -> int:
    """The position of the column that names the records."""
    return 1 if table.columns[0].ranking else 0


def record_title(table: Table, row: Row) -> str:
    """The name of a record, after its rank where it has one."""
    at = name_column(table)
    name = " ".join(facts(row.cells[at])[:1])
    if at == 0:
        return name
    rank = " ".join(facts(row.cells[0]))
    return _("{rank}. {name}").format(rank=rank, name=name)


def fit_table(
    table: Table, width: int, *, gap: int, measure: Callable[[str], int]
) -> Layout:
    """The layout of a table in that many cells; ``measure`` counts those of a text.

    Columns leave by priority until the rest fits in their least widths. When more
    than half would have to leave, the table becomes cards.
    """
    everything = tuple(range(len(table.columns)))
    natural = [_natural(table, index, measure) for index in everything]
    least = [
        min(natural[index], column.least) if column.least else natural[index]
        for index, column in enumerate(table.columns)
    ]
    shown = _standing(table, least, width, gap)
    moved = tuple(index for index in everything if index not in shown)
    if len(moved) * 2 > len(everything) or not shown:
        return _cards(table, everything, width)
    layout = Layout(tuple(shown), (), moved, room=width)
    leading = next(index for index in shown if table.columns[index].leading)
    lines = (line for row in table.rows for line in layout.details(table, row))
    natural[leading] = max([natural[leading], *map(measure, lines)])
    widths = _widths(shown, natural, least, width - gap * (len(shown) - 1))
    room = widths[shown.index(leading)]
    layout = layout._replace(widths=tuple(widths), room=room)
    return layout._replace(spaced=bool(moved) or _tall(table, layout, measure))


def _standing(table: Table, least: list[int], width: int, gap: int) -> list[int]:
    """The columns that fit side by side; none where those that must stay do not."""
    shown = list(range(len(table.columns)))
    while sum(least[index] + gap for index in shown) - gap > width:
        movable = [i for i in shown if not _stays(table.columns[i])]
        if not movable:
            return []
        shown.remove(max(movable, key=lambda i: (table.columns[i].priority, i)))
    return shown


def _tall(table: Table, layout: Layout, measure: Callable[[str], int]) -> bool:
    """Whether most rows take several lines, and so need air between them."""
    pairs = tuple(zip(layout.shown, layout.widths, strict=True))

    def several(row: Row) -> bool:
        cells = ((facts(row.cells[index]), room) for index, room in pairs)
        return any(len(t) > 1 or any(measure(f) > room for f in t) for t, room in cells)

    return sum(map(several, table.rows)) * 2 > len(table.rows)


def _cards(table: Table, everything: tuple[int, ...], width: int) -> Layout:
    named = name_column(table)
    moved = tuple(i for i in everything if i != named and not table.columns[i].ranking)
    return Layout((), (), moved, room=width - CARD_INDENT, cards=True, spaced=True)


def _stays(column: Column) -> bool:
    return column.leading or column.priority == 0


def _natural(table: Table, index: int, measure: Callable[[str], int]) -> int:
    cells = [fact for row in table.rows for fact in facts(row.cells[index])]
    return max(map(measure, (table.columns[index].title, *cells)))


def _widths(
    shown: list[int], natural: list[int], least: list[int], room: int
) -> list[int]:
    """Each column's width: its own, the widest giving way first when room is short."""
    widths = [natural[index] for index in shown]
    floors = [least[index] for index in shown]
    while sum(widths) > room:
        spare = [at for at, cells in enumerate(widths) if cells > floors[at]]
        widths[max(spare, key=lambda at: (widths[at], at))] -= 1
    return widths
