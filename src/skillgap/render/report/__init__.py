"""Reports that people keep: one person's advice as a page, a document or a print.

``report_html(report, languages)`` and its siblings take a ``Report`` and the languages
to write it in ("en", "fr" or both) and give the whole file. Each is imported when it is
asked for; ``charts`` holds the drawings.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skillgap.render.report.page import report_html as report_html
    from skillgap.render.report.print import report_pdf as report_pdf
    from skillgap.render.report.record import ProgramAnswer as ProgramAnswer
    from skillgap.render.report.record import Report as Report
    from skillgap.render.report.text import report_markdown as report_markdown
    from skillgap.render.report.word import report_docx as report_docx

_HOMES = {
    "ProgramAnswer": "record",
    "Report": "record",
    "report_docx": "word",
    "report_html": "page",
    "report_markdown": "text",
    "report_pdf": "print",
}

__all__ = [
    "ProgramAnswer",
    "Report",
    "report_docx",
    "report_html",
    "report_markdown",
    "report_pdf",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a function or record of reports
    """Fetch a public name from its file when it is first used."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
