"""The commands by name; each is imported only when it is the one that was asked for."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# What Typer itself says in help texts; named here to be translated with the rest.
TYPER_MESSAGES = (
    _("Options"),
    _("Arguments"),
    _("Commands"),
    _("required"),
    _("default: {default}"),
)


class _Translated:
    """Help in the language in use where Typer's own is English only."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the usage line."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        prefix = _("Usage:") + " "
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=prefix)

    def get_help_option(self, ctx: Any) -> Any:
        """Give ``--help`` its help text."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _("Show this message and leave.")
        return option


class Command(_Translated, TyperCommand):
    """One command."""


class LazyGroup(_Translated, TyperGroup):
    """A group whose commands stand in modules that are imported on demand."""

    modules: ClassVar[Mapping[str, str]] = {}

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands, in the order of the table."""
        del ctx
        return list(self.modules)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write what each command is for: a whole sentence, wrapped and not cut."""
        rows = [
            (name, self.get_command(ctx, name).get_short_help_str(limit=_WHOLE))
            for name in self.list_commands(ctx)
        ]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, or None."""
        if cmd_name not in self.modules:
            return None
        if cmd_name not in self.commands:
            module = importlib.import_module(self.modules[cmd_name])
            self.commands[cmd_name] = module.command()
            self.commands[cmd_name].name = cmd_name
        del ctx
        return self.commands[cmd_name]


class Root(LazyGroup):
    """``skillgap`` itself."""

    modules: ClassVar[Mapping[str, str]] = {
        "recommend": "skillgap.cli.recommend",
        "gap": "skillgap.cli.gap",
        "explore": "skillgap.cli.explore",
        "match": "skillgap.cli.match",
        "plan": "skillgap.cli.plan",
        "why": "skillgap.cli.why",
        "whatif": "skillgap.cli.whatif",
        "funding": "skillgap.cli.funding",
        "report": "skillgap.cli.report",
        "replay": "skillgap.cli.replay",
        "diff": "skillgap.cli.diff",
        "cohort": "skillgap.cli.cohort",
        "batch": "skillgap.cli.batch",
        "list": "skillgap.cli.listing",
        "show": "skillgap.cli.show",
        "profile": "skillgap.cli.profile",
        "catalogue": "skillgap.cli.catalogue",
        "doctor": "skillgap.cli.doctor",
        "schema": "skillgap.cli.schema",
        "completion": "skillgap.cli.completion",
    }


def make_command(function: Callable[..., Any], text: str) -> Any:
    """A Typer command of a function whose option bundles are spread out."""
    from skillgap.cli.bundle import spread

    app = typer.Typer(**_SETTINGS)
    app.command(help=text, cls=Command)(spread(function))
    return typer.main.get_command(app)


def make_group(
    cls: type[LazyGroup], text: str, callback: Callable[..., Any], *, last: str = ""
) -> Any:
    """A Typer group with lazily imported commands; ``last`` ends its help."""
    app = typer.Typer(cls=cls, no_args_is_help=True, **_SETTINGS)
    app.callback(help=text, epilog=last)(callback)
    return typer.main.get_command(app)


def command_line() -> Any:
    """The whole command line, ready to be called with arguments."""
    from skillgap.cli.root import root

    return make_group(
        Root,
        _("What you can do, what work asks for, what closes the gap."),
        root,
        last=_('To begin: skillgap recommend -s "excel" -s "dealing with customers"'),
    )


_WHOLE = 500
"""Longer than any sentence of ours: help is never cut."""

# Help stays plain text: it reads well in a screen reader and imports nothing.
_SETTINGS: dict[str, Any] = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}
