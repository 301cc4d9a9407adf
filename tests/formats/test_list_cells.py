"""Cells of lists of credentials, as people write them."""

from __future__ import annotations

import pytest

from skillgap.formats import list_cells
from skillgap.formats.list_columns import columns_of
from skillgap.model import Quantity


@pytest.mark.parametrize(
    ("cell", "quantity"),
    [
        ("42", Quantity(42, "h", "stated")),
        ("42.5 hours", Quantity(42.5, "h", "stated")),
        ("42,5 heures", Quantity(42.5, "h", "stated")),
        ("30-45 hrs", Quantity(45, "h", "range", 30, 45)),
        ("30 to 45", Quantity(45, "h", "range", 30, 45)),
        ("30 à 45 heures", Quantity(45, "h", "range", 30, 45)),
        ("6 weeks", Quantity(6, "week", "stated")),
        ("6 sem.", Quantity(6, "week", "stated")),
        ("TBD", None),
        ("n/a", None),
        ("0", None),
        ("45-30", None),
    ],
)
def test_hours(cell: str, quantity: Quantity | None) -> None:
    assert list_cells.time(cell, "h") == quantity


@pytest.mark.parametrize("cell", ["two days", "10 credits", "=1+1", "3h30", "1e9e"])
def test_what_is_no_time_is_said(cell: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list_cells.time(cell, "h")


def test_a_column_of_weeks_has_weeks() -> None:
    assert list_cells.time("12", "week") == Quantity(12, "week", "stated")


@pytest.mark.parametrize(
    ("cell", "quantity"),
    [
        ("$1,250.00", Quantity(1250, "CAD", "stated")),
        ("1 250,00 $", Quantity(1250, "CAD", "stated")),
        ("1.250,00", Quantity(1250, "CAD", "stated")),
        ("CAD 99.95", Quantity(99.95, "CAD", "stated")),
        ("$1,250", Quantity(1250, "CAD", "stated")),
        ("1250", Quantity(1250, "CAD", "stated")),
        ("Free", Quantity(0, "CAD", "stated")),
        ("gratuit", Quantity(0, "CAD", "stated")),
        ("$200 - $300", Quantity(300, "CAD", "range", 200, 300)),
        ("varies", None),
        ("", None),
    ],
)
def test_prices(cell: str, quantity: Quantity | None) -> None:
    assert list_cells.price(cell, "CAD") == quantity


@pytest.mark.parametrize("cell", ["3OO", "US$ 20", "-5", "call us", "1-2-3", "20 EUR"])
def test_what_is_no_price_is_said(cell: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        list_cells.price(cell, "CAD")


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("Yes", "yes"),
        ("OUI", "yes"),
        ("OSAP-approved", "yes"),
        ("Admissible", "yes"),
        ("Non admissible", "no"),
        ("ineligible", "no"),
        ("Not approved", "no"),
        ("No", "no"),
        ("tbd", "unknown"),
    ],
)
def test_yes_and_no(cell: str, said: str) -> None:
    assert list_cells.listed(cell) == said


@pytest.mark.parametrize(
    ("cell", "way"),
    [
        ("Online (asynchronous)", "online"),
        ("En ligne", "online"),
        ("In-Class", "in_person"),
        ("En personne", "in_person"),
        ("Hybrid", "hybrid"),
        ("Online or in person", "hybrid"),
        ("", None),
    ],
)
def test_ways_of_delivery(cell: str, way: str | None) -> None:
    assert list_cells.delivery(cell) == way


def test_formulas_are_known_by_their_first_sign() -> None:
    assert list_cells.is_formula('=HYPERLINK("http://x")')
    assert list_cells.is_formula(" @SUM(A1)")
    assert list_cells.is_formula("+cmd|' /C calc'!A0()")
    assert not list_cells.is_formula("-5")
    assert not list_cells.is_formula("C++ (basics)")


def test_columns_are_known_in_both_languages() -> None:
    header = ["Établissement", "Titre du programme*", "Durée (heures)", "Coût", "X"]
    columns = columns_of(header, {})
    assert columns.places == {"issuer": 0, "name": 1, "hours": 2, "price": 3}
    assert columns.others == ("X",)


def test_a_mapped_column_comes_before_the_known_ones() -> None:
    mapped = {"name": "programme officiel"}
    assert columns_of(["Title", "Programme officiel"], mapped).places == {"name": 1}
    assert columns_of(["Title", "Nom"], mapped).places == {}
