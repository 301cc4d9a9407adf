"""How telling a skill is of the occupations that ask for it."""

from __future__ import annotations

from math import log


def rarity(askers: int, occupations: int) -> int:
    """The rarity of a skill in hundredths: ln((N + 1) / n).

    N is how many occupations there are, n how many of them ask for the skill: the
    inverse document frequency of text retrieval (Spärck Jones, 1972).
    """
    return round(100 * log((occupations + 1) / askers))
