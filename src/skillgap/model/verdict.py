"""What advice comes to: whether a plan gets there, what else would, how firm it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model.advice import Closing, Gap
    from skillgap.model.catalogue import (
        Credential,
        Education,
        Occupation,
        Regulation,
        Skill,
    )
    from skillgap.model.funding import LongerProgram

VerdictKind = Literal["reaches", "partly", "not_by_short_credentials"]
Obstacle = Literal["licence", "degree", "not_taught"]


class Nearer(Record):
    """Another occupation that a plan would cover further than the one aimed at."""

    occupation: Occupation
    coverage_before: float
    coverage_after: float


class Verdict(Record):
    """How far short credentials lead, and what they cannot give.

    ``reachable`` is the coverage with every credential of the catalogue that can still
    be taken, ``reached`` that of the plan. ``obstacles`` are why short credentials
    alone do not lead there; ``licence`` and ``schooling`` what the occupation also asks
    for, each with its source. ``longer`` are longer programs that raise what the plan
    leaves open, the most helpful first.
    """

    kind: VerdictKind
    obstacles: tuple[Obstacle, ...]
    reachable: float
    reached: float
    not_taught: tuple[Skill, ...]
    licence: Regulation | None
    schooling: Education | None
    longer: tuple[LongerProgram, ...]
    nearer: tuple[Nearer, ...]


class SkillEffect(Record):
    """What holding one more skill, at the level asked for, would add to coverage."""

    skill: Skill
    level: int
    adds: float
    coverage_after: float


class CredentialEffect(Record):
    """What one more credential would add after a plan."""

    credential: Credential
    adds: float
    coverage_after: float


class Change(Record):
    """A gap before and after something is added, and the occupations that move most."""

    before: Gap
    after: Gap
    elsewhere: tuple[Nearer, ...]


class Why(Record):
    """One credential for one occupation: what it adds, and what it does to the plan.

    ``alone`` is what it adds to what the person holds; ``rank`` its place among the
    recommendations, None where others teach all of it first. ``planned`` says whether
    the best plan takes it; ``coverage_with`` and ``coverage_without`` are the best
    plans that must and that may not take it (None: no plan can take it). ``closes`` are
    the requirements that it meets more of by itself.
    """

    credential: Credential
    alone: float
    rank: int | None
    planned: bool
    coverage_with: float | None
    coverage_without: float
    refused: tuple[str, ...]
    closes: tuple[Closing, ...] = ()


class Stability(Record):
    """How firm a plan is when the weights of the requirements are moved at random.

    ``first`` and ``same`` are the shares of the draws in which the first credential is
    still chosen, and in which the same set is; ``kept`` the share of the draws' best
    coverage gain that the plan keeps in the worst draw.
    """

    draws: int
    moved: float
    seed: int
    first: float
    same: float
    kept: float


class DecisiveUnknown(Record):
    """An unpublished number that would change the plan if it were known to be so.

    ``value`` is the tried one (a low or a high published value of the catalogue).
    """

    credential: Credential
    what: Literal["hours", "cost"]
    value: float
    enters: bool
