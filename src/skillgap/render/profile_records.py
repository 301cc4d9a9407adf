"""Profiles as plain values, in the words of the JSON contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.render.records import credential_record, match_record

if TYPE_CHECKING:
    from skillgap.model import AwardedCredential, Learning
    from skillgap.profile.timeline import LearntYear
    from skillgap.render.profile_result import (
        ForgetView,
        ProfileChangeView,
        ProfileView,
        ShownClaim,
    )
    from skillgap.render.records import Record


def profile_data(view: ProfileView) -> Record:
    """The whole profile; what is unknown is null."""
    profile = view.profile
    return {
        "path": view.path,
        "claims": [_claim(one) for one in view.claims],
        "awards": [_award(one, view) for one in profile.awards],
        "learning": [_learning(one) for one in profile.learning],
        "learnt_by_year": [_year(one) for one in view.years],
        "corrections": [one._asdict() for one in profile.corrections],
        "targets": list(profile.targets),
        "hours_per_week": profile.hours_per_week,
        "budget": profile.budget,
        "language": profile.language,
    }


def change_data(view: ProfileChangeView) -> Record:
    """What was added and changed, and how it was understood."""
    return {
        "path": view.path,
        "previous": view.previous,
        "new": view.is_new,
        "dry_run": view.is_dry_run,
        "files": [one._asdict() for one in view.files],
        "changes": [one._asdict() for one in view.changes],
        "matches": [match_record(match) for match in view.matches],
    }


def forget_data(view: ForgetView) -> Record:
    """What was removed, and what could not be."""
    return {
        "removed": list(view.removed),
        "failed": [{"path": path, "reason": reason} for path, reason in view.failed],
    }


def _claim(one: ShownClaim) -> Record:
    return {
        **match_record(one.match),
        "last_used": one.claim.last_used,
        "old": one.is_old,
        "learnt": one.is_learnt,
        "evidence": [each._asdict() for each in one.claim.evidence],
    }


def _award(one: AwardedCredential, view: ProfileView) -> Record:
    found = view.credentials.get(one.credential or "")
    return {
        "name": one.name,
        "issuer": one.issuer,
        "credential": None if found is None else credential_record(found),
        "awarded": one.awarded,
        "expires": one.expires,
        "expired": one.is_expired(view.today),
        "verification": one.verification,
        "verification_reason": one.verification_reason,
        "alignments": [each._asdict() for each in one.alignments],
        "evidence": [each._asdict() for each in one.evidence],
    }


def _learning(one: Learning) -> Record:
    return {
        **one._asdict(),
        "skills": [
            {"phrase": skill.phrase, "level": skill.level} for skill in one.skills
        ],
    }


def _year(one: LearntYear) -> Record:
    return {
        "year": one.year,
        "kinds": dict(one.kinds),
        "hours": one.hours,
        "without_hours": one.without_hours,
    }
