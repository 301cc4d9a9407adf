"""``skillgap plan``: what to take, in which order, on the person's time and money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from skillgap.cli.app import make_command
from skillgap.cli.known import hear, understand
from skillgap.cli.means import MeansOptions, Target, means_of, wishes_of
from skillgap.cli.options import Explain, Filters, Output, Person, RecordTo
from skillgap.cli.references import aim_at, next_command
from skillgap.cli.session import open_session
from skillgap.cli.targets import find_occupation
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.model.told import Told
    from skillgap.render import PlanView

Compare = Annotated[
    bool,
    typer.Option(
        "--compare", help=_("Show the fullest, the fastest and the cheapest plan.")
    ),
]


class Asked(Record):
    """What is asked for besides what the person said."""

    target: Target
    means: MeansOptions
    filters: Filters
    compare: Compare = False


def plan(
    target: Target,
    person: Person,
    means: MeansOptions,
    filters: Filters,
    output: Output,
    record: RecordTo = None,
    compare: Compare = False,
    explain: Explain = False,
) -> None:
    """Plan the credentials that reach furthest within time, money and rules."""
    session = open_session("plan", output)
    catalogue = session.load_catalogue()
    asked = Asked(target, means, filters, compare)
    told = hear(person, catalogue, output.lang)
    view = answer(told, asked, catalogue)
    session.record(record, told, asked, view, catalogue)
    aim, first = aim_at([view.plan.occupation], catalogue), view.plan.steps[:1]
    following = [next_command("why", person, one.credential.id, *aim) for one in first]
    session.show(view, catalogue, explain=explain, next_commands=tuple(following))


def answer(told: Told, asked: Asked, catalogue: Catalogue) -> PlanView:
    """The plan of the person who said this."""
    from skillgap.report import Case, make_plan_view

    occupation = find_occupation(asked.target, catalogue)
    known = understand(told, catalogue)
    wishes = wishes_of(asked.means, asked.filters, known, catalogue)
    own = means_of(asked.means, known)
    case = Case(occupation, known.matches, known.credentials, own, wishes)
    return make_plan_view(case, catalogue, compare=asked.compare)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        plan,
        _(
            "Plan the credentials that reach furthest within your hours, money, dates "
            "and funding rules, and say honestly how far that is."
        ),
    )
