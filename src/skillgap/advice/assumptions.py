"""The numbers that a plan counts where hours or prices are not published.

Unknown is not zero: the median of what the catalogue states for credentials of that
kind stands in, marked as assumed, and a person can put their own number in its place.
Free credentials say that they are free, and are left out of the median of prices: a
price that is not published is not assumed to be none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from skillgap.model import Quantity
from skillgap.model.catalogue import CredentialKind
from skillgap.model.plan import Assumption, Given, Reckoned
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential
    from skillgap.model.about import Typical

FEWEST = 3
"""A kind with fewer stated values than this takes the median of all kinds."""


class Yardstick(Record):
    """What is assumed, by kind of credential, and how prices are converted."""

    hours: Mapping[str, Assumption]
    costs: Mapping[str, Assumption]
    given: Given
    currency: str


def make_yardstick(
    catalogue: Catalogue, given: Given | None = None, currency: str = "CAD"
) -> Yardstick:
    """The assumptions that follow from a catalogue and from what a person says."""
    given = given or Given()
    stated = catalogue.typical()
    return Yardstick(
        hours=_by_kind("hours", stated, "h", given.hours),
        costs=_by_kind("cost", stated, currency, given.costs),
        given=given,
        currency=currency,
    )


def reckon(credential: Credential, yardstick: Yardstick) -> Reckoned | None:
    """The hours and cost to count; None where nothing is known to assume from."""
    hours, hours_by = _or_assumed(credential.hours, credential.kind, yardstick.hours)
    cost, cost_by = _converted(credential.cost, yardstick)
    if cost is None:
        cost, cost_by = _or_assumed(credential.cost, credential.kind, yardstick.costs)
    if hours is None or cost is None:
        return None
    used = tuple(one for one in (hours_by, cost_by) if one)
    return Reckoned(hours, cost, used)


def _by_kind(
    what: Literal["hours", "cost"],
    stated: Iterable[Typical],
    unit: str,
    given: Mapping[str, float],
) -> dict[str, Assumption]:
    """What is assumed for each kind: the person's number, or the medians."""
    own = {one.kind: one for one in stated if (one.what, one.unit) == (what, unit)}
    everything = own.get(None)
    found = {}
    for kind in get_args(CredentialKind):
        one, basis = own.get(kind), "kind_median"
        if one is None or one.stated < FEWEST:
            one, basis = everything, "catalogue_median"
        if kind in given:
            found[kind] = Assumption(what, kind, given[kind], unit, "person")
        elif one:
            found[kind] = Assumption(what, kind, one.median, unit, basis, one.stated)  # type: ignore[arg-type]
    return found


def _or_assumed(
    quantity: Quantity, kind: str, assumed: Mapping[str, Assumption]
) -> tuple[Quantity | None, Assumption | None]:
    if quantity.value is not None:
        return quantity, None
    one = assumed.get(kind)
    if one is None:
        return None, None
    return Quantity(one.value, one.unit, "assumed"), one


def _converted(
    price: Quantity, yardstick: Yardstick
) -> tuple[Quantity | None, Assumption | None]:
    """A price in another currency, at the person's rate or else at par, and marked."""
    if price.value is None or price.unit == yardstick.currency or not price.value:
        return (None if price.value is None else price), None
    rate = yardstick.given.rates.get(price.unit)
    basis = "par" if rate is None else "person"
    used = Assumption("rate", price.unit, rate or 1.0, yardstick.currency, basis)  # type: ignore[arg-type]
    value = round(price.value * used.value, 2)
    return Quantity(value, yardstick.currency, "assumed"), used
