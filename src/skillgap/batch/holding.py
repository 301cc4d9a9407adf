"""What many clients were understood to say, and what they hold by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.held import strength
from skillgap.batch.pieces import Kept
from skillgap.locale import current_language
from skillgap.matching.counted import matched
from skillgap.model import Held
from skillgap.record import Record
from skillgap.render.batch_records import compact
from skillgap.render.records import match_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.model import Correction, Match
    from skillgap.profile.counted import Counted


class Understood(Record):
    """A phrase as it was understood, and the same as JSON in one language."""

    match: Match
    text: str


class Phrases:
    """The distinct phrases of a roster, each understood once.

    Args:
        catalogue: as it is, for the matching.
        quick: the same, looked up in memory.
    """

    def __init__(self, catalogue: Catalogue, quick: Catalogue) -> None:
        self._catalogue = catalogue
        self._quick = quick
        self._matches = Kept(self._match)
        self._texts = Kept(self._understood)

    def understood(
        self, claims: Sequence[Counted], corrections: tuple[Correction, ...]
    ) -> list[Understood]:
        """How each claim was understood, in the language in use."""
        if corrections:
            found = matched(claims, self._catalogue, corrections)
            return [Understood(one, compact(match_record(one))) for one in found]
        language = current_language()
        return [self._texts((one, language)) for one in claims]

    def _match(self, claim: Counted) -> Match:
        return matched((claim,), self._catalogue, ())[0]

    def _understood(self, key: tuple[Counted, str]) -> Understood:
        match = self._matches(key[0])
        return Understood(match, compact(match_record(match)))

    def held(self, understood: Iterable[Understood]) -> dict[str, Held]:
        """The skills held, as ``advice.hold`` finds them (in another order)."""
        held: dict[str, Held] = {}
        ancestors = self._quick.ancestors
        for one in understood:
            match = one.match
            if match.status != "matched" or match.skill is None:
                continue
            id_ = match.skill.id
            new = Held(match.level, match.level_basis, id_)
            for reached in (id_, *ancestors(id_)):
                old = held.get(reached)
                if old is None or (
                    new.level >= old.level
                    and strength(reached, new) > strength(reached, old)
                ):
                    held[reached] = new
        return held
