"""What many clients were understood to say, and what they hold by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.held import strength
from skillgap.batch.pieces import MOST, Kept, Template
from skillgap.locale import LANGUAGES, current_language
from skillgap.matching.counted import matched
from skillgap.model import Held
from skillgap.record import Record
from skillgap.render.records import match_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.model import Correction, Match
    from skillgap.profile.counted import Counted


_MOST_TEXTS = 1 << 13


class Understood(Record):
    """A phrase as it was understood: as JSON in one language, and whether it was.

    ``held`` is what it makes a person hold; ``reaches`` the skills that it does so in.
    """

    text: str
    is_matched: bool
    held: Held
    reaches: tuple[str, ...]


class Phrases:
    """The distinct phrases of a roster, each understood once.

    Args:
        catalogue: looked up in memory.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._matches = Kept(self._match)
        self._texts = {one: Kept(self._understood, _MOST_TEXTS) for one in LANGUAGES}
        self._bare = {one: Kept(self._bare_in_words) for one in LANGUAGES}

    def prepare(self, claims: Iterable[Counted]) -> None:
        """Match at once what many clients say, as far as that is new."""
        known = self._matches
        new = [
            one for one in {_bare(each): None for each in claims} if one not in known
        ]
        if len(known) + len(new) > MOST:
            known.clear()
        if new:
            known.update(zip(new, matched(new, self._catalogue, ()), strict=True))

    def understood(
        self, claims: Sequence[Counted], corrections: tuple[Correction, ...]
    ) -> list[Understood]:
        """How each claim was understood, in the language in use."""
        if corrections:
            found = matched(claims, self._catalogue, corrections)
            return [_as_understood(one, *self._parts(one)) for one in found]
        known = self._texts[current_language()]
        return [known[one] for one in claims]

    def _match(self, claim: Counted) -> Match:
        return matched((claim,), self._catalogue, ())[0]

    def _understood(self, one: Counted) -> Understood:
        level = one.claim.level
        match, parts = self._bare[current_language()][_bare(one)]
        if level is not None:
            match = match._replace(level=level, level_basis="stated")
        return _as_understood(match, *parts)

    def _bare_in_words(self, one: Counted) -> tuple[Match, _Parts]:
        match = self._matches[one]
        return match, self._parts(match)

    def _parts(self, match: Match) -> _Parts:
        """What of a match is the same at any level."""
        template = Template(match_record(match), ("level", "level_basis"))
        if match.status != "matched" or match.skill is None:
            return template, ()
        id_ = match.skill.id
        return template, (id_, *self._catalogue.ancestors(id_))


def _bare(one: Counted) -> Counted:
    """A claim without its level: what it means is the same at any."""
    if one.claim.level is None:
        return one
    return one._replace(claim=one.claim._replace(level=None))


def _as_understood(
    match: Match, template: Template, reaches: tuple[str, ...]
) -> Understood:
    p = template.parts
    text = f'{p[0]}{match.level}{p[1]}"{match.level_basis}"{p[2]}'
    if not reaches:
        return Understood(text, False, _NOTHING, ())
    return Understood(
        text, True, Held(match.level, match.level_basis, reaches[0]), reaches
    )


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
_Parts = tuple[Template, tuple[str, ...]]
