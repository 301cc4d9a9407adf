"""All that is known of one occupation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.blocks import Block, Cell, Column, Fields, Heading, Row, Table
from skillgap.render.quantities import wage
from skillgap.render.views.also_needed import also_needed
from skillgap.render.views.explore import fact_words
from skillgap.render.views.parts import (
    basis_name,
    in_use,
    label_of,
    said,
    source_name,
)
from skillgap.render.words import demand_value, level_with_basis, relation, yes_or_no

if TYPE_CHECKING:
    from skillgap.model import Fact, Occupation, Requirement
    from skillgap.render.result import ShowView


def occupation_blocks(occupation: Occupation, view: ShowView) -> list[Block]:
    """Identity, pay, demand, requirements, and what else is needed."""
    blocks: list[Block] = [
        Heading(said(occupation.title), 1),
        Fields(_identity(occupation, view)),
        Heading(_("Pay and demand")),
        Fields((*_pay(occupation, view), *_demand(occupation, view))),
    ]
    if occupation.requirements:
        blocks += [Heading(_("What it asks for")), _requirements(occupation, view)]
    return [*blocks, *also_needed((occupation,), view.sources)]


def _identity(occupation: Occupation, view: ShowView) -> tuple[tuple[str, Cell], ...]:
    teer = "" if occupation.teer is None else str(occupation.teer)
    return (
        (_("NOC"), occupation.noc or ""),
        (_("TEER"), teer),
        (_("Field"), label_of(occupation.field, view.fields)),
        (_("Also called"), ", ".join(in_use(occupation.alternative_titles))),
        (_("O*NET"), ", ".join(occupation.onet)),
        (_("Address"), occupation.uris),
        (_("Id"), occupation.id),
    )


def _pay(occupation: Occupation, view: ShowView) -> tuple[tuple[str, Cell], ...]:
    pay = occupation.wage
    if pay is None:
        return ((_("Wage"), _("unknown")),)
    place = ", ".join(part for part in (pay.region, pay.period) if part)
    return (
        (_("Low wage"), wage(pay.low, pay.unit)),
        (_("Median wage"), wage(pay.median, pay.unit)),
        (_("High wage"), wage(pay.high, pay.unit)),
        (_("Wages hold for"), place),
        (_("Source of wages"), source_name(pay.source, view.sources)),
    )


def _demand(occupation: Occupation, view: ShowView) -> tuple[tuple[str, Cell], ...]:
    outlook = (occupation.outlook,) if occupation.outlook else ()
    told = (*outlook, *occupation.outlook_regional, *occupation.demand)
    signs = tuple(_sourced(fact, view) for fact in told)
    return (
        (_("In demand"), yes_or_no(occupation.in_demand)),
        (_("Signs of demand"), signs or (_("unknown"),)),
        (_("Older outlook"), _older(occupation, view)),
    )


def _older(occupation: Occupation, view: ShowView) -> str:
    """An outlook of years ago, with the scale and the code that it was given on."""
    outlook = occupation.outlook_older
    if outlook is None:
        return ""
    parts = (outlook.region, outlook.period, outlook.scale)
    code = (
        _("NOC 2016 {code}").format(code=outlook.noc_2016) if outlook.noc_2016 else ""
    )
    where = "; ".join(part for part in (*parts, code) if part)
    return _("{fact} (source: {source})").format(
        fact=f"{demand_value(outlook.rating)} ({where})",
        source=source_name(outlook.source, view.sources),
    )


def _sourced(fact: Fact, view: ShowView) -> str:
    return _("{fact} (source: {source})").format(
        fact=fact_words(fact), source=source_name(fact.source, view.sources)
    )


def _requirements(occupation: Occupation, view: ShowView) -> Table:
    columns = (
        Column(_("Skill"), least=26, leading=True),
        Column(_("Level")),
        Column(_("Importance"), priority=1),
        Column(_("Rated by"), least=22, priority=2),
        Column(_("Note"), least=16, priority=3, quiet=True),
    )
    ranked = sorted(occupation.requirements, key=lambda each: -each.importance)
    return Table(columns, tuple(_requirement(each, view) for each in ranked))


def _requirement(requirement: Requirement, view: ShowView) -> Row:
    importance = _("{number} of 5, {relation}").format(
        number=requirement.importance, relation=relation(requirement.relation)
    )
    return Row(
        (
            label_of(requirement.skill, view.skills),
            level_with_basis(requirement.need, requirement.need_basis),
            importance,
            basis_name(requirement, view.bases),
            requirement.note or "",
        )
    )
