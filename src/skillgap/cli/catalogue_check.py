"""``skillgap catalogue check``: every problem of a catalogue folder in one run."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from skillgap.cli.app import make_command
from skillgap.cli.options import (
    AS_SHAPE,
    CatalogueFolder,
    Format,
    Lang,
    Output,
    OutputFile,
    Plain,
)
from skillgap.cli.session import open_session, put_out
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.catalogue import CatalogueCheck

RULES_AT = "SKILLGAP_RULES_URL"
"""The variable that says where the pages of the rules (docs/rules) are published."""

FINDINGS = 1
"""The exit code where the check found errors."""

Folder = Annotated[
    Path | None,
    typer.Argument(
        metavar="FOLDER", help=_("The folder to check (else the bundled one).")
    ),
]
Report = Annotated[
    Literal["sarif", "github"] | None,
    typer.Option(
        "--report",
        help=_(
            "Write the findings as SARIF 2.1.0, or as annotations of a GitHub workflow."
        ),
    ),
]
Shape = Literal[Format, "text", "sarif", "github"]


class CheckOutput(Record):
    """The catalogue and how findings are shown: as answers are, or as reports."""

    catalogue: CatalogueFolder = None
    lang: Lang = None
    format: Annotated[Shape | None, AS_SHAPE] = None
    plain: Plain = False
    output: OutputFile = None

    @property
    def usual(self) -> Output:
        """The options that every command has."""
        shapes: dict[str | None, Format | None] = {
            "text": "plain",
            "sarif": None,
            "github": None,
        }
        shape: Any = shapes.get(self.format, self.format)
        return Output(self.catalogue, self.lang, shape, self.plain, self.output)

    @property
    def report(self) -> Literal["sarif", "github"] | None:
        """The report that is asked for as a format."""
        return self.format if self.format in ("sarif", "github") else None


Stale = Annotated[
    int | None,
    typer.Option(
        "--stale",
        min=1,
        metavar="DAYS",
        help=_("Warn of facts that are more than this many days old."),
    ),
]
Today = Annotated[
    datetime | None,
    typer.Option(
        "--today",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help=_("Count what is stale on this day (else today)."),
    ),
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix", help=_("First mend what is safe to mend, in the lines concerned.")
    ),
]


def check(
    output: CheckOutput,
    folder: Folder = None,
    report: Report = None,
    stale: Stale = None,
    today: Today = None,
    fix: Fix = False,
) -> None:
    """Show what is wrong, where, and what to do; leave with 1 if there is an error."""
    from skillgap.catalogue import bundled_folder
    from skillgap.render import CheckView
    from skillgap.review import mend_catalogue, review_catalogue

    session = open_session("catalogue check", output.usual)
    report = report or output.report
    place = folder or output.catalogue or bundled_folder()
    if fix:
        _tell(mend_catalogue(place))
    day = (today or datetime.now().astimezone()).date()
    found = review_catalogue(place, today=day, stale_days=stale)
    if report:
        put_out(_reported(found, report), output.output)
    else:
        session.show(CheckView(found), None, found.problems)
    if any(problem.severity == "error" for problem in found.problems):
        raise typer.Exit(FINDINGS)


def _reported(found: CatalogueCheck, report: Literal["sarif", "github"]) -> str:
    if report == "github":
        from skillgap.render.annotations import render_annotations

        return render_annotations(found.problems)
    from skillgap.render.sarif import render_sarif
    from skillgap.review.rulebook import all_rules, rule_pages

    base = os.environ.get(RULES_AT)
    return render_sarif(found.problems, all_rules(), rule_pages(), base)


def _tell(mended: tuple[str, ...]) -> None:
    """Say on stderr which lines were changed."""
    for place in mended:
        typer.echo(_("mended: {place}").format(place=place), err=True)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        check, _("Find every problem of a catalogue folder in one run.")
    )
