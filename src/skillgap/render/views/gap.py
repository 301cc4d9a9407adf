"""``gap``: what one occupation asks for beside what the person holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import (
    Block,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Row,
    Table,
)
from skillgap.render.quantities import median_wage, percent
from skillgap.render.views.also_needed import also_needed
from skillgap.render.views.parts import (
    basis_name,
    coverage_note,
    occupation_name,
    said,
    to_try,
    understood,
)
from skillgap.render.words import level_with_basis, relation

if TYPE_CHECKING:
    from skillgap.model import Comparison
    from skillgap.render.result import GapView, Result


def document(result: Result, *, explain: bool) -> Document:
    """The coverage, then each requirement: covered, below its level, missing."""
    view = cast("GapView", result.data)
    gap = view.gap
    blocks: list[Block] = [
        *understood(view.matches, explain=explain),
        Heading(_("Your gap")),
        Fields(_summary(view)),
        Paragraph(coverage_note()),
        *_listed(_("Missing"), gap.missing, view, explain=explain),
        *_listed(
            _("Below the level asked for"), gap.below_level, view, explain=explain
        ),
        *_listed(_("Covered"), gap.covered, view, explain=explain),
        *also_needed((gap.occupation,), view.sources),
        *to_try(result.next_commands),
    ]
    return Document(tuple(blocks))


def _summary(view: GapView) -> tuple[tuple[str, str], ...]:
    gap = view.gap
    return (
        (_("Occupation"), occupation_name(gap.occupation)),
        (_("Coverage"), percent(gap.coverage)),
        (_("Covered"), str(len(gap.covered))),
        (_("Below level"), str(len(gap.below_level))),
        (_("Missing"), str(len(gap.missing))),
        (_("Median wage"), median_wage(gap.occupation.wage)),
    )


def _listed(
    title: str, found: tuple[Comparison, ...], view: GapView, *, explain: bool
) -> list[Block]:
    if not found:
        return []
    columns = (
        Column(_("Skill"), least=24, leading=True),
        Column(_("You have")),
        Column(_("Asked for")),
        Column(_("Importance"), priority=1),
        Column(_("Through"), least=16, priority=2),
        *((Column(_("Rated by"), least=18, priority=3),) if explain else ()),
    )
    rows = tuple(_row(comparison, view, explain=explain) for comparison in found)
    return [Heading(title), Table(columns, rows)]


def _row(comparison: Comparison, view: GapView, *, explain: bool) -> Row:
    requirement = comparison.requirement
    importance = _("{number} of 5, {relation}").format(
        number=requirement.importance, relation=relation(requirement.relation)
    )
    by = comparison.satisfied_by
    cells = (
        said(comparison.skill.label),
        level_with_basis(comparison.have, comparison.have_basis),
        level_with_basis(comparison.need, comparison.need_basis),
        importance,
        said(by.label) if by else "",
    )
    return Row((*cells, basis_name(requirement, view.bases)) if explain else cells)
