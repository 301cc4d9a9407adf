"""``skillgap batch``: many clients at once, from a roster into a folder of results."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.batch_options import Columns, Run, Shown
from skillgap.cli.options import Filters, RankedBy, Targets
from skillgap.locale import _

RosterFile = Annotated[
    str,
    typer.Argument(
        metavar="ROSTER",
        help=_(
            "A .csv, .xlsx, .jsonl or .parquet file, a folder of profiles, or - for "
            "standard input."
        ),
    ),
]


def batch(
    roster: RosterFile,
    columns: Columns,
    targets: Targets,
    filters: Filters,
    run: Run,
    shown: Shown,
    rank_by: RankedBy = "added",
    top: Annotated[
        int,
        typer.Option(
            "--top", min=1, max=100, metavar="N", help=_("Recommend at most this many.")
        ),
    ] = 10,
) -> int:
    """Advise every client of a roster; 1 where any of them could not be advised."""
    from skillgap.cli.batch_asked import Asked
    from skillgap.cli.batch_run import advise_roster

    asked = Asked(roster, columns, targets, filters, run, shown, rank_by, top)
    return advise_roster(asked)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        batch,
        _(
            "Advise every client of a roster: a line of JSON and a row of a summary "
            "each. Run it again to go on where it was stopped."
        ),
    )
