"""Typer's usage errors as our own: one voice, both languages, a remedy."""

from __future__ import annotations

from typing import Any

from skillgap.errors import Problem, UsageError
from skillgap.locale import _


def as_usage_error(error: Any) -> UsageError:
    """The same error with its message in the language in use and a hint."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "skillgap"
    hint = _("{command} --help shows what it takes.").format(command=path)
    message, remedy = _MESSAGES.get(type(error).__name__, _other)(error)
    return UsageError(Problem("error", "usage", message, hint=remedy or hint))


def asks_nothing(error: Any) -> bool:
    """Whether nothing was asked for: the name of a group alone."""
    return type(error).__name__ == "NoArgsIsHelpError"


def show_help(error: Any) -> int:
    """Show the help of a group that was named alone; give the exit code."""
    import sys

    sys.stdout.write(error.ctx.get_help() + "\n")
    return 0


def _no_such_option(error: Any) -> tuple[str, str | None]:
    message = _("There is no option {name}.").format(name=error.option_name)
    nearest = sorted(error.possibilities or ())
    if not nearest:
        return message, None
    return message, _("Did you mean {names}?").format(names=", ".join(nearest))


def _missing(error: Any) -> tuple[str, str | None]:
    name = _parameter_name(error)
    if "|" in name:
        return _("Name one of {names}.").format(names=name.replace("|", ", ")), None
    return _("{name} is missing.").format(name=name), None


def _bad_value(error: Any) -> tuple[str, str | None]:
    expected = _expected(getattr(error.param, "type", None))
    if expected is None:
        return error.format_message(), None
    message = _("The value of {name} cannot be used: it takes {expected}.")
    return message.format(name=_parameter_name(error), expected=expected), None


def _other(error: Any) -> tuple[str, str | None]:
    if error.message.startswith("No such command"):
        return _no_such_command(error)
    if error.message.startswith("Got unexpected extra argument"):
        extra = error.message.partition("(")[2].rstrip(")")
        message = _("There is more than the command takes: {extra}.")
        return message.format(extra=extra), None
    return error.format_message(), None


def _no_such_command(error: Any) -> tuple[str, str | None]:
    from difflib import get_close_matches

    name = error.message.split("'")[1] if "'" in error.message else ""
    known = error.ctx.command.list_commands(error.ctx)
    message = _("There is no command {name}.").format(name=name)
    nearest = get_close_matches(name, known)
    if not nearest:
        return message, None
    return message, _("Did you mean {names}?").format(names=", ".join(nearest))


def _parameter_name(error: Any) -> str:
    parameter = error.param
    if parameter is None:
        return ""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    return str(max(parameter.opts, key=len))


def _expected(kind: Any) -> str | None:
    choices = getattr(kind, "choices", None)
    if choices:
        words = ", ".join(str(choice) for choice in choices)
        return _("one of {words}").format(words=words)
    if getattr(kind, "formats", None):
        return _("a day written as {example}").format(example="2027-01-31")
    low, high = getattr(kind, "min", None), getattr(kind, "max", None)
    if low is not None and high is not None:
        return _("a number from {low} to {high}").format(low=low, high=high)
    if low is not None:
        return _("a number of {low} or more").format(low=low)
    return _("a number") if getattr(kind, "name", "") in _NUMBERS else None


_NUMBERS = ("integer", "float", "integer range", "float range")
_MESSAGES = {
    "NoSuchOption": _no_such_option,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
}
