"""Rules about single facts: whether they are likely, current and said by someone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.fit import HOURS_A_YEAR
from skillgap.catalogue.stats import latest_date
from skillgap.locale import _
from skillgap.review.reviewed import Finding, Reviewed, finds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.document.sink import Place
    from skillgap.model import Credential, Wage

MOST_HOURS = 2000
"""More hours than this are no short credential: a year of full-time study."""

LEAST_WAGE = 10
MOST_WAGE = 300
"""What an hour of work is likely to be paid, in the currency of the catalogue."""

MOST_COST = 50_000
MOST_WEEKS = 208
MOST_YEARS = 20


@finds("SG220", "warning")
def unlikely_value(reviewed: Reviewed) -> Iterator[Finding]:
    """A number is so large or small that it is likely to be a slip.

    More than 2,000 hours, 208 weeks or 50,000 dollars for a short credential, one that
    is valid for more than 20 years, a wage below 10 or above 300 an hour (a yearly one
    is divided by 2,080 hours).
    """
    hint = _("compare it with its source")
    for credential, kept in reviewed.credentials():
        for key, value in _too_much(credential):
            message = _("the credential {id}: {key} is {value}, which is unlikely")
            text = message.format(id=credential.id, key=key, value=f"{value:g}")
            yield Finding(kept.place(key), text, hint)
    for occupation, kept in reviewed.occupations():
        for key, value in _odd_pay(occupation.wage):
            message = _("the occupation {id}: {key} is {value}, which is unlikely")
            text = message.format(id=occupation.id, key=key, value=f"{value:g}")
            yield Finding(kept.place("wage", key), text, hint)


def _too_much(credential: Credential) -> Iterator[tuple[str, float]]:
    for key, value, most in (
        ("hours", credential.hours.value, MOST_HOURS),
        ("weeks", credential.weeks.value, MOST_WEEKS),
        ("cost", credential.cost.value, MOST_COST),
        ("validity_years", credential.validity_years, MOST_YEARS),
    ):
        if value is not None and value > most:
            yield key, value


def _odd_pay(wage: Wage | None) -> Iterator[tuple[str, float]]:
    if wage is None:
        return
    hours = HOURS_A_YEAR if wage.unit.endswith("year") else 1
    for key in ("low", "median", "high"):
        value = getattr(wage, key)
        if value is not None and not LEAST_WAGE <= value / hours <= MOST_WAGE:
            yield key, value


@finds("SG221", "warning")
def no_address(reviewed: Reviewed) -> Iterator[Finding]:
    """A source has no address and no note that says where it can be looked up."""
    places = reviewed.defined("source")
    for source in reviewed.draft.about.sources:
        if not (source.url or source.note):
            message = _("the source {id} has no address and no note")
            yield Finding(
                places[source.id],
                message.format(id=source.id),
                _("give its url, or a note that says where it was read"),
            )
    for credential, kept in reviewed.credentials():
        source_ = credential.source
        if not (source_.url or source_.note or credential.note):
            message = _("the source of the credential {id} has no address and no note")
            yield Finding(
                kept.place("source"),
                message.format(id=credential.id),
                _("give its url, or a note that says where it was read"),
            )


@finds("SG222", "warning")
def stale_fact(reviewed: Reviewed) -> Iterator[Finding]:
    """A wage, outlook, demand, price, credential or source is older than asked for.

    Only where ``--stale DAYS`` is given. The latest date of a fact that is not in the
    future counts, as the day on which it ends; a fact without a date has no age.
    """
    today, days = reviewed.today, reviewed.stale_days
    if today is None or days is None:
        return
    for place, what, id_, stated in _dated(reviewed):
        latest = latest_date(stated, today)
        age = (today - latest[0]).days if latest else 0
        if latest and age > days:
            message = _("the {fact} of {id} is of {date}, {days} days ago")
            text = message.format(fact=what, id=id_, date=latest[1], days=age)
            yield Finding(place, text, _("look it up again, and give the new date"))


def _dated(reviewed: Reviewed) -> Iterator[tuple[Place, str, str, str | None]]:
    """Every fact with a date of its own: its place, name, record and date."""
    places = reviewed.defined("source")
    for source in reviewed.draft.about.sources:
        yield places[source.id], _("source"), source.id, source.as_of
    for one, kept in reviewed.credentials():
        yield kept.place("source"), _("source"), one.id, one.source.as_of
        yield kept.place("cost"), _("price"), one.id, one.cost_as_of
    for work, kept in reviewed.occupations():
        if work.wage:
            yield kept.place("wage"), _("wage"), work.id, work.wage.period
        if work.outlook:
            yield kept.place("outlook"), _("outlook"), work.id, work.outlook.period
        for index, fact in enumerate(work.demand):
            place = kept.place("demand", index)
            yield place, _("demand"), work.id, fact.period
