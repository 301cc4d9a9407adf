"""Open Badges 2.0 and 3.0: an award, what it proves, and how far it was verified.

False friends: a badge's *Profile* is an issuer, an *Achievement* (3.0) or *BadgeClass*
(2.0) is a credential as defined, and its *Assertion* or *AchievementCredential* the
award that a person holds. Levels of a *ResultDescription* are marks and no levels of a
skill. Who the badge was given to is not kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.formats.dates import iso_date
from skillgap.formats.imported import LONGEST_TEXT, Imported, Line, refusal
from skillgap.formats.json_text import child, name_in, objects, parse_json, texts_in
from skillgap.formats.jwt import Proof, read_jwt
from skillgap.locale import _
from skillgap.model import Alignment, AwardedCredential

if TYPE_CHECKING:
    from skillgap.errors import DataError

MOST_ALIGNMENTS = 200
_ACHIEVED = ("achievement", "hasAchieved", "hasCredential", "hasPerformed")
_DEFINITIONS = {"BadgeClass", "Achievement"}


def import_open_badge(content: dict[str, Any], proof: Proof, shown: str) -> Imported:
    """The award in a badge of version 2.0 or 3.0.

    Raises:
        DataError: it is no award, or what was awarded is not in the file.
    """
    subject = child(content, "credentialSubject")
    achieved = _achieved(subject)
    if achieved is None and subject is None:
        achieved = _badge_class(content, shown)
    name = name_in(achieved, "name", "competencyText", "competencyLabel")
    name = name or name_in(content, "name")
    if achieved is None or not name:
        raise _no_award(content, shown)
    award = AwardedCredential(
        name=name,
        issuer=_issuer(content, achieved),
        awarded=_date(content, "awardedDate", "issuedOn", "validFrom", "issuanceDate"),
        expires=_date(content, "validUntil", "expires", "expirationDate"),
        alignments=alignments_of(achieved),
        verification=proof.verification,
        verification_reason=proof.reason,
    )
    lines = tuple(
        Line(number, text, "certificates", award.awarded)
        for number, text in enumerate((name, *texts_in(achieved, "tag", "tags")), 1)
    )
    return Imported("open-badge", awards=(award,), lines=lines)


def proof_of(content: dict[str, Any]) -> Proof:
    """How far an unsigned badge (JSON) is proven: what it carries cannot be checked."""
    if content.get("revoked") is True:
        return Proof("failed", _("the issuer has taken the award back"))
    if child(content, "proof"):
        return Proof(
            "not_checked", _("its embedded proof needs a key that is not in the file")
        )
    if child(content, "verification", "verify"):
        return Proof(
            "not_checked", _("the issuer keeps the proof online; nothing is fetched")
        )
    return Proof("not_checked", _("it is not signed"))


def read_badge_text(text: str, shown: str) -> tuple[dict[str, Any], Proof]:
    """The badge in a text as it is baked or downloaded: JSON, or signed (JWT).

    Raises:
        DataError: it is neither, or only the address of a badge.
    """
    if text.startswith(("http://", "https://")):
        message = _(
            "the picture holds only the address of its badge; nothing is fetched"
        )
        hint = _("download the badge as JSON, or as a PNG of Open Badges 2.0 or newer")
        raise refusal("import-only-a-link", message, shown, hint)
    if not text.lstrip().startswith("{"):
        return unwrapped(*read_jwt(text, shown))
    content = parse_json(text, shown)
    return content, proof_of(content)


def unwrapped(content: dict[str, Any], proof: Proof) -> tuple[dict[str, Any], Proof]:
    """The credential in the claims of a JWT; a revocation in it is a failed proof."""
    inner = child(content, "vc", "vp")
    credential = inner if isinstance(inner, dict) else content
    if proof.verification != "failed" and credential.get("revoked") is True:
        proof = proof_of(credential)
    return credential, proof


def types_of(content: dict[str, Any]) -> set[str]:
    """The types that a JSON-LD object names, without prefixes."""
    return {
        name.rpartition(":")[2].rpartition("/")[2]
        for name in texts_in(content, "type", "@type")
    }


def alignments_of(achieved: dict[str, Any]) -> tuple[Alignment, ...]:
    """The nodes of frameworks that a badge is aligned with, each once."""
    found: dict[Alignment, None] = {}
    for item in objects(achieved, "alignment", "alignments", "targetCompetency"):
        alignment = Alignment(
            name=name_in(item, "targetName", "name", "targetNodeName") or None,
            framework=name_in(item, "targetFramework", "frameworkName") or None,
            code=name_in(item, "targetCode", "codedNotation") or None,
            url=name_in(item, "targetUrl", "targetURL", "url", "targetNode") or None,
        )
        if any(alignment):
            found[alignment] = None
    return tuple(found)[:MOST_ALIGNMENTS]


def _achieved(subject: Any) -> dict[str, Any] | None:  # noqa: ANN401 - any JSON
    """What the first subject of a credential has achieved."""
    for one in objects(subject):
        for name in _ACHIEVED:
            for achieved in objects(one, name, f"schema:{name}", f"ob:{name}"):
                return achieved
    return None


def _badge_class(content: dict[str, Any], shown: str) -> dict[str, Any] | None:
    """The definition of a badge of version 2.0, where it is in the file."""
    badge = child(content, "badge")
    if isinstance(badge, dict):
        return badge
    if isinstance(badge, str):
        message = _("the file only names the address of what was awarded: {address}")
        told = message.format(address=badge[:LONGEST_TEXT])
        hint = _("download the badge as a whole; nothing is fetched from here")
        raise refusal("import-only-a-link", told, shown, hint)
    return None


def _issuer(content: dict[str, Any], achieved: dict[str, Any]) -> str | None:
    for holder in (content, achieved):
        issuer = child(holder, "issuer", "cred:issuer", "creator", "issuerId")
        if isinstance(issuer, list) and issuer:
            issuer = issuer[0]
        named = issuer if isinstance(issuer, str) else name_in(issuer, "name", "id")
        if named:
            return named[:LONGEST_TEXT]
    return None


def _date(content: dict[str, Any], *names: str) -> str | None:
    return iso_date(child(content, *names))


def _no_award(content: dict[str, Any], shown: str) -> DataError:
    """Why a file that looks like a badge holds no award."""
    if types_of(content) & _DEFINITIONS:
        message = _("the file defines a badge; it is not one awarded to a person")
    elif child(content, "credentialSubject") is not None:
        message = _("the credential does not say what was achieved")
    else:
        message = _("the file is no badge: it does not say what was awarded")
    hint = _("download your own badge from the issuer or from your badge wallet")
    return refusal("import-no-award", message, shown, hint)
