"""How telling a skill is of the occupations that ask for it."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.model import Skill

LEAST, MOST = 100, 300


def rarity(askers: int, occupations: int) -> int:
    """The rarity of a skill in hundredths: ln((N + 1) / n).

    N is how many occupations there are, n how many of them ask for the skill: the
    inverse document frequency of text retrieval (Spärck Jones, 1972).
    """
    return round(100 * log((occupations + 1) / askers))


def weight_of_subject(skill: Skill, askers: int, occupations: int) -> int:
    """How much a skill says of what training is about, in hundredths from 100 to 300.

    Its rarity within these bounds: mathematics, which half of all work asks for, says
    less than welding. A transferable skill says least, however rare; a tool, which is
    nothing but itself, says most. What no occupation asks for counts as asked by one.
    """
    if skill.kind == "transferable":
        return LEAST
    if skill.kind == "tool":
        return MOST
    return min(MOST, max(LEAST, rarity(askers or 1, occupations)))
