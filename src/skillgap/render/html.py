"""A document as one self-contained page: no script, nothing fetched, prints well."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from skillgap.locale import _, current_language
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
from skillgap.render.report.charts import count_bar, meter_bar, span_bar
from skillgap.render.safe import visible
from skillgap.render.style import page_policy, page_style
from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.model.about import CatalogueInfo
    from skillgap.render.blocks import Block, Cell, Chart, Column, Drawing, Row

_MANY = 5
"""Tables of more columns than this become cards on wider pages than others do."""


def render_html(document: Document, *, title: str, info: CatalogueInfo | None) -> str:
    """The document as a page in the language in use; its foot names the catalogue."""
    body = blocks_html(document.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{current_language()}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{page_policy()}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{page_style()}</style>\n</head>\n"
        f'<body>\n<main class="view">\n<h1>{_text(title)}</h1>\n{body}\n</main>\n'
        f"{_foot(info)}</body>\n</html>\n"
    )


def blocks_html(blocks: Iterable[Block]) -> str:
    """Blocks as the body of a page or of a part of one; all text is escaped."""
    return "\n".join(part for block in blocks for part in _block(block))


def _text(text: str) -> str:
    shown = escape(visible(text), quote=True)
    if isinstance(text, Address):
        return f'<a href="{shown}" rel="noreferrer">{shown}</a>'
    return shown


def _foot(info: CatalogueInfo | None) -> str:
    if info is None:
        return ""
    text = _("Catalogue {name}, facts as of {date}, {fingerprint}; skillgap {version}.")
    told = text.format(
        name=info.name,
        date=info.as_of,
        fingerprint=info.fingerprint,
        version=__version__,
    )
    return f"<footer><p>{_text(told)}</p></footer>\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            rank = max(level, 2)
            yield f"<h{rank}>{_text(text)}</h{rank}>"
        case Paragraph(text):
            yield f"<p>{_text(text)}</p>"
        case Bullets(items, _label, ordered):
            yield _list(items, "ol" if ordered else "ul")
        case Verbatim(lines):
            yield "<pre>" + "\n".join(map(_text, lines)) + "</pre>"
        case Table():
            if block.chart and block.chart.bars:
                yield _chart(block.chart)
            yield _table(without_empty_columns(block))
        case _:
            yield _of_names(block)


def _of_names(block: Fields | Drawing) -> str:
    """Names with facts, and drawings where there are any."""
    match block:
        case Timeline(spans):
            drawn = (span_bar(span.start, span.end) for span in spans)
            return _drawn("times", by_name(block), drawn)
        case Meters(meters, key):
            bars = (meter_bar(one.reached, one.asked, one.divisions) for one in meters)
            told = f'<p class="key">{_text(key)}</p>' if key else ""
            return told + _drawn("meters", by_name(block), bars)
        case Fields() | Bars():
            return _named(by_name(block))


def _list(items: Iterable[str], tag: str = "ul") -> str:
    listed = "".join(f"<li>{_text(item)}</li>" for item in items)
    return f"<{tag}>{listed}</{tag}>"


def _named(pairs: Iterable[tuple[str, Cell]]) -> str:
    parts = (
        f"<dt>{_text(name)}</dt>"
        + "".join(f"<dd>{_text(fact)}</dd>" for fact in facts(cell))
        for name, cell in pairs
        if facts(cell)
    )
    return "<dl>" + "".join(parts) + "</dl>"


def _chart(chart: Chart) -> str:
    """Shares drawn under a title, each beside its words; the table stands below."""
    drawn = (
        count_bar(one.share, 1) if one.mark is None else meter_bar(one.share, one.mark)
        for one in chart.bars
    )
    pairs = tuple((one.label, one.text) for one in chart.bars)
    key = f'<p class="key">{_text(chart.key)}</p>' if chart.key else ""
    title = f"<figcaption>{_text(chart.title)}</figcaption>"
    return f"<figure>{title}{key}{_drawn('shares', pairs, drawn)}</figure>"


def _table(table: Table) -> str:
    """A table whose rows the style sheet can show as cards where room is short.

    Cells know their titles, and all keep the roles that they would lose as cards.
    """
    head = "".join(
        f'<th scope="col" role="columnheader"{_class(one)}>{_text(one.title)}</th>'
        for one in table.columns
    )
    rows = "".join(_row(table, row) for row in table.rows)
    kind = "many" if len(table.columns) > _MANY else "few"
    return (
        f'<table role="table" class="{kind}"><thead role="rowgroup"><tr role="row">'
        f'{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _row(table: Table, row: Row) -> str:
    cells = []
    for column, cell in zip(table.columns, row.cells, strict=True):
        told = facts(cell)
        body = _text(told[0]) if len(told) == 1 else _facts(told)
        notes = _list(row.notes) if column.leading and row.notes else ""
        tag, kind = ("th", "rowheader") if column.leading else ("td", "cell")
        scope = ' scope="row"' if column.leading else ""
        cells.append(
            f'<{tag} role="{kind}"{scope}{_class(column)} '
            f'data-title="{_text(column.title)}">{body}{notes}</{tag}>'
        )
    return f'<tr role="row">{"".join(cells)}</tr>'


def _facts(told: tuple[str, ...]) -> str:
    if not told:
        return ""
    items = "".join(f"<li>{_text(fact)}</li>" for fact in told)
    return f'<ul class="facts">{items}</ul>'


def _class(column: Column) -> str:
    return ' class="number"' if column.numeric else ""


def _drawn(
    kind: str, pairs: Iterable[tuple[str, Cell]], drawings: Iterable[str]
) -> str:
    """Each name with its drawing, and the same in words."""
    parts = [
        f"<div><dt>{_text(name)}</dt><dd>{drawing}"
        + "".join(f"<span>{_text(fact)}</span>" for fact in facts(cell))
        + "</dd></div>"
        for (name, cell), drawing in zip(pairs, drawings, strict=True)
    ]
    return f'<dl class="drawn {kind}">{"".join(parts)}</dl>'
