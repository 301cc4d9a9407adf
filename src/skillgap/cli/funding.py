"""``skillgap funding``: which programs may pay, rule by rule; nothing is kept."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from skillgap.cli.app import make_command
from skillgap.cli.filters import refuse_no_number
from skillgap.cli.options import Output
from skillgap.cli.session import open_session
from skillgap.locale import _

Size = Annotated[
    int | None,
    typer.Option("--family-size", min=1, metavar="N", help=_("People in your family.")),
]
Income = Annotated[
    float | None,
    typer.Option(
        "--income", min=0, metavar="DOLLARS", help=_("Your family's yearly income.")
    ),
]
Resident = Annotated[
    bool | None,
    typer.Option(
        "--resident/--not-resident", help=_("Whether you are a resident of Ontario.")
    ),
]
Standing = Annotated[
    Literal["citizen", "permanent_resident", "protected_person", "other"] | None,
    typer.Option("--status", help=_("Your status in Canada.")),
]


def funding(
    output: Output,
    family_size: Size = None,
    income: Income = None,
    resident: Resident = None,
    status: Standing = None,
) -> None:
    """Estimate, rule by rule, whether each program is likely to pay."""
    from skillgap import advice
    from skillgap.model.eligibility import Applicant
    from skillgap.render import FundingView

    session = open_session("funding", output)
    refuse_no_number("income", income)
    catalogue = session.load_catalogue()
    applicant = Applicant(family_size, income, resident, status)
    answers = [advice.ask_for_person(each, applicant) for each in catalogue.funding()]
    session.show(FundingView(tuple(answers)), catalogue)


def command() -> Any:
    """The command for the command line."""
    return make_command(
        funding,
        _(
            "Estimate whether public programs may pay: likely, unlikely or ask, with "
            "each rule and its source. It is no decision, and nothing is kept."
        ),
    )
