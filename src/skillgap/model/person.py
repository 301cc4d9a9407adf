"""What a person says that they can do, and how it was understood."""

from typing import Literal

from skillgap.model.catalogue import Language, LevelBasis, Skill
from skillgap.record import Record

MatchStatus = Literal["matched", "unsure", "unmatched"]
MatchRule = Literal["exact", "alternative_label", "typo", "meaning", "correction"]
MatchReason = Literal["denied", "language"]
"""Why a phrase is unmatched, where that is known: it says what a person can *not* do,
or names a language that people speak and that no skill is."""

Verification = Literal["checked", "not_checked", "failed"]
LearningKind = Literal[
    "book",
    "workshop",
    "conference",
    "podcast",
    "video",
    "article",
    "course",
    "volunteering",
]


class Evidence(Record):
    """What stands behind a claim: work, a course, a book, a workshop, and so on."""

    kind: str
    text: str
    date: str | None = None
    hours: float | None = None


class Claim(Record):
    """One thing that a person says they can do, in their own words.

    ``level`` is 1 to 5 where they gave one apart from the phrase ("excel:advanced");
    ``skill`` is set where the claim already names a skill of the catalogue by its id.
    """

    phrase: str
    level: int | None = None
    skill: str | None = None
    evidence: tuple[Evidence, ...] = ()
    last_used: str | None = None


class Alignment(Record):
    """A node of an outside framework that an awarded credential is said to prove."""

    name: str | None
    framework: str | None = None
    code: str | None = None
    url: str | None = None


class AwardedCredential(Record):
    """A credential as a person holds it: its name, who gave it, when, until when.

    ``credential`` is its id where it is one of the catalogue's. Dates are as far as
    they are known: ``2024-05-31``, ``2024-05`` or ``2024``. ``verification`` tells
    of the signature alone: *checked* where it was and holds, *failed* where it does
    not hold or the issuer took the award back, else *not_checked*; the reason says why.
    """

    name: str
    issuer: str | None = None
    awarded: str | None = None
    expires: str | None = None
    alignments: tuple[Alignment, ...] = ()
    verification: Verification = "not_checked"
    verification_reason: str | None = None
    evidence: tuple[Evidence, ...] = ()
    credential: str | None = None

    def is_expired(self, today: str) -> bool | None:
        """Whether it is past its last day on a date (ISO); None where none is known."""
        if self.expires is None:
            return None
        return self.expires < today[: len(self.expires)]


class Correction(Record):
    """A person's own word on a phrase: it means this skill, or surely not that one."""

    phrase: str
    skill: str
    verdict: Literal["confirmed", "rejected"]


class Learning(Record):
    """Something that a person learnt from outside of any credential, when they did.

    ``skills`` are what it was about, as claims; ``date`` is a day, a month or a year.
    """

    kind: LearningKind
    text: str
    skills: tuple[Claim, ...] = ()
    hours: float | None = None
    date: str | None = None
    url: str | None = None


class Profile(Record):
    """What a person has, aims at and can spend, in their own file.

    ``targets`` are occupations in the person's words, ``budget`` is in dollars of the
    catalogue's currency, ``language`` is the one to answer in ("en" or "fr").
    """

    claims: tuple[Claim, ...] = ()
    awards: tuple[AwardedCredential, ...] = ()
    learning: tuple[Learning, ...] = ()
    corrections: tuple[Correction, ...] = ()
    targets: tuple[str, ...] = ()
    hours_per_week: float | None = None
    budget: float | None = None
    language: Language | None = None


class Candidate(Record):
    """A skill that a phrase may mean, with how sure that is (0 to 1)."""

    skill: Skill
    confidence: float
    matched_label: str


class Match(Record):
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
    reason: MatchReason | None = None
