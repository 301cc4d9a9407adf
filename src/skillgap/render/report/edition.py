"""A report in one language: from the records to titled sections of plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, current_language, speaking
from skillgap.render.report.cited import cited
from skillgap.render.report.enough import enough
from skillgap.render.report.next_steps import next_steps
from skillgap.render.report.paying import paying
from skillgap.render.report.planned import planned
from skillgap.render.report.section import Edition
from skillgap.render.report.standing import in_short, standing
from skillgap.render.report.told import told
from skillgap.render.views.parts import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.render.report.record import Report


def editions(report: Report, languages: tuple[str, ...]) -> tuple[Edition, ...]:
    """The report in each of the languages, in their order."""
    found = []
    for language in languages:
        with speaking(language):
            found.append(edition(report))
    return tuple(found)


def edition(report: Report) -> Edition:
    """The report in the language in use."""
    title = _("Your way to: {occupation}")
    parts = (in_short, next_steps, told, standing, planned, paying, enough, cited)
    return Edition(
        current_language(),
        title.format(occupation=said(report.view.plan.occupation.title)),
        tuple(_about(report)),
        tuple(section for part in parts if (section := part(report)).blocks),
    )


def _about(report: Report) -> Iterator[str]:
    if report.name:
        yield _("For: {name}").format(name=report.name)
    if report.made:
        yield _("Made on: {date}").format(date=report.made)
    yield _("Report number: {number}").format(number=report.number)
