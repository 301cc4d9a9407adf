"""A report as Markdown, one language after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import speaking
from skillgap.render.blocks import Bullets, Document, Heading
from skillgap.render.markdown import render_markdown
from skillgap.render.report.edition import editions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.render.blocks import Block
    from skillgap.render.report.record import Report
    from skillgap.render.report.section import Edition


def report_markdown(report: Report, languages: tuple[str, ...]) -> str:
    """The report as Markdown."""
    texts = []
    for edition in editions(report, languages):
        with speaking(edition.language):
            texts.append(render_markdown(Document(tuple(_blocks(edition)))))
    return "\n---\n\n".join(texts)


def _blocks(edition: Edition) -> Iterator[Block]:
    yield Heading(edition.title, 1)
    yield Bullets(edition.about)
    for section in edition.sections:
        yield Heading(section.title)
        yield from section.blocks
