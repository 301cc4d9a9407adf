"""What the planning commands hand over to be shown."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.model import Basis, CatalogueSource, Credential, Match, Occupation
    from skillgap.model.eligibility import FundingAnswer
    from skillgap.model.funding import FundingProgram
    from skillgap.model.plan import Plan
    from skillgap.model.verdict import (
        Change,
        CredentialEffect,
        DecisiveUnknown,
        SkillEffect,
        Stability,
        Verdict,
        Why,
    )

_NONE: Mapping[str, object] = MappingProxyType({})


class PlanView(Record):
    """A plan, what it comes to, how firm it is, and the plans of other aims."""

    plan: Plan
    verdict: Verdict
    matches: tuple[Match, ...] = ()
    alternatives: tuple[tuple[str, Plan], ...] = ()
    more: tuple[CredentialEffect, ...] = ()
    stability: Stability | None = None
    decisive: tuple[DecisiveUnknown, ...] = ()
    funding: FundingProgram | None = None
    bases: Mapping[str, Basis] = _NONE  # type: ignore[assignment]
    sources: Mapping[str, CatalogueSource] = _NONE  # type: ignore[assignment]


class WhyView(Record):
    """One credential for one occupation, and the skills that would add most."""

    why: Why
    occupation: Occupation
    matches: tuple[Match, ...] = ()
    skills: tuple[SkillEffect, ...] = ()
    bases: Mapping[str, Basis] = _NONE  # type: ignore[assignment]


class WhatIfView(Record):
    """A gap before and after something is added."""

    change: Change
    matches: tuple[Match, ...] = ()
    added: tuple[Match, ...] = ()
    taken: tuple[Credential, ...] = ()


class FundingView(Record):
    """Each funding program with the answers to its rules."""

    answers: tuple[FundingAnswer, ...]
