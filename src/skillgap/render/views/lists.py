"""``list``: the occupations, credentials or skills of a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from skillgap.locale import _, ngettext
from skillgap.render.blocks import Block, Column, Document, Paragraph, Row, Table
from skillgap.render.quantities import median_wage, quantity
from skillgap.render.views.parts import issuer_name, label_of, said, to_try
from skillgap.render.words import (
    credential_kind,
    delivery,
    listed,
    skill_kind,
    yes_or_no,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillgap.model import Credential, Occupation, Skill
    from skillgap.render.result import ListView, Result


def document(result: Result, *, explain: bool) -> Document:
    """The records, one a row, and how many there are."""
    del explain
    view = cast("ListView", result.data)
    blocks: list[Block] = []
    if view.records:
        columns, row = _TABLES[view.kind]
        rows = tuple(row(record, view) for record in view.records)
        blocks.append(Table(columns(), rows))
    blocks.append(Paragraph(_count(view)))
    return Document((*blocks, *to_try(result.next_commands)))


def _count(view: ListView) -> str:
    shown, total = len(view.records), view.total
    if total is not None and total > shown:
        return _("{shown} of {total} shown").format(shown=shown, total=total)
    if not shown:
        return _("Nothing answers this.")
    return ngettext("{number} record", "{number} records", shown).format(number=shown)


def _occupation_columns() -> tuple[Column, ...]:
    return (
        Column(_("Occupation"), least=28, leading=True),
        Column(_("NOC"), priority=0),
        Column(_("TEER"), priority=2),
        Column(_("Field"), least=14, priority=3),
        Column(_("In demand"), priority=1),
        Column(_("Median wage"), least=14, priority=4),
    )


def _occupation_row(occupation: Occupation, view: ListView) -> Row:
    return Row(
        (
            said(occupation.title),
            occupation.noc or "",
            "" if occupation.teer is None else str(occupation.teer),
            label_of(occupation.field, view.fields),
            yes_or_no(occupation.in_demand),
            median_wage(occupation.wage),
        )
    )


def _credential_columns() -> tuple[Column, ...]:
    return (
        Column(_("Credential"), least=28, leading=True),
        Column(_("Issuer"), least=22, priority=1, quiet=True),
        Column(_("Kind"), least=18, priority=6),
        Column(_("Field"), least=14, priority=5),
        Column(_("Hours"), numeric=True, priority=2),
        Column(_("Cost"), numeric=True, priority=3),
        Column(_("Delivery"), priority=4),
        Column(_("OSAP"), priority=7),
        Column(_("Id"), priority=8),
    )


def _credential_row(credential: Credential, view: ListView) -> Row:
    return Row(
        (
            said(credential.name),
            issuer_name(credential.issuer, credential.unit),
            credential_kind(credential.kind),
            label_of(credential.field, view.fields),
            quantity(credential.hours),
            quantity(credential.cost),
            delivery(credential.delivery),
            listed(credential.osap),
            credential.id,
        )
    )


def _skill_columns() -> tuple[Column, ...]:
    return (
        Column(_("Skill"), least=28, leading=True),
        Column(_("Kind")),
        Column(_("Id"), priority=1),
    )


def _skill_row(skill: Skill, view: ListView) -> Row:
    del view
    return Row((said(skill.label), skill_kind(skill.kind), skill.id))


_TABLES: dict[
    str, tuple[Callable[[], tuple[Column, ...]], Callable[[Any, ListView], Row]]
] = {
    "occupations": (_occupation_columns, _occupation_row),
    "credentials": (_credential_columns, _credential_row),
    "skills": (_skill_columns, _skill_row),
}
