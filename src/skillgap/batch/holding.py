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
    """A phrase as it was understood, and the same as JSON in one language.

    ``held`` is what it makes a person hold; ``reaches`` the skills that it does so in.
    """

    match: Match
    text: str
    held: Held
    reaches: tuple[str, ...]


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
            return [self._as_understood(one) for one in found]
        language = current_language()
        return [self._texts((one, language)) for one in claims]

    def _match(self, claim: Counted) -> Match:
        return matched((claim,), self._catalogue, ())[0]

    def _understood(self, key: tuple[Counted, str]) -> Understood:
        one, level = key[0], key[0].claim.level
        if level is None:
            return self._as_understood(self._matches(one))
        # What a phrase means is the same at whatever level it is claimed.
        bare = one._replace(claim=one.claim._replace(level=None))
        match = self._matches(bare)
        return self._as_understood(match._replace(level=level, level_basis="stated"))

    def _as_understood(self, match: Match) -> Understood:
        text, skill = compact(match_record(match)), match.skill
        if match.status != "matched" or skill is None:
            return Understood(match, text, _NOTHING, ())
        held = Held(match.level, match.level_basis, skill.id)
        reaches = (skill.id, *self._quick.ancestors(skill.id))
        return Understood(match, text, held, reaches)


def held_by(understood: Iterable[Understood]) -> dict[str, Held]:
    """The skills held, as ``advice.hold`` finds them (in another order)."""
    held: dict[str, Held] = {}
    for one in understood:
        new = one.held
        for reached in one.reaches:
            old = held.get(reached)
            if old is None or (
                new.level >= old.level
                and strength(reached, new) > strength(reached, old)
            ):
                held[reached] = new
    return held


_NOTHING = Held(0, "assumed", "")
