"""``skillgap gap``: what a person has and lacks for one occupation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.cli.app import make_command
from skillgap.cli.known import hear, understand
from skillgap.cli.means import Target
from skillgap.cli.options import Explain, Output, Person, RecordTo
from skillgap.cli.references import aim_at, bases_of, next_command, sources_of
from skillgap.cli.session import open_session
from skillgap.cli.targets import find_occupation
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.model.told import Told
    from skillgap.render import GapView


class Asked(Record):
    """What is asked for besides what the person said."""

    target: Target


def gap(
    target: Target,
    person: Person,
    output: Output,
    record: RecordTo = None,
    explain: Explain = False,
) -> None:
    """Compare what the person can do with what the occupation asks for."""
    session = open_session("gap", output)
    catalogue = session.load_catalogue()
    asked = Asked(target)
    told = hear(person, catalogue, output.lang)
    view = answer(told, asked, catalogue)
    session.record(record, told, asked, view, catalogue)
    close = next_command("recommend", person, *aim_at([view.gap.occupation], catalogue))
    session.show(view, catalogue, explain=explain, next_commands=(close,))


def answer(told: Told, asked: Asked, catalogue: Catalogue) -> GapView:
    """The gap of the person who said this."""
    from skillgap import advice
    from skillgap.render import GapView

    occupation = find_occupation(asked.target, catalogue)
    known = understand(told, catalogue)
    found = advice.find_gap(occupation, known.held(catalogue), catalogue)
    return GapView(found, known.matches, bases_of(catalogue), sources_of(catalogue))


def command() -> Any:
    """The command for the command line."""
    text = _(
        "Show what you have, what is below the level asked for, and what is missing."
    )
    return make_command(gap, text)
