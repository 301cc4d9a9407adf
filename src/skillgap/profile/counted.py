"""What of a profile counts as a claim: what the person says, and what they learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.model import Claim, Evidence
from skillgap.normalise import label_key
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model import (
        AwardedCredential,
        Correction,
        Learning,
        Match,
        Profile,
    )

LEARNT_LEVEL = 1
"""The level assumed of what a person only learnt about and gave no level: a book or a
podcast is a beginning. A claim of their own is assumed to be *working*."""

OLD_AFTER_YEARS = 5
"""A skill last used longer ago than this is marked; it counts all the same."""

YEAR = len("2026")


class Counted(Record):
    """A claim as it counts; ``is_learnt`` where the person only learnt about it."""

    claim: Claim
    is_learnt: bool = False


def counted(profile: Profile) -> tuple[Counted, ...]:
    """The claims of a profile, then what was learnt besides, each phrase once.

    What was learnt about something that is claimed is evidence of the claim. A level
    that is given beside something learnt counts where the claim itself has none, and
    the highest of several does.
    """
    found = {label_key(one.phrase): Counted(one) for one in profile.claims}
    for learnt in profile.learning:
        for skill in learnt.skills:
            key = label_key(skill.phrase)
            found[key] = _joined(found.get(key), skill, evidence_of(learnt))
    return tuple(found.values())


def evidence_of(learnt: Learning) -> Evidence:
    """Something learnt, as what stands behind a claim."""
    return Evidence(learnt.kind, learnt.text, learnt.date, learnt.hours)


def _joined(known: Counted | None, skill: Claim, evidence: Evidence) -> Counted:
    if known is None:
        return Counted(skill._replace(evidence=(evidence,)), is_learnt=True)
    claim = known.claim
    level = claim.level
    if known.is_learnt or level is None:
        level = max(level or 0, skill.level or 0) or None
    more = claim.evidence if evidence in claim.evidence else (*claim.evidence, evidence)
    return Counted(claim._replace(level=level, evidence=more), known.is_learnt)


def corrected(claim: Claim, corrections: Iterable[Correction]) -> Claim:
    """The claim without the skill that it names, where the person says otherwise.

    What a file was read to mean stands in a claim as its skill; a later word of the
    person's on the same phrase is worth more.
    """
    if claim.skill is None:
        return claim
    phrase = label_key(claim.phrase)
    for one in corrections:
        if label_key(one.phrase) != phrase:
            continue
        if one.verdict == "confirmed" or one.skill == claim.skill:
            return claim._replace(skill=None)
    return claim


def as_counted(one: Counted, match: Match) -> Match:
    """How a claim was understood, with the level assumed of what was only learnt."""
    if one.is_learnt and match.level_basis == "assumed":
        match = match._replace(level=LEARNT_LEVEL)
    if match.evidence is None and one.claim.evidence:
        told = "; ".join(f"{each.kind}: {each.text}" for each in one.claim.evidence)
        match = match._replace(evidence=told)
    return match


def held_credentials(awards: Iterable[AwardedCredential]) -> tuple[str, ...]:
    """The ids of the catalogue's credentials that count as held, each once.

    One whose signature does not hold, or that the issuer took back, does not count;
    one past its last day does: what was learnt is not unlearnt that day.
    """
    return tuple(
        dict.fromkeys(
            award.credential
            for award in awards
            if award.credential and award.verification != "failed"
        )
    )


def is_old(last_used: str | None, today: str) -> bool:
    """Whether a date of last use lies more than five years back (whole years)."""
    if last_used is None:
        return False
    year = int(last_used[:YEAR]) + OLD_AFTER_YEARS
    return f"{year}{last_used[YEAR:]}" < today[: len(last_used)]
