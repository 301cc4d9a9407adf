"""The text of a PDF, read by PDFium in a process of its own.

A PDF can be made to loop, to unpack without end or to hit a fault in a reader. The
process has a time limit and, where the system knows one, a limit of memory; whatever
becomes of it, the command goes on and says so.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from skillgap.formats.imported import note, refusal, warning
from skillgap.formats.json_text import check_size
from skillgap.formats.text import Decoded
from skillgap.locale import _

MAX_BYTES = 32 * 1024 * 1024
MAX_PAGES = 60
"""A résumé has two or three pages; what follows the sixtieth is left out."""

SECONDS = 20
LEAST_SIGNS = 20
"""With fewer letters and digits than this in all, a PDF is taken for a scan."""


def pdf_text(data: bytes, shown: str, seconds: float = SECONDS) -> Decoded:
    """The text of the pages of a PDF, one after the other.

    Raises:
        DataError: it is damaged, locked or too slow to read, or holds no text.
    """
    check_size(data, MAX_BYTES, shown)
    answer = _asked(data, shown, seconds)
    if answer.get("error"):
        raise _unreadable(str(answer["error"]), shown)
    text = str(answer.get("text", ""))
    pages = int(answer.get("pages", 0))
    if sum(map(str.isalnum, text)) < LEAST_SIGNS:
        raise _no_text(shown)
    notes = []
    if pages > MAX_PAGES:
        message = _("only the first {read} of {pages} pages were read")
        told = message.format(read=MAX_PAGES, pages=pages)
        notes.append(warning("import-too-large", told, shown))
    if empty := int(answer.get("empty", 0)):
        message = _("pages without text, perhaps scanned: {number}")
        notes.append(note("import-no-text", message.format(number=empty), shown))
    return Decoded(text, tuple(notes))


def _asked(data: bytes, shown: str, seconds: float) -> dict[str, Any]:
    """What the reading process answers."""
    command = [sys.executable, "-P", "-m", "skillgap.formats.pdf_reader"]
    try:
        ended = subprocess.run(  # noqa: S603 - this very Python and module
            [*command, str(MAX_PAGES)],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
        answer = json.loads(ended.stdout)
    except subprocess.TimeoutExpired as error:
        message = _("the PDF takes longer than {seconds} seconds to read")
        hint = _("save it as PDF again from the program that made it, or as DOCX")
        told = message.format(seconds=seconds)
        raise refusal("import-too-slow", told, shown, hint) from error
    except (OSError, ValueError) as error:
        raise _unreadable("", shown) from error
    return answer if isinstance(answer, dict) else {}


def _unreadable(reason: str, shown: str) -> Exception:
    if reason == "locked":
        message = _("the PDF is locked with a password")
        hint = _("save a copy without one")
        return refusal("import-locked", message, shown, hint)
    message = _("the PDF is damaged and cannot be read")
    hint = _("save it as PDF again from the program that made it, or as DOCX")
    return refusal("import-damaged", message, shown, hint)


def _no_text(shown: str) -> Exception:
    message = _(
        "the PDF holds no text: its pages are pictures, as a scanner makes them"
    )
    hint = _(
        "give the document it was printed from, or run text recognition (OCR) on it"
    )
    return refusal("import-no-text", message, shown, hint)
