"""The words for an occupation aimed at that stand for none, or for several: why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.errors import Problem
from skillgap.locale import _, current_language

if TYPE_CHECKING:
    from skillgap.matching.occupations import OccupationCandidate, OccupationMatch


def unclear(match: OccupationMatch, *, in_roster: bool = False) -> Problem:
    """What is to be said of words that are no occupation, or could be several.

    The choice is made with an option, or ``in_roster`` in the row itself.
    """
    if match.status == "unsure":
        message = (
            _("“{name}” can mean several occupations.")
            if match.candidates[1:]
            else _("It is not sure which occupation “{name}” means.")
        )
        choices = [_choice(each) for each in match.candidates[:6]]
        lead = _("Choose one with --for:")
        if in_roster:
            lead = _("Write one of these in the row:")
        hint = "\n".join((lead, *choices))
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
