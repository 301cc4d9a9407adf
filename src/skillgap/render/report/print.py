"""A report as PDF with a title, a language and tags (PDF/UA-1), for Letter paper."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

from skillgap.render.blocks import (
    Address,
    Bullets,
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
from skillgap.render.report.edition import editions
from skillgap.render.report.extra import need
from skillgap.render.report.page import TEMPLATES
from skillgap.render.safe import visible
from skillgap.version import __version__

if TYPE_CHECKING:
    from skillgap.render.blocks import Block, Cell, Drawing
    from skillgap.render.report.record import Report
    from skillgap.render.report.section import Edition

FONTS = ("Noto Sans", "DejaVu Sans", "Segoe UI", "Helvetica Neue", "Libertinus Serif")
"""The first that the machine has; the last one comes with the program."""
_LEADING = 2.2
"""How much wider the column that names the records is than one of figures."""


def report_pdf(report: Report, languages: tuple[str, ...]) -> bytes:
    """The report as a tagged PDF, one language after the other.

    Raises:
        UsageError: the extra ``report`` is not installed.
    """
    typst = need("typst")
    made = editions(report, languages)
    options = {
        "input": (TEMPLATES / "report.typ").read_bytes(),
        "format": "pdf",
        "sys_inputs": {"data": json.dumps(_data(report, made))},
        "timestamp": datetime.combine(report.made, time(), UTC) if report.made else 0,
    }
    try:
        written: bytes = typst.compile(pdf_standards=["ua-1"], **options)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        # No font here has a letter of it. The standard forbids that; tags stay.
        written = typst.compile(**options)
    return written


def _data(report: Report, made: tuple[Edition, ...]) -> dict[str, Any]:
    return {
        "title": " / ".join(visible(one.title) for one in made),
        "foot": f"skillgap {__version__} · {report.number}",
        "fonts": [font.lower() for font in FONTS],
        "editions": [_edition(one) for one in made],
    }


def _edition(edition: Edition) -> dict[str, Any]:
    return {
        "lang": edition.language,
        "title": visible(edition.title),
        "about": [visible(one) for one in edition.about],
        "sections": [
            {
                "title": visible(section.title),
                "blocks": [_block(block) for block in section.blocks],
            }
            for section in edition.sections
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(text, level):
            level = max(level - 1, 1)
            return {"kind": "heading", "text": visible(text), "level": level}
        case Paragraph(text):
            return {"kind": "paragraph", "text": visible(text)}
        case Bullets(items, _label, ordered):
            shown = [visible(item) for item in items]
            return {"kind": "bullets", "items": shown, "ordered": ordered}
        case Verbatim(lines):
            return {"kind": "verbatim", "text": "\n".join(map(visible, lines))}
        case Table():
            return _table(without_empty_columns(block))
        case _:
            return _named(block)


def _named(block: Fields | Drawing) -> dict[str, Any]:
    named = by_name(block)
    drawings = _drawings(block) or [None] * len(named)
    pairs = [
        {"label": visible(name), "facts": _facts(cell), "drawing": drawing}
        for (name, cell), drawing in zip(named, drawings, strict=True)
        if facts(cell)
    ]
    key = visible(block.key) if isinstance(block, Meters) else ""
    drawn = any(drawings)
    return {"kind": "named", "pairs": pairs, "key": key, "drawn": drawn}


def _drawings(block: Fields | Drawing) -> list[dict[str, Any] | None]:
    if isinstance(block, Timeline):
        return [_drawing(one.start, one.end) for one in block.spans]
    if isinstance(block, Meters):
        return [
            _drawing(0, one.reached, one.asked, one.divisions) for one in block.meters
        ]
    return []


def _drawing(
    start: float, end: float, asked: float | None = None, divisions: int = 1
) -> dict[str, Any]:
    return {"start": start, "end": end, "asked": asked, "divisions": divisions}


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "head": [visible(column.title) for column in table.columns],
        "widths": [_LEADING if column.least else 1 for column in table.columns],
        "numeric": [column.numeric for column in table.columns],
        "rows": [[{"facts": _facts(cell)} for cell in row.cells] for row in table.rows],
    }


def _facts(cell: Cell) -> list[dict[str, Any]]:
    return [
        {"text": visible(fact), "address": isinstance(fact, Address)}
        for fact in facts(cell)
    ]
