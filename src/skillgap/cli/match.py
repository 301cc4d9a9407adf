"""``skillgap match``: how phrases are understood, with receipts."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.known import know, require_known
from skillgap.cli.options import Explain, Output, Person
from skillgap.cli.session import open_session
from skillgap.locale import _

Phrases = Annotated[
    list[str] | None,
    typer.Argument(metavar="PHRASE...", help=_("What you can do, in your words.")),
]


def match(
    output: Output,
    person: Person,
    phrases: Phrases = None,
    explain: Explain = False,
) -> None:
    """Show which skill each phrase means, and how sure that is."""
    from skillgap.render import MatchesView

    session = open_session("match", output)
    said = person._replace(skill=[*(phrases or ()), *(person.skill or ())])
    require_known(said)
    catalogue = session.load_catalogue()
    view = MatchesView(know(said, catalogue, output.lang).matches)
    session.show(view, catalogue, explain=explain)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        match, _("Show which skill each phrase means, and how sure that is.")
    )
