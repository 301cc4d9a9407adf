"""What many clients were understood to say, and what they hold by it."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

from skillgap.advice.held import strength
from skillgap.batch.pieces import MOST, Kept, Template
from skillgap.locale import LANGUAGES, current_language
from skillgap.matching.counted import matched
from skillgap.model import Claim, Held
from skillgap.profile.counted import Counted
from skillgap.record import Record
from skillgap.render.records import match_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.model import Correction, Match

_ONLY_SAID = Claim("")[2:]
"""What goes with the phrase and the level of a claim of which nothing more is known."""

_Key = str | Counted
_Learnt = tuple[list[tuple[_Key, "Match"]], list[tuple[str, _Key, "Meaning"]]]
"""What phrases mean that were new: as matches, and in the words of a language."""


class Meaning(Record):
    """What a phrase was understood to mean, in one language.

    ``start`` and ``end`` stand around the level, as JSON; ``level`` and ``basis`` hold
    where the claim names no level. ``reaches`` are the skills held by it: its own, and
    the broader ones; none where it was not understood.
    """

    start: bytes
    end: bytes
    level: int
    basis: str
    reaches: tuple[str, ...]


class Understood(Record):
    """All that someone says: as JSON, how much of it is unclear, and what they hold.

    The skills held are those that ``advice.hold`` finds (in another order).
    """

    text: bytes
    unclear: int
    held: dict[str, Held]


class Phrases:
    """The distinct phrases of a roster, each understood once.

    Args:
        catalogue: looked up in memory.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._matches = Kept(self._match)
        self._known = {one: Kept(self._meaning) for one in LANGUAGES}
        self._new: _Learnt = ([], [])
        self._is_shared = False

    def prepare(self, said: Iterable[tuple[str, Sequence[Counted]]]) -> None:
        """Match at once what many clients say, in their language, as far as new."""
        new: dict[_Key, Counted] = {}
        matches = self._matches
        for language, claims in said:
            known = self._known[language]
            for one in claims:
                key = _key(one)
                if key not in known and key not in matches:
                    new[key] = one
        if len(matches) + len(new) > MOST:
            matches.clear()
        if new:
            found = matched(list(map(_bare, new.values())), self._catalogue, ())
            learnt = list(zip(new, found, strict=True))
            matches.update(learnt)
            if self._is_shared:
                self._new[0].extend(learnt)

    def share(self) -> None:
        """From now on keep what is new until it is asked for."""
        self._is_shared = True

    def learnt(self) -> bytes:
        """What was new since this was last asked, for other processes to ``learn``."""
        new, self._new = self._new, ([], [])
        return pickle.dumps(new) if any(new) else b""

    def learn(self, learnt: bytes) -> None:
        """Take over what another process found out."""
        matches = self._matches
        new, told = pickle.loads(learnt)  # noqa: S301 - by a process of this batch
        if len(matches) + len(new) > MOST:
            matches.clear()
        matches.update(new)
        for language, key, meaning in told:
            known = self._known[language]
            if len(known) >= MOST:
                known.clear()
            known[key] = meaning

    def understood(
        self, claims: Sequence[Counted], corrections: tuple[Correction, ...]
    ) -> Understood:
        """How each claim was understood, in the language in use."""
        if corrections:
            found = matched(claims, self._catalogue, corrections)
            meanings = [self._in_words(one) for one in found]
            return _together(
                [(each, each.level, each.basis) for each in meanings],
            )
        known, said = self._known[current_language()], []
        for one in claims:
            meaning: Meaning = known(_key(one), one)
            level = one.claim.level
            if level is None:
                said.append((meaning, meaning.level, meaning.basis))
            else:
                said.append((meaning, level, "stated"))
        return _together(said)

    def _match(self, _key: _Key, claim: Counted) -> Match:
        return matched((_bare(claim),), self._catalogue, ())[0]

    def _meaning(self, key: _Key, one: Counted) -> Meaning:
        found = self._in_words(self._matches(key, one))
        if self._is_shared:
            self._new[1].append((current_language(), key, found))
        return found

    def _in_words(self, match: Match) -> Meaning:
        record = match_record(match)
        # It stands right behind the level, and goes with it.
        del record["level_basis"]
        start, end = Template(record, ("level",)).parts
        reaches: tuple[str, ...] = ()
        if match.status == "matched" and match.skill is not None:
            id_ = match.skill.id
            reaches = (id_, *self._catalogue.ancestors(id_))
        return Meaning(start, end, match.level, match.level_basis, reaches)


def _key(one: Counted) -> _Key:
    """What a claim means at any level is found by this: as a rule by its phrase."""
    claim = one.claim
    if one.is_learnt or claim[2:] != _ONLY_SAID:
        return _bare(one)
    return claim.phrase


def _bare(one: Counted) -> Counted:
    """A claim without its level: what it means is the same at any."""
    if one.claim.level is None:
        return one
    return one._replace(claim=one.claim._replace(level=None))


def _together(said: Sequence[tuple[Meaning, int, str]]) -> Understood:
    """The strongest of what is said of each skill is held (see ``advice.hold``)."""
    texts: list[bytes] = []
    held: dict[str, Held] = {}
    unclear = 0
    for meaning, level, basis in said:
        texts += (meaning.start, _levels[level, basis], meaning.end, b",")
        reaches = meaning.reaches
        if not reaches:
            unclear += 1
            continue
        new = Held(level, basis, reaches[0])  # type: ignore[arg-type]
        for reached in reaches:
            old = held.get(reached)
            if old is None or (
                level >= old.level and strength(reached, new) > strength(reached, old)
            ):
                held[reached] = new
    text = b"".join((b"[", *texts[:-1], b"]"))
    return Understood(text, unclear, held)


def _level(key: tuple[int, str]) -> bytes:
    level, basis = key
    return f'{level},"level_basis":"{basis}"'.encode()


_levels = Kept(_level)
