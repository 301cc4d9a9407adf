"""A profile as JSON Resume 1.0.

False friend: its skill ``level`` is free text; the words of this project's levels are
written. Its work and volunteering are stations of a career: a profile knows only what
was done there, so that is their summary, and no employer is made up. For books,
podcasts, videos and articles that a person learnt from it has no place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.model import LEVELS

if TYPE_CHECKING:
    from skillgap.model import Claim, Evidence, Learning, Profile

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
TAUGHT = ("course", "workshop", "conference")
"""The kinds of learning that stand under education; the kind is the type of study."""


def to_json_resume(profile: Profile) -> dict[str, Any]:
    """The résumé; parts that would be empty are left out."""
    parts: dict[str, list[dict[str, Any]]] = {
        "work": _told(profile, "work"),
        "volunteer": _told(profile, "volunteering") + _volunteering(profile),
        "education": [
            _known(studyType=one.kind, area=one.text, endDate=one.date, url=one.url)
            for one in profile.learning
            if one.kind in TAUGHT
        ],
        "certificates": [
            _known(name=one.name, date=one.awarded, issuer=one.issuer)
            for one in profile.awards
        ],
        "skills": [_skill(claim) for claim in profile.claims],
        "projects": [
            _known(name=one["summary"], endDate=one.get("endDate"))
            for one in _told(profile, "project")
        ],
    }
    return {"$schema": SCHEMA, **{name: part for name, part in parts.items() if part}}


def without_place(profile: Profile) -> tuple[Learning, ...]:
    """What was learnt from that the format has no place for."""
    placed = (*TAUGHT, "volunteering")
    return tuple(one for one in profile.learning if one.kind not in placed)


def _skill(claim: Claim) -> dict[str, Any]:
    level = LEVELS[claim.level - 1] if claim.level else None
    return _known(name=claim.phrase, level=level)


def _told(profile: Profile, kind: str) -> list[dict[str, Any]]:
    """The evidence of one kind over all claims, each text once."""
    found: dict[str, Evidence] = {}
    for claim in profile.claims:
        for one in claim.evidence:
            if one.kind == kind:
                found.setdefault(one.text, one)
    return [_known(summary=one.text, endDate=one.date) for one in found.values()]


def _volunteering(profile: Profile) -> list[dict[str, Any]]:
    return [
        _known(summary=one.text, endDate=one.date, url=one.url)
        for one in profile.learning
        if one.kind == "volunteering"
    ]


def _known(**values: str | None) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
