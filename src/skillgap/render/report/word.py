"""A report as DOCX: real headings, header rows that repeat, a title and a language."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from skillgap.locale import _, speaking
from skillgap.render.blocks import (
    Address,
    Bullets,
    Heading,
    Paragraph,
    Table,
    Verbatim,
    by_name,
    facts,
    without_empty_columns,
)
from skillgap.render.report.edition import editions
from skillgap.render.report.extra import need
from skillgap.render.safe import visible

if TYPE_CHECKING:
    from datetime import date

    from docx.document import Document as Docx
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.table import Table as Made
    from docx.text.paragraph import Paragraph as Written

    from skillgap.render.blocks import Block, Cell
    from skillgap.render.report.record import Report
    from skillgap.render.report.section import Edition

_PLAIN_ADDRESS = re.compile(r"https?://[!-~]+")
_NOT_XML = re.compile("[\ufffe\uffff]")
_LOCALES = {"en": "en-CA", "fr": "fr-CA"}
_LETTER = (8.5, 11)
"""Width and height of the paper in inches."""
_MARGIN = 0.9
_WIDE = 1.8
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DARK = "5A2570"
_SOME_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def report_docx(report: Report, languages: tuple[str, ...]) -> bytes:
    """The report as DOCX, one language after the other.

    Raises:
        UsageError: the extra ``report`` is not installed.
    """
    document = need("docx").Document()
    made = editions(report, languages)
    _describe(document, made, report.made)
    _dress(document)
    for edition in made:
        with speaking(edition.language):
            _write(document, edition)
    saved = BytesIO()
    document.save(saved)
    return _always_alike(saved)


def _describe(document: Docx, made: tuple[Edition, ...], day: date | None) -> None:
    properties = document.core_properties
    properties.title = " / ".join(_text(one.title) for one in made)
    properties.author = "skillgap"
    properties.comments = ""
    properties.language = _LOCALES[made[0].language]
    stamp = datetime.combine(day, time(), UTC) if day else _SOME_DAY
    properties.created = properties.modified = stamp.replace(tzinfo=None)
    _speak(document.styles["Normal"].element.get_or_add_rPr(), made[0].language)


def _dress(document: Docx) -> None:
    """Letter paper, lines that stand close, headings that are dark enough to read."""
    from docx.shared import Inches, Pt, RGBColor

    section = document.sections[0]
    section.page_width, section.page_height = map(Inches, _LETTER)
    section.left_margin = section.right_margin = Inches(_MARGIN)
    section.top_margin = section.bottom_margin = Inches(_MARGIN)
    normal = cast("ParagraphStyle", document.styles["Normal"])
    normal.font.name, normal.font.size = "Arial", Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    for name in ("Title", "Heading 1", "Heading 2"):
        style = cast("ParagraphStyle", document.styles[name])
        style.font.color.rgb = RGBColor.from_string(_DARK)
        style.paragraph_format.space_before = Pt(14 if name == "Heading 1" else 10)
        style.paragraph_format.space_after = Pt(4)


def _write(document: Docx, edition: Edition) -> None:
    first = len(document.element.body)
    title = document.add_heading(_text(edition.title), 0 if first == 1 else 1)
    title.paragraph_format.page_break_before = first > 1
    for line in edition.about:
        document.add_paragraph(_text(line))
    for section in edition.sections:
        document.add_heading(_text(section.title), 1)
        for block in section.blocks:
            _block(document, block)
    for element in document.element.body[first - 1 :]:
        for run in element.iter(_name("r")):
            _speak(run.get_or_add_rPr(), edition.language)


def _block(document: Docx, block: Block) -> None:
    match block:
        case Heading(text, level):
            document.add_heading(_text(text), max(level - 1, 1))
        case Paragraph(text):
            document.add_paragraph(_text(text))
        case Bullets(items, _label, ordered):
            style = "List Number" if ordered else "List Bullet"
            written = _lines(document, items, style)
            if ordered:
                _count_from_one(document, written)
        case Verbatim(lines):
            _lines(document, lines, "No Spacing")
        case Table():
            _table(document, without_empty_columns(block))
        case _:
            for name, cell in by_name(block):
                _field(document, name, cell)


def _lines(document: Docx, lines: tuple[str, ...], style: str) -> list[Written]:
    return [document.add_paragraph(_text(line), style) for line in lines]


def _count_from_one(document: Docx, written: list[Written]) -> None:
    """Number these paragraphs by themselves; a list of the style goes on otherwise."""
    numbering = document.part.numbering_part.element
    style = document.styles["List Number"].element
    used = numbering.num_having_numId(style.pPr.numPr.numId.val)
    number = numbering.add_num(used.abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    for paragraph in written:
        place = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
        place.get_or_add_numId().val = number.numId


def _field(document: Docx, name: str, cell: Cell) -> None:
    told = facts(cell)
    if told:
        paragraph = document.add_paragraph()
        lead = _("{label}: {value}").format(label=_text(name), value="")
        paragraph.add_run(lead).bold = True
        for number, fact in enumerate(told):
            _fact(document, paragraph, fact, before="; " if number else "")


def _fact(document: Docx, paragraph: Written, fact: str, before: str) -> None:
    """A fact; the address of a page leads there."""
    if before:
        paragraph.add_run(before)
    run = paragraph.add_run(_text(fact))
    if isinstance(fact, Address) and _PLAIN_ADDRESS.fullmatch(fact):
        run.font.underline = True
        link = _element("hyperlink")
        kind = f"{_RELATIONS}/hyperlink"
        target = document.part.relate_to(fact, kind, is_external=True)
        link.set(f"{{{_RELATIONS}}}id", target)
        link.append(run._r)  # noqa: SLF001 - python-docx writes no links
        paragraph._p.append(link)  # noqa: SLF001


def _table(document: Docx, table: Table) -> None:
    made = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    made.autofit = False
    head = made.rows[0]
    head._tr.get_or_add_trPr().append(_element("tblHeader"))  # noqa: SLF001
    for column, cell in zip(table.columns, head.cells, strict=True):
        cell.paragraphs[0].add_run(_text(column.title)).bold = True
    for row in table.rows:
        added = made.add_row()
        added._tr.get_or_add_trPr().append(_element("cantSplit"))  # noqa: SLF001
        for told, cell in zip(row.cells, added.cells, strict=True):
            paragraph = cell.paragraphs[0]
            for number, fact in enumerate(facts(told)):
                _fact(document, paragraph, fact, before="\n" if number else "")
    _widen(made, table)
    document.add_paragraph()


def _widen(made: Made, table: Table) -> None:
    """Columns of words are wider than those of figures; together they fill the page."""
    from docx.shared import Inches

    shares = [_WIDE if column.least else 1 for column in table.columns]
    unit = (_LETTER[0] - 2 * _MARGIN) / sum(shares)
    for share, column in zip(shares, made.columns, strict=True):
        column.width = Inches(share * unit)
        for cell in column.cells:
            cell.width = Inches(share * unit)


def _text(text: str) -> str:
    """The text on one line, without what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", visible(text))


def _speak(properties: BaseOxmlElement, language: str) -> None:
    """Say in which language the words of a style or run are."""
    mark = _element("lang")
    mark.set(_name("val"), _LOCALES[language])
    properties.append(mark)


def _element(tag: str) -> BaseOxmlElement:
    from docx.oxml import OxmlElement

    return OxmlElement(f"w:{tag}")


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{tag}")


def _always_alike(saved: BytesIO) -> bytes:
    """The archive with one fixed time in it: the same report gives the same bytes."""
    again = BytesIO()
    with ZipFile(saved) as source, ZipFile(again, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            target.writestr(part, source.read(name))
    return again.getvalue()
