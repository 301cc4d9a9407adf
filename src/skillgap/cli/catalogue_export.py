"""``skillgap catalogue export``: a whole catalogue in the formats of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import typer

from skillgap.cli.app import make_command
from skillgap.cli.catalogue_import import Shown, output_of
from skillgap.cli.options import Explain
from skillgap.cli.session import open_session
from skillgap.locale import _, ngettext

if TYPE_CHECKING:
    from skillgap.formats.exports import Export

Kind = Literal["esco-csv", "ctdl", "json", "csv", "sqlite"]
Kinds = Annotated[
    Kind,
    typer.Argument(
        metavar="FORMAT",
        help=_("What is written: {kinds}.").format(kinds=", ".join(get_args(Kind))),
    ),
]
Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="FOLDER", help=_("The catalogue to export (else the bundled one).")
    ),
]
Into = Annotated[
    Path,
    typer.Option(
        "--output",
        metavar="PLACE",
        help=_("The file to write, or for esco-csv and csv the folder."),
    ),
]
Replace = Annotated[
    bool,
    typer.Option(
        "--replace", "--force", help=_("Take the place of what was exported before.")
    ),
]
IN_FOLDERS = frozenset(("esco-csv", "csv"))


def export(
    kind: Kinds,
    output: Into,
    shown: Shown,
    folder: Folder = None,
    replace: Replace = False,
    explain: Explain = False,
) -> None:
    """Write the catalogue, and account for what the format has no place for."""
    from skillgap.catalogue import bundled_folder
    from skillgap.catalogue.content import read_content
    from skillgap.formats.exports import export_catalogue
    from skillgap.render.intake_result import IntakeView

    session = open_session("catalogue export", output_of(shown))
    _check(kind, output, replace=replace)
    content = read_content(folder or bundled_folder())
    made = export_catalogue(kind, content)
    _put(made, output, replace=replace)
    _tell(kind, made)
    view = IntakeView(str(output), made.counted, content.counts(), made.notes)
    session.show(view, None, explain=explain)


def _check(kind: Kind, output: Path, *, replace: bool) -> None:
    """Refuse a place that is taken before anything is read."""
    from skillgap.catalogue.install import check_file

    if kind not in IN_FOLDERS:
        check_file(output, replace=replace)


def _put(made: Export, output: Path, *, replace: bool) -> None:
    from skillgap.catalogue.install import install_catalogue, install_file

    if made.files is not None:
        install_catalogue(
            output, made.files, replace=replace, checked=True, names=made.names
        )
    elif made.write is not None:
        install_file(output, made.write, replace=replace)


def _tell(kind: Kind, made: Export) -> None:
    """Say on stderr that something is left out: the account lists it."""
    from skillgap.formats.exports import lost
    from skillgap.render.quantities import number

    if count := lost(made):
        message = ngettext(
            "{number} row or value has no place in {format}: the account lists it.",
            "{number} rows and values have no place in {format}: the account lists "
            "them.",
            count,
        )
        text = message.format(number=number(count), format=kind)
        sys.stderr.write(f"{text}\n")


def command() -> Any:
    """The command for the command line."""
    return make_command(
        export,
        _(
            "Write a whole catalogue in another format, and list what that format has "
            "no place for."
        ),
    )
