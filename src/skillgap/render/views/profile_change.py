"""The commands that change a profile or remove it: what they did, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _, ngettext
from skillgap.render.blocks import Block, Document, Fields, Paragraph
from skillgap.render.profile_result import ForgetView
from skillgap.render.profile_words import (
    action,
    change_text,
    learning_count,
    profile_part,
)
from skillgap.render.views.parts import bullets, to_try, understood

if TYPE_CHECKING:
    from skillgap.render.profile_result import ImportedFile, ProfileChangeView
    from skillgap.render.result import Result


def document(result: Result, *, explain: bool) -> Document:
    """What was changed, or what was removed."""
    view = result.data
    if isinstance(view, ForgetView):
        blocks = _forgotten(view)
    else:
        blocks = _changed(cast("ProfileChangeView", view), explain=explain)
    return Document((*blocks, *to_try(result.next_commands)))


def _changed(view: ProfileChangeView, *, explain: bool) -> list[Block]:
    """What was added or changed, how it was understood, and where it is kept."""
    lines = tuple(
        _("{action}: {part}, {text}").format(
            action=action(one.action),
            part=profile_part(one.what),
            text=change_text(one),
        )
        for one in view.changes
    )
    blocks: list[Block] = [*_files(view), *bullets(_title(view), lines)]
    if view.is_new:
        blocks.insert(0, Paragraph(_("A new profile was started.")))
    elif not lines:
        blocks.append(Paragraph(_("Nothing new: your profile says all of it.")))
    blocks += understood(view.matches, explain=explain)
    pairs = ((_("Profile"), view.path), (_("The version before"), view.previous or ""))
    return [*blocks, Fields(tuple(pair for pair in pairs if pair[1]))]


def _files(view: ProfileChangeView) -> list[Block]:
    return bullets(_("What was read"), map(_file, view.files))


def _file(one: ImportedFile) -> str:
    claims = ngettext("{number} claim", "{number} claims", one.claims)
    told = _("{path}: {format}, {claims}, {awards}").format(
        path=one.path,
        format=one.format,
        claims=claims.format(number=one.claims),
        awards=learning_count("credential", one.awards),
    )
    if not one.languages:
        return told
    return _("{told}; languages spoken (not kept): {languages}").format(
        told=told, languages=", ".join(one.languages)
    )


def _forgotten(view: ForgetView) -> list[Block]:
    blocks = bullets(_("What was removed"), view.removed)
    lines = (f"{path}: {reason}" for path, reason in view.failed)
    blocks += bullets(_("What could not be removed"), lines)
    if not blocks:
        blocks = [Paragraph(_("There was nothing to remove."))]
    return blocks


def _title(view: ProfileChangeView) -> str:
    if view.is_dry_run:
        return _("What would be written (nothing was)")
    return _("What was written")
