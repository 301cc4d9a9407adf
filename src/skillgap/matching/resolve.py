"""A phrase brought to a skill of the catalogue, with a receipt for it.

The stages, in order: the person's own correction; the label that the phrase is; the
label that it is without its qualifiers; the label that it is but for filler words;
the label that it misspells; the skill that is nearest in meaning. The first sure answer
is taken. The surest unsure one is kept while later stages are asked, and given when
none of them is sure. A phrase that no stage answers stays *unmatched*: nothing is
forced.

Confidence (0 to 1) says how sure the answer is, and only falls along the stages: 1 for
a correction and a preferred label, .98 for an alternative label, times .96 without
qualifiers and .9 within fillers; for a misspelling it rises with the likeness; by
meaning it is calibrated (``semantic.confidence``).
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from skillgap.matching.names import MOST_CANDIDATES, names_of_skills, shown_from
from skillgap.matching.qualifiers import read_phrase
from skillgap.matching.stages import VERY_MANY, labels_in, resolve
from skillgap.model import WORKING_LEVEL, Candidate, Match
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from skillgap.catalogue import Catalogue
    from skillgap.matching.names import Scored
    from skillgap.matching.qualifiers import Phrase
    from skillgap.matching.stages import Answer
    from skillgap.model import Claim, Correction, MatchRule, Skill


_AT_ONCE = 512
"""How many phrases go through the stages together."""


def match_claims(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    corrections: Sequence[Correction] = (),
) -> tuple[Match, ...]:
    """Each claim matched, in their order; a phrase that recurs is looked up once."""
    own = [_by_own_word(claim, catalogue, corrections) for claim in claims]
    pairs = zip(claims, own, strict=True)
    asked = list(dict.fromkeys(claim.phrase for claim, match in pairs if not match))
    known: dict[str, tuple[Phrase, Answer]] = {}
    for start in range(0, len(asked), _AT_ONCE):
        some = asked[start : start + _AT_ONCE]
        with _undisturbed(len(some)):
            known |= zip(some, _resolved(some, catalogue, corrections), strict=True)
    return tuple(
        match or _match(claim, *known[claim.phrase], catalogue)
        for claim, match in zip(claims, own, strict=True)
    )


def _undisturbed(count: int) -> AbstractContextManager[None]:
    """Without the garbage collector, where very many values are made."""
    if count < VERY_MANY:
        return nullcontext()
    from skillgap.garbage import without_collection

    return without_collection()


def _resolved(
    texts: Sequence[str], catalogue: Catalogue, corrections: Sequence[Correction]
) -> list[tuple[Phrase, Answer]]:
    """What the stages answer; what the texts need one by one is read at once."""
    if len(texts) > 1:
        keys = [label_key(text) for text in texts]
        catalogue.prepare_labels(keys)
        left = [key for key in keys if not catalogue.labels_named(key)]
        if len(left) > 1:
            catalogue.prepare_labels(labels_in(left, catalogue.spellings))
    answers = resolve(
        texts,
        names_of_skills(catalogue),
        lambda text: _corrected(text, corrections, "rejected"),
    )
    # Read now, not one by one when the receipts are made.
    catalogue.skills({one.id for _, answer in answers for one in _shown(answer)})
    return answers


def match_skill(
    claim: Claim,
    catalogue: Catalogue,
    corrections: Sequence[Correction] = (),
) -> Match:
    """The skill that a claim means, or that it is unsure or unmatched, and why.

    A claim that names a skill of the catalogue by its id has that skill. A correction
    of the person's (compared by key) comes before every stage: what they confirmed is
    the answer with confidence 1, what they rejected is never answered.
    """
    (match,) = match_claims((claim,), catalogue, corrections)
    return match


def _corrected(text: str, corrections: Iterable[Correction], verdict: str) -> list[str]:
    """The skills that the person's corrections of a phrase confirm or reject."""
    key = label_key(text) if corrections else ""
    return [
        correction.skill
        for correction in corrections
        if correction.verdict == verdict and label_key(correction.phrase) == key
    ]


def _by_own_word(
    claim: Claim, catalogue: Catalogue, corrections: Iterable[Correction]
) -> Match | None:
    """The match of a claim that names its skill by id, or that the person confirmed.

    The latest confirmation counts; ids that this catalogue lacks are passed over.
    """
    skill = _skill(claim.skill, catalogue)
    if skill:
        return _certain(claim, skill, "exact")
    for confirmed in reversed(_corrected(claim.phrase, corrections, "confirmed")):
        skill = _skill(confirmed, catalogue)
        if skill:
            return _certain(claim, skill, "correction")
    return None


def _skill(skill_id: str | None, catalogue: Catalogue) -> Skill | None:
    try:
        return catalogue.skill(skill_id) if skill_id else None
    except KeyError:
        return None


def _certain(claim: Claim, skill: Skill, rule: MatchRule) -> Match:
    label = skill.label.in_language("en")
    phrase = read_phrase(claim.phrase)
    level = claim.level or phrase.level
    return Match(
        phrase=claim.phrase,
        status="matched",
        skill=skill,
        level=level or WORKING_LEVEL,
        level_basis="stated" if level else "assumed",
        rule=rule,
        confidence=1.0,
        matched_label=label,
        candidates=(Candidate(skill, 1.0, label),),
        evidence=phrase.evidence,
    )


def _match(claim: Claim, phrase: Phrase, answer: Answer, catalogue: Catalogue) -> Match:
    """The receipt of an answer."""
    candidates = tuple(
        Candidate(catalogue.skill(one.id), round(one.confidence, 3), one.label)
        for one in _shown(answer)
    )
    is_matched = answer.outcome == "matched"
    level = claim.level or (phrase.level if answer.is_bare else None)
    return Match(
        phrase=claim.phrase,
        status=answer.outcome,
        skill=candidates[0].skill if is_matched else None,
        level=level or WORKING_LEVEL,
        level_basis="stated" if level else "assumed",
        rule=answer.found[0].rule if is_matched else None,
        confidence=candidates[0].confidence if candidates else 0.0,
        matched_label=candidates[0].matched_label if is_matched else None,
        candidates=candidates,
        evidence=phrase.evidence if answer.is_bare else None,
        reason=answer.reason,
    )


def _shown(answer: Answer) -> list[Scored]:
    """What a receipt shows of an answer."""
    found = answer.found[:MOST_CANDIDATES]
    return [one for one in found if one.confidence >= shown_from(one.rule)]
