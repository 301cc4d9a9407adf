"""The documents: titles, languages, headings, header rows and tags are really there."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn

from skillgap.render.blocks import address
from skillgap.render.markdown import inline
from skillgap.render.report import report_docx, report_markdown, report_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document
    from tests.render.report.conftest import Make

    from skillgap.render.report import Report

ODD = "\x00\x1b[31m <w:p> #panic() *b* $x$ \uffff " + "long" * 60


def opened(data: bytes) -> Document:
    return docx.Document(BytesIO(data))


def test_a_document_has_headings_header_rows_title_and_language(
    report: Report,
) -> None:
    document = opened(report_docx(report, ("en", "fr")))
    properties = document.core_properties
    assert properties.title == (
        "Your way to: Ledger keepers / "
        "Votre chemin vers\u00a0: Teneurs et teneuses de registres"
    )
    assert properties.language == "en-CA"
    headings = [p for p in document.paragraphs if p.style.name == "Heading 1"]
    assert [p.text for p in headings[:3]] == [
        "In short",
        "What to do next",
        "What you told us",
    ]
    assert "Où vous en êtes" in [p.text for p in headings]
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None  # noqa: SLF001
    spoken = {
        run.get(qn("w:val"))
        for run in document.element.iter(qn("w:lang"))
        if run.get(qn("w:val"))
    }
    assert spoken == {"en-CA", "fr-CA"}


def test_addresses_in_a_document_lead_there(report: Report) -> None:
    document = opened(report_docx(report, ("en",)))
    targets = [link.address for p in document.paragraphs for link in p.hyperlinks]
    sources = [step.credential.source for step in report.view.plan.steps]
    assert targets == [source.url for source in sources if source.url]
    assert targets
    shown = [link.text for p in document.paragraphs for link in p.hyperlinks]
    assert shown == targets
    linked = {
        cell_link.address
        for table in document.tables
        for cell in table._cells  # noqa: SLF001
        for p in cell.paragraphs
        for cell_link in p.hyperlinks
    }
    assert set(targets) <= linked


def test_each_word_of_a_document_is_marked_in_its_language(report: Report) -> None:
    document = opened(report_docx(report, ("en", "fr")))
    marks = {}
    for run in document.element.body.iter(qn("w:r")):
        mark = run.find(qn("w:rPr")).find(qn("w:lang")).get(qn("w:val"))
        marks["".join(text.text or "" for text in run.iter(qn("w:t")))] = mark
    assert marks["Where you stand"] == "en-CA"
    assert marks["Où vous en êtes"] == "fr-CA"


def test_each_numbered_list_of_a_document_begins_at_one(report: Report) -> None:
    document = opened(report_docx(report, ("en", "fr")))
    numbers = [
        paragraph._p.pPr.numPr.numId.val  # noqa: SLF001
        for paragraph in document.paragraphs
        if paragraph.style.name == "List Number"
    ]
    half = len(numbers) // 2
    assert numbers == [numbers[0]] * half + [numbers[-1]] * half
    assert numbers[0] != numbers[-1]
    numbering = document.part.numbering_part.element
    for one in {numbers[0], numbers[-1]}:
        override = numbering.num_having_numId(one).lvlOverride_lst[0]
        assert override.startOverride.val == 1


@pytest.mark.parametrize("write", [report_docx, report_pdf])
def test_the_same_report_gives_the_same_bytes(
    report: Report, write: Callable[[Report, tuple[str, ...]], bytes]
) -> None:
    assert write(report, ("en",)) == write(report, ("en",))


def test_a_document_takes_any_text(make: Make) -> None:
    document = opened(report_docx(make(ODD, name=ODD), ("en",)))
    shown = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert r"For: \x00\x1b[31m <w:p> #panic() *b* $x$" in shown


def test_a_print_has_title_language_and_tags(report: Report) -> None:
    with pikepdf.open(BytesIO(report_pdf(report, ("fr",)))) as pdf:
        assert str(pdf.Root.Lang) == "fr-CA"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            title = "Votre chemin vers\u00a0: Teneurs et teneuses de registres"
            assert metadata["dc:title"] == title
            assert metadata["pdfuaid:part"] == "1"
        tags = tags_of(pdf)
        gap = report.view.plan.gap
    assert tags["/H1"] == 7
    assert tags["/Table"] == tags["/THead"] > 0
    assert tags["/TH"] > tags["/Table"]
    assert tags["/LI"] > 0
    assert tags["/Figure"] == 0, "drawings repeat words: they are no content"
    assert tags["/Strong"] > len((*gap.covered, *gap.below_level, *gap.missing))
    with pikepdf.open(BytesIO(report_pdf(report, ("en", "fr")))) as pdf:
        box = [float(side) for side in pdf.pages[0].MediaBox]
    assert box == [0, 0, 612, 792]


def test_a_print_takes_any_text(make: Make) -> None:
    data = report_pdf(make(ODD, name=ODD), ("en",))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)


def test_a_letter_that_no_font_has_costs_the_claim_and_not_the_print(
    make: Make,
) -> None:
    data = report_pdf(make("excel", name="\U00013000\U00012000"), ("en",))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        with pdf.open_metadata() as metadata:
            assert "pdfuaid:part" not in metadata


def test_markdown_holds_one_language_after_the_other(report: Report) -> None:
    text = report_markdown(report, ("en", "fr"))
    first, _rule, second = text.partition("\n---\n\n")
    assert first.startswith("# Your way to: Ledger keepers\n")
    assert second.startswith("# Votre chemin vers\u00a0: Teneurs et teneuses")
    assert "\n## Que faire maintenant\n\n" in second
    assert "\n1. " in first


def tags_of(pdf: pikepdf.Pdf) -> Counter[str]:
    """How many elements of each kind the structure of a file has."""
    found: Counter[str] = Counter()
    left: list[Any] = [pdf.Root.StructTreeRoot.K]
    while left:
        node = left.pop()
        if isinstance(node, pikepdf.Array):
            left += list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found[str(node.S)] += 1
            if "/K" in node:
                left.append(node.K)
    return found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("https://example.org/a?b=c&d=1#e", "<https://example.org/a?b=c&d=1#e>"),
        ("https://example.org/a|b", r"https:&#47;&#47;example.org/a\|b"),
        ("https://example.org/>x", "https:&#47;&#47;example.org/&#62;x"),
        ("https://example.org/a b", "https:&#47;&#47;example.org/a b"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_markdown_links_addresses_alone(text: str, written: str) -> None:
    assert inline(address(text)) == written
    assert not inline(text).startswith("<")
