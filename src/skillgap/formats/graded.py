"""Occupations whose sources grade what they ask for, on the way into a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.model import Occupation, Requirement, Text, Texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.model import Relation

ESSENTIAL_FROM = 3
"""From this importance on a requirement is essential, below it optional."""


def rounded(value: float) -> int:
    """The nearest whole number, halves upwards."""
    return int(value + 0.5)


def relation_of(importance: int) -> Relation:
    """Whether a requirement of this importance is essential."""
    return "essential" if importance >= ESSENTIAL_FROM else "optional"


class Graded:
    """An occupation while its titles and skills are gathered."""

    def __init__(self, code: str, english: str) -> None:
        self.code = code
        self.english = english
        self.french: str | None = None
        self.others: dict[str, list[str]] = {"en": [], "fr": []}
        self.asked: dict[str, Requirement] = {}

    def ask(self, skill: str, importance: int, level: int | None, basis: str) -> bool:
        """Ask for a skill by its key; False where it is asked for already."""
        before = self.asked.get(skill)
        asked = Requirement(skill, relation_of(importance), importance, level, basis)
        self.asked[skill] = asked if before is None else _stronger(before, asked)
        return before is None

    def requirements(self, ids: Mapping[str, str]) -> tuple[Requirement, ...]:
        """What is asked for by the ids of a catalogue; the most important first."""
        found: dict[str, Requirement] = {}
        for key, asked in self.asked.items():
            here = asked._replace(skill=ids[key])
            before = found.get(here.skill)
            found[here.skill] = here if before is None else _stronger(before, here)
        return tuple(sorted(found.values(), key=lambda r: (-r.importance, r.skill)))

    def occupation(
        self,
        id_: str,
        requirements: tuple[Requirement, ...],
        noc: str | None = None,
        onet: Iterable[str] = (),
    ) -> Occupation:
        """The record."""
        return Occupation(
            id=id_,
            noc=noc,
            title=Text(self.english, self.french),
            alternative_titles=Texts(
                _without(self.others["en"], self.english),
                _without(self.others["fr"], self.french),
            ),
            onet=tuple(onet),
            requirements=requirements,
        )


def _stronger(one: Requirement, other: Requirement) -> Requirement:
    return max(one, other, key=lambda r: (r.importance, r.level or 0))


def _without(titles: list[str], own: str | None) -> tuple[str, ...]:
    return tuple(title for title in dict.fromkeys(titles) if title != own)
