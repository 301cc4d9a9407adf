"""Where the facts come from, with dates, and what identifies the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.blocks import (
    Block,
    Column,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
    address,
)
from skillgap.render.report.section import Section
from skillgap.render.views.parts import basis_name, said
from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.model import Occupation
    from skillgap.render.plan_result import PlanView
    from skillgap.render.report.record import Report

Cited = tuple[str, str, str]
"""What it says, where it was read, and as of when."""


def cited(report: Report) -> Section:
    """Each source once, then the report's fingerprint."""
    rows = _by_source((*_of_work(report.view), *_of_steps(report), *_rules(report)))
    columns = (
        Column(_("Fact"), least=20, leading=True),
        Column(_("Source"), least=28),
        Column(_("As of")),
    )
    text = _(
        "Facts grow old. Look at the date, and check what matters before you pay or "
        "apply."
    )
    blocks: list[Block] = [
        Paragraph(text),
        Table(columns, rows),
        Heading(_("What identifies this report"), 3),
        Paragraph(
            _("The same words, the same catalogue and the same version give the same.")
        ),
        Fields(_identity(report)),
    ]
    return Section("sources", _("Where this comes from"), tuple(blocks))


def _by_source(found: Iterable[Cited]) -> tuple[Row, ...]:
    """Each source once, with all that was read there."""
    facts: dict[tuple[str, str], dict[str, None]] = {}
    for what, source, date in found:
        facts.setdefault((source, date), {})[what] = None
    return tuple(Row((tuple(told), *place)) for place, told in facts.items())


def _identity(report: Report) -> tuple[tuple[str, str], ...]:
    info = report.info
    catalogue = _("{name}, facts as of {date}")
    kept = ((_("Fingerprint of the record kept"), report.record),)
    return (
        (_("Report number"), report.number),
        (_("Catalogue"), catalogue.format(name=said(info.title), date=info.as_of)),
        (_("Catalogue fingerprint"), info.fingerprint),
        (_("Fingerprint of what you told us"), report.inputs),
        *((name, text) for name, text in kept if text),
        (_("Program"), f"skillgap {__version__}"),
    )


def _of_work(view: PlanView) -> Iterator[Cited]:
    gap = view.plan.gap
    for one in (*gap.missing, *gap.below_level, *gap.covered):
        basis = view.bases.get(one.requirement.basis or "")
        reference = basis.source if basis else None
        what = _("How much a skill matters ({basis})").format(
            basis=basis_name(one.requirement, view.bases)
        )
        yield what, *_source(reference, view)
    yield from _about_work(view.plan.occupation, view)


def _about_work(work: Occupation, view: PlanView) -> Iterator[Cited]:
    if work.wage:
        yield _("Pay"), *_source(work.wage.source, view)
    if work.regulated:
        yield _("Licence to work"), *_source(work.regulated.source, view)
    if work.education:
        yield _("Schooling"), *_source(work.education.source, view)


def _source(reference: str | None, view: PlanView) -> tuple[str, str]:
    if reference is None:
        return _("unknown"), _("not dated")
    source = view.sources.get(reference)
    if source is None:
        return reference, _("not dated")
    publisher = f" ({source.publisher})" if source.publisher else ""
    return f"{source.title}{publisher}", source.as_of or _("not dated")


def _of_steps(report: Report) -> Iterator[Cited]:
    for step in report.view.plan.steps:
        source = step.credential.source
        if source.url:
            name = said(step.credential.name)
            yield name, address(source.url), source.as_of or _("not dated")


def _rules(report: Report) -> Iterator[Cited]:
    for found in report.programs:
        answers = (found.person, *found.steps[:1])
        for one in (rule for answer in answers for rule in answer.rules):
            name = said(found.person.program.name)
            yield name, address(one.rule.source), one.rule.as_of or _("not dated")
