"""A report as one self-contained page: no script, nothing fetched, prints on Letter."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.render.html import blocks_html
from skillgap.render.report.edition import editions
from skillgap.render.safe import visible
from skillgap.render.style import page_policy, page_style
from skillgap.version import __version__

if TYPE_CHECKING:
    from jinja2 import Template

    from skillgap.render.report.record import Report

TEMPLATES = Path(__file__).parent / "templates"


def report_html(report: Report, languages: tuple[str, ...]) -> str:
    """The report as a page, in one language or in several side by side.

    The policy of the page allows its own style sheet, by its hash, and nothing else.
    """
    made = editions(report, languages)
    rows = zip(*(one.sections for one in made), strict=True)
    return template("page.html").render(
        editions=made,
        rows=tuple(rows),
        **head(made[0].language, " / ".join(one.title for one in made)),
    )


def head(language: str, title: str) -> dict[str, str]:
    """What the head of every page is filled with (``head.html``)."""
    return {
        "language": language,
        "title": title,
        "style": page_style(),
        "policy": page_policy(),
        "version": __version__,
    }


@cache
def template(name: str) -> Template:
    """A page to fill, compiled once for as many reports as there are."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["visible"] = visible
    environment.filters["blocks"] = blocks_html
    return environment.get_template(name)
