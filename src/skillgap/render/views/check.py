"""``catalogue check``: what is wrong in the files, where, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from skillgap.locale import _, ngettext
from skillgap.render.blocks import Block, Document, Fields, Paragraph, Verbatim
from skillgap.render.problems import finding_lines
from skillgap.render.quantities import number
from skillgap.render.words import part_name

if TYPE_CHECKING:
    from skillgap.render.result import CheckView, Result


def document(result: Result, *, explain: bool) -> Document:
    """The findings, one a line as editors read them, then the counts."""
    del explain
    check = cast("CheckView", result.data).check
    lines = tuple(line for found in check.problems for line in finding_lines(found))
    blocks: list[Block] = [Verbatim(lines)] if lines else []
    blocks.append(Paragraph(_verdict(result)))
    counts = tuple((part_name(part), number(n)) for part, n in check.counts.items())
    if counts:
        blocks.append(Fields(counts))
    return Document(tuple(blocks))


def _verdict(result: Result) -> str:
    problems = cast("CheckView", result.data).check.problems
    errors = sum(problem.severity == "error" for problem in problems)
    others = len(problems) - errors
    if not problems:
        return _("Nothing is wrong.")
    parts = []
    if errors:
        parts.append(ngettext("{number} error", "{number} errors", errors))
    if others:
        parts.append(ngettext("{number} note", "{number} notes", others))
    numbers = [count for count in (errors, others) if count]
    return ", ".join(
        part.format(number=count) for part, count in zip(parts, numbers, strict=True)
    )
