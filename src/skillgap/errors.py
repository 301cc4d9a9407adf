"""What goes wrong, in two shapes: a raised error ends a command, a problem is a value.

Problems in data are collected and shown together; errors carry the exit code that
scripts rely on (0 done, 1 findings, 2 usage, 3 bad data, 4 unknown name, 130
interrupted).
"""

# Annotations are not postponed (see ``model``).
from typing import Literal

from skillgap.record import Record

Severity = Literal["error", "warning", "note"]


class Problem(Record):
    """One thing that is wrong in data or input, with its place and its remedy.

    ``line`` and ``column`` count from 1; they are None where there is no such place.
    """

    severity: Severity
    rule: str
    message: str
    path: str | None = None
    line: int | None = None
    column: int | None = None
    hint: str | None = None

    @property
    def place(self) -> str:
        """``path:line:column`` as far as it is known, or the empty string."""
        parts = (self.path, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)


class SkillgapError(Exception):
    """The base of every error that a command reports; it carries its problems."""

    exit_code = 1

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems that made the command stop, in the order to show them."""
        return self.args

    def __str__(self) -> str:
        return "\n".join(problem.message for problem in self.problems)


class UsageError(SkillgapError):
    """The command was asked for something that it cannot mean (exit code 2)."""

    exit_code = 2


class DataError(SkillgapError):
    """A catalogue, profile or other file cannot be used (exit code 3)."""

    exit_code = 3


class UnknownNameError(SkillgapError):
    """A name stands for nothing, or several things, in the catalogue (exit code 4)."""

    exit_code = 4
