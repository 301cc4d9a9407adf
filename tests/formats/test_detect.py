"""A format is told by what a file holds, and by its ending where that says nothing."""

from __future__ import annotations

import codecs
from pathlib import PurePath

import pytest

from skillgap.errors import DataError
from skillgap.formats.detect import detect


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.bin", b"%PDF-1.7", "pdf"),
        ("a.txt", b"\n\n%PDF-1.7", "pdf"),
        ("cv.pdf", b"PK\x03\x04", "zip"),
        ("cv.docx", b"\x89PNG\r\n\x1a\n", "png"),
        ("a", b'{"basics": {}}', "json"),
        ("a.txt", b"[ {}", "json"),
        ("a.txt", codecs.BOM_UTF8 + b' {"a": 1}', "json"),
        ("a.txt", '{"a": 1}'.encode("utf-16"), "json"),
        ("a", b"eyJhbGciOiJSUzI1NiJ9.eyJ2YyI6e319.c2ln", "jwt"),
        ("a", b'<?xml version="1.0"?><svg xmlns="x">', "svg"),
        ("a", b'<?xml version="1.0"?><SkillsPassport>', "xml"),
        ("a", b"<SkillsPassport xmlns='x'>", "xml"),
        ("cv.md", b"# Skills", "markdown"),
        ("cv.md", b"[My page](http://example.org)", "markdown"),
        ("Skills.csv", b"Name\nPython", "csv"),
        ("cv.txt", b"Skills: Python", "text"),
        ("cv", "Compétences".encode("cp1252"), "text"),
    ],
)
def test_a_format_is_told_by_content_first(
    name: str, head: bytes, expected: str
) -> None:
    assert detect(PurePath(name), head) == expected


@pytest.mark.parametrize(
    ("head", "message"),
    [
        (b"\xd0\xcf\x11\xe0", "files of old Word versions (.doc) are not read"),
        (b"{\\rtf1", "RTF files are not read"),
        (b"<!DOCTYPE html><html>", "web pages and other markup are not read"),
        (b"\xff\xd8\xff\xe0", "a picture holds no text that can be read"),
        (b"\x1f\x8b\x08", "archives other than zip are not read"),
    ],
)
def test_what_is_not_read_is_refused_with_a_way_round(
    head: bytes, message: str
) -> None:
    with pytest.raises(DataError) as caught:
        detect(PurePath("cv"), head)
    (problem,) = caught.value.problems
    assert problem.message == message
    assert problem.hint
