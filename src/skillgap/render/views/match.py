"""``match``: how each phrase was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import Document, Paragraph
from skillgap.render.views.parts import to_try, understood

if TYPE_CHECKING:
    from skillgap.render.result import MatchesView, Result


def document(result: Result, *, explain: bool) -> Document:
    """The phrases, one a row; receipts with the runner-up where they are asked for."""
    view = cast("MatchesView", result.data)
    blocks = understood(view.matches, explain=explain)
    if not blocks:
        blocks = [Paragraph(_("There was no phrase to understand."))]
    return Document((*blocks, *to_try(result.next_commands)))
