"""``skillgap explore``: which occupations fit what a person can do."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from skillgap.cli import suggest
from skillgap.cli.app import make_command
from skillgap.cli.filters import field_ids
from skillgap.cli.known import know, require_known
from skillgap.cli.options import Explain, Output, Person, Top
from skillgap.cli.references import aim_at, next_command, sources_of
from skillgap.cli.session import open_session
from skillgap.locale import _

Field = Annotated[
    str | None,
    typer.Option(
        "--field",
        metavar="FIELD",
        autocompletion=suggest.fields,
        help=_("Only occupations of this field."),
    ),
]
InDemand = Annotated[
    bool,
    typer.Option(
        "--in-demand", help=_("Only occupations with positive evidence of demand.")
    ),
]


def explore(
    person: Person,
    output: Output,
    field: Field = None,
    in_demand: InDemand = False,
    top: Top = 10,
    explain: Explain = False,
) -> None:
    """Rank the occupations by how much of what they ask for the person has."""
    from skillgap import advice
    from skillgap.render import ExploreView

    session = open_session("explore", output)
    require_known(person)
    catalogue = session.load_catalogue()
    fields = field_ids([field], catalogue) if field else ()
    known = know(person, catalogue, output.lang)
    fits = advice.rank_occupations(
        known.held(catalogue),
        catalogue,
        top=top,
        in_demand=in_demand or None,
        fields=fields,
    )
    view = ExploreView(fits, known.matches, sources_of(catalogue))
    best = aim_at([fit.occupation for fit in fits[:1]], catalogue)
    close = (next_command("recommend", person, *best),) if best else ()
    session.show(view, catalogue, explain=explain, next_commands=close)


def command() -> Any:
    """The command for the command line."""
    text = _("Show which occupations fit, with coverage, demand and wage.")
    return make_command(explore, text)
