"""What a command hands over to be shown: its data, and the facts that explain it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.catalogue import CatalogueCheck, CatalogueInfo, CatalogueStats
    from skillgap.errors import Problem
    from skillgap.model import (
        Basis,
        CatalogueSource,
        Credential,
        Field,
        Fit,
        Gap,
        Match,
        Occupation,
        Recommendations,
        Requirement,
        Skill,
    )
    from skillgap.profile.read import ProfileCheck
    from skillgap.render.batch_result import BatchView
    from skillgap.render.cohort_result import CohortView
    from skillgap.render.intake_result import IntakeView
    from skillgap.render.plan_result import (
        FundingView,
        PlanView,
        WhatIfView,
        WhyView,
    )
    from skillgap.render.profile_result import (
        ForgetView,
        ProfileChangeView,
        ProfileView,
    )
    from skillgap.render.record_result import (
        BatchDiffView,
        BatchReplayView,
        DiffView,
        ReplayView,
    )
    from skillgap.render.upkeep_result import DoctorView, EntryView, ImpactView

Format = Literal["table", "plain", "json", "csv", "markdown", "html", "ics"]
Kind = Literal["occupations", "credentials", "skills"]
_NONE: Mapping[str, object] = MappingProxyType({})


class MatchesView(Record):
    """How each phrase was understood."""

    matches: tuple[Match, ...]


class GapView(Record):
    """A person beside one occupation.

    ``bases`` and ``sources`` are those of the catalogue, by id: they say who rates a
    requirement and where a licence or wage was read.
    """

    gap: Gap
    matches: tuple[Match, ...] = ()
    bases: Mapping[str, Basis] = _NONE  # type: ignore[assignment]
    sources: Mapping[str, CatalogueSource] = _NONE  # type: ignore[assignment]


class ExploreView(Record):
    """The occupations that fit, best first."""

    fits: tuple[Fit, ...]
    matches: tuple[Match, ...] = ()
    sources: Mapping[str, CatalogueSource] = _NONE  # type: ignore[assignment]


class RecommendView(Record):
    """The credentials that close a gap, and the order they stand in.

    ``rank_by`` is ``added``, ``alone``, ``value``, ``hours`` or ``cost``.
    """

    recommendations: Recommendations
    matches: tuple[Match, ...] = ()
    bases: Mapping[str, Basis] = _NONE  # type: ignore[assignment]
    sources: Mapping[str, CatalogueSource] = _NONE  # type: ignore[assignment]
    rank_by: str = "added"


class ListView(Record):
    """Records of one kind; ``total`` counts them before a limit, if there was one."""

    kind: Kind
    records: tuple[Occupation, ...] | tuple[Credential, ...] | tuple[Skill, ...]
    fields: Mapping[str, Field] = _NONE  # type: ignore[assignment]
    total: int | None = None


class ShowView(Record):
    """One record with all its facts, and the records that its ids stand for.

    ``skills`` are those that the record names; ``required_by`` and ``taught_by``
    belong to a skill: the occupations that ask for it, the credentials that teach it.
    """

    record: Occupation | Credential | Skill
    skills: Mapping[str, Skill] = _NONE  # type: ignore[assignment]
    credentials: Mapping[str, Credential] = _NONE  # type: ignore[assignment]
    fields: Mapping[str, Field] = _NONE  # type: ignore[assignment]
    bases: Mapping[str, Basis] = _NONE  # type: ignore[assignment]
    sources: Mapping[str, CatalogueSource] = _NONE  # type: ignore[assignment]
    required_by: tuple[tuple[Occupation, Requirement], ...] = ()
    taught_by: tuple[Credential, ...] = ()


class CheckView(Record):
    """What was found in a catalogue's files, or in a profile."""

    check: CatalogueCheck | ProfileCheck


class StatsView(Record):
    """What a catalogue holds, and whose work it stands on."""

    stats: CatalogueStats


if TYPE_CHECKING:
    View = (
        MatchesView
        | PlanView
        | WhyView
        | WhatIfView
        | FundingView
        | GapView
        | ExploreView
        | RecommendView
        | ListView
        | ShowView
        | CheckView
        | StatsView
        | IntakeView
        | ProfileView
        | ProfileChangeView
        | ForgetView
        | ImpactView
        | DoctorView
        | EntryView
        | ReplayView
        | DiffView
        | BatchDiffView
        | BatchReplayView
        | CohortView
        | BatchView
    )


class Result(Record):
    """The outcome of a command: data, or none and the problems that stopped it.

    ``command`` is as typed ("recommend", "catalogue check"); ``info`` says which
    catalogue answered; ``next_commands`` are worth trying after this one.
    """

    command: str
    info: CatalogueInfo | None = None
    data: View | None = None
    problems: tuple[Problem, ...] = ()
    next_commands: tuple[str, ...] = ()
