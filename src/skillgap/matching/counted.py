"""How the claims that count in a profile were understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.matching.resolve import match_claims
from skillgap.profile.counted import as_counted, corrected

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.model import Correction, Match
    from skillgap.profile.counted import Counted


def matched(
    claims: Sequence[Counted], catalogue: Catalogue, corrections: Iterable[Correction]
) -> tuple[Match, ...]:
    """How each claim was understood, at the level at which it counts."""
    words = tuple(corrections)
    meant = [corrected(one.claim, words) for one in claims]
    found = match_claims(meant, catalogue, words)
    return tuple(
        as_counted(one, match) for one, match in zip(claims, found, strict=True)
    )
