"""``skillgap catalogue impact``: what an edit changes in the advice people get."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.catalogue_check import FINDINGS
from skillgap.cli.catalogue_import import Shown, output_of
from skillgap.cli.options import Explain
from skillgap.cli.session import cache_folder, open_session
from skillgap.locale import _

Old = Annotated[
    Path, typer.Argument(metavar="OLD", help=_("The catalogue before the edit."))
]
New = Annotated[
    Path, typer.Argument(metavar="NEW", help=_("The catalogue after the edit."))
]
Threshold = Annotated[
    float | None,
    typer.Option(
        "--threshold",
        min=0,
        max=1,
        metavar="SHARE",
        help=_("Leave with 1 where more than this share of the answers changes."),
    ),
]
People = Annotated[
    int,
    typer.Option(
        "--people", min=1, max=100_000, metavar="N", help=_("How many are made up.")
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        "--seed", metavar="N", help=_("Another number makes up other people.")
    ),
]


def impact(
    old: Old,
    new: New,
    shown: Shown,
    threshold: Threshold = None,
    people: People = 500,
    seed: Seed = 1,
    explain: Explain = False,
) -> None:
    """Ask both catalogues for the same made-up people, and show what differs."""
    from skillgap.catalogue import load_catalogue
    from skillgap.cli.progress import progress
    from skillgap.render import ImpactView
    from skillgap.review.impact import find_impact

    session = open_session("catalogue impact", output_of(shown))
    cache = cache_folder()
    before, after = (load_catalogue(one, cache=cache) for one in (old, new))
    with progress() as tell:
        found = find_impact(before, after, people=people, seed=seed, progress=tell)
    session.show(ImpactView(found, threshold), after, explain=explain)
    if threshold is not None and found.share > threshold:
        raise typer.Exit(FINDINGS)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        impact,
        _(
            "Show whose first recommendation, coverage or verdict an edit of a "
            "catalogue changes, and by how much."
        ),
    )
