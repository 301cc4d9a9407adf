"""Skills that the matcher reads in a credential's words, for a person to judge.

What the source states itself (a competency with an address that is known, or with a
label of the catalogue) is accepted at once; what is read in a title or in prose is not,
but where a person says how sure is sure enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.ctdl_terms import id_in
from skillgap.formats.found import find_skills
from skillgap.formats.imported import Line, clean
from skillgap.matching import match_claims
from skillgap.model import Claim
from skillgap.model.intake import Proposed
from skillgap.normalise import fold
from skillgap.record import Record
from skillgap.review.titles import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from skillgap.catalogue import Catalogue
    from skillgap.formats.offers import Offer
    from skillgap.model import Match
    from skillgap.review.placing import Placed

Proposals = dict[str, tuple[Proposed, ...]]
"""The skills proposed for each new credential, by its id."""

MOST = 12
"""The most skills that are proposed for one credential."""

_NAMED = 0.6
"""How sure a label is that stands within a longer title: of those in the titles of the
bundled catalogue, so many are skills that the credential develops (bench/importing)."""

_APART = 0.3
"""How sure a label is whose words stand apart in the text."""

_LEAST = 0.5
_BY_LABEL = frozenset(("exact", "alternative_label"))


class _Phrase(Record):
    """A phrase of a credential, and whether the source states it as a skill."""

    credential: str
    text: str
    is_stated: bool
    skill: str | None = None
    is_apart: bool = False


def propose(
    placed: Iterable[Placed], catalogue: Catalogue, sure: float | None = None
) -> Proposals:
    """The skills proposed for new credentials, by id, the surest first.

    Args:
        placed: the offers; those that are in the catalogue are left alone.
        catalogue: the catalogue whose skills are proposed.
        sure: what is read with at least this confidence (0 to 1) is accepted too.
    """
    new = {each.id: each.offer for each in placed if each.credential is None}
    known = _addresses(catalogue)
    phrases = [
        phrase
        for id_, offer in new.items()
        for phrase in _phrases(id_, offer, catalogue, known)
    ]
    asked = [Claim(each.text) for each in phrases if each.skill is None]
    matches = iter(match_claims(asked, catalogue))
    best: dict[str, dict[str, Proposed]] = {id_: {} for id_ in new}
    for phrase in phrases:
        for one in _read(phrase, matches, sure):
            held = best[one.credential].get(one.skill)
            if held is None or _rank(one) < _rank(held):
                best[one.credential][one.skill] = one
    return {id_: tuple(sorted(s.values(), key=_rank))[:MOST] for id_, s in best.items()}


def _rank(one: Proposed) -> tuple[bool, float, str]:
    return (not one.accepted, -one.confidence, one.skill)


def _addresses(catalogue: Catalogue) -> dict[str, str]:
    return {each.uri: each.id for each in catalogue.all_skills() if each.uri}


def _phrases(
    id_: str, offer: Offer, catalogue: Catalogue, known: Mapping[str, str]
) -> Iterator[_Phrase]:
    for each in offer.competencies:
        address = each.address or ""
        skill = known.get(address) or id_in(address, "skill")
        if skill is not None and catalogue.skill(skill) is None:
            skill = None
        for label in filter(None, each.label):
            yield _Phrase(id_, clean(label), is_stated=True, skill=skill)
    texts = [*offer.name, offer.description, *_labels(offer)]
    for title in filter(None, offer.name):
        yield _Phrase(id_, clean(subject_of(title)), is_stated=False)
    lines = [Line(n, text, "projects") for n, text in enumerate(texts, 1) if text]
    whole = fold(" | ".join(line.text for line in lines))
    for claim in find_skills(lines, catalogue):
        is_apart = fold(claim.phrase) not in whole
        yield _Phrase(id_, claim.phrase, False, claim.skill, is_apart)


def _labels(offer: Offer) -> Iterator[str | None]:
    for each in offer.competencies:
        yield from each.label


def _read(
    phrase: _Phrase, matches: Iterator[Match], sure: float | None
) -> Iterator[Proposed]:
    """What a phrase proposes: the skill that it names, else those it may mean."""
    if phrase.skill is not None:
        found = _APART if phrase.is_apart else _NAMED
        confidence = 1.0 if phrase.is_stated else found
        yield _proposed(phrase, phrase.skill, confidence, phrase.is_stated, sure)
        return
    match = next(matches)
    by_label = match.status == "matched" and match.rule in _BY_LABEL
    for candidate in match.candidates[: 1 if by_label else 2]:
        if candidate.confidence >= _LEAST:
            accepted = phrase.is_stated and by_label
            skill = candidate.skill.id
            yield _proposed(phrase, skill, candidate.confidence, accepted, sure)


def _proposed(
    phrase: _Phrase,
    skill: str,
    confidence: float,
    accepted: bool,
    sure: float | None,
) -> Proposed:
    is_sure = sure is not None and confidence >= sure
    return Proposed(
        phrase.credential,
        phrase.text,
        skill,
        round(confidence, 2),
        accepted or is_sure,
    )
