"""Questions to a person at a terminal; every one can be skipped.

They are asked on stderr, so that stdout stays the answer of the command.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from skillgap.errors import SkillgapError
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Answer = TypeVar("Answer")


def is_terminal() -> bool:
    """Whether somebody can be asked: nobody is without a terminal on both sides."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str, read: Callable[[str], Answer]) -> Answer | None:
    """The answer to a question, None where it is skipped (Enter) or the input ends.

    ``read`` makes a value of the text; where it raises, its problem is shown and the
    question stands again.
    """
    from skillgap.render import render_problems

    while text := _line(question):
        try:
            return read(text)
        except SkillgapError as error:
            sys.stderr.write(render_problems(error.problems))
    return None


def ask_several(question: str, read: Callable[[str], Answer]) -> Iterator[Answer]:
    """The answers to a question, a line each, until one is empty."""
    sys.stderr.write(question + "\n")
    while (answer := ask(">", read)) is not None:
        yield answer


def confirmed(question: str, *, otherwise: bool) -> bool:
    """Whether the person says yes; ``otherwise`` is what Enter alone means."""
    text = _line(question).lower()
    return text in _YES if text else otherwise


_YES = ("y", "yes", "o", "oui")


def say(text: str) -> None:
    """A line to the person at the terminal."""
    sys.stderr.write(text + "\n")


def _line(question: str) -> str:
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    text = sys.stdin.readline()
    if not text:
        sys.stderr.write("\n")
    return text.strip()


def number_of(text: str) -> float:
    """A number that was typed, with a point or a comma for decimals.

    Raises:
        UsageError: it is none, or below zero.
    """
    from skillgap.errors import Problem, UsageError

    try:
        number = float(text.replace(",", ".").strip(" $"))
    except ValueError:
        number = -1.0
    if not 0 <= number <= _MOST:
        message = _("{text} is not a number of 0 or more.").format(text=text)
        raise UsageError(Problem("error", "usage", message))
    return int(number) if number.is_integer() else number


_MOST = 10_000_000
