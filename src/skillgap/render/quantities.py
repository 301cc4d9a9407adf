"""Numbers as people of each language write them; unknown stays the word unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import _, current_language, ngettext

if TYPE_CHECKING:
    from skillgap.model import Quantity, Wage

_ALMOST_ALL = 0.995
_LEAST_SHOWN = 0.005
_NBSP = "\u00a0"


def number(value: float, *, decimals: int | None = None) -> str:
    """A number with its thousands apart; whole ones without decimals."""
    whole = float(value).is_integer() if decimals is None else decimals == 0
    text = f"{value:,.{0 if whole else decimals or 2}f}"
    if not whole and decimals is None:
        text = text.rstrip("0")
    if current_language() == "fr":
        text = text.replace(",", _NBSP).replace(".", ",")
    return text


def percent(share: float) -> str:
    """A share from 0 to 1 in per cent; never 0 or 100 unless it is exactly that."""
    if 0 < share < _LEAST_SHOWN:
        return _("<1%")
    value = 99 if _ALMOST_ALL <= share < 1 else round(share * 100)
    return _("{number}%").format(number=value)


def quantity(amount: Quantity) -> str:
    """Hours, weeks or dollars: a value, a range, a bound or the word unknown."""
    if amount.basis == "unknown" or amount.value is None:
        return _("unknown")
    text = _with_unit(_extent(amount), amount)
    if amount.basis == "assumed":
        return _("{value} (assumed)").format(value=text)
    return text


def money(value: float, currency: str = "CAD", *, decimals: int | None = None) -> str:
    """An amount of money; cents are written in full where there are any."""
    if decimals is None:
        decimals = 0 if float(value).is_integer() else 2
    text = number(value, decimals=decimals)
    templates = {"CAD": _("${amount}"), "USD": _("US${amount}")}
    template = templates.get(currency) or _("{amount} {currency}")
    return template.format(amount=text, currency=currency)


def wage(amount: float | None, unit: str) -> str:
    """Pay by the hour or year (``CAD/hour``, ``CAD/year``)."""
    if amount is None:
        return _("unknown")
    if unit.endswith("/hour"):
        return _("{amount}/h").format(amount=money(amount, decimals=2))
    if unit.endswith("/year"):
        return _("{amount} a year").format(amount=money(amount))
    return f"{number(amount)}{_NBSP}{unit}"


def median_wage(pay: Wage | None) -> str:
    """The median and where and when it holds."""
    if pay is None or pay.median is None:
        return _("unknown")
    text = wage(pay.median, pay.unit)
    place = ", ".join(part for part in (pay.region, pay.period) if part)
    return f"{text} ({place})" if place else text


def _extent(amount: Quantity) -> str:
    low, high, unit = amount.low, amount.high, amount.unit
    if amount.basis == "range":
        if high is None and low is not None:
            return _("from {value}").format(value=_written(low, unit))
        if low is None and high is not None:
            return _("up to {value}").format(value=_written(high, unit))
        if low is not None and high is not None and low != high:
            return f"{_written(low, unit)}-{_written(high, unit)}"
    return _written(amount.value or 0, unit)


def _written(value: float, unit: str) -> str:
    if unit in ("h", "week"):
        return number(value)
    return money(value, unit) if value else _("free")


def _with_unit(text: str, amount: Quantity) -> str:
    if amount.unit == "h":
        return _("{hours} h").format(hours=text)
    if amount.unit == "week":
        several = 2 if amount.basis == "range" else int((amount.value or 0) + 0.5)
        return ngettext("{weeks} week", "{weeks} weeks", several).format(weeks=text)
    return text
