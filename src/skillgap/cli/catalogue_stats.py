"""``skillgap catalogue stats``: what is in a catalogue, how much of it is taught."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import Output
from skillgap.cli.session import open_session
from skillgap.locale import _

Today = Annotated[
    datetime | None,
    typer.Option(
        "--today",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help=_("Count what is stale on this day (else today)."),
    ),
]


def stats(output: Output, today: Today = None) -> None:
    """Count the records, the requirements that are taught, and list the sources."""
    from skillgap.catalogue import catalogue_stats
    from skillgap.render import StatsView

    session = open_session("catalogue stats", output)
    catalogue = session.load_catalogue()
    day = (today or datetime.now().astimezone()).date()
    session.show(StatsView(catalogue_stats(catalogue, day)), catalogue)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        stats, _("Count what is in the catalogue and show its sources and licences.")
    )
