"""Text is read in whichever of the usual encodings it was saved."""

from __future__ import annotations

import codecs

import pytest

from skillgap.errors import DataError
from skillgap.formats.text import decode

FRENCH = "Compétences : comptabilité, « Excel »\nœuvre – l’été\n"


@pytest.mark.parametrize(
    "data",
    [
        FRENCH.encode(),
        FRENCH.encode("utf-8-sig"),
        FRENCH.encode("utf-16"),
        codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"),
        FRENCH.encode("utf-16-le"),
        FRENCH.encode("utf-16-be"),
        FRENCH.encode("utf-32"),
    ],
)
def test_unicode_is_read_with_or_without_a_mark(data: bytes) -> None:
    decoded = decode(data, "cv.txt")
    assert decoded.text.lstrip("\ufeff") == FRENCH
    assert decoded.notes == ()


def test_windows_1252_is_read_and_told() -> None:
    decoded = decode(FRENCH.encode("cp1252"), "cv.txt")
    assert decoded.text == FRENCH
    (note,) = decoded.notes
    assert note.message == "the text is not UTF-8; it was read as Windows-1252"


@pytest.mark.parametrize(
    "data", [b"a\0b\xff\0\0\0", bytes(range(1, 32)) * 9 + b"\xff", b"\xff\xfe\0\xd8"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DataError, match="not text"):
        decode(data, "cv.txt")
