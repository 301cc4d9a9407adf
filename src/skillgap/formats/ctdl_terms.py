"""CTDL's words and ours: one table for the reader and the writer of its JSON-LD.

CTDL is Credential Engine's vocabulary of credentials; ``ceterms:`` and ``ceasn:`` are
its prefixes. False friends: a CTDL *LearningOpportunityProfile* or *Course* is a
``Credential`` of ours too (kind ``course``), for a person can take it; a *competency*
is a ``Skill``; its *ConditionProfile* is what we call prerequisites.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from skillgap.model import Quantity

if TYPE_CHECKING:
    from skillgap.model import CredentialKind, Delivery, Status

CONTEXT = "https://credreg.net/ctdl/schema/context/json"
COMPETENCY_CONTEXT = "https://credreg.net/ctdlasn/schema/context/json"

KINDS: dict[str, CredentialKind] = {
    "MicroCredential": "micro_credential",
    "Badge": "micro_credential",
    "DigitalBadge": "micro_credential",
    "OpenBadge": "micro_credential",
    "LearningOpportunityProfile": "course",
    "Course": "course",
    "LearningProgram": "course",
    "Certificate": "certificate",
    "CertificateOfCompletion": "online_certificate",
    "Certification": "industry_certification",
}
"""Our kind of each type that is taken; the first type of a kind is the one written."""

_NEAREST = {"safety_certificate": "Certification"}
"""What a kind that CTDL does not tell apart is written as, and comes back as."""

LONGER = frozenset(
    (
        *("ApprenticeshipCertificate", "AssociateDegree", "BachelorDegree", "Degree"),
        *("Diploma", "DoctoralDegree", "GeneralEducationDevelopment"),
        *("JourneymanCertificate", "MasterCertificate", "MasterDegree"),
        *("ProfessionalDoctorate", "ResearchDoctorate", "SecondarySchoolDiploma"),
    )
)
"""The types of credentials that are no short ones."""

GRANTED = frozenset(("License", "QualityAssuranceCredential"))
"""The types that an authority grants; no course ends with them."""

ORGANISATIONS = frozenset(
    ("CredentialOrganization", "QACredentialOrganization", "Organization", "Agent")
)

NAME, DESCRIPTION = "ceterms:name", "ceterms:description"
PAGE, CTID = "ceterms:subjectWebpage", "ceterms:ctid"
OWNED_BY, OFFERED_BY = "ceterms:ownedBy", "ceterms:offeredBy"
COST, PRICE, CURRENCY = "ceterms:estimatedCost", "ceterms:price", "ceterms:currency"
DURATION = "ceterms:estimatedDuration"
EXACT, LEAST, MOST = (
    "ceterms:exactDuration",
    "ceterms:minimumDuration",
    "ceterms:maximumDuration",
)
REQUIRES, TARGET_CREDENTIAL = "ceterms:requires", "ceterms:targetCredential"
TARGET_COMPETENCY, TEACHES = "ceterms:targetCompetency", "ceterms:teaches"
TARGET_OPPORTUNITY = "ceterms:targetLearningOpportunity"
SUBJECT, KEYWORD = "ceterms:subject", "ceterms:keyword"
NODE, NODE_NAME = "ceterms:targetNode", "ceterms:targetNodeName"
NODE_DESCRIPTION = "ceterms:targetNodeDescription"
FRAMEWORK, FRAMEWORK_NAME = "ceterms:framework", "ceterms:frameworkName"
DELIVERY, STATUS = "ceterms:deliveryType", "ceterms:credentialStatusType"
LANGUAGE, RENEWAL = "ceterms:inLanguage", "ceterms:renewalFrequency"
COMPETENCY, COMPETENCY_TEXT = "ceasn:Competency", "ceasn:competencyText"
COMPETENCY_LABEL = "ceasn:competencyLabel"
ALIGNMENT = "ceterms:CredentialAlignmentObject"
CONDITION_PROFILE, COST_PROFILE = "ceterms:ConditionProfile", "ceterms:CostProfile"
DURATION_PROFILE = "ceterms:DurationProfile"

DELIVERIES: dict[str, Delivery] = {
    "OnlineOnly": "online",
    "InPerson": "in_person",
    "BlendedDelivery": "hybrid",
}
DELIVERY_PREFIX = "deliveryType:"

STATUSES: dict[str, Status] = {"Active": "current", "Deprecated": "retired"}
STATUS_PREFIX = "credentialStat:"

CURRENCIES = {"us dollar": "USD", "canadian dollar": "CAD"}
"""Currencies that are written out; the others are codes of ISO 4217."""

LANGUAGES = {"english": "en", "french": "fr", "anglais": "en", "français": "fr"}

WEEKS_A_YEAR = 52
DAYS_A_WEEK = 7

_URN = "urn:skillgap:"
_PERIOD = re.compile(
    r"P(?:(?P<Y>[0-9.]+)Y)?(?:(?P<M>[0-9.]+)M)?(?:(?P<W>[0-9.]+)W)?"
    r"(?:(?P<D>[0-9.]+)D)?(?:T(?:(?P<h>[0-9.]+)H)?(?:(?P<m>[0-9.]+)M)?"
    r"(?:(?P<s>[0-9.]+)S)?)?"
)


class Period(NamedTuple):
    """A duration of ISO 8601: hours of its time part, weeks of its date part."""

    hours: float | None
    weeks: float | None


def type_of(kind: CredentialKind) -> str:
    """The type that a kind of credential is written as."""
    names = (name for name, ours in KINDS.items() if ours == kind)
    return f"ceterms:{_NEAREST.get(kind) or next(names)}"


def urn(record: str, id_: str) -> str:
    """The address of a record that has none of its own, such as ``urn:...:skill:x``."""
    return f"{_URN}{record}:{id_}"


def id_in(address: str, record: str) -> str | None:
    """The id in an address that ``urn`` made; None for another address."""
    start = f"{_URN}{record}:"
    return address.removeprefix(start) if address.startswith(start) else None


def period_written(number: float, unit: str) -> str:
    """Hours (``h``), weeks (``week``) or years (``year``) as ISO 8601: ``PT40H``."""
    start, end = {"h": ("PT", "H"), "week": ("P", "W"), "year": ("P", "Y")}[unit]
    return f"{start}{number:.10g}{end}"


def period_read(text: str) -> Period | None:
    """A duration of ISO 8601, None where it is none or nothing.

    A year has 52 weeks, a month a twelfth of that.
    """
    match = _PERIOD.fullmatch(text.strip().upper())
    if match is None:
        return None
    try:
        part = {name: float(said or 0) for name, said in match.groupdict().items()}
    except ValueError:
        return None
    weeks = (
        part["Y"] * WEEKS_A_YEAR
        + part["M"] * WEEKS_A_YEAR / 12
        + part["W"]
        + part["D"] / DAYS_A_WEEK
    )
    hours = part["h"] + part["m"] / 60 + part["s"] / 3600
    return Period(round(hours, 2) or None, round(weeks, 2) or None)


def quantities(least: Period | None, most: Period | None) -> tuple[Quantity, Quantity]:
    """Hours and weeks of a duration, or of the ends of a range."""
    hours = _quantity(least and least.hours, most and most.hours, "h")
    return hours, _quantity(least and least.weeks, most and most.weeks, "week")


def _quantity(low: float | None, high: float | None, unit: str) -> Quantity:
    if low is None and high is None:
        return Quantity(None, unit, "unknown")
    if low == high:
        return Quantity(low, unit, "stated")
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(low if high is None else high, unit, "range", low, high)
