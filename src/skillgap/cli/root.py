"""``skillgap`` without a command: the version."""

from __future__ import annotations

from typing import Annotated

import typer

from skillgap.locale import _


def _print_version(asked: bool) -> None:
    if asked:
        from skillgap.version import __version__

        typer.echo(f"skillgap {__version__}")
        raise typer.Exit


def root(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help=_("Show the version and leave."),
            is_eager=True,
            callback=_print_version,
        ),
    ] = False,
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang", help=_("Language: en or fr (else the locale's)."), hidden=True
        ),
    ] = None,
) -> None:
    """Options that stand before a command."""
    del version, lang
