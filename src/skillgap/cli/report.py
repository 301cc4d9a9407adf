"""``skillgap report``: one person's advice as a file to keep, print or hand over."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.funding import Income, Resident, Size, Standing
from skillgap.cli.known import hear, understand
from skillgap.cli.means import MeansOptions, Target, means_of, wishes_of
from skillgap.cli.options import CatalogueFolder, Filters, Output, Person, RecordTo
from skillgap.cli.plan import Asked
from skillgap.cli.session import open_session, put_out_bytes
from skillgap.cli.targets import find_occupation
from skillgap.errors import Problem, UsageError
from skillgap.locale import _, all_languages, current_language
from skillgap.render.report.kinds import Kind

_ENDINGS: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".docx": "docx",
    ".pdf": "pdf",
}

Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="en|fr|both",
        help=_("Language; both: side by side (else the locale's)."),
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help=_("Write to a file (.html, .md, .docx or .pdf), else a page to stdout."),
    ),
]
Shape = Annotated[
    Kind | None,
    typer.Option("--format", help=_("How to write it (else by the file's ending).")),
]
Name = Annotated[
    str,
    typer.Option("--name", metavar="NAME", help=_("Whom the report is for.")),
]
Today = Annotated[
    datetime | None,
    typer.Option(
        "--today",
        formats=["%Y-%m-%d"],
        metavar="DATE",
        help=_("The day to print on it (else today)."),
    ),
]


def report(
    target: Target,
    person: Person,
    means: MeansOptions,
    filters: Filters,
    catalogue: CatalogueFolder = None,
    lang: Lang = None,
    format: Shape = None,  # noqa: A002 - the word that users know it by
    output: OutputFile = None,
    record: RecordTo = None,
    name: Name = "",
    today: Today = None,
    family_size: Size = None,
    income: Income = None,
    resident: Resident = None,
    status: Standing = None,
) -> None:
    """Write one person's advice as a page, a document or a print."""
    from skillgap.model.eligibility import Applicant
    from skillgap.render.report.kinds import report_file
    from skillgap.report import Case, make_report

    kind = _kind(format, output)
    own = None if lang == "both" else lang
    session = open_session("report", Output(catalogue, own, output=output))
    loaded = session.load_catalogue()
    occupation = find_occupation(target, loaded)
    told = hear(person, loaded, lang)
    known = understand(told, loaded)
    wishes = wishes_of(means, filters, known, loaded)
    case = Case(
        occupation, known.matches, known.credentials, means_of(means, known), wishes
    )
    applicant = Applicant(family_size, income, resident, status)
    made = make_report(case, loaded, applicant, name=name, made=_day(today))
    # What is kept is the plan that the report tells of, to be replayed as a plan.
    keeping, asked = session._replace(command="plan"), Asked(target, means, filters)
    kept = keeping.record(record, told, asked, made.view, loaded)
    content = report_file(made._replace(record=kept), kind, _languages(lang))
    put_out_bytes(content, output)


def _day(today: datetime | None) -> date:
    return today.date() if today else date.today()  # noqa: DTZ011 - the person's own


def _kind(asked: Kind | None, output: Path | None) -> Kind:
    """The kind of file: asked for, or by the file's ending, or a page.

    Raises:
        UsageError: the ending stands for none of them, or a terminal would get bytes.
    """
    ending = output.suffix.lower() if output else ".html"
    kind = asked or _ENDINGS.get(ending)
    if kind is None:
        message = _("A report cannot be written as {ending}.").format(
            ending=ending or _("a file without an ending")
        )
        hint = _("End the file's name in .html, .md, .docx or .pdf.")
        raise UsageError(Problem("error", "usage", message, str(output), hint=hint))
    if output is None and kind in ("docx", "pdf") and sys.stdout.isatty():
        message = _("A terminal cannot show this kind of file.")
        hint = _("Write it to a file: --output report.{kind}").format(kind=kind)
        raise UsageError(Problem("error", "usage", message, hint=hint))
    return kind


def _languages(lang: str | None) -> tuple[str, ...]:
    """The language in use; for ``both``, that one first and then the other."""
    first = current_language()
    if lang != "both":
        return (first,)
    return all_languages(first)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        report,
        _(
            "Write your advice as a page, Markdown, DOCX or PDF: what you said, "
            "where you stand, your plan, who may pay, the verdict, what to do next."
        ),
    )
