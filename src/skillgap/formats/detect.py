"""The format of a file: by what it holds, and by its ending where that says nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from skillgap.formats.imported import refusal
from skillgap.locale import _

if TYPE_CHECKING:
    from pathlib import PurePath

Format = Literal[
    "pdf", "zip", "png", "svg", "xml", "json", "jwt", "csv", "text", "markdown"
]

HEAD = 4096
"""How many bytes of a file are looked at."""

_JWT = re.compile(rb"\s*eyJ[\w-]{8,}\.[\w-]+\.[\w-]*")
_JSON = re.compile(rb"[\[{]\s*[\"\[{\]}]")
_MARKDOWN = frozenset((".md", ".markdown"))


def detect(path: PurePath, head: bytes) -> Format:
    """The format of a file from its name and its first bytes.

    Raises:
        DataError: it is of a kind that is known and not read, such as ``.doc``.
    """
    start = _plain_start(head)
    found = _by_signature(head) or _by_start(start) or _by_ending(path)
    if found:
        return found
    refused = _refused(head, start)
    if refused:
        message, hint = refused
        raise refusal("import-unknown-format", message, str(path), hint)
    return "text"


def _plain_start(head: bytes) -> bytes:
    """The first bytes without a byte order mark, zeros and spaces (UTF-16 too)."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip()


def _by_signature(head: bytes) -> Format | None:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    return "png" if head.startswith(b"\x89PNG\r\n\x1a\n") else None


def _by_start(start: bytes) -> Format | None:
    if _JSON.match(start):
        return "json"
    if _JWT.match(start):
        return "jwt"
    if start.startswith(b"<"):
        lower = start.lower()
        if b"<svg" in lower:
            return "svg"
        if b"<html" not in lower and lower.startswith((b"<?xml", b"<!--")):
            return "xml"
        if re.match(rb"<(?:\w+:)?(?:SkillsPassport|learnerinfo|Candidate)\b", start):
            return "xml"
    return None


def _by_ending(path: PurePath) -> Format | None:
    ending = path.suffix.lower()
    if ending in _MARKDOWN:
        return "markdown"
    endings: dict[str, Format] = {".csv": "csv", ".json": "json", ".jwt": "jwt"}
    return endings.get(ending)


def _refused(head: bytes, start: bytes) -> tuple[str, str] | None:
    """What is wrong with a kind of file that is not read, and the way round it."""
    save = _("open it in your word processor and save it as DOCX or PDF")
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _("files of old Word versions (.doc) are not read"), save
    if start.startswith(b"{\\rtf"):
        return _("RTF files are not read"), save
    if start[:1] == b"<":
        return _("web pages and other markup are not read"), save
    if head.startswith((b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF")):
        return _("a picture holds no text that can be read"), _(
            "give the document itself, or a badge as PNG or SVG"
        )
    if head.startswith((b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")):
        return _("archives other than zip are not read"), _("unpack it first")
    return None
