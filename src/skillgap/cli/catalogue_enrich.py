"""``skillgap catalogue enrich``: facts of other sources added to a catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from skillgap.cli.app import make_command
from skillgap.cli.catalogue_import import DryRun, Replace, Shown, output_of, view_of
from skillgap.cli.options import Explain
from skillgap.cli.session import open_session
from skillgap.locale import _

Folder = Annotated[
    Path,
    typer.Argument(metavar="CATALOGUE", help=_("The folder of the catalogue.")),
]
Sources = Annotated[
    list[Path],
    typer.Argument(
        metavar="SOURCE...", help=_("The files or folders, as they were published.")
    ),
]
From = Annotated[
    Literal["jobbank", "cops", "crosswalk", "catalogue"],
    typer.Option(
        "--from",
        help=_(
            "jobbank: wages and outlooks; cops: national projections; crosswalk: a "
            "table from NOC 2021 or O*NET codes; catalogue: what another one asks for."
        ),
    ),
]
Into = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FOLDER",
        help=_("Write another catalogue there (else change this one, in its text)."),
    ),
]
Region = Annotated[
    str,
    typer.Option(
        "--region",
        metavar="CODE",
        help=_("The code of the region: 35 is Ontario, 3530 Toronto, 00 Canada."),
    ),
]
Overwrite = Annotated[
    bool,
    typer.Option(
        "--overwrite", help=_("Let the source take over where the catalogue differs.")
    ),
]


def enrich(
    catalogue: Folder,
    sources: Sources,
    from_: From,
    shown: Shown,
    output: Into = None,
    region: Region = "35",
    overwrite: Overwrite = False,
    replace: Replace = False,
    dry_run: DryRun = False,
    explain: Explain = False,
) -> None:
    """Add what sources say to a catalogue, conflicts shown, nothing lost in silence."""
    from skillgap.cli.progress import progress
    from skillgap.formats.additions import Base
    from skillgap.formats.enriching import enrich as add
    from skillgap.review.revision import Revision

    session = open_session("catalogue enrich", output_of(shown))
    revision = Revision(catalogue, output, replace=replace)
    base = Base(revision.content, overwrite)
    with progress() as tell:
        intake = add(base, from_, sources, region.upper().removeprefix("ER"), tell)
    if not dry_run:
        revision.write(base.content, intake.content)
    view = view_of(intake, revision.place, dry_run=dry_run)
    session.show(view, None, explain=explain)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        enrich,
        _(
            "Add wages, outlooks, demand, codes or requirements of a source to a "
            "catalogue. What it states otherwise is shown, not overwritten."
        ),
    )
