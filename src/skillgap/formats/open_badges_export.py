"""A profile's awards and learning in the form of Open Badges 3.0 and CLR 2.0.

It is the person's own word, in one learner record: the issuer is the holder, nothing is
signed, and whoever awarded a credential is named as the creator of the achievement
alone. Only who awarded a badge can sign it. Ids are made from the content, so the same
profile gives the same bytes; a date that is not known to the day is left out, because
these standards want a moment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.model import Alignment, AwardedCredential, Learning, Profile

VC_CONTEXT = "https://www.w3.org/ns/credentials/v2"
OB_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CLR_CONTEXT = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
DAY = len("2026-11-24")
TYPES = {"course": "Course", "volunteering": "CommunityService"}
"""Learning by the standard's types of achievement; others are ``ext:`` and the kind."""


def to_open_badges(profile: Profile) -> dict[str, Any]:
    """One learner record of self-asserted achievements."""
    inner = [
        *(_award(award) for award in profile.awards),
        *(_learning(learnt) for learnt in profile.learning),
    ]
    return {
        "@context": [VC_CONTEXT, CLR_CONTEXT, OB_CONTEXT],
        "id": _urn("record", *(one["id"] for one in inner)),
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": _("What I hold and have learnt, in my own word"),
        "issuer": _self(),
        "credentialSubject": {"type": ["ClrSubject"], "verifiableCredential": inner},
    }


def _award(award: AwardedCredential) -> dict[str, Any]:
    urn = _urn("award", award.name, award.issuer or "", award.awarded or "")
    achievement = {
        "id": _urn("achievement", award.name, award.issuer or ""),
        "type": ["Achievement"],
        "name": award.name,
        "description": award.name,
        "criteria": {"narrative": _("See the issuer's own page.")},
        "alignment": [_alignment(one) for one in award.alignments if one.url],
    }
    if award.issuer:
        urn_of_issuer = _urn("issuer", award.issuer)
        achievement["creator"] = {
            "id": urn_of_issuer,
            "type": ["Profile"],
            "name": award.issuer,
        }
    return _credential(urn, achievement, award.awarded, award.expires)


def _learning(learnt: Learning) -> dict[str, Any]:
    urn = _urn("learning", learnt.kind, learnt.text, learnt.date or "")
    skills = ", ".join(skill.phrase for skill in learnt.skills)
    achievement: dict[str, Any] = {
        "id": f"{urn}#achievement",
        "type": ["Achievement"],
        "achievementType": TYPES.get(learnt.kind, f"ext:{learnt.kind.capitalize()}"),
        "name": learnt.text,
        "description": skills or learnt.text,
        "criteria": {"narrative": _("Learnt on my own; nobody assessed it.")},
        "tag": [skill.phrase for skill in learnt.skills],
    }
    found = _credential(urn, achievement, learnt.date, None)
    if learnt.url:
        found["evidence"] = [
            {"id": learnt.url, "type": ["Evidence"], "name": learnt.text}
        ]
    return found


def _credential(
    urn: str, achievement: dict[str, Any], start: str | None, end: str | None
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@context": [VC_CONTEXT, OB_CONTEXT],
        "id": urn,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achievement["name"],
        "issuer": _self(),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {key: value for key, value in achievement.items() if value},
        },
    }
    if start and len(start) == DAY:
        found["validFrom"] = f"{start}T00:00:00Z"
    if end and len(end) == DAY:
        found["validUntil"] = f"{end}T23:59:59Z"
    return found


def _self() -> dict[str, Any]:
    name = _("the holder of this record (self-asserted)")
    return {"id": _urn("holder"), "type": ["Profile"], "name": name}


def _alignment(one: Alignment) -> dict[str, Any]:
    values = {
        "type": ["Alignment"],
        "targetName": one.name or one.code or one.url,
        "targetUrl": one.url,
        "targetFramework": one.framework,
        "targetCode": one.code,
    }
    return {key: value for key, value in values.items() if value}


def _urn(*parts: str) -> str:
    """An id that the same content always has (UUID version 5)."""
    import uuid

    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(("skillgap", *parts))).urn
