"""From the options to a person's means and wishes: time, money, dates, assumptions."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli import suggest
from skillgap.cli.filters import credential_filters
from skillgap.cli.names import find_credential
from skillgap.errors import Problem, UsageError
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.advice import Wishes
    from skillgap.catalogue import Catalogue
    from skillgap.cli.known import Known
    from skillgap.cli.options import Filters
    from skillgap.model.plan import Given, Means

_DATE = ["%Y-%m-%d"]
_HOURS_OF_A_WEEK = 168
_CODE = 3
"""The letters of a currency's code (ISO 4217)."""
_KINDS = (
    "micro_credential",
    "course",
    "certificate",
    "online_certificate",
    "industry_certification",
    "safety_certificate",
)

Target = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="OCCUPATION",
        autocompletion=suggest.occupations,
        help=_("The work aimed at: a title or NOC code."),
    ),
]


class MeansOptions(Record):
    """What the person has for studying, and what stands for unknown numbers."""

    hours_per_week: Annotated[
        float | None,
        typer.Option(
            "--hours-per-week", metavar="HOURS", help=_("Hours of study a week.")
        ),
    ] = None
    budget: Annotated[
        float | None,
        typer.Option(
            "--budget", metavar="DOLLARS", help=_("At most this much in all.")
        ),
    ] = None
    start: Annotated[
        datetime | None,
        typer.Option(
            "--start", formats=_DATE, metavar="DATE", help=_("The first day of study.")
        ),
    ] = None
    by: Annotated[
        datetime | None,
        typer.Option(
            "--by", formats=_DATE, metavar="DATE", help=_("The last day of study.")
        ),
    ] = None
    assume_hours: Annotated[
        list[str] | None,
        typer.Option(
            "--assume-hours",
            metavar="KIND=HOURS",
            help=_("Count this for a kind whose hours are unknown; may be repeated."),
        ),
    ] = None
    assume_cost: Annotated[
        list[str] | None,
        typer.Option(
            "--assume-cost",
            metavar="KIND=DOLLARS",
            help=_("Count this for a kind whose price is unknown; may be repeated."),
        ),
    ] = None
    rate: Annotated[
        list[str] | None,
        typer.Option(
            "--rate",
            metavar="CODE=DOLLARS",
            help=_("What one unit of another currency costs, such as USD=1.40."),
        ),
    ] = None
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            metavar="CREDENTIAL",
            help=_("Leave this credential out; may be repeated."),
        ),
    ] = None


def means_of(options: MeansOptions, known: Known) -> Means:
    """What there is for studying; the profile's hours and budget where none is said.

    Raises:
        UsageError: hours or a budget that cannot be, or a deadline without a start.
    """
    from skillgap.model.plan import Means

    profile = known.profile
    hours, budget = options.hours_per_week, options.budget
    if profile is not None:
        hours = profile.hours_per_week if hours is None else hours
        budget = profile.budget if budget is None else budget
    _refuse_outside("--hours-per-week", hours, _HOURS_OF_A_WEEK)
    _refuse_outside("--budget", budget)
    _refuse_deadline(options, hours)
    return Means(
        hours_per_week=hours,
        budget=budget,
        start=options.start.date() if options.start else None,
        by=options.by.date() if options.by else None,
    )


def wishes_of(
    options: MeansOptions, filters: Filters, known: Known, catalogue: Catalogue
) -> Wishes:
    """What is asked of the choice: filters, funding, assumptions, what is left out."""
    from skillgap.advice import Wishes
    from skillgap.advice.funding import program_meant

    # Funding is a rule of the whole plan here, not a filter of single credentials.
    asked = credential_filters(filters._replace(funding=None), catalogue)
    left_out = [find_credential(name, catalogue).id for name in options.without or ()]
    return Wishes(
        filters=asked,
        taken=known.taken,
        funding=program_meant(filters.funding, catalogue.funding()),
        given=_given(options),
        without=left_out,
    )


def _refuse_deadline(options: MeansOptions, hours: float | None) -> None:
    """A deadline says something only after a first day, at a pace."""
    if options.by is None:
        return
    if options.start is None:
        message = _("A deadline needs a first day: add --start DATE.")
    elif options.by < options.start:
        message = _("The deadline comes before the first day: change --by or --start.")
    elif hours is None:
        message = _("A deadline needs a pace: add --hours-per-week HOURS.")
    else:
        return
    raise UsageError(Problem("error", "usage", message))


def _refuse_outside(
    option: str, value: float | None, most: float | None = None
) -> None:
    """No number (NaN) lies in no range, so it is refused too."""
    if value is None or 0 <= value <= (float("inf") if most is None else most):
        return
    if most is not None and value > most:
        message = _("{name} cannot be above {most}, the hours of a week.")
    elif value < 0:
        message = _("{name} cannot be below zero.")
    else:
        message = _("{name} takes a number.")
    raise UsageError(Problem("error", "usage", message.format(name=option, most=most)))


def _given(options: MeansOptions) -> Given:
    from skillgap.model.plan import Given

    return Given(
        hours=_numbers("--assume-hours", options.assume_hours, _KINDS),
        costs=_numbers("--assume-cost", options.assume_cost, _KINDS),
        rates=_rates(options.rate),
    )


def _numbers(
    option: str, pairs: Iterable[str] | None, known: tuple[str, ...]
) -> dict[str, float]:
    found = {}
    for pair in pairs or ():
        name, _equals, value = pair.partition("=")
        key = name.strip() if not known else name.strip().replace("-", "_")
        number = _number(value)
        if number is None or (known and key not in known):
            message = _("{option} cannot be read: {pair}.")
            hint = _("It is written NAME=NUMBER; the names are {names}.").format(
                names=", ".join(known or ("USD", "EUR", "GBP"))
            )
            text = message.format(option=option, pair=pair)
            raise UsageError(Problem("error", "usage", text, hint=hint))
        found[key] = number
    return found


def _rates(pairs: Iterable[str] | None) -> dict[str, float]:
    """What a unit of other currencies costs: no price comes to nothing by a rate."""
    found = _numbers("--rate", pairs, ())
    for code, rate in found.items():
        if not rate or len(code) != _CODE or not code.isalpha():
            message = _("{option} cannot be read: {pair}.")
            text = message.format(option="--rate", pair=f"{code}={rate:g}")
            hint = _("It is written CODE=DOLLARS, such as USD=1.40.")
            raise UsageError(Problem("error", "usage", text, hint=hint))
    return {code.upper(): rate for code, rate in found.items()}


def _number(text: str) -> float | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None
