from __future__ import annotations

import pytest

from plain import PlainCatalogue, a_credential, a_skill, dollars
from skillgap.advice.assumptions import make_yardstick, reckon
from skillgap.catalogue.typical import median
from skillgap.model import Quantity
from skillgap.model.plan import Assumption, Given

COURSES = [
    a_credential("a", {"s": 3}, h=10, c=0),
    a_credential("b", {"s": 3}, h=20, c=100),
    a_credential("c", {"s": 3}, h=60, c=200),
    a_credential("d", {"s": 3}, h=40, c=300),
    a_credential("e", {"s": 3}, kind="certificate", h=100)._replace(
        cost=dollars(900, "USD")
    ),
]
UNTOLD = a_credential("f", {"s": 3})


def yardstick(given: Given | None = None):  # type: ignore[no-untyped-def]  # noqa: ANN201
    return make_yardstick(PlainCatalogue([a_skill("s")], [], COURSES), given)


def test_what_is_published_is_counted_as_it_is() -> None:
    counted = reckon(COURSES[1], yardstick())
    assert counted == (COURSES[1].hours, COURSES[1].cost, ())


def test_unknown_hours_and_prices_take_the_median_of_their_kind() -> None:
    counted = reckon(UNTOLD, yardstick())
    assert counted.hours == Quantity(30, "h", "assumed")
    assert counted.cost == Quantity(200, "CAD", "assumed")
    assert counted.assumptions == (
        Assumption("hours", "course", 30, "h", "kind_median", 4),
        Assumption("cost", "course", 200, "CAD", "kind_median", 3),
    )


def test_a_kind_with_few_stated_values_takes_the_median_of_all() -> None:
    one = UNTOLD._replace(kind="certificate")
    counted = reckon(one, yardstick())
    assert counted.assumptions == (
        Assumption("hours", "certificate", 40, "h", "catalogue_median", 5),
        Assumption("cost", "certificate", 200, "CAD", "catalogue_median", 3),
    )


def test_a_person_s_own_number_comes_first() -> None:
    given = Given(hours={"course": 42}, costs={"course": 5})
    counted = reckon(UNTOLD, yardstick(given))
    assert (counted.hours.value, counted.cost.value) == (42, 5)
    assert {one.basis for one in counted.assumptions} == {"person"}


def test_a_price_in_another_currency_is_marked() -> None:
    at_par = reckon(COURSES[4], yardstick())
    assert at_par.cost == Quantity(900, "CAD", "assumed")
    assert at_par.assumptions == (Assumption("rate", "USD", 1.0, "CAD", "par"),)
    rated = reckon(COURSES[4], yardstick(Given(rates={"USD": 1.25})))
    assert rated.cost == Quantity(1125, "CAD", "assumed")


def test_free_is_free_in_every_currency() -> None:
    free = COURSES[4]._replace(cost=dollars(0, "USD"))
    counted = reckon(free, yardstick())
    assert (counted.cost.value, counted.assumptions) == (0, ())


def test_where_nothing_is_stated_nothing_is_assumed() -> None:
    empty = make_yardstick(PlainCatalogue([a_skill("s")], [], [UNTOLD]))
    assert reckon(UNTOLD, empty) is None


@pytest.mark.parametrize(
    ("values", "middle"), [([3], 3), ([1, 2], 1.5), ([9, 1, 5], 5), ([4, 1, 2, 3], 2.5)]
)
def test_median(values: list[float], middle: float) -> None:
    assert median(values) == middle
