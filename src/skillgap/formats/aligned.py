"""What an awarded credential says of skills: the framework nodes it is aligned with.

An alignment by the address or code of a skill that the catalogue knows is that skill.
Otherwise its name is a claim like any other, to be matched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.model import Claim, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.catalogue import Catalogue
    from skillgap.model import Alignment, AwardedCredential

_NO_SKILL = ("/occupation/", "/isco/", "onetonline.org/link/summary")
"""In the addresses of nodes that are kinds of work (ESCO, O*NET) and no skills."""


def claims_of_awards(
    awards: Iterable[AwardedCredential], catalogue: Catalogue
) -> tuple[Claim, ...]:
    """The claims that the alignments of awards stand for, each once."""
    known: dict[str, str] | None = None
    claims: dict[tuple[str, str | None], Claim] = {}
    for award in awards:
        for alignment in award.alignments:
            known = _by_address(catalogue) if known is None else known
            for claim in _claims(award, alignment, known):
                claims.setdefault((claim.phrase, claim.skill), claim)
    return tuple(claims.values())


def _claims(
    award: AwardedCredential, alignment: Alignment, known: dict[str, str]
) -> Iterator[Claim]:
    url = alignment.url or ""
    skill = known.get(_same(url)) or known.get(_same(alignment.code or ""))
    name = alignment.name or skill
    if name and not any(part in url for part in _NO_SKILL):
        proof = Evidence("credential", award.name, award.awarded)
        yield Claim(name, None, skill, (proof,), award.awarded)


def _by_address(catalogue: Catalogue) -> dict[str, str]:
    """The skills by their address in an outside framework and by its last part."""
    known: dict[str, str] = {}
    for skill in catalogue.all_skills():
        if skill.uri:
            known[_same(skill.uri)] = skill.id
            known.setdefault(_same(skill.uri.rpartition("/")[2]), skill.id)
    return known


def _same(address: str) -> str:
    """An address without what varies: http or https, the last slash, case."""
    bare = address.strip().lower().removeprefix("https://").removeprefix("http://")
    return bare.rstrip("/")
