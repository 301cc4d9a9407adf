"""What a file of another format says, made fit to stand in a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.document.kinds import is_date
from skillgap.profile.edit import made_safe
from skillgap.profile.tables import MOST_HOURS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model import AwardedCredential, Claim, Evidence

PRESENT = "present"
"""When something was last used that goes on to this day."""


def fit_claims(claims: Iterable[Claim], today: str) -> tuple[Claim, ...]:
    """Claims without what a profile refuses: unsafe text, dates that are none."""
    fit = (_fit_claim(made_safe(claim), today) for claim in claims)
    return tuple(claim for claim in fit if claim.phrase)


def fit_awards(awards: Iterable[AwardedCredential]) -> tuple[AwardedCredential, ...]:
    """The same of awards."""
    fit = (_fit_award(made_safe(award)) for award in awards)
    return tuple(award for award in fit if award.name)


def _fit_claim(claim: Claim, today: str) -> Claim:
    used = today[: len("2026-11")] if claim.last_used == PRESENT else claim.last_used
    return claim._replace(last_used=_date(used), evidence=_fit_evidence(claim))


def _fit_award(award: AwardedCredential) -> AwardedCredential:
    texts = ("issuer", "verification_reason", "credential")
    known: dict[str, Any] = {name: getattr(award, name) or None for name in texts}
    return award._replace(
        **known,
        awarded=_date(award.awarded),
        expires=_date(award.expires),
        alignments=tuple(
            type(one)(*(part or None for part in one)) for one in award.alignments
        ),
        evidence=_fit_evidence(award),
    )


def _fit_evidence(record: Claim | AwardedCredential) -> tuple[Evidence, ...]:
    fit = (
        one._replace(date=_date(one.date), hours=_hours(one.hours))
        for one in record.evidence
    )
    return tuple(one for one in fit if one.text)


def _date(text: str | None) -> str | None:
    return text if text and is_date(text) else None


def _hours(hours: float | None) -> float | None:
    return hours if hours is not None and 0 <= hours <= MOST_HOURS else None
