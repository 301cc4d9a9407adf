"""All that is known of one credential."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, ngettext
from skillgap.render.blocks import Block, Cell, Column, Fields, Heading, Row, Table
from skillgap.render.quantities import number, quantity
from skillgap.render.views.parts import (
    data_facts,
    issuer_name,
    label_of,
    said,
)
from skillgap.render.words import (
    credential_kind,
    delivery,
    issuer_kind,
    languages,
    level_with_basis,
    listed,
    skills_basis,
    yes_or_no,
)

if TYPE_CHECKING:
    from skillgap.model import Credential
    from skillgap.render.result import ShowView

Facts = tuple[tuple[str, Cell], ...]


def credential_blocks(
    credential: Credential, view: ShowView, today: str
) -> list[Block]:
    """Identity, what it takes, what it teaches, and how sure all that is."""
    blocks: list[Block] = [
        Heading(said(credential.name), 1),
        Fields(_identity(credential, view)),
        Heading(_("What it takes")),
        Fields((*_terms(credential), *_conditions(credential, view))),
    ]
    if credential.develops:
        blocks += [Heading(_("What it teaches")), _taught(credential, view)]
    return [*blocks, Heading(_("How sure this is")), Fields(_data(credential, today))]


def _identity(credential: Credential, view: ShowView) -> Facts:
    issuer = credential.issuer
    return (
        (_("Issuer"), issuer_name(issuer, credential.unit)),
        (_("Kind of issuer"), issuer_kind(issuer.kind)),
        (_("Address of the issuer"), issuer.url or ""),
        (_("Kind"), credential_kind(credential.kind)),
        (_("Field"), label_of(credential.field, view.fields)),
        (_("Level of the issuer"), credential.level or ""),
        (_("Part of"), credential.part_of or ""),
        (_("Counts toward"), credential.stacks_into or ""),
        (_("Industry partner"), credential.industry_partner or ""),
        (_("Id"), credential.id),
    )


def _terms(credential: Credential) -> Facts:
    dated = credential.cost_as_of
    cost_note = _("as of {date}").format(date=dated) if dated else ""
    return (
        (_("Hours"), (quantity(credential.hours), credential.hours_note or "")),
        (_("Weeks"), quantity(credential.weeks)),
        (_("Cost"), (quantity(credential.cost), cost_note, credential.cost_note or "")),
        (_("OSAP"), listed(credential.osap)),
        (_("Delivery"), delivery(credential.delivery)),
        (_("At one's own pace"), yes_or_no(credential.self_paced)),
        (_("Language"), languages(credential.languages)),
    )


def _conditions(credential: Credential, view: ShowView) -> Facts:
    before = credential.prerequisites
    years = credential.validity_years
    names = tuple(
        _one_of([_name(each, view) for each in group]) for group in before.groups
    )
    return (
        (_("Needed before"), (*names, before.text or "")),
        (
            _("Equivalent to"),
            tuple(_with_issuer(each, view) for each in credential.equivalent_to),
        ),
        (_("Assessment"), credential.assessed or ""),
        (
            _("Valid for"),
            "" if years is None else _years(years),
        ),
    )


def _name(id_: str, view: ShowView) -> str:
    return said(view.credentials[id_].name) if id_ in view.credentials else id_


def _with_issuer(id_: str, view: ShowView) -> str:
    """Equivalents often bear one name: who gives them tells them apart."""
    if id_ not in view.credentials:
        return id_
    return f"{_name(id_, view)}, {said(view.credentials[id_].issuer.name)}"


def _one_of(names: list[str]) -> str:
    """A name alone, or several of which one is enough."""
    return _(" or ").join(names)


def _years(years: float) -> str:
    template = ngettext("{number} year", "{number} years", int(years))
    return template.format(number=number(years))


def _taught(credential: Credential, view: ShowView) -> Table:
    columns = (
        Column(_("Skill"), least=26, leading=True),
        Column(_("To level")),
    )
    rows = tuple(
        Row(
            (
                label_of(taught.skill, view.skills),
                level_with_basis(
                    taught.reached, "stated" if taught.level else "assumed"
                ),
            )
        )
        for taught in credential.develops
    )
    return Table(columns, rows)


def _data(credential: Credential, today: str) -> Facts:
    source = credential.source
    return (
        (_("Data"), data_facts(credential, today)),
        (_("Skills read from"), skills_basis(credential.skills_basis)),
        (_("Source"), (source.url or "", source.kind or "", source.note or "")),
        (_("Other sources"), credential.other_sources),
        (_("Read on"), credential.retrieved or ""),
        (_("Note"), credential.note or ""),
    )
