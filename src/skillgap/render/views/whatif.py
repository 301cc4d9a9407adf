"""``whatif``: a gap before and after, and the occupations that move most."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import Block, Column, Document, Heading, Row, Table
from skillgap.render.quantities import percent
from skillgap.render.views.parts import (
    bullets,
    occupation_name,
    said,
    to_try,
    understood,
)

if TYPE_CHECKING:
    from skillgap.model.verdict import Change
    from skillgap.render.plan_result import WhatIfView
    from skillgap.render.result import Result


def document(result: Result, *, explain: bool) -> Document:
    """What is added, what it changes here, and where else it counts."""
    view = cast("WhatIfView", result.data)
    blocks: list[Block] = [
        *understood((*view.matches, *view.added), explain=explain),
        *bullets(
            _("Credentials taken"),
            (said(one.name) for one in view.taken),
            label=_("Taken"),
        ),
        Heading(_("What changes")),
        _before_and_after(view.change),
        *bullets(_("Now covered"), _closed(view.change), label=_("Now covered")),
        *to_try(result.next_commands),
    ]
    return Document(tuple(blocks))


def _before_and_after(change: Change) -> Table:
    columns = (
        Column(_("Occupation"), least=24, leading=True),
        Column(_("Before"), numeric=True),
        Column(_("After"), numeric=True),
    )
    here = change.before.occupation
    rows = [
        (occupation_name(here), change.before.coverage, change.after.coverage),
        *(
            (occupation_name(one.occupation), one.coverage_before, one.coverage_after)
            for one in change.elsewhere
        ),
    ]
    return Table(
        columns,
        tuple(Row((name, percent(then), percent(now))) for name, then, now in rows),
    )


def _closed(change: Change) -> list[str]:
    """The skills that are covered after and were not before."""
    before = {one.skill.id for one in change.before.covered}
    return [
        said(one.skill.label)
        for one in change.after.covered
        if one.skill.id not in before
    ]
