"""skillgap: what a person can do, what work asks for, and what closes the gap.

The flow, as functions from frozen values to frozen values::

    catalogue = load_catalogue()
    matches = match_claims(parse_claims("excel, paying bills"), catalogue)
    occupation = match_occupation("bookkeeper", catalogue).occupation
    held = hold(matches, catalogue)
    gap = find_gap(occupation, held, catalogue)
    advised = recommend([occupation], held, catalogue)

Importing this package loads nothing heavy; each name is fetched when it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from skillgap.version import __version__

if TYPE_CHECKING:
    from skillgap.advice import find_gap as find_gap
    from skillgap.advice import hold as hold
    from skillgap.advice import rank_occupations as rank_occupations
    from skillgap.advice import recommend as recommend
    from skillgap.catalogue import check_catalogue as check_catalogue
    from skillgap.catalogue import load_catalogue as load_catalogue
    from skillgap.matching import match_claims as match_claims
    from skillgap.matching import match_occupation as match_occupation
    from skillgap.matching import match_skill as match_skill
    from skillgap.profile.claims import parse_claims as parse_claims
    from skillgap.profile.read import load_profile as load_profile
    from skillgap.render import render as render

_HOMES = {
    "check_catalogue": "skillgap.catalogue",
    "find_gap": "skillgap.advice",
    "hold": "skillgap.advice",
    "load_catalogue": "skillgap.catalogue",
    "load_profile": "skillgap.profile.read",
    "match_claims": "skillgap.matching",
    "match_occupation": "skillgap.matching",
    "match_skill": "skillgap.matching",
    "parse_claims": "skillgap.profile.claims",
    "rank_occupations": "skillgap.advice",
    "recommend": "skillgap.advice",
    "render": "skillgap.render",
}

__all__ = [
    "__version__",
    "check_catalogue",
    "find_gap",
    "hold",
    "load_catalogue",
    "load_profile",
    "match_claims",
    "match_occupation",
    "match_skill",
    "parse_claims",
    "rank_occupations",
    "recommend",
    "render",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a function of the flow
    """Fetch a public name from its room when it is first used."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The public names, fetched or not."""
    return sorted(__all__)
