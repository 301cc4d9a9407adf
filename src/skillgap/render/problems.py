"""Problems as lines: where, which rule, what is wrong, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _
from skillgap.render.safe import visible

if TYPE_CHECKING:
    from skillgap.errors import Problem


def problem_lines(problem: Problem) -> tuple[str, ...]:
    """One line for a problem, as stderr shows it, and those of its hint."""
    place = problem.place if problem.path else "skillgap"
    message = problem.message
    if problem.severity != "error":
        message = f"{_severity(problem.severity)} {message}"
    # The same in every language: programs read places by their colons.
    return (visible(f"{place}: {message}"), *_hint(problem))


def finding_lines(problem: Problem) -> tuple[str, ...]:
    """The lines of a check: ``path:line:column rule message``, then the hint."""
    parts = [problem.place, problem.rule]
    if problem.severity != "error":
        parts.append(_severity(problem.severity))
    text = " ".join(part for part in (*parts, problem.message) if part)
    return (visible(text), *_hint(problem))


def _hint(problem: Problem) -> tuple[str, ...]:
    if not problem.hint:
        return ()
    first, *more = problem.hint.split("\n")
    hint = _("hint: {text}").format(text=first)
    return (visible(hint), *(f"  {visible(line)}" for line in more))


def _severity(code: str) -> str:
    return _("warning:") if code == "warning" else _("note:")
