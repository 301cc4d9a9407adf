"""What short credentials cannot give: a licence, a degree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.model import Occupation

LICENSED = frozenset({"regulated", "compulsory"})
"""The statuses of regulation under which the work may not be done without a licence."""

DEGREES = frozenset(
    {"bachelors_degree", "graduate_degree", "first_professional_degree"}
)


def needs_licence(occupation: Occupation) -> bool:
    """Whether the work may not be done without a licence."""
    rule = occupation.regulated
    return rule is not None and rule.status in LICENSED


def needs_degree(occupation: Occupation) -> bool:
    """Whether the occupation's description mentions degrees and nothing less."""
    schooling = occupation.education
    mentions = set(schooling.mentions) if schooling else set()
    return bool(mentions) and mentions <= DEGREES
