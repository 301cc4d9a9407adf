"""``skillgap show``: all that the catalogue knows of one record, with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from skillgap.cli.app import make_command
from skillgap.cli.names import find_credential, find_skill
from skillgap.cli.options import Output
from skillgap.cli.references import bases_of, fields_of, sources_of
from skillgap.cli.session import open_session
from skillgap.cli.targets import find_occupation
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Occupation, Skill
    from skillgap.render import ShowView

What = Annotated[
    Literal["occupation", "credential", "skill"],
    typer.Argument(help=_("What to show."), metavar="occupation|credential|skill"),
]
Name = Annotated[
    list[str], typer.Argument(metavar="NAME", help=_("Its name, code or id."))
]


def show(what: What, name: Name, output: Output) -> None:
    """Show one record."""
    session = open_session("show", output)
    catalogue = session.load_catalogue()
    view = _VIEWS[what](" ".join(name), catalogue)
    session.show(view, catalogue)


def _occupation(name: str, catalogue: Catalogue) -> ShowView:
    occupation = find_occupation(name, catalogue)
    asked = [each.skill for each in occupation.requirements]
    return _view(occupation, catalogue)._replace(skills=_skills(asked, catalogue))


def _credential(name: str, catalogue: Catalogue) -> ShowView:
    credential = find_credential(name, catalogue)
    taught = [each.skill for each in credential.develops]
    groups = credential.prerequisites.groups
    named = {*credential.equivalent_to, *(one for group in groups for one in group)}
    return _view(credential, catalogue)._replace(
        skills=_skills(taught, catalogue),
        credentials={each: catalogue.credential(each) for each in sorted(named)},
    )


def _skill(name: str, catalogue: Catalogue) -> ShowView:
    skill = find_skill(name, catalogue)
    asking = catalogue.requirements_of([skill.id])
    return _view(skill, catalogue)._replace(
        skills=_skills(skill.broader, catalogue),
        required_by=tuple((catalogue.occupation(each), ask) for each, ask in asking),
        taught_by=catalogue.teaching([skill.id]),
    )


def _view(record: Occupation | Credential | Skill, catalogue: Catalogue) -> ShowView:
    from skillgap.render import ShowView

    return ShowView(
        record,
        fields=fields_of(catalogue),
        bases=bases_of(catalogue),
        sources=sources_of(catalogue),
    )


def _skills(ids: Iterable[str], catalogue: Catalogue) -> dict[str, Skill]:
    return {skill.id: skill for skill in catalogue.skills(ids)}


_VIEWS = {"occupation": _occupation, "credential": _credential, "skill": _skill}


def command() -> Any:
    """The command for the command line."""
    return make_command(
        show, _("Show all that the catalogue knows of one record, with its sources.")
    )
