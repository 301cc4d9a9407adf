"""How a command that fails says so: on stderr to people, as JSON to scripts."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

from skillgap.cli import DEFECT, INTERRUPTED
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.errors import SkillgapError


def report(error: SkillgapError, arguments: Sequence[str]) -> int:
    """Show an error's problems where they are looked for; give the exit code."""
    from skillgap.render import render_problems

    sys.stderr.write(render_problems(error.problems))
    if _wants_json(arguments):
        _print_envelope(error, arguments)
    return error.exit_code


def report_interruption() -> int:
    """Say that the person stopped the command."""
    sys.stderr.write("\n" + _("Interrupted.") + "\n")
    return INTERRUPTED


def reader_left() -> int:
    """Leave quietly when the program that reads our output closed its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def report_system(error: OSError, arguments: Sequence[str]) -> int:
    """Say that the answer could not be written (a full disk); else it is a defect."""
    if error.filename is not None or error.errno not in (errno.ENOSPC, errno.EIO):
        return report_unexpected(error, arguments)
    from skillgap.errors import DataError, Problem
    from skillgap.locale.reasons import reason_of

    message = _("The answer cannot be written: {reason}.")
    text = message.format(reason=reason_of(error))
    reader_left()
    return report(DataError(Problem("error", "output", text)), ())


def report_unexpected(error: Exception, arguments: Sequence[str]) -> int:
    """Say that skillgap itself is at fault, without a traceback unless asked for."""
    if os.environ.get("SKILLGAP_DEBUG"):
        raise error
    from skillgap.errors import Problem, SkillgapError

    name = type(error).__name__
    message = _("Something went wrong inside skillgap ({name}: {detail}).")
    problem = Problem(
        "error",
        "defect",
        message.format(name=name, detail=error),
        hint=_("This is a defect. Set SKILLGAP_DEBUG=1 to see where, and report it."),
    )
    report(SkillgapError(problem), arguments)
    return DEFECT


def _wants_json(arguments: Sequence[str]) -> bool:
    pairs = zip(arguments, (*arguments[1:], ""), strict=False)
    return any(
        option == "--format=json" or (option == "--format" and value == "json")
        for option, value in pairs
    )


def _print_envelope(error: SkillgapError, arguments: Sequence[str]) -> None:
    from skillgap.render import Result, render

    words = [word for word in arguments if not word.startswith("-")]
    most = 2 if words[:1] in (["profile"], ["catalogue"]) else 1
    result = Result(" ".join(words[:most]), None, None, error.problems)
    sys.stdout.write(render(result, format="json", width=80, color=False))
