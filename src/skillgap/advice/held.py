"""From what was understood to what is held: claimed skills and their broader ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.model import Held

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, LevelBasis, Match


def hold(matches: Iterable[Match], catalogue: Catalogue) -> dict[str, Held]:
    """The skills that a person holds, by id; only *matched* phrases count.

    A held skill counts for all of its broader ones, never the reverse. The highest
    level wins, then a stated level over an assumed one, then the claim of the skill
    itself over a narrower one, then the smaller id: the order of phrases is no matter.
    """
    claims = (
        (match.skill.id, match.level, match.level_basis)
        for match in matches
        if match.status == "matched" and match.skill is not None
    )
    return _raised({}, claims, catalogue)


def hold_also(
    held: Mapping[str, Held], credentials: Iterable[Credential], catalogue: Catalogue
) -> dict[str, Held]:
    """What a person holds once they also hold the credentials."""
    taught = (
        (one.skill, one.reached, "stated" if one.level else "assumed")
        for credential in credentials
        for one in credential.develops
    )
    return _raised(held, taught, catalogue)  # type: ignore[arg-type]


def _raised(
    held: Mapping[str, Held],
    claims: Iterable[tuple[str, int, LevelBasis]],
    catalogue: Catalogue,
) -> dict[str, Held]:
    raised = dict(held)
    for skill, level, basis in claims:
        new = Held(level, basis, skill)
        for reached in (skill, *catalogue.ancestors(skill)):
            old = raised.get(reached)
            if old is None or strength(reached, new) > strength(reached, old):
                raised[reached] = new
    return dict(sorted(raised.items()))


def strength(skill: str, one: Held) -> tuple[int, bool, bool, tuple[int, ...]]:
    """The key by which the strongest of several claims of a skill is found."""
    smaller_first = tuple(-ord(char) for char in one.by)
    return one.level, one.basis == "stated", one.by == skill, smaller_first
