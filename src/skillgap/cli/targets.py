"""From the words after ``--for`` to occupations; what is ambiguous is asked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.errors import Problem, UnknownNameError
from skillgap.locale import _, current_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue import Catalogue
    from skillgap.matching import OccupationCandidate, OccupationMatch
    from skillgap.model import Occupation


def find_occupations(
    names: Iterable[str], catalogue: Catalogue
) -> tuple[Occupation, ...]:
    """The occupations of these names, each once, in the order given.

    Raises:
        UnknownNameError: with every name that fits no occupation, or several.
    """
    from skillgap.matching import match_occupation

    found: dict[str, Occupation] = {}
    problems = []
    for name in names:
        match = match_occupation(name, catalogue)
        if match.status == "matched" and match.occupation is not None:
            found[match.occupation.id] = match.occupation
        else:
            problems.append(_unclear(match))
    if problems:
        raise UnknownNameError(*problems)
    return tuple(found.values())


def find_occupation(name: str, catalogue: Catalogue) -> Occupation:
    """The one occupation of this name (see ``find_occupations``)."""
    return find_occupations([name], catalogue)[0]


def _unclear(match: OccupationMatch) -> Problem:
    if match.status == "unsure":
        message = (
            _("“{name}” can mean several occupations.")
            if match.candidates[1:]
            else _("It is not sure which occupation “{name}” means.")
        )
        choices = [_choice(each) for each in match.candidates[:6]]
        hint = "\n".join((_("Choose one with --for:"), *choices))
    else:
        message = _("“{name}” is no occupation of this catalogue.")
        hint = _("skillgap list occupations shows them all.")
    return Problem(
        "error", "unknown_occupation", message.format(name=match.text), hint=hint
    )


def _choice(candidate: OccupationCandidate) -> str:
    occupation = candidate.occupation
    title = occupation.title.in_language(current_language())
    return f"{occupation.noc} {title}" if occupation.noc else title
