"""The process that reads a PDF: its bytes come in, its text goes out as JSON.

``python -m skillgap.formats.pdf_reader PAGES`` reads the PDF on standard input. It
writes ``{"text": ..., "pages": ..., "empty": ...}`` or ``{"error": ...}``.
"""

from __future__ import annotations

import json
import sys
from typing import Any

MEMORY = 1 << 30
MAX_SIGNS = 2_000_000
"""The most bytes of memory, and the most characters of text."""


def main(pages: int) -> None:
    """Read standard input and write the answer."""
    limit_memory()
    answer = read(sys.stdin.buffer.read(), pages)
    sys.stdout.buffer.write(json.dumps(answer).encode())


def limit_memory() -> None:
    """Bound the memory of this process, where the system can."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, OSError, ValueError):
        return


def read(data: bytes, most_pages: int) -> dict[str, Any]:
    """The text of the first pages, how many there are, and how many had none."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "locked" if "assword" in str(error) else "damaged"}
    texts: list[str] = []
    count, empty, length = len(document), 0, 0
    for number in range(min(count, most_pages)):
        text = _page_text(document, number)
        length += len(text)
        empty += not text.strip()
        texts.append(text)
        if length > MAX_SIGNS:
            break
    return {"text": "\n".join(texts)[:MAX_SIGNS], "pages": count, "empty": empty}


def _page_text(document: Any, number: int) -> str:  # noqa: ANN401 - untyped package
    import pypdfium2

    try:
        page = document[number].get_textpage()
        text: str = page.get_text_range(0, min(page.count_chars(), MAX_SIGNS))
    except (pypdfium2.PdfiumError, ValueError):
        return ""
    # PDFium marks a hyphen at a line's end as U+FFFE or U+0002.
    joined = text.replace("\r\n", "\n").replace("\ufffe", "-").replace("\x02", "-")
    return joined.replace("\r", "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
