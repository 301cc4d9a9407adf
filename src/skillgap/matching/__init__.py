"""A person's phrase brought to a skill or an occupation, with a receipt."""

from __future__ import annotations

from skillgap.matching.occupations import (
    OccupationCandidate,
    OccupationMatch,
    match_occupation,
)
from skillgap.matching.resolve import match_claims, match_skill

__all__ = [
    "OccupationCandidate",
    "OccupationMatch",
    "match_claims",
    "match_occupation",
    "match_skill",
]
