"""``skillgap doctor``: how the installation is, with a remedy for what is off."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Output
from skillgap.cli.session import open_session
from skillgap.locale import _

BROKEN = 1
"""The exit code where something does not work."""

Today = Annotated[
    datetime | None,
    typer.Option(
        "--today",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help=_("Count ages on this day (else today)."),
    ),
]


def doctor(output: Output, today: Today = None) -> None:
    """Look at everything, even where some of it is broken."""
    from skillgap.cli.health import examine
    from skillgap.render import DoctorView

    session = open_session("doctor", output)
    day = (today or datetime.now().astimezone()).date()
    examined, catalogue = examine(output.catalogue, output.lang, day)
    session.show(DoctorView(examined), catalogue)
    if any(one.health == "error" for one in examined):
        raise typer.Exit(BROKEN)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        doctor,
        _("Look at the installation, and name a remedy for each thing that is off."),
    )
