"""Advice: the gap, the fit, what to take. Pure functions of records, no phrases.

One topic a file; each name is fetched from its file when it is first used, so that a
command pays only for the advice that it gives. (No file bears the name of a function:
the file would take its place here.)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skillgap.advice.filters import Filters as Filters
    from skillgap.advice.fit import choose_occupations as choose_occupations
    from skillgap.advice.fit import rank_occupations as rank_occupations
    from skillgap.advice.gap import find_gap as find_gap
    from skillgap.advice.held import hold as hold
    from skillgap.advice.held import hold_also as hold_also
    from skillgap.advice.recommendations import recommend as recommend

_HOMES = {
    "Filters": "filters",
    "choose_occupations": "fit",
    "find_gap": "gap",
    "hold": "held",
    "hold_also": "held",
    "rank_occupations": "fit",
    "recommend": "recommendations",
}

__all__ = [
    "Filters",
    "choose_occupations",
    "find_gap",
    "hold",
    "hold_also",
    "rank_occupations",
    "recommend",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a function or record of advice
    """Fetch a public name from its file when it is first used."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names, fetched or not."""
    return sorted(__all__)
