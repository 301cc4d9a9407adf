"""The numbers that a plan counts where hours or prices are not published.

Unknown is not zero: the median of what the catalogue states for credentials of that
kind stands in, marked as assumed, and a person can put their own number in its place.
Free credentials say that they are free, and are left out of the median of prices: a
price that is not published is not assumed to be none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.model import Quantity
from skillgap.model.plan import Assumption, Given, Reckoned
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential

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
    credentials = catalogue.all_credentials()
    hours = [(one.kind, one.hours) for one in credentials]
    costs = [(one.kind, one.cost) for one in credentials]
    return Yardstick(
        hours=_by_kind("hours", hours, "h", given.hours),
        costs=_by_kind("cost", costs, currency, given.costs),
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
    what: str,
    quantities: Sequence[tuple[str, Quantity]],
    unit: str,
    given: Mapping[str, float],
) -> dict[str, Assumption]:
    stated: dict[str, list[float]] = {}
    for kind, one in quantities:
        values = stated.setdefault(kind, [])
        if one.basis == "stated" and one.unit == unit and one.value:
            values.append(one.value)
    everything = [value for values in stated.values() for value in values]
    found = {}
    for kind, values in sorted(stated.items()):
        enough = len(values) >= FEWEST
        base = values if enough else everything
        if kind in given:
            found[kind] = Assumption(what, kind, given[kind], unit, "person")  # type: ignore[arg-type]
        elif base:
            basis = "kind_median" if enough else "catalogue_median"
            found[kind] = Assumption(what, kind, median(base), unit, basis, len(base))  # type: ignore[arg-type]
    return found


def median(values: Iterable[float]) -> float:
    """The middle value, or the mean of the two in the middle."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


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
