"""A catalogue made of records in memory, and random ones: all invented."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from skillgap.catalogue.typical import typical_values
from skillgap.model import (
    Credential,
    Development,
    Held,
    Issuer,
    Match,
    Occupation,
    Prerequisites,
    Quantity,
    Requirement,
    Skill,
    Source,
    Text,
    Wage,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from skillgap.model.about import Typical
    from skillgap.model.funding import LongerProgram

ISSUER = Issuer("example-college", Text("Example College"), "college")


class PlainCatalogue:
    """The part of a catalogue that advice reads, by the plainest means."""

    def __init__(
        self,
        skills: Iterable[Skill],
        occupations: Iterable[Occupation],
        credentials: Iterable[Credential],
        longer: Iterable[LongerProgram] = (),
    ) -> None:
        self._longer = tuple(longer)
        self._skills = {one.id: one for one in skills}
        self._occupations = {one.id: one for one in occupations}
        self._credentials = {one.id: one for one in credentials}

    def longer_programs(self) -> tuple[LongerProgram, ...]:
        return self._longer

    def skill(self, skill_id: str) -> Skill:
        return self._skills[skill_id]

    def skills(self, skill_ids: Sequence[str]) -> tuple[Skill, ...]:
        return tuple(self._skills[one] for one in skill_ids)

    def occupation(self, occupation_id: str) -> Occupation:
        return self._occupations[occupation_id]

    def credential(self, credential_id: str) -> Credential:
        return self._credentials[credential_id]

    def all_skills(self) -> tuple[Skill, ...]:
        return tuple(self._skills[one] for one in sorted(self._skills))

    def all_occupations(self) -> tuple[Occupation, ...]:
        return tuple(self._occupations[one] for one in sorted(self._occupations))

    def all_credentials(self) -> tuple[Credential, ...]:
        return tuple(self._credentials[one] for one in sorted(self._credentials))

    def ancestors(self, skill_id: str) -> frozenset[str]:
        broader = self._skills[skill_id].broader
        return frozenset(broader).union(*map(self.ancestors, broader))

    def descendants(self, skill_id: str) -> frozenset[str]:
        return frozenset(s for s in self._skills if skill_id in self.ancestors(s))

    def teaching(self, skill_ids: Iterable[str]) -> tuple[Credential, ...]:
        wanted = set(skill_ids)
        return tuple(
            one
            for one in self.all_credentials()
            if any(
                d.skill in wanted or wanted & self.ancestors(d.skill)
                for d in one.develops
            )
        )

    def requirements_of(
        self, skill_ids: Iterable[str]
    ) -> tuple[tuple[str, Requirement], ...]:
        wanted = set(skill_ids)
        return tuple(
            (occupation.id, requirement)
            for occupation in self.all_occupations()
            for requirement in occupation.requirements
            if requirement.skill in wanted
        )

    def total_points(self, occupation_id: str) -> int:
        return sum(
            60 * one.importance * (1 if one.relation == "optional" else 2)
            for one in self._occupations[occupation_id].requirements
        )

    def telling_points(self, occupation_id: str) -> int:
        every = self._occupations.values()
        total = 0
        for one in self._occupations[occupation_id].requirements:
            askers = [each for each in every if one.skill in _asked(each)]
            rare = round(100 * log((len(every) + 1) / len(askers)))
            total += 60 * one.doubled_weight * rare
        return total

    def subject_weights(self, skill_ids: Iterable[str]) -> dict[str, int]:
        return {s: self._subject(self._skills.get(s, a_skill(s))) for s in skill_ids}

    def _subject(self, skill: Skill) -> int:
        if skill.kind in ("transferable", "tool"):
            return 100 if skill.kind == "transferable" else 300
        every = self._occupations.values()
        askers = [each for each in every if skill.id in _asked(each)]
        return min(
            300, max(100, round(100 * log((len(every) + 1) / (len(askers) or 1))))
        )

    def typical(self) -> tuple[Typical, ...]:
        return typical_values(self.all_credentials())

    def counts(self) -> dict[str, int]:
        return {"occupations": len(self._occupations)}


def _asked(occupation: Occupation) -> list[str]:
    return [one.skill for one in occupation.requirements]


def a_skill(skill_id: str, *broader: str) -> Skill:
    return Skill(skill_id, Text(skill_id), "technical", broader=broader)


def asks(
    skill: str,
    importance: int = 5,
    level: int | None = None,
    relation: str = "essential",
) -> Requirement:
    return Requirement(skill, relation, importance, level, "maintainer")  # type: ignore[arg-type]


def an_occupation(
    occupation_id: str,
    *requirements: Requirement,
    in_demand: bool | None = True,
    median: float | None = None,
    **more: object,
) -> Occupation:
    wage = Wage(None, median, None, "CAD/hour", "Smallville", None, "invented")
    return Occupation(
        occupation_id,
        None,
        Text(occupation_id),
        in_demand=in_demand,
        wage=wage if median else None,
        requirements=requirements,
        **more,  # type: ignore[arg-type]
    )


def hours(value: float | None) -> Quantity:
    return Quantity(value, "h", "unknown" if value is None else "stated")


def dollars(value: float | None, unit: str = "CAD") -> Quantity:
    basis = "unknown" if value is None else "stated"
    return Quantity(value, unit, basis)  # type: ignore[arg-type]


def a_credential(
    credential_id: str,
    teaches: dict[str, int | None],
    *,
    h: float | None = None,
    c: float | None = None,
    first: tuple[str, ...] = (),
    **more: object,
) -> Credential:
    record = Credential(
        id=credential_id,
        name=Text(credential_id),
        issuer=ISSUER,
        kind="course",
        field="computing",
        develops=tuple(Development(skill, level) for skill, level in teaches.items()),
        hours=hours(h),
        weeks=Quantity(None, "week", "unknown"),
        cost=dollars(c),
        status="current",
        confidence="high",
        source=Source("https://example.org/"),
        prerequisites=Prerequisites(first),
    )
    return record._replace(**more)  # type: ignore[arg-type]


def a_match(skill: Skill, level: int = 3, basis: str = "assumed") -> Match:
    return Match(
        phrase=skill.id,
        status="matched",
        skill=skill,
        level=level,
        level_basis=basis,  # type: ignore[arg-type]
        rule="exact",
        confidence=1.0,
        matched_label=skill.id,
    )


def held_as(levels: dict[str, int]) -> dict[str, Held]:
    return {skill: Held(level, "stated", skill) for skill, level in levels.items()}


class World(NamedTuple):
    """A random catalogue with a person in it."""

    catalogue: PlainCatalogue
    matches: tuple[Match, ...]


@st.composite
def worlds(draw: st.DrawFn, most_credentials: int = 7) -> World:
    """Small catalogues: 3 to 7 skills, 1 to 3 occupations, and a person's claims."""
    names = [f"s{number}" for number in range(draw(st.integers(3, 7)))]
    skills = [
        a_skill(name, *draw(_some(names[:place], most=2)))
        for place, name in enumerate(names)
    ]
    occupations = [
        draw(_occupation(f"o{number}", names))
        for number in range(draw(st.integers(1, 3)))
    ]
    ids = [f"c{number}" for number in range(draw(st.integers(0, most_credentials)))]
    credentials = [
        draw(_credential(one, names, ids[:place])) for place, one in enumerate(ids)
    ]
    if len(credentials) > 1 and draw(st.sampled_from([False, False, True])):
        pair = draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
        credentials = with_equivalents(credentials, pair)
    claimed = draw(_some(names, most=4))
    matches = tuple(
        a_match(skill, draw(st.integers(1, 5)), draw(_BASES))
        for skill in skills
        if skill.id in claimed
    )
    return World(PlainCatalogue(skills, occupations, credentials), matches)


def with_equivalents(
    credentials: list[Credential], pair: Sequence[str]
) -> list[Credential]:
    """The credentials with two of them alike, unless a way would lead in a circle."""
    alike = [
        one._replace(equivalent_to=tuple(o for o in pair if o != one.id))
        if one.id in pair
        else one
        for one in credentials
    ]
    by_id = {one.id: one for one in alike}

    def circles(one: str, path: tuple[str, ...]) -> bool:
        return one in path or any(
            circles(way, (*path, one))
            for group in ways(by_id[one], by_id)
            for way in group
        )

    return credentials if any(circles(one, ()) for one in by_id) else alike


def ways(
    credential: Credential, by_id: Mapping[str, Credential]
) -> list[frozenset[str]]:
    """The groups of which one comes first; an equivalent will do."""
    return [
        frozenset(group).union(*(by_id[one].equivalent_to for one in group))
        for group in credential.prerequisites.groups
    ]


_BASES = st.sampled_from(["stated", "assumed"])
_LEVELS = st.none() | st.integers(1, 5)
_HOURS = st.none() | st.sampled_from([1.5, 10, 20, 40, 300])
_DOLLARS = st.none() | st.sampled_from([0, 50, 100, 499.99])


def _some(names: Sequence[str], most: int) -> st.SearchStrategy[list[str]]:
    if not names:
        return st.just([])
    return st.lists(st.sampled_from(names), max_size=most, unique=True)


@st.composite
def _occupation(draw: st.DrawFn, occupation_id: str, names: list[str]) -> Occupation:
    asked = draw(st.lists(st.sampled_from(names), min_size=1, max_size=5, unique=True))
    relations = st.sampled_from(["essential", "optional"])
    return an_occupation(
        occupation_id,
        *(
            asks(skill, draw(st.integers(1, 5)), draw(_LEVELS), draw(relations))
            for skill in asked
        ),
        in_demand=draw(st.sampled_from([True, True, False, None])),
        median=draw(st.sampled_from([None, 20.0, 30.0])),
    )


def _any_of(earlier: Sequence[str]) -> st.SearchStrategy[tuple[tuple[str, ...], ...]]:
    if len(earlier) < 2:
        return st.just(())
    group = st.lists(st.sampled_from(earlier), min_size=2, max_size=3, unique=True)
    return st.just(()) | st.just(()) | group.map(lambda one: (tuple(one),))


@st.composite
def _credential(
    draw: st.DrawFn, credential_id: str, names: list[str], earlier: list[str]
) -> Credential:
    taught = draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
    return a_credential(
        credential_id,
        {skill: draw(_LEVELS) for skill in taught},
        h=draw(_HOURS),
        c=draw(_DOLLARS),
        prerequisites=Prerequisites(
            tuple(draw(_some(earlier, most=draw(st.sampled_from([0, 0, 1, 2]))))),
            any_of=draw(_any_of(earlier)),
        ),
        status=draw(st.sampled_from(["current", "current", "unknown", "retired"])),
        delivery=draw(st.sampled_from(["online", "in_person", None])),
        languages=draw(st.sampled_from([("en",), ("fr",), ("en", "fr"), ()])),
        osap=draw(st.sampled_from(["yes", "no", "unknown"])),
    )
