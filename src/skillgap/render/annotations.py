"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.errors import Problem

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_VALUE = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})


def render_annotations(problems: Iterable[Problem]) -> str:
    """One command a line: ``::error file=...,line=...,col=...,title=...::message``."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Problem) -> str:
    values = {
        "file": problem.path,
        "line": problem.line,
        "col": problem.column,
        "title": problem.rule,
    }
    given = ",".join(
        f"{name}={str(value).translate(_IN_VALUE)}"
        for name, value in values.items()
        if value is not None
    )
    text = problem.message
    if problem.hint:
        text = f"{text}\n{problem.hint}"
    return f"::{_COMMANDS[problem.severity]} {given}::{text.translate(_IN_TEXT)}"
