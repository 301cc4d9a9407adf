"""Documents become lines of text, and say so where they hold none."""

from __future__ import annotations

from pathlib import Path

import pytest

from formats.made_files import docx, paragraph, pdf, zipped
from skillgap.errors import DataError
from skillgap.formats import Imported, read_content, read_file
from skillgap.formats.pdf import MAX_PAGES, pdf_text


def read(data: bytes, name: str) -> Imported:
    return read_content(data, Path(name))


def texts(imported: Imported) -> list[str]:
    return [line.text for line in imported.lines]


def test_plain_text_keeps_its_lines_and_their_numbers() -> None:
    imported = read(b"Skills\n\nExcel", "cv.txt")
    assert [(line.number, line.text) for line in imported.lines] == [
        (1, "Skills"),
        (2, ""),
        (3, "Excel"),
    ]


def test_markdown_loses_its_marks() -> None:
    text = (
        "# Skills\n---\n- **Excel** and [SAP](https://example.org)\n"
        "| a | b |\n|---|---|"
    )
    assert texts(read(text.encode(), "cv.md")) == [
        "# Skills",
        "",
        "- Excel and SAP",
        "| a | b |",
        "",
    ]


def test_a_word_document_is_read_in_order() -> None:
    body = (
        paragraph("Skills")
        + paragraph("Excel", "<w:numPr/>")
        + "<w:tbl><w:tr><w:tc>"
        + paragraph("SAP")
        + "</w:tc></w:tr></w:tbl>"
        + "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
        + "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>"
    )
    assert texts(read(docx(body), "cv.docx")) == [
        "Skills",
        "\N{BULLET} Excel",
        "SAP",
        "a\tb",
        "c",
        "",
    ]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Excel')}</w:txbxContent>"
    body = f"<w:p><w:r><Choice>{box}</Choice><Fallback>{box}</Fallback></w:r></w:p>"
    assert texts(read(docx(body), "cv.docx")) == ["", "Excel"]


def test_a_pdf_is_read() -> None:
    data = pdf("Skills and experience\nExcel and SAP", "Second page of text")
    assert texts(read(data, "cv.pdf")) == [
        "Skills and experience",
        "Excel and SAP",
        "Second page of text",
    ]


def test_a_pdf_without_text_says_so() -> None:
    with pytest.raises(DataError, match="holds no text: its pages are pictures"):
        read(pdf("", ""), "scan.pdf")


def test_a_page_without_text_is_told() -> None:
    (note,) = read(pdf("Twenty or more letters stand here", ""), "cv.pdf").notes
    assert note.message == "pages without text, perhaps scanned: 1"


def test_only_so_many_pages_are_read() -> None:
    imported = read(pdf(*["Some text on a page"] * (MAX_PAGES + 40)), "cv.pdf")
    assert len(imported.lines) == MAX_PAGES
    assert imported.notes[0].message == "only the first 60 of 100 pages were read"


def test_a_damaged_pdf_and_a_slow_one_are_refused() -> None:
    with pytest.raises(DataError, match="the PDF is damaged"):
        read(b"%PDF-1.4 nothing more", "cv.pdf")
    with pytest.raises(DataError, match="takes longer than 0 seconds"):
        pdf_text(pdf("Some text on a page"), "cv.pdf", seconds=0)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (zipped({"content.xml": "<x/>"}), "neither a Word document nor a LinkedIn"),
        (docx(""), "the document holds no text"),
        (b"PK\x03\x04junk", "the archive is damaged"),
        (b"  \n\t", "the document holds no text"),
    ],
)
def test_other_documents_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read(data, "cv")


def test_only_regular_files_are_opened(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="it is not a file"):
        read_file(tmp_path)
    with pytest.raises(DataError, match="cannot be read: No such file"):
        read_file(tmp_path / "absent.pdf")
    with pytest.raises(DataError, match="cannot be read"):
        read_file(Path("a\0b"))
    (tmp_path / "empty.txt").write_bytes(b"\n")
    with pytest.raises(DataError, match="the file is empty"):
        read_file(tmp_path / "empty.txt")
