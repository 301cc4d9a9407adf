"""What a person says that they can do, and how it was understood."""

from __future__ import annotations

from typing import Literal, NamedTuple

from skillgap.model.catalogue import LevelBasis, Skill

MatchStatus = Literal["matched", "unsure", "unmatched"]
MatchRule = Literal["exact", "alternative_label", "typo", "meaning", "correction"]


class Evidence(NamedTuple):
    """What stands behind a claim: work, a course, a book, a workshop, and so on."""

    kind: str
    text: str
    date: str | None = None
    hours: float | None = None


class Claim(NamedTuple):
    """One thing that a person says they can do, in their own words.

    ``level`` is 1 to 5 where they gave one apart from the phrase ("excel:advanced");
    ``skill`` is set where the claim already names a skill of the catalogue by its id.
    """

    phrase: str
    level: int | None = None
    skill: str | None = None
    evidence: tuple[Evidence, ...] = ()
    last_used: str | None = None


class Correction(NamedTuple):
    """A person's own word on a phrase: it means this skill, or surely not that one."""

    phrase: str
    skill: str
    verdict: Literal["confirmed", "rejected"]


class Candidate(NamedTuple):
    """A skill that a phrase may mean, with how sure that is (0 to 1)."""

    skill: Skill
    confidence: float
    matched_label: str


class Match(NamedTuple):
    """How one phrase was understood, with its receipt.

    ``candidates`` are in falling order of confidence and include the chosen skill
    first where there is one; ``level`` is 1 to 5, assumed to be *working* unless the
    person stated it. ``evidence`` keeps a qualifier that is no level ("5 years").
    """

    phrase: str
    status: MatchStatus
    skill: Skill | None
    level: int
    level_basis: LevelBasis
    rule: MatchRule | None
    confidence: float
    matched_label: str | None
    candidates: tuple[Candidate, ...] = ()
    evidence: str | None = None
