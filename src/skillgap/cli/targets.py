"""From the words after ``--for`` to occupations; what is ambiguous is asked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue import Catalogue
    from skillgap.model import Occupation


def find_occupations(
    names: Iterable[str], catalogue: Catalogue
) -> tuple[Occupation, ...]:
    """The occupations of these names, each once, in the order given.

    Raises:
        UnknownNameError: with every name that fits no occupation, or several.
    """
    from skillgap.matching import match_occupation
    from skillgap.matching.targets import unclear

    found: dict[str, Occupation] = {}
    problems = []
    for name in names:
        match = match_occupation(name, catalogue)
        if match.status == "matched" and match.occupation is not None:
            found[match.occupation.id] = match.occupation
        else:
            problems.append(unclear(match))
    if problems:
        raise UnknownNameError(*problems)
    return tuple(found.values())


def find_occupation(name: str, catalogue: Catalogue) -> Occupation:
    """The one occupation of this name (see ``find_occupations``)."""
    return find_occupations([name], catalogue)[0]
