"""PDF, Word, plain text and Markdown: a document into its lines of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.formats.imported import MOST_LINES, Imported, Line, refusal, warning
from skillgap.formats.json_text import check_size
from skillgap.formats.text import decode
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.errors import Problem
    from skillgap.formats.archives import Archive

MAX_TEXT = 4 * 1024 * 1024
"""The largest text file that is read; a long résumé is under 50 kB."""

LONGEST_LINE = 2_000

_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)")
_RULE = re.compile(r"\s*(?:[-*_=|:+]\s*){3,}")


def import_text(data: bytes, shown: str) -> Imported:
    """The lines of a plain text.

    Raises:
        DataError: it is too large, empty or no text.
    """
    check_size(data, MAX_TEXT, shown)
    decoded = decode(data, shown)
    return _imported("text", decoded.text.splitlines(), decoded.notes, shown)


def import_markdown(data: bytes, shown: str) -> Imported:
    """The lines of a Markdown text, without its marks.

    Raises:
        DataError: it is too large, empty or no text.
    """
    check_size(data, MAX_TEXT, shown)
    decoded = decode(data, shown)
    lines = [_without_marks(line) for line in decoded.text.splitlines()]
    return _imported("markdown", lines, decoded.notes, shown)


def import_docx(archive: Archive, shown: str) -> Imported:
    """The lines of a Word document.

    Raises:
        DataError: it is damaged, too large or empty.
    """
    from skillgap.formats.docx import docx_lines

    return _imported("docx", docx_lines(archive, shown), (), shown)


def import_pdf(data: bytes, shown: str) -> Imported:
    """The lines of a PDF.

    Raises:
        DataError: it is damaged, locked, too large, too slow, or holds no text.
    """
    from skillgap.formats.pdf import pdf_text

    decoded = pdf_text(data, shown)
    return _imported("pdf", decoded.text.splitlines(), decoded.notes, shown)


def _imported(
    name: str, texts: list[str], notes: tuple[Problem, ...], shown: str
) -> Imported:
    lines = tuple(
        Line(number, text[:LONGEST_LINE])
        for number, text in enumerate(texts[:MOST_LINES], 1)
    )
    if not any(line.text.strip() for line in lines):
        raise refusal("import-empty", _("the document holds no text"), shown)
    if len(texts) > MOST_LINES:
        message = _("more than {number} lines; the others are left out")
        told = message.format(number=MOST_LINES)
        notes = (*notes, warning("import-too-many", told, shown))
    return Imported(name, lines=lines, notes=notes)


def _without_marks(line: str) -> str:
    """A line of Markdown as it reads: no emphasis, addresses, rules or table bars."""
    line = line[: 2 * LONGEST_LINE]
    if _RULE.fullmatch(line):
        return ""
    bare = _LINK.sub(r"\1", line)
    return re.sub(r"\*\*|__|`|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)", "", bare)
