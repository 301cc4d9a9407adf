"""``catalogue new``: what was written, what it looks like, what is still to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _
from skillgap.render.blocks import Block, Document, Paragraph, Verbatim
from skillgap.render.problems import finding_lines
from skillgap.render.quantities import percent
from skillgap.render.views.parts import bullets, to_try

if TYPE_CHECKING:
    from skillgap.render.result import Result
    from skillgap.render.upkeep_result import EntryView


def document(result: Result, *, explain: bool) -> Document:
    """Where the entry stands, its YAML, its look-alikes and what it still needs."""
    del explain
    entry = cast("EntryView", result.data).entry
    text = (
        _("Would be written into {path}, line {line}:")
        if entry.dry_run
        else _("Written into {path}, line {line}:")
    )
    blocks: list[Block] = [
        Paragraph(text.format(path=entry.path, line=entry.line)),
        Verbatim(tuple(entry.text.splitlines())),
    ]
    alike = [
        _("{id}: {name} ({likeness} alike)").format(
            id=id_, name=name, likeness=percent(likeness)
        )
        for id_, name, likeness in entry.alike
    ]
    blocks += bullets(_("Looks like these"), alike, label=_("Looks like"))
    blocks += bullets(_("Still to fill in"), entry.missing, label=_("Still to fill in"))
    lines = tuple(line for found in entry.problems for line in finding_lines(found))
    if lines:
        blocks.append(Verbatim(lines))
    else:
        blocks.append(Paragraph(_("The catalogue checks clean with it.")))
    return Document((*blocks, *to_try(result.next_commands)))
