"""LER-RS 4.5 of HR Open Standards: a résumé as a credential, its parts perhaps proven.

Skills and certifications are read, and the prose of work and education; names,
addresses and the opening that it was sent to are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.formats.dates import iso_date
from skillgap.formats.imported import Imported, Line, Section
from skillgap.formats.json_text import child, name_in, objects, prose_in
from skillgap.formats.open_badges import import_open_badge, proof_of
from skillgap.locale import _
from skillgap.model import AwardedCredential, Claim, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

_WRAPPED = ("educationAndLearning", "employmentHistory", "certification", "skill")


def is_ler_rs(content: dict[str, Any]) -> bool:
    """Whether a credential holds a résumé of this format."""
    return any(
        "LER-RS" in str(child(subject, "type")) or "employmentHistories" in subject
        for subject in objects(content, "credentialSubject")
    )


def import_ler_rs(content: dict[str, Any], shown: str) -> Imported:
    """The skills, certifications and prose of a LER-RS résumé."""
    claims: list[Claim] = []
    awards: list[AwardedCredential] = []
    prose: list[tuple[str, Section, str | None]] = []
    for subject in objects(content, "credentialSubject"):
        claims.extend(_skills(subject))
        awards.extend(_certifications(subject, shown))
        prose.extend(_work(subject))
        prose.extend(_education(subject))
    lines = tuple(Line(n, *line) for n, line in enumerate(prose, 1))
    unique = tuple(dict.fromkeys(claims))
    return Imported("ler-rs", unique, tuple(dict.fromkeys(awards)), (), lines)


def _skills(subject: dict[str, Any]) -> Iterator[Claim]:
    for skill in _opened(subject, "skills"):
        if name := name_in(skill, "name", "competencyName", "title"):
            yield Claim(name, evidence=(Evidence("skills", _("in the skills list")),))


def _certifications(subject: dict[str, Any], shown: str) -> Iterator[AwardedCredential]:
    for found in objects(subject, "certifications"):
        if name := name_in(found, "name", "title"):
            period = child(found, "effectiveTimePeriod")
            yield AwardedCredential(
                name,
                name_in(child(found, "issuingAuthority"), "tradeName", "name") or None,
                iso_date(child(found, "firstIssued") or child(period, "validFrom")),
                iso_date(child(period, "validTo")),
                verification_reason=_("it stands in a résumé"),
            )
        for credential in objects(found, "verifications"):
            if child(credential, "credentialSubject"):
                badge = import_open_badge(credential, proof_of(credential), shown)
                yield from badge.awards


def _work(subject: dict[str, Any]) -> Iterator[tuple[str, Section, str | None]]:
    for history in _opened(subject, "employmentHistories"):
        for position in objects(history, "positionHistories"):
            until = iso_date(child(position, "end"))
            places = (position, *objects(position, "location"))
            for place in places:
                for text in prose_in(place, "title", "descriptions", "description"):
                    yield text, "work", until


def _education(subject: dict[str, Any]) -> Iterator[tuple[str, Section, str | None]]:
    for learning in _opened(subject, "educationAndLearnings"):
        until = iso_date(child(learning, "end"))
        for degree in objects(learning, "educationDegrees"):
            for special in (degree, *objects(degree, "specializations")):
                for text in prose_in(special, "name"):
                    yield text, "education", until


def _opened(subject: dict[str, Any], name: str) -> Iterator[dict[str, Any]]:
    """The entries of a list, and those within the credentials that verify them."""
    for entry in objects(subject, name):
        yield entry
        for credential in objects(entry, "verifications"):
            for verified in objects(credential, "credentialSubject"):
                for wrapped in _WRAPPED:
                    yield from objects(verified, wrapped)
