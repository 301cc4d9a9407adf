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
    """Occupations of which a name begins so: that name, beside the title.

    The names are the NOC code, the id, and titles of one word: a shell takes what it
    is given for the rest of the word that was begun, and would break others in two.
    """
    language = current_language()
    found: dict[str, str] = {}
    for each in _catalogue().all_occupations():
        title = each.title.in_language(language)
        others = (*each.alternative_titles.en, *each.alternative_titles.fr)
        for name in (each.noc or each.id, each.id, title, *others):
            if " " not in name and _begins(incomplete, (name,)):
                found.setdefault(name, title)
                break
    return list(found.items())[:MOST]


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
