"""``skillgap catalogue new``: an entry for a catalogue, from options or questions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from skillgap.cli.app import make_command
from skillgap.cli.catalogue_import import Shown, output_of
from skillgap.cli.questions import ask, ask_several, is_terminal
from skillgap.cli.session import cache_folder, open_session
from skillgap.errors import Problem, UsageError
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue.written import Written

Kind = Annotated[
    Literal["occupation", "credential", "skill"],
    typer.Argument(metavar="KIND", help=_("occupation, credential or skill.")),
]
Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help=_("The folder of the catalogue."))
]
Name = Annotated[
    str | None, typer.Option("--name", metavar="TEXT", help=_("Its name in English."))
]
French = Annotated[
    str | None, typer.Option("--name-fr", metavar="TEXT", help=_("Its name in French."))
]
Id = Annotated[
    str | None,
    typer.Option("--id", metavar="ID", help=_("Its id (else made of its name).")),
]
Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help=_("Another key, such as kind=tool or source.url=...; may be repeated."),
    ),
]
Skills = Annotated[
    list[str] | None,
    typer.Option(
        "--skill",
        metavar="SKILL[=N]",
        help=_(
            "A skill that it teaches (N: the level) or asks for (N: the importance); "
            "may be repeated."
        ),
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("Show the YAML, write nothing."))
]


def new(
    kind: Kind,
    folder: Folder,
    shown: Shown,
    name: Name = None,
    name_fr: French = None,
    id_: Id = None,
    values: Set = None,
    skill: Skills = None,
    dry_run: DryRun = False,
) -> None:
    """Write the entry at its place, once it is known to leave the catalogue sound."""
    from skillgap.catalogue import load_catalogue
    from skillgap.render import EntryView
    from skillgap.review.drafting import draft_entry
    from skillgap.review.entry import add_entry
    from skillgap.review.likeness import look_alikes

    session = open_session("catalogue new", output_of(shown))
    catalogue = load_catalogue(folder, cache=cache_folder())
    name, name_fr = _named(name, name_fr)
    given = dict(_pairs(values or ()))
    skills = [*(skill or ()), *_asked_skills(kind, skill)]
    entry: Written = draft_entry(kind, (name, name_fr), id_, given, skills, catalogue)
    names = tuple(each for each in (name, name_fr) if each)
    alike = look_alikes(kind, names, catalogue)
    made = add_entry(folder, kind, entry, alike, dry_run=dry_run)
    session.show(EntryView(made), None)


def _named(name: str | None, french: str | None) -> tuple[str, str | None]:
    """The names, asked for on a terminal where they are not given."""
    if name is None and is_terminal():
        name = ask(_("What is its name in English?"), str)
        french = french or ask(_("And in French?"), str)
    if not name:
        message = _("Say what it is called: --name TEXT.")
        raise UsageError(Problem("error", "usage", message))
    return name, french


def _asked_skills(kind: str, given: list[str] | None) -> list[str]:
    if kind == "skill" or given or not is_terminal():
        return []
    question = (
        _("Which skills does it teach? One on each line; =N gives the level.")
        if kind == "credential"
        else _("Which skills does it ask for? One on each line; =N the importance.")
    )
    return list(ask_several(question, str))


def _pairs(values: Iterable[str]) -> Iterable[tuple[str, str]]:
    for value in values:
        key, sign, text = value.partition("=")
        if not sign or not key.strip() or not text.strip():
            message = _("{option} cannot be read: {pair}.").format(
                option="--set", pair=value
            )
            hint = _("It is written KEY=VALUE.")
            raise UsageError(Problem("error", "usage", message, hint=hint))
        yield key.strip(), text.strip()


def command() -> Any:
    """The command for the command line."""
    return make_command(
        new,
        _(
            "Write a new entry into a catalogue's YAML, at its place and with every "
            "other line as it is."
        ),
    )
