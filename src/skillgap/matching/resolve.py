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

from typing import TYPE_CHECKING

from skillgap.matching import exact
from skillgap.matching.names import (
    MOST_CANDIDATES,
    Names,
    Scored,
    best_first,
    names_of_skills,
    outcome,
    shown_from,
)
from skillgap.matching.qualifiers import Phrase, read_phrase
from skillgap.model import WORKING_LEVEL, Candidate, Match
from skillgap.normalise import label_key
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.matching.names import Outcome
    from skillgap.model import Claim, Correction, MatchReason, MatchRule, Skill


class _Answer(Record):
    """What the stages answer to a phrase."""

    outcome: Outcome
    found: tuple[Scored, ...]
    reason: MatchReason | None = None

    @property
    def is_bare(self) -> bool:
        """Whether what was taken off the phrase is no part of the label it met."""
        return self.outcome != "matched" or self.found[0].is_bare


_UNMATCHED = _Answer("unmatched", ())


def match_claims(
    claims: Sequence[Claim],
    catalogue: Catalogue,
    corrections: Sequence[Correction] = (),
) -> tuple[Match, ...]:
    """Each claim matched, in their order; a phrase that recurs is looked up once."""
    names = names_of_skills(catalogue)
    known: dict[str, tuple[Phrase, _Answer]] = {}
    matches = []
    for claim in claims:
        match = _by_own_word(claim, catalogue, corrections)
        if match is None:
            if claim.phrase not in known:
                known[claim.phrase] = _resolve(claim.phrase, names, corrections)
            match = _match(claim, *known[claim.phrase], catalogue)
        matches.append(match)
    return tuple(matches)


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


def _spoken(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    # Imported here: most phrases are labels.
    from skillgap.matching.tongues import spoken

    return spoken(phrase, names)


def _spelled(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    # Imported here: rapidfuzz is needed only when no label answers a phrase.
    from skillgap.matching.spelling import spelled

    return spelled(phrase, names)


def _meant(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    """The skills nearest in meaning, where a phrase is long enough to have one.

    A few letters match only as themselves (C, R, Go), and what is denied is not meant.
    """
    if len(phrase.key) < _LEAST_MEANING:
        return ()
    # Imported here: numpy and the table are needed only when spelling is not sure.
    from skillgap.matching.contained import unless_contained
    from skillgap.matching.denial import denies
    from skillgap.matching.meaning import meant

    if denies(phrase.text):
        return ()

    return best_first(unless_contained(one, phrase) for one in meant(phrase, names))


_LEAST_MEANING = 4
_STAGES: tuple[Callable[[Phrase, Names], tuple[Scored, ...]], ...] = (
    exact.without_qualifiers,
    exact.within_fillers,
    _spoken,
    _spelled,
    _meant,
)


def _resolve(
    text: str, names: Names, corrections: Iterable[Correction]
) -> tuple[Phrase, _Answer]:
    key = label_key(text)
    phrase, kept = Phrase(text, key, key), _UNMATCHED
    if not key:
        return phrase, kept
    rejected = _corrected(text, corrections, "rejected")
    for stage in (exact.whole, *_STAGES):
        if stage is _STAGES[0]:
            # Only now: nothing is taken off a phrase that is a label as it stands.
            phrase = read_phrase(text)
        if stage is _meant and _is_several(kept):
            break
        if stage is _spelled and kept is _UNMATCHED and _is_language(phrase):
            return phrase, _Answer("unmatched", (), "language")
        answered = stage(phrase, names)
        found = tuple(one for one in answered if one.id not in rejected)
        answer = _Answer(outcome(found), found)
        if answer.outcome == "matched":
            return phrase, answer
        if _is_surer(answer, kept):
            kept = answer
    return phrase, _with_reason(kept, phrase)


def _is_language(phrase: Phrase) -> bool:
    # Imported here: most phrases are labels, and no language that people speak.
    from skillgap.matching.tongues import is_spoken_language

    return is_spoken_language(phrase)


def _with_reason(answer: _Answer, phrase: Phrase) -> _Answer:
    """The answer, with the reason where a phrase denies and so is not understood."""
    if answer.outcome != "unmatched":
        return answer
    # Imported here: most phrases are labels, and deny nothing.
    from skillgap.matching.denial import denies

    return answer._replace(reason="denied" if denies(phrase.text) else None)


def _is_several(answer: _Answer) -> bool:
    """Whether a phrase names several skills word for word ("Excel and Java")."""
    return answer.outcome == "unsure" and answer.found[0].rule != "typo"


def _is_surer(answer: _Answer, kept: _Answer) -> bool:
    """Whether a later unsure answer is surer than what is kept so far."""
    if answer.outcome == "unmatched":
        return False
    if kept.outcome == "unmatched":
        return True
    return answer.found[0].confidence > kept.found[0].confidence


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


def _match(
    claim: Claim, phrase: Phrase, answer: _Answer, catalogue: Catalogue
) -> Match:
    """The receipt of an answer."""
    candidates = tuple(
        Candidate(catalogue.skill(one.id), round(one.confidence, 3), one.label)
        for one in answer.found[:MOST_CANDIDATES]
        if one.confidence >= shown_from(one.rule)
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
