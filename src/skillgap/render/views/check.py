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
    warnings = sum(problem.severity == "warning" for problem in problems)
    notes = len(problems) - errors - warnings
    if not problems:
        return _("Nothing is wrong.")
    parts = []
    if errors:
        parts.append(ngettext("{number} error", "{number} errors", errors))
    if warnings:
        parts.append(ngettext("{number} warning", "{number} warnings", warnings))
    if notes:
        parts.append(ngettext("{number} note", "{number} notes", notes))
    numbers = [count for count in (errors, warnings, notes) if count]
    return ", ".join(
        part.format(number=count) for part, count in zip(parts, numbers, strict=True)
    )
