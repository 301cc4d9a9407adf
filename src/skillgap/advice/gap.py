"""A person beside one occupation: what is covered, too low, and missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.coverage import parts_met, total_points, weight
from skillgap.model import Comparison, Gap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.catalogue import Catalogue
    from skillgap.model import Held, Occupation, Requirement, Skill


def find_gap(
    occupation: Occupation, held: Mapping[str, Held], catalogue: Catalogue
) -> Gap:
    """Compare what a person holds with what an occupation asks for.

    Each part of the gap stands in order of weight, the heaviest first, then by skill.
    An occupation that lists no requirement has coverage 0: nothing is known to be met.
    """
    requirements = by_weight(occupation.requirements)
    skills = catalogue.skills([requirement.skill for requirement in requirements])
    rows = [
        compare(requirement, skill, held.get(requirement.skill), catalogue)
        for requirement, skill in zip(requirements, skills, strict=True)
    ]
    met = sum(weight(row.requirement) * parts_met(row.have, row.need) for row in rows)
    return Gap(
        occupation=occupation,
        coverage=met / total_points(occupation) if rows else 0.0,
        covered=tuple(row for row in rows if row.have >= row.need),
        below_level=tuple(row for row in rows if 0 < row.have < row.need),
        missing=tuple(row for row in rows if not row.have),
    )


def by_weight(requirements: tuple[Requirement, ...]) -> list[Requirement]:
    """The requirements, the heaviest first, then by skill id."""
    return sorted(requirements, key=lambda one: (-weight(one), one.skill))


def compare(
    requirement: Requirement, skill: Skill, held: Held | None, catalogue: Catalogue
) -> Comparison:
    """One requirement beside what is held."""
    narrower = held is not None and held.by != skill.id
    return Comparison(
        requirement=requirement,
        skill=skill,
        need=requirement.need,
        have=held.level if held else 0,
        need_basis=requirement.need_basis,
        have_basis=held.basis if held else None,
        satisfied_by=catalogue.skill(held.by) if held and narrower else None,
    )
