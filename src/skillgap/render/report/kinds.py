"""The kinds of file that a report is written as."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from skillgap.render.report.record import Report

Kind = Literal["html", "markdown", "docx", "pdf"]
ENDINGS: dict[Kind, str] = {
    "html": ".html",
    "markdown": ".md",
    "docx": ".docx",
    "pdf": ".pdf",
}


def report_file(report: Report, kind: Kind, languages: tuple[str, ...]) -> bytes:
    """The report as the content of a file of this kind.

    Raises:
        UsageError: the libraries that write it are not installed.
    """
    from skillgap.render import report as reports

    match kind:
        case "docx":
            return reports.report_docx(report, languages)
        case "pdf":
            return reports.report_pdf(report, languages)
        case "html":
            return reports.report_html(report, languages).encode()
        case "markdown":
            return reports.report_markdown(report, languages).encode()


def require_kind(kind: Kind) -> None:
    """See that this kind of file can be written here.

    Raises:
        UsageError: the library that writes it is not installed.
    """
    from skillgap.render.report.extra import need

    if library := {"docx": "docx", "pdf": "typst"}.get(kind):
        need(library)
