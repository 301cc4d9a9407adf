"""How a table fits: which columns stand, which move, when it becomes cards."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillgap.render.blocks import (
    Column,
    Document,
    Row,
    Table,
    without_empty_columns,
)
from skillgap.render.layout import Layout, fit_table
from skillgap.render.table import render_table

COLUMNS = (
    Column("Rank", numeric=True, ranking=True),
    Column("Name", least=10, leading=True),
    Column("Skills", least=10, priority=1),
    Column("Hours", numeric=True, priority=2),
    Column("Maker", least=8, priority=3, quiet=True),
)
TABLE = Table(
    COLUMNS,
    (
        Row(("1", "A rather long name", ("one skill", "another"), "42 h", "Acme"), ()),
        Row(("2", "B", "one skill", "", ""), ("because",)),
    ),
)


def fit(width: int) -> Layout:
    return fit_table(TABLE, width, gap=2, measure=len)


def test_all_columns_stand_where_there_is_room() -> None:
    layout = fit(80)
    assert layout.shown == (0, 1, 2, 3, 4)
    assert layout.widths == (4, 18, 9, 5, 5)
    assert not layout.spaced


def test_the_widest_column_gives_way_first() -> None:
    assert fit(44).widths == (4, 13, 9, 5, 5)


def test_the_least_important_column_moves_below() -> None:
    layout = fit(38)
    assert layout.moved == (4,)
    assert layout.spaced


def test_with_most_columns_gone_each_record_is_a_card() -> None:
    assert fit(24).cards


def test_a_narrow_table_written_out() -> None:
    assert render_table(Document((TABLE,)), width=38, color=False) == (
        "Rank  Name            Skills     Hours\n"
        "────  ──────────────  ─────────  ─────\n"
        "   1  A rather long   one skill   42 h\n"
        "      name            another\n"
        "      Acme\n"
        "\n"
        "   2  B               one skill\n"
        "\n"
        "2. B\n"
        "- because\n"
    )


def test_cards_written_out() -> None:
    assert render_table(Document((TABLE,)), width=24, color=False) == (
        "1. A rather long name\n"
        "  Skills: one skill ·\n"
        "  another\n"
        "  Hours: 42 h\n"
        "  Acme\n"
        "\n"
        "2. B\n"
        "  Skills: one skill\n"
        "  - because\n"
    )


def test_a_word_too_long_for_its_column_is_folded_and_never_cut() -> None:
    row = Row(("1", "dépeceurs-découpeurs/dépeceuses", "skill", "1 h", "Acme"))
    text = render_table(Document((Table(COLUMNS, (row,)),)), width=48, color=False)
    assert text == (
        "Rank  Name                  Skills  Hours  Maker\n"
        "────  ────────────────────  ──────  ─────  ─────\n"
        "   1  dépeceurs-découpeurs  skill     1 h  Acme\n"
        "      /dépeceuses\n"
    )


def test_columns_that_say_nothing_are_left_out() -> None:
    table = Table(COLUMNS[1:3], (Row(("a", ())), Row(("b", ("",)))))
    assert without_empty_columns(table).columns == COLUMNS[1:2]
    assert without_empty_columns(TABLE) is TABLE


@given(
    st.lists(st.tuples(*[st.text("ab ", max_size=30)] * 5), min_size=1, max_size=4),
    st.integers(20, 120),
)
def test_a_layout_never_exceeds_the_width(
    cells: list[tuple[str, ...]], width: int
) -> None:
    table = Table(COLUMNS, tuple(Row(row) for row in cells))
    layout = fit_table(table, width, gap=2, measure=len)
    if not layout.cards:
        assert sum(layout.widths) + 2 * (len(layout.widths) - 1) <= width
        assert sorted((*layout.shown, *layout.moved)) == [0, 1, 2, 3, 4]
