"""The cells of lists of credentials: hours, prices, yes and no, ways of delivery.

What a cell says is taken as it is or not at all: None where it says nothing,
``ValueError`` where it says something else than it should.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.model import Quantity
from skillgap.normalise import fold

if TYPE_CHECKING:
    from skillgap.model import CredentialKind, Delivery, Listed

_NOTHING = frozenset(
    (
        *("", "-", "--", "\u2013", "\u2014", "n/a", "na", "n.a.", "tbd", "tba", "s/o"),
        *("varies", "variable", "variable", "a determiner", "unknown", "inconnu", "."),
        *("contact us", "see website", "nil", "none", "aucun", "null"),
    )
)
_NUMBER = r"[0-9]+(?:[.,][0-9]+)?"
_TIME = re.compile(
    rf"(?:about |approx\.? |environ |up to |~)?({_NUMBER})"
    rf"(?:\s*(?:-|\u2013|to|a)\s*({_NUMBER}))?\s*([a-z.]*)"
    r"(?: of (?:instruction|study))?"
)
_HOURS = frozenset(("", "h", "h.", "hr", "hrs", "hrs.", "hour", "hours"))
_HOURS_FR = frozenset(("heure", "heures"))
_WEEKS = frozenset(("w", "wk", "wks", "week", "weeks", "sem", "sem.", "semaine"))
_WEEKS_FR = frozenset(("semaines",))
_FREE = frozenset(("free", "gratuit", "no cost", "sans frais", "no fee"))
_MONEY_SIGNS = re.compile(r"(?i)\b(?:ca|cad|cdn|c)\b\s*|[$\s\u00a0\u202f]|\bca?d\b")
_YES = frozenset(("yes", "y", "oui", "o", "x", "true", "vrai", "1", "\u2713", "\u2714"))
_NO = frozenset(("no", "n", "non", "false", "faux", "0", "not eligible"))
_YES_WORDS = ("eligible", "approved", "admissible", "approuve")
_DELIVERIES: dict[Delivery, tuple[str, ...]] = {
    "hybrid": ("hybrid", "hyflex", "blended", "mixte", "comodal", "bimodal"),
    "online": (
        *("online", "on-line", "virtual", "remote", "distance", "asynchronous"),
        *("en ligne", "virtuel", "a distance", "asynchrone", "synchronous"),
    ),
    "in_person": (
        *("in person", "in-person", "in class", "in-class", "classroom", "on campus"),
        *("on-campus", "face to face", "face-to-face", "en personne", "presentiel"),
        *("en classe", "sur le campus", "en salle"),
    ),
}
_LANGUAGES = {"english": "en", "anglais": "en", "french": "fr", "francais": "fr"}
_KINDS: dict[str, CredentialKind] = {
    "microcredential": "micro_credential",
    "micro credential": "micro_credential",
    "micro-credential": "micro_credential",
    "badge": "micro_credential",
    "microtitre": "micro_credential",
    "course": "course",
    "cours": "course",
    "certificate": "certificate",
    "certificat": "certificate",
    "online certificate": "online_certificate",
    "certification": "industry_certification",
    "industry certification": "industry_certification",
    "safety certificate": "safety_certificate",
}


def says_nothing(cell: str) -> bool:
    """Whether a cell is empty or says that nothing is known."""
    return fold(cell).strip() in _NOTHING


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run a cell: it is not read as anything."""
    bare = cell.lstrip()
    return bare[:1] in {"=", "@"} or (bare[:1] in {"+", "-"} and "(" in bare)


def time(cell: str, unit: str) -> Quantity | None:
    """Hours or weeks: ``42``, ``30-45 hours``, ``6 weeks``; the unit that it states.

    Raises:
        ValueError: it is no number of them.
    """
    if says_nothing(cell):
        return None
    match = _TIME.fullmatch(fold(cell).strip())
    if match is None:
        raise ValueError(cell)
    first, second, word = match.groups()
    if word in _HOURS | _HOURS_FR and not (word == "" and unit == "week"):
        unit = "h"
    elif word in _WEEKS | _WEEKS_FR:
        unit = "week"
    elif word:
        raise ValueError(cell)
    return _between(_decimal(first), _decimal(second) if second else None, unit)


def price(cell: str, currency: str) -> Quantity | None:
    """A price: ``$1,250.00``, ``1 250,00 $``, ``free``, ``$200 - $300``.

    Raises:
        ValueError: it is no price.
    """
    if says_nothing(cell):
        return None
    bare = fold(cell).strip()
    if bare in _FREE:
        return Quantity(0, currency, "stated")
    if "us$" in bare.replace(" ", "") or "usd" in bare:
        raise ValueError(cell)
    parts = re.split(r"\s*(?:-|\u2013|\bto\b|\ba\b)\s*", _MONEY_SIGNS.sub("", bare))
    if not 1 <= len(parts) <= 2:  # noqa: PLR2004 - a value or two ends
        raise ValueError(cell)
    amounts = [_amount(part) for part in parts]
    return _between(amounts[0], amounts[1] if amounts[1:] else None, currency)


def _between(low: float, high: float | None, unit: str) -> Quantity | None:
    if unit in {"h", "week"} and not (high or low):
        return None
    if high is None or high == low:
        return Quantity(low, unit, "stated")
    return Quantity(high, unit, "range", low, high) if low < high else None


def _decimal(text: str) -> float:
    return float(text.replace(",", "."))


def _amount(text: str) -> float:
    """``1,250.00``, ``1250,00`` and ``1.250,00`` are one amount."""
    if not re.fullmatch(r"[0-9][0-9.,]*", text):
        raise ValueError(text or "-")
    head, mark, tail = re.fullmatch(r"(.*?)(?:([.,])([0-9]{1,2}))?", text).groups()  # type: ignore[union-attr]
    whole = re.sub("[.,]", "", head)
    return float(f"{whole}.{tail}" if mark else whole)


def listed(cell: str) -> Listed:
    """Whether a program's list has it.

    Raises:
        ValueError: it is neither yes nor no.
    """
    bare = fold(cell).strip()
    if bare in _NO or bare.startswith(("not ", "non ", "in")):
        return "no"
    if bare in _YES or any(word in bare for word in _YES_WORDS):
        return "yes"
    if says_nothing(cell):
        return "unknown"
    raise ValueError(cell)


def delivery(cell: str) -> Delivery | None:
    """How it is taught.

    Raises:
        ValueError: it is no way of delivery that is known.
    """
    if says_nothing(cell):
        return None
    bare = fold(cell)
    found = [way for way, words in _DELIVERIES.items() if any(w in bare for w in words)]
    if not found:
        raise ValueError(cell)
    return found[0] if len(found) == 1 or found[0] == "hybrid" else "hybrid"


def languages(cell: str) -> tuple[str, ...]:
    """The languages that it is taught in.

    Raises:
        ValueError: none of them is known.
    """
    if says_nothing(cell):
        return ()
    bare = fold(cell).strip()
    if bare in {"en", "fr"}:
        return (bare,)
    if "bilingu" in bare:
        return ("en", "fr")
    found = {code for word, code in _LANGUAGES.items() if word in bare}
    if not found:
        raise ValueError(cell)
    return tuple(sorted(found))


def kind(cell: str) -> CredentialKind | None:
    """What kind of credential it is.

    Raises:
        ValueError: it is no kind of short credential.
    """
    if says_nothing(cell):
        return None
    bare = fold(cell).strip().replace("_", " ")
    for name in (bare, bare.removesuffix("s")):
        if name in _KINDS:
            return _KINDS[name]
    raise ValueError(cell)
