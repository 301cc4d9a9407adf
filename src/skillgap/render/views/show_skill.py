"""All that is known of one skill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.blocks import Block, Cell, Column, Fields, Heading, Row, Table
from skillgap.render.views.parts import in_use, issuer_name, label_of, said
from skillgap.render.words import level_with_basis, relation, skill_kind

if TYPE_CHECKING:
    from skillgap.model import Credential, Requirement, Skill
    from skillgap.render.result import ShowView


def skill_blocks(skill: Skill, view: ShowView) -> list[Block]:
    """Its names, then the occupations that ask for it and what teaches it."""
    blocks: list[Block] = [
        Heading(said(skill.label), 1),
        Fields(_identity(skill, view)),
    ]
    if view.required_by:
        blocks += [Heading(_("Asked for by")), _asked_for(view)]
    if view.taught_by:
        blocks += [Heading(_("Taught by")), _taught_by(skill, view)]
    return blocks


def _identity(skill: Skill, view: ShowView) -> tuple[tuple[str, Cell], ...]:
    return (
        (_("Kind"), skill_kind(skill.kind)),
        (_("In English"), skill.label.en or ""),
        (_("In French"), skill.label.fr or ""),
        (_("Also called"), ", ".join(in_use(skill.alternative_labels))),
        (
            _("Counts also for"),
            ", ".join(label_of(each, view.skills) for each in skill.broader),
        ),
        (_("Address"), skill.uri or ""),
        (_("Id"), skill.id),
    )


def _asked_for(view: ShowView) -> Table:
    columns = (
        Column(_("Occupation"), least=26, leading=True),
        Column(_("NOC"), priority=2),
        Column(_("Level")),
        Column(_("Importance"), priority=1),
    )
    ranked = sorted(view.required_by, key=lambda pair: -pair[1].importance)
    rows = tuple(
        Row(
            (
                said(occupation.title),
                occupation.noc or "",
                level_with_basis(requirement.need, requirement.need_basis),
                _importance(requirement),
            )
        )
        for occupation, requirement in ranked
    )
    return Table(columns, rows)


def _importance(requirement: Requirement) -> str:
    return _("{number} of 5, {relation}").format(
        number=requirement.importance, relation=relation(requirement.relation)
    )


def _taught_by(skill: Skill, view: ShowView) -> Table:
    columns = (
        Column(_("Credential"), least=26, leading=True),
        Column(_("Issuer"), least=20, priority=2),
        Column(_("To level"), priority=1),
    )
    rows = tuple(
        Row(
            (
                said(credential.name),
                issuer_name(credential.issuer),
                _to_level(credential, skill),
            )
        )
        for credential in view.taught_by
    )
    return Table(columns, rows)


def _to_level(credential: Credential, skill: Skill) -> str:
    for taught in credential.develops:
        if taught.skill == skill.id:
            basis = "stated" if taught.level else "assumed"
            return level_with_basis(taught.reached, basis)
    return _("through a narrower skill")
