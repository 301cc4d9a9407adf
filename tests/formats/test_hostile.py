"""Hostile files cost bounded time and memory and end in a clear error."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from formats.made_files import docx, pdf_file, zipped
from skillgap.errors import DataError
from skillgap.formats import (
    Imported,
    Line,
    json_text,
    read_content,
    read_file,
    reading,
    xml_text,
)
from skillgap.formats.found import with_skills

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue


def refused(data: bytes, name: str = "cv") -> str:
    with pytest.raises(DataError) as caught:
        read_content(data, Path(name))
    return caught.value.problems[0].message


def test_deep_json_is_refused() -> None:
    assert refused(b'{"a":' * 5_000) == "lists and objects stand more than 64 deep"
    assert refused(b"[[" * 400_000) == "the file holds more than 500000 values"


def test_brackets_within_texts_are_no_depth() -> None:
    text = b'{"skills": ["' + b"[{" * 500 + b'\\""]}'
    assert len(read_content(text, Path("a.json")).claims) == 1


def test_large_files_are_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(json_text, "MAX_BYTES", 1 << 20)
    assert refused(b'{"a": "' + b"x" * (1 << 20) + b'"}') == (
        "the file is larger than 1 MB"
    )
    monkeypatch.setattr(reading, "MAX_BYTES", 1 << 20)
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * ((1 << 20) + 1))
    with pytest.raises(DataError, match="larger than 1 MB"):
        read_file(path)


@pytest.mark.parametrize(
    "text",
    [b'{"a": 1e999999, "b": ' + b"9" * 5_000 + b"}", b'{"a": "\\ud800"', b'{"a" 1}'],
)
def test_strange_json_is_refused(text: bytes) -> None:
    assert refused(text, "a.json").startswith("the file is not JSON")


def test_entity_bombs_are_refused() -> None:
    bomb = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">
    <!ENTITY b "&a;&a;&a;&a;">]><SkillsPassport>&b;</SkillsPassport>"""
    assert "declares entities" in refused(bomb)
    outside = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM
    "file:///etc/hostname">]><SkillsPassport>&a;</SkillsPassport>"""
    assert "declares entities" in refused(outside)


def test_deep_xml_is_refused() -> None:
    deep = b"<SkillsPassport>" + b"<a>" * 5_000 + b"</a>" * 5_000
    assert refused(deep) == "its elements are too many, or stand too deep"
    body = "<w:p>" * 5_000 + "</w:p>" * 5_000
    assert refused(docx(body)) == "its elements are too many, or stand too deep"


def test_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_text, "MAX_ELEMENTS", 1_000)
    many = b"<SkillsPassport>" + b"<a/>" * 1_000 + b"</SkillsPassport>"
    assert refused(many) == "its elements are too many, or stand too deep"


@pytest.mark.parametrize("name", ["word/document.xml", "Skills.csv"])
def test_zip_bombs_are_refused(name: str) -> None:
    bomb = zipped({name: b" " * (25 * 1024 * 1024)})
    assert len(bomb) < 50_000
    assert refused(bomb) == f"{name} in the archive is larger than 24 MB"


def test_archives_of_many_entries_are_refused() -> None:
    many = zipped({f"{number}.csv": "" for number in range(5_001)})
    assert refused(many) == "the archive has more than 5000 entries"


def test_links_in_archives_lead_nowhere() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("Skills.csv")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("../../Courses.csv", "Name\nWelding\n")
    imported = read_content(buffer.getvalue(), Path("linkedin.zip"))
    assert imported.claims == ()
    assert [line.text for line in imported.lines] == ["Welding"]


def test_skills_are_looked_for_in_so_much_text_alone(shelf: Catalogue) -> None:
    lines = tuple(Line(number, "welding" * 100) for number in range(400))
    long = Imported("text", lines=(*lines, Line(401, "SKILLS"), Line(402, "SAP")))
    imported = with_skills(long, shelf)
    assert imported.claims == ()
    assert [note.message for note in imported.notes] == [
        "only the first 200000 characters were read"
    ]


def test_a_pdf_that_contains_itself_ends() -> None:
    pages = b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"
    loop = pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", pages])
    assert refused(loop).startswith("the PDF holds no text")


def test_a_locked_archive_is_told() -> None:
    data = bytearray(zipped({"Skills.csv": "Name\nWelding\n"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert refused(bytes(data)) == "the archive is locked with a password"
