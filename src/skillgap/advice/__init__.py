"""Advice: the gap, the fit, what to take. Pure functions of records, no phrases.

One topic a file; each name is fetched from its file when it is first used, so that a
command pays only for the advice that it gives. (No file bears the name of a function:
the file would take its place here.)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from skillgap.advice.counterfactual import (
        credentials_that_add_most as credentials_that_add_most,
    )
    from skillgap.advice.counterfactual import (
        skills_that_add_most as skills_that_add_most,
    )
    from skillgap.advice.counterfactual import what_if as what_if
    from skillgap.advice.counterfactual import why as why
    from skillgap.advice.filters import Filters as Filters
    from skillgap.advice.fit import choose_occupations as choose_occupations
    from skillgap.advice.fit import rank_occupations as rank_occupations
    from skillgap.advice.funding import ask_for_credential as ask_for_credential
    from skillgap.advice.funding import ask_for_person as ask_for_person
    from skillgap.advice.gap import find_gap as find_gap
    from skillgap.advice.held import hold as hold
    from skillgap.advice.held import hold_also as hold_also
    from skillgap.advice.planning import compare_plans as compare_plans
    from skillgap.advice.planning import make_plan as make_plan
    from skillgap.advice.recommendations import recommend as recommend
    from skillgap.advice.stability import (
        find_decisive_unknowns as find_decisive_unknowns,
    )
    from skillgap.advice.stability import try_weights as try_weights
    from skillgap.advice.task import Wishes as Wishes
    from skillgap.advice.task import make_task as make_task
    from skillgap.advice.verdict import judge as judge

_HOMES = {
    "Filters": "filters",
    "Wishes": "task",
    "ask_for_credential": "funding",
    "ask_for_person": "funding",
    "choose_occupations": "fit",
    "compare_plans": "planning",
    "credentials_that_add_most": "counterfactual",
    "find_decisive_unknowns": "stability",
    "find_gap": "gap",
    "hold": "held",
    "hold_also": "held",
    "judge": "verdict",
    "make_plan": "planning",
    "make_task": "task",
    "rank_occupations": "fit",
    "recommend": "recommendations",
    "skills_that_add_most": "counterfactual",
    "try_weights": "stability",
    "what_if": "counterfactual",
    "why": "counterfactual",
}

__all__ = [
    "Filters",
    "Wishes",
    "ask_for_credential",
    "ask_for_person",
    "choose_occupations",
    "compare_plans",
    "credentials_that_add_most",
    "find_decisive_unknowns",
    "find_gap",
    "hold",
    "hold_also",
    "judge",
    "make_plan",
    "make_task",
    "rank_occupations",
    "recommend",
    "skills_that_add_most",
    "try_weights",
    "what_if",
    "why",
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
