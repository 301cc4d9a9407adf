"""``skillgap whatif``: what more skills or credentials would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.known import know
from skillgap.cli.means import Target
from skillgap.cli.names import find_credential
from skillgap.cli.options import Output, Person
from skillgap.cli.references import aim_at, next_command
from skillgap.cli.session import open_session
from skillgap.cli.targets import find_occupation
from skillgap.errors import Problem, UsageError
from skillgap.locale import _
from skillgap.matching.counted import matched

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.model import Match

Add = Annotated[
    list[str] | None,
    typer.Option(
        "--add",
        metavar="PHRASE",
        help=_("A skill that you would have; may be repeated."),
    ),
]
Take = Annotated[
    list[str] | None,
    typer.Option(
        "--take",
        metavar="CREDENTIAL",
        help=_("A credential that you would take; may be repeated."),
    ),
]


def whatif(
    target: Target, person: Person, output: Output, add: Add = None, take: Take = None
) -> None:
    """Show what the skills and credentials added would change, here and elsewhere."""
    from skillgap import advice
    from skillgap.render import WhatIfView

    session = open_session("whatif", output)
    if not (add or take):
        message = _("Say what you would add: --add PHRASE or --take CREDENTIAL.")
        raise UsageError(Problem("error", "usage", message))
    catalogue = session.load_catalogue()
    occupation = find_occupation(target, catalogue)
    known = know(person, catalogue, output.lang)
    added = _understood(add, catalogue)
    taken = tuple(find_credential(name, catalogue) for name in take or ())
    held = known.held(catalogue)
    more = advice.hold((*known.matches, *added), catalogue)
    after = advice.hold_also(more, (*known.credentials, *taken), catalogue)
    change = advice.what_if(occupation, held, after, catalogue)
    view = WhatIfView(change, known.matches, added, taken)
    following = next_command("plan", person, *aim_at([occupation], catalogue))
    session.show(view, catalogue, next_commands=(following,))


def _understood(phrases: list[str] | None, catalogue: Catalogue) -> tuple[Match, ...]:
    from skillgap.profile.claims import parse_claims
    from skillgap.profile.counted import Counted

    claims = [Counted(one) for phrase in phrases or () for one in parse_claims(phrase)]
    return matched(claims, catalogue, ())


def command() -> Any:
    """The command for the command line."""
    return make_command(
        whatif, _("Show what more skills or credentials would change, and where else.")
    )
