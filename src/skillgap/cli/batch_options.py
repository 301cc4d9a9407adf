"""The options of ``skillgap batch``, in bundles."""

# Annotations are not postponed: a postponed one is compiled anew at each start.
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from skillgap.batch.recoded import Encoding
from skillgap.cli.options import CatalogueFolder, Plain, Shape
from skillgap.locale import _
from skillgap.record import Record
from skillgap.render.report.kinds import Kind


class Columns(Record):
    """Which columns mean what, where their names do not tell."""

    for_column: Annotated[
        str | None,
        typer.Option(
            "--for-column",
            metavar="COLUMN",
            help=_("The work aimed at; a semicolon parts several."),
        ),
    ] = None
    id_column: Annotated[
        str | None,
        typer.Option("--id-column", metavar="COLUMN", help=_("The client's id.")),
    ] = None
    skills_column: Annotated[
        str | None,
        typer.Option(
            "--skills-column", metavar="COLUMN", help=_("The skills, commas between.")
        ),
    ] = None
    profile_column: Annotated[
        str | None,
        typer.Option(
            "--profile-column",
            metavar="COLUMN",
            help=_("A profile's file, in the folder of the roster."),
        ),
    ] = None
    hours_column: Annotated[
        str | None,
        typer.Option(
            "--hours-column",
            metavar="COLUMN",
            help=_("The most hours of one credential."),
        ),
    ] = None
    budget_column: Annotated[
        str | None,
        typer.Option(
            "--budget-column",
            metavar="COLUMN",
            help=_("The highest price of one credential."),
        ),
    ] = None
    delivery_column: Annotated[
        str | None,
        typer.Option(
            "--delivery-column", metavar="COLUMN", help=_("The ways of learning.")
        ),
    ] = None
    taught_column: Annotated[
        str | None,
        typer.Option(
            "--taught-column", metavar="COLUMN", help=_("The languages of teaching.")
        ),
    ] = None
    lang_column: Annotated[
        str | None,
        typer.Option(
            "--lang-column",
            metavar="COLUMN",
            help=_("The language to answer the client in; both: in a report."),
        ),
    ] = None
    week_column: Annotated[
        str | None,
        typer.Option(
            "--week-column",
            metavar="COLUMN",
            help=_("The hours of study a week, for the plan of a report."),
        ),
    ] = None
    total_column: Annotated[
        str | None,
        typer.Option(
            "--total-column",
            metavar="COLUMN",
            help=_("The money for the whole plan of a report."),
        ),
    ] = None
    start_column: Annotated[
        str | None,
        typer.Option(
            "--start-column",
            metavar="COLUMN",
            help=_("The first day of study, for the plan of a report."),
        ),
    ] = None
    encoding: Annotated[
        Encoding | None,
        typer.Option(
            "--encoding",
            help=_("How a roster of text is written (else UTF-8 or UTF-16)."),
        ),
    ] = None

    def chosen(self) -> dict[str, str]:
        """The columns that were named, by the field that they hold."""
        fields = {
            "target": self.for_column,
            "id": self.id_column,
            "skills": self.skills_column,
            "profile": self.profile_column,
            "max_hours": self.hours_column,
            "max_cost": self.budget_column,
            "delivery": self.delivery_column,
            "taught_in": self.taught_column,
            "language": self.lang_column,
            "weekly_hours": self.week_column,
            "whole_budget": self.total_column,
            "start": self.start_column,
        }
        return {field: name for field, name in fields.items() if name}


class Run(Record):
    """How the batch is run and what it writes."""

    output: Annotated[
        str,
        typer.Option(
            "--output", metavar="FOLDER", help=_("The folder to write the results to.")
        ),
    ] = "results"
    summary: Annotated[
        Literal["csv", "xlsx"],
        typer.Option(
            "--summary", help=_("xlsx: the summary as an Excel workbook as well.")
        ),
    ] = "csv"
    pseudonyms: Annotated[
        Path | None,
        typer.Option(
            "--pseudonyms",
            metavar="FILE",
            help=_("Write pseudonyms made with the key in a file; it is made if new."),
        ),
    ] = None
    report: Annotated[
        Kind | None,
        typer.Option(
            "--report",
            help=_("A report for each client as well, in the folder reports."),
        ),
    ] = None
    today: Annotated[
        datetime | None,
        typer.Option(
            "--today",
            formats=["%Y-%m-%d"],
            metavar="DATE",
            help=_("The day to print on the reports (else today)."),
        ),
    ] = None
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs",
            min=1,
            max=256,
            metavar="N",
            help=_("Work in this many processes."),
        ),
    ] = 1
    record: Annotated[
        bool,
        typer.Option(
            "--record",
            help=_("Keep a record of each client's advice, to replay it later."),
        ),
    ] = False
    since: Annotated[
        Path | None,
        typer.Option(
            "--since",
            metavar="FOLDER",
            help=_("Write only the clients whose advice differs from those results."),
        ),
    ] = None
    scheduler: Annotated[
        str | None,
        typer.Option(
            "--scheduler",
            metavar="ADDRESS",
            help=_("Work on the Dask cluster of a scheduler (tcp://host:8786)."),
        ),
    ] = None
    replace: Annotated[
        bool,
        typer.Option("--replace", help=_("Replace results of something else.")),
    ] = False

    @property
    def folder(self) -> Path:
        """The folder for the results, on this machine."""
        return Path(self.output)


class Shown(Record):
    """Where the catalogue comes from, and how the run is told of."""

    catalogue: CatalogueFolder = None
    lang: Annotated[
        str | None,
        typer.Option(
            "--lang",
            metavar="en|fr|both",
            help=_("Language; both: reports side by side (else the locale's)."),
        ),
    ] = None
    format: Shape = None
    plain: Plain = False
