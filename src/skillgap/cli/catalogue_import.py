"""``skillgap catalogue import``: other people's taxonomies and lists as a catalogue."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

import typer

from skillgap.cli.app import make_command
from skillgap.cli.credential_import import Run, Taking, next_steps, take_credentials
from skillgap.cli.options import Explain, Lang, Output, Plain, Shape
from skillgap.cli.session import open_session
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.formats.intake import Intake
    from skillgap.formats.taxonomies import Taxonomy
    from skillgap.render.intake_result import IntakeView

Kind = Literal["esco", "onet", "oasis", "ctdl", "list", "json", "csv", "sqlite"]
Kinds = Annotated[
    Kind,
    typer.Argument(
        metavar="KIND",
        help=_("What is imported: {kinds}.").format(kinds=", ".join(get_args(Kind))),
    ),
]
Sources = Annotated[
    list[Path],
    typer.Argument(
        metavar="SOURCE...", help=_("The folders and files, as they were published.")
    ),
]
Into = Annotated[
    Path,
    typer.Option(
        "--output", metavar="FOLDER", help=_("The catalogue folder to write.")
    ),
]
WrittenAs = Annotated[
    Literal["lines", "yaml"],
    typer.Option(
        "--as",
        help=_("JSON Lines, which load fast, or YAML, for people to edit."),
    ),
]
Replace = Annotated[
    bool,
    typer.Option("--replace", help=_("Take the place of the catalogue that is there.")),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("Count everything, write nothing."))
]
Everyday = Annotated[
    bool,
    typer.Option(
        "--everyday/--no-everyday",
        help=_(
            "esco, onet, oasis: also know the skills by the everyday words of the "
            "bundled catalogue."
        ),
    ),
]


class Shown(Record):
    """How the account is shown."""

    lang: Lang = None
    format: Shape = None
    plain: Plain = False


def output_of(shown: Shown) -> Output:
    """The options that sessions know, without an output file."""
    return Output(None, shown.lang, shown.format, shown.plain, None)


def import_(
    kind: Kinds,
    sources: Sources,
    output: Into,
    taking: Taking,
    shown: Shown,
    written_as: WrittenAs = "lines",
    everyday: Everyday = True,
    replace: Replace = False,
    dry_run: DryRun = False,
    explain: Explain = False,
) -> None:
    """Read the sources, account for every row, and put a catalogue in its place."""
    from skillgap.cli.progress import progress

    session = open_session("catalogue import", output_of(shown))
    again: tuple[str, ...] = ()
    with progress() as tell:
        run = Run(tell, replace, dry_run)
        if kind == "ctdl" or kind == "list":  # noqa: PLR1714 - told apart by type
            intake = take_credentials(kind, sources, output, taking, run)
            again = next_steps(output, taking, intake)
        else:
            making = _Making(written_as, everyday)
            intake = _take_taxonomy(kind, sources, output, making, run)
            place = shlex.quote(str(output))
            again = (f"skillgap catalogue stats --catalogue {place}",)
    view = view_of(intake, output, dry_run=dry_run)
    session.show(view, None, explain=explain, next_commands=() if dry_run else again)


class _Making(Record):
    """How the catalogue of a taxonomy is written, and whether in everyday words too."""

    written_as: str
    everyday: bool


def _take_taxonomy(
    kind: Taxonomy, sources: list[Path], output: Path, making: _Making, run: Run
) -> Intake:
    """Make a whole catalogue of a taxonomy and put it in its place."""
    from skillgap.catalogue.checked import checked_files
    from skillgap.catalogue.install import check_place, install_catalogue
    from skillgap.catalogue.written import yaml_files
    from skillgap.cli.profile_changes import today
    from skillgap.formats.taxonomies import OTHERS, import_taxonomy

    check_place(output, replace=run.replace)
    intake = import_taxonomy(kind, sources, today(), run.tell)
    if making.everyday and kind in OTHERS:
        intake = _with_everyday_words(intake, kind)
    if not run.dry_run:
        in_lines = making.written_as == "lines"
        files = (checked_files if in_lines else yaml_files)(intake.content)
        install_catalogue(output, files, replace=run.replace, checked=in_lines)
    return intake


def _with_everyday_words(intake: Intake, kind: Taxonomy) -> Intake:
    from skillgap.catalogue import load_catalogue
    from skillgap.cli.session import cache_folder
    from skillgap.formats.everyday import lend_labels
    from skillgap.formats.taxonomies import same_skills
    from skillgap.garbage import without_collection

    with without_collection():
        bundled = load_catalogue(cache=cache_folder())
        skills, as_of = bundled.all_skills(), bundled.info.as_of
        return lend_labels(intake, skills, as_of, same_skills(kind))


def view_of(intake: Intake, place: Path, *, dry_run: bool) -> IntakeView:
    """What is shown of an intake."""
    from skillgap.render.intake_result import IntakeView

    return IntakeView(
        str(place),
        intake.counted,
        intake.content.counts(),
        intake.notes,
        intake.unread,
        intake.conflicts,
        intake.proposed,
        dry_run,
    )


def command() -> Any:
    """The command for the command line."""
    return make_command(
        import_,
        _(
            "Make a catalogue of what others publish, and account for every row that "
            "was kept or dropped."
        ),
    )
