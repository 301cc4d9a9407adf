"""``skillgap catalogue check``: every problem of a catalogue folder in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Output
from skillgap.cli.session import open_session
from skillgap.locale import _

FINDINGS = 1
"""The exit code where the check found errors."""

Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="FOLDER", help=_("The folder to check (else the bundled one).")
    ),
]


def check(output: Output, folder: Folder = None) -> None:
    """Show what is wrong, where, and what to do; leave with 1 if anything is."""
    from skillgap.catalogue import bundled_folder, check_catalogue
    from skillgap.render import CheckView

    session = open_session("catalogue check", output)
    found = check_catalogue(folder or output.catalogue or bundled_folder())
    session.show(CheckView(found), None, found.problems)
    if any(problem.severity == "error" for problem in found.problems):
        raise typer.Exit(FINDINGS)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        check, _("Find every problem of a catalogue folder in one run.")
    )
