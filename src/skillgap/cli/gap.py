"""``skillgap gap``: what a person has and lacks for one occupation."""

from __future__ import annotations

from typing import Any

from skillgap.cli.app import make_command
from skillgap.cli.known import know
from skillgap.cli.means import Target
from skillgap.cli.options import Explain, Output, Person
from skillgap.cli.references import aim_at, bases_of, next_command, sources_of
from skillgap.cli.session import open_session
from skillgap.cli.targets import find_occupation
from skillgap.locale import _


def gap(
    target: Target, person: Person, output: Output, explain: Explain = False
) -> None:
    """Compare what the person can do with what the occupation asks for."""
    from skillgap import advice
    from skillgap.render import GapView

    session = open_session("gap", output)
    catalogue = session.load_catalogue()
    occupation = find_occupation(target, catalogue)
    known = know(person, catalogue, output.lang)
    found = advice.find_gap(occupation, known.held(catalogue), catalogue)
    view = GapView(found, known.matches, bases_of(catalogue), sources_of(catalogue))
    close = next_command("recommend", person, *aim_at([occupation]))
    session.show(view, catalogue, explain=explain, next_commands=(close,))


def command() -> Any:
    """The command for the command line."""
    text = _(
        "Show what you have, what is below the level asked for, and what is missing."
    )
    return make_command(gap, text)
