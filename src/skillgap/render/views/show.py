"""``show``: one record with all its facts, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.model import Occupation, Skill
from skillgap.render.blocks import Document
from skillgap.render.views.parts import to_try
from skillgap.render.views.show_credential import credential_blocks
from skillgap.render.views.show_occupation import occupation_blocks
from skillgap.render.views.show_skill import skill_blocks

if TYPE_CHECKING:
    from skillgap.render.result import Result, ShowView


def document(result: Result, *, explain: bool) -> Document:
    """The record's facts, then what it asks for, teaches or is asked for by."""
    del explain
    view = cast("ShowView", result.data)
    record = view.record
    if isinstance(record, Occupation):
        blocks = occupation_blocks(record, view)
    elif isinstance(record, Skill):
        blocks = skill_blocks(record, view)
    else:
        today = result.info.as_of if result.info else ""
        blocks = credential_blocks(record, view, today)
    return Document((*blocks, *to_try(result.next_commands)))
