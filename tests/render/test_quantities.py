"""Numbers as each language writes them."""

from __future__ import annotations

import pytest

from skillgap.locale import use_language
from skillgap.model import Quantity, Wage
from skillgap.render.quantities import (
    median_wage,
    money,
    number,
    percent,
    quantity,
    wage,
)

N = "\u00a0"
UNKNOWN = Quantity(None, "h", "unknown")


@pytest.mark.parametrize(
    ("amount", "english", "french"),
    [
        (Quantity(42, "h", "stated"), "42 h", f"42{N}h"),
        (Quantity(1.5, "h", "stated"), "1.5 h", f"1,5{N}h"),
        (Quantity(60, "h", "range", 30, 60), "30-60 h", f"30-60{N}h"),
        (Quantity(40, "h", "range", 40, None), "from 40 h", f"à partir de 40{N}h"),
        (Quantity(60, "h", "range", None, 60), "up to 60 h", f"jusqu’à 60{N}h"),
        (Quantity(30, "h", "range", 30, 30), "30 h", f"30{N}h"),
        (Quantity(40, "h", "assumed"), "40 h (assumed)", f"40{N}h (supposé)"),
        (UNKNOWN, "unknown", "inconnu"),
        (Quantity(0, "CAD", "stated"), "free", "gratuit"),
        (Quantity(450, "CAD", "stated"), "$450", f"450{N}$"),
        (Quantity(1234.5, "CAD", "stated"), "$1,234.50", f"1{N}234,50{N}$"),
        (Quantity(99, "USD", "stated"), "US$99", f"99{N}${N}US"),
        (Quantity(65, "GBP", "stated"), "65 GBP", f"65{N}GBP"),  # type: ignore[arg-type]
        (Quantity(600, "CAD", "range", 0, 600), "free-$600", f"gratuit-600{N}$"),
        (Quantity(1, "week", "stated"), "1 week", "1 semaine"),
        (Quantity(11, "week", "stated"), "11 weeks", "11 semaines"),
        (Quantity(2, "week", "range", 1, 2), "1-2 weeks", "1-2 semaines"),
    ],
)
def test_quantity(amount: Quantity, english: str, french: str) -> None:
    assert quantity(amount) == english
    use_language("fr")
    assert quantity(amount) == french


@pytest.mark.parametrize(
    ("share", "english", "french"),
    [
        (0.0, "0%", f"0{N}%"),
        (0.001, "<1%", f"<{N}1{N}%"),
        (0.574, "57%", f"57{N}%"),
        (0.999, "99%", f"99{N}%"),
        (1.0, "100%", f"100{N}%"),
    ],
)
def test_percent_says_none_and_all_only_when_it_is(
    share: float, english: str, french: str
) -> None:
    assert percent(share) == english
    use_language("fr")
    assert percent(share) == french


def test_numbers_and_money() -> None:
    assert number(1732) == "1,732"
    assert number(0.25) == "0.25"
    assert money(20, decimals=2) == "$20.00"
    use_language("fr")
    assert number(1732) == f"1{N}732"
    assert money(20, decimals=2) == f"20,00{N}$"


def test_wages() -> None:
    assert wage(26.44, "CAD/hour") == "$26.44/h"
    assert wage(61000, "CAD/year") == "$61,000 a year"
    assert wage(5, "CAD/piece") == f"5{N}CAD/piece"
    assert wage(None, "CAD/hour") == "unknown"
    use_language("fr")
    assert wage(26.44, "CAD/hour") == f"26,44{N}$/h"


def test_the_median_wage_says_where_and_when() -> None:
    pay = Wage(None, 26.44, None, "CAD/hour", "Ontario", "2024", "x")
    assert median_wage(pay) == "$26.44/h (Ontario, 2024)"
    assert median_wage(pay._replace(median=None)) == "unknown"
    assert median_wage(pay._replace(region="", period=None)) == "$26.44/h"
    assert median_wage(None) == "unknown"
