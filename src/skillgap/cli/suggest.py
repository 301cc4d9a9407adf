"""What a shell may complete: names of the bundled catalogue, from its compiled form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.locale import current_language
from skillgap.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue import Catalogue

MOST = 50


def occupations(incomplete: str) -> list[tuple[str, str]]:
    """Occupations whose NOC code or title begins so, each by its code and title."""
    catalogue = _catalogue()
    language = current_language()
    found = []
    for each in catalogue.all_occupations():
        title = each.title.in_language(language)
        name = each.noc or each.id
        if _begins(incomplete, (name, title, *each.alternative_titles.en)):
            found.append((name, title))
    return found[:MOST]


def fields(incomplete: str) -> list[tuple[str, str]]:
    """Fields whose id or label begins so."""
    language = current_language()
    every = _catalogue().fields()
    pairs = ((each.id, each.label.in_language(language)) for each in every)
    return [pair for pair in pairs if _begins(incomplete, pair)]


def issuers(incomplete: str) -> list[tuple[str, str]]:
    """Issuers whose id or name begins so."""
    language = current_language()
    every = _catalogue().issuers()
    pairs = ((each.id, each.name.in_language(language)) for each in every)
    return [pair for pair in pairs if _begins(incomplete, pair)][:MOST]


def _begins(incomplete: str, names: Iterable[str]) -> bool:
    start = fold(incomplete)
    return any(fold(name).startswith(start) for name in names)


def _catalogue() -> Catalogue:
    from skillgap.catalogue import load_catalogue
    from skillgap.cli.session import cache_folder

    return load_catalogue(cache=cache_folder())
