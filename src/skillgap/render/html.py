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
from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.model.about import CatalogueInfo
    from skillgap.render.blocks import Block, Cell, Chart, Column, Drawing, Row

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem;
  padding: 0 1rem; color: #1a1a1a; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; overflow-wrap: normal;
  font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem;
  border-bottom: 1px solid #8a8a8a; min-width: 4.5rem; }
.number { text-align: right; }
ul.facts { list-style: none; margin: 0; padding: 0; }
dt { font-weight: 600; } dd { margin: 0 0 .4rem 1rem; }
figure { margin: 1rem 0; } figcaption { font-weight: 600; margin-bottom: .4rem; }
figure dt { font-weight: 400; } figure dd { margin: 0; }
figure dl div { display: grid; grid-template-columns: minmax(8rem, 18rem) 1fr;
  gap: .2rem 1rem; align-items: center; }
@media (max-width: 40rem) { figure dl div { display: block; margin-bottom: .6rem; } }
pre { white-space: pre-wrap; background: #f1f1f1; padding: .6rem; }
.chart { display: block; width: 100%; height: 1rem; }
.chart .whole { fill: #d8d8d8; } .chart .part { fill: #7a3b8f; }
.chart .gap { fill: #fff; } .chart .asked { fill: #1a1a1a; }
@media (prefers-color-scheme: dark) {
  body { color: #eee; background: #161616; } pre { background: #262626; }
  .chart .whole { fill: #444; } .chart .part { fill: #c79bd6; }
  .chart .gap { fill: #161616; } .chart .asked { fill: #eee; } }
@media print { body { margin: 0; max-width: none; color: #000; background: #fff; }
  tr, dd { break-inside: avoid; } }
"""


def render_html(document: Document, *, title: str, info: CatalogueInfo | None) -> str:
    """The document as a page in the language in use; its foot names the catalogue."""
    body = blocks_html(document.blocks)
    return (
        f'<!DOCTYPE html>\n<html lang="{current_language()}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{_text(title)}</h1>\n{body}\n</main>\n"
        f"{_foot(info)}</body>\n</html>\n"
    )


def blocks_html(blocks: Iterable[Block], *, cards: bool = False) -> str:
    """Blocks as the body of a page or of a part of one; all text is escaped.

    With ``cards`` a table is written so that a style sheet can show each row as a card
    where room is short: cells know their titles, and all keep their roles.
    """
    return "\n".join(part for block in blocks for part in _block(block, cards=cards))


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


def _block(block: Block, *, cards: bool) -> Iterator[str]:
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
            shown = without_empty_columns(block)
            yield _card_table(shown) if cards else _table(shown)
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
    head = "".join(
        f'<th scope="col"{_class(column)}>{_text(column.title)}</th>'
        for column in table.columns
    )
    rows = "".join(_row(table, row) for row in table.rows)
    label = _text(", ".join(column.title for column in table.columns[:3]))
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{label}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _card_table(table: Table) -> str:
    head = "".join(
        f'<th scope="col" role="columnheader"{_class(one)}>{_text(one.title)}</th>'
        for one in table.columns
    )
    rows = "".join(_card(table, row) for row in table.rows)
    return (
        '<table role="table" class="cards"><thead role="rowgroup"><tr role="row">'
        f'{head}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _card(table: Table, row: Row) -> str:
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


def _row(table: Table, row: Row) -> str:
    cells = []
    for column, cell in zip(table.columns, row.cells, strict=True):
        told = facts(cell)
        body = _text(told[0]) if len(told) == 1 else _facts(told)
        notes = _list(row.notes) if column.leading and row.notes else ""
        tag = 'th scope="row"' if column.leading else "td"
        end = "th" if column.leading else "td"
        cells.append(f"<{tag}{_class(column)}>{body}{notes}</{end}>")
    return f"<tr>{''.join(cells)}</tr>"


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
