"""``skillgap why``: what one credential does for an occupation, with receipts."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.known import know
from skillgap.cli.means import MeansOptions, Target, means_of, wishes_of
from skillgap.cli.names import find_credential
from skillgap.cli.options import Filters, Output, Person
from skillgap.cli.references import aim_at, bases_of, next_command
from skillgap.cli.session import open_session
from skillgap.cli.targets import find_occupation
from skillgap.locale import _

Name = Annotated[
    list[str], typer.Argument(metavar="CREDENTIAL", help=_("Its name or id."))
]


def why(
    name: Name,
    target: Target,
    person: Person,
    means: MeansOptions,
    filters: Filters,
    output: Output,
) -> None:
    """Show what a credential adds, by itself and in a plan, and what else would."""
    from skillgap import advice
    from skillgap.render import WhyView

    session = open_session("why", output)
    catalogue = session.load_catalogue()
    credential = find_credential(" ".join(name), catalogue)
    occupation = find_occupation(target, catalogue)
    known = know(person, catalogue, output.lang)
    held, own = known.held(catalogue), means_of(means, known)
    wishes = wishes_of(means, filters, known, catalogue)
    found = advice.why(
        credential, occupation, held, catalogue, means=own, wishes=wishes
    )
    skills = advice.skills_that_add_most(occupation, held, catalogue)
    view = WhyView(found, occupation, known.matches, skills, bases_of(catalogue))
    following = next_command("plan", person, *aim_at([occupation], catalogue))
    session.show(view, catalogue, next_commands=(following,))


def command() -> Any:
    """The command for the command line."""
    return make_command(
        why, _("Show what one credential does for an occupation: with it and without.")
    )
