"""``skillgap cohort``: a group of clients in numbers, and what serves them most."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from skillgap.cli.app import make_command
from skillgap.cli.filters import credential_filters
from skillgap.cli.options import Explain, Filters, Output
from skillgap.cli.session import open_session
from skillgap.errors import DataError, Problem, UsageError
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.model.cohort import Cohort

_LEAST_THRESHOLD = 3
"""A threshold of 2 hides nothing: what is below it is 1, as everybody knows."""

Results = Annotated[
    Path,
    typer.Argument(metavar="RESULTS", help=_("The folder of results of a batch.")),
]
Most = Annotated[
    int,
    typer.Option(
        "--top", min=1, max=50, metavar="K", help=_("How many credentials to choose.")
    ),
]
Smallest = Annotated[
    int,
    typer.Option(
        "--smallest-group",
        min=1,
        metavar="N",
        help=_("Tell of no group with fewer people; 1 tells of all."),
    ),
]
Reach = Annotated[
    float,
    typer.Option(
        "--reach",
        min=0,
        max=1,
        metavar="SHARE",
        help=_("From this coverage on, an occupation is within reach."),
    ),
]
Report = Annotated[
    Literal["html"] | None,
    typer.Option("--report", help=_("A page with charts, as --format html.")),
]


def cohort(
    results: Results,
    filters: Filters,
    output: Output,
    top: Most = 5,
    smallest_group: Smallest = 5,
    reach: Reach = 0.8,
    report: Report = None,
    explain: Explain = False,
) -> None:
    """Describe the clients of a batch, and choose the credentials that serve most."""
    from skillgap.render import CohortView

    session = open_session("cohort", output._replace(format=report or output.format))
    if 1 < smallest_group < _LEAST_THRESHOLD:
        message = _("--smallest-group is 1 (tell of all) or at least {number}.")
        text = message.format(number=_LEAST_THRESHOLD)
        raise UsageError(Problem("error", "usage", text))
    catalogue = session.load_catalogue()
    notes = _notes(results, catalogue)
    found = _described(results, catalogue, filters, top, smallest_group, reach)
    # A page is handed over: it shows all, and tells nobody of options.
    whole = explain or session.format == "html"
    session.show(CohortView(found, str(results)), catalogue, notes, explain=whole)


def _described(
    results: Path,
    catalogue: Catalogue,
    filters: Filters,
    most: int,
    smallest: int,
    reach: float,
) -> Cohort:
    from skillgap.advice.cohort import TooFewError, describe_cohort
    from skillgap.cli.progress import progress
    from skillgap.history.clients import read_clients

    asked = credential_filters(filters, catalogue)
    try:
        with progress() as show:
            tell = partial(show, results.name) if show else None
            return describe_cohort(
                lambda: read_clients(results, tell),
                catalogue,
                filters=asked,
                most=most,
                smallest=smallest,
                reach=reach,
            )
    except TooFewError as error:
        message = _("Fewer than {number} clients were advised: too few to tell of.")
        hint = _("--smallest-group 1 tells of any number, for your eyes alone.")
        text = message.format(number=max(1, smallest))
        problem = Problem("error", "cohort", text, str(results), hint=hint)
        raise DataError(problem) from error


def _notes(results: Path, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Say on stderr where the results are of another catalogue than this one."""
    from skillgap.history.batches import read_about
    from skillgap.render import render_problems

    about = read_about(results).get("catalogue") or {}
    if about.get("fingerprint") == catalogue.info.fingerprint:
        return ()
    message = _("The results were made with another catalogue, or another state of it.")
    hint = _("The intake is chosen from this one; run the batch again to be sure.")
    problem = Problem("warning", "cohort", message, str(results), hint=hint)
    typer.echo(render_problems((problem,)), err=True, nl=False)
    return (problem,)


def command() -> Any:
    """The command for the command line."""
    text = _(
        "Describe the clients of a batch in numbers that tell of nobody: what they "
        "lack, how far short credentials lead them, and which few serve them most."
    )
    return make_command(cohort, text)
