"""The options that commands share, in bundles (see ``bundle``)."""

# Annotations are not postponed: a postponed one is compiled anew at each start.
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from skillgap.advice.filters import USUAL_FOCUS
from skillgap.cli import suggest
from skillgap.locale import _
from skillgap.record import Record

Format = Literal["table", "plain", "json", "csv", "markdown", "html", "ics"]
RankBy = Literal["added", "alone", "value", "hours", "cost"]


class Delivery(StrEnum):
    """The ways of learning (Typer repeats enumerations, not literals)."""

    ONLINE = "online"
    IN_PERSON = "in_person"
    HYBRID = "hybrid"


class Taught(StrEnum):
    """The languages of teaching that a filter knows."""

    EN = "en"
    FR = "fr"


class CredentialKind(StrEnum):
    """The kinds of credential."""

    MICRO_CREDENTIAL = "micro_credential"
    COURSE = "course"
    CERTIFICATE = "certificate"
    ONLINE_CERTIFICATE = "online_certificate"
    INDUSTRY_CERTIFICATION = "industry_certification"
    SAFETY_CERTIFICATE = "safety_certificate"


CatalogueFolder = Annotated[
    Path | None,
    typer.Option(
        "--catalogue",
        metavar="FOLDER",
        help=_("A catalogue folder (else the bundled one)."),
    ),
]


Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="en|fr", help=_("Language (else the locale's).")),
]
AS_SHAPE = typer.Option(
    "--format", help=_("How to show it (else table on a terminal, plain elsewhere).")
)
"""For commands that have shapes of their own beside those of ``Format``."""
Shape = Annotated[Format | None, AS_SHAPE]
Plain = Annotated[
    bool,
    typer.Option(
        "--plain", help=_("Labelled lines without boxes, for screen readers and grep.")
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help=_("Write to a file; its ending chooses the format."),
    ),
]


class Output(Record):
    """Where the catalogue comes from and how the answer is shown."""

    catalogue: CatalogueFolder = None
    lang: Lang = None
    format: Shape = None
    plain: Plain = False
    output: OutputFile = None


class Person(Record):
    """What the person says that they can do."""

    skill: Annotated[
        list[str] | None,
        typer.Option(
            "-s",
            "--skill",
            metavar="PHRASE",
            help=_(
                "What you can do, in your words; may be repeated. With a level: "
                '"excel:advanced" or "excel=4".'
            ),
        ),
    ] = None
    skills: Annotated[
        str | None,
        typer.Option(
            "--skills", metavar="LIST", help=_("Several, with commas between them.")
        ),
    ] = None
    skills_file: Annotated[
        str | None,
        typer.Option(
            "--skills-file",
            metavar="FILE",
            help=_('A file with one on each line; "-" reads standard input.'),
        ),
    ] = None
    profile: Annotated[
        Path | None,
        typer.Option(
            "--profile",
            metavar="FILE",
            help=_("A profile; without any phrase, your own where you have one."),
        ),
    ] = None
    resume: Annotated[
        Path | None,
        typer.Option(
            "--resume",
            metavar="FILE",
            help=_("A résumé, badge or export to read the skills from."),
        ),
    ] = None


class ProfileFile(Record):
    """Which profile a command is about."""

    profile: Annotated[
        Path | None,
        typer.Option(
            "--profile",
            metavar="FILE",
            help=_("The profile (else SKILLGAP_PROFILE, else the usual place)."),
        ),
    ] = None


class Targets(Record):
    """The occupations aimed at."""

    occupation: Annotated[
        list[str] | None,
        typer.Option(
            "--for",
            metavar="OCCUPATION",
            autocompletion=suggest.occupations,
            help=_("The work aimed at: a title or NOC code; may be repeated."),
        ),
    ] = None


class Filters(Record):
    """Which credentials come into question."""

    delivery: Annotated[
        list[Delivery] | None,
        typer.Option(
            "--delivery", help=_("Only these ways of learning; may be repeated.")
        ),
    ] = None
    language: Annotated[
        list[Taught] | None,
        typer.Option(
            "--language", help=_("Only taught in this language; may be repeated.")
        ),
    ] = None
    max_hours: Annotated[
        float | None,
        typer.Option(
            "--max-hours", min=0, metavar="HOURS", help=_("At most this many hours.")
        ),
    ] = None
    max_cost: Annotated[
        float | None,
        typer.Option(
            "--max-cost", min=0, metavar="DOLLARS", help=_("At most this price.")
        ),
    ] = None
    kind: Annotated[
        list[CredentialKind] | None,
        typer.Option(
            "--kind", help=_("Only this kind of credential; may be repeated.")
        ),
    ] = None
    field: Annotated[
        list[str] | None,
        typer.Option(
            "--field",
            metavar="FIELD",
            autocompletion=suggest.fields,
            help=_("Only in this field; may be repeated."),
        ),
    ] = None
    issuer: Annotated[
        list[str] | None,
        typer.Option(
            "--issuer",
            metavar="ISSUER",
            autocompletion=suggest.issuers,
            help=_("Only from this issuer; may be repeated."),
        ),
    ] = None
    funding: Annotated[
        Literal["osap"] | None,
        typer.Option("--funding", help=_("Only what this funding may pay for.")),
    ] = None
    focus: Annotated[
        float,
        typer.Option(
            "--focus",
            min=0,
            max=1,
            metavar="SHARE",
            help=_(
                "Only where at least this share of what is taught serves the work "
                "aimed at; 0 shows all."
            ),
        ),
    ] = USUAL_FOCUS
    strict: Annotated[
        bool,
        typer.Option("--strict", help=_("What is unknown does not pass a filter.")),
    ] = False


Top = Annotated[
    int, typer.Option("--top", min=1, metavar="N", help=_("Show at most this many."))
]
Explain = Annotated[
    bool, typer.Option("--explain", help=_("Give the reasons in sentences."))
]
RankedBy = Annotated[
    RankBy,
    typer.Option(
        "--rank-by",
        help=_(
            "added: what each adds to those above it; alone: by itself; value: added "
            "per hour; hours: shortest first; cost: cheapest first."
        ),
    ),
]
RecordTo = Annotated[
    Path | None,
    typer.Option(
        "--record",
        metavar="FILE",
        help=_("Keep what was asked, and the answer, to replay and compare it later."),
    ),
]
