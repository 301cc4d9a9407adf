"""A catalogue whose answers are kept: the same for thousands of clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Occupation, Skill

_NONE: frozenset[str] = frozenset()


def remembered(catalogue: Catalogue) -> Catalogue:
    """The catalogue, read whole and looked up in memory from then on.

    What is asked is answered as the catalogue itself does (tests/batch).
    """
    return cast("Catalogue", _Remembered(catalogue))


class _Remembered:
    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._skills = {one.id: one for one in catalogue.all_skills()}
        self._occupations = {one.id: one for one in catalogue.all_occupations()}
        self._credentials = {one.id: one for one in catalogue.all_credentials()}
        self._ancestors = {
            id_: catalogue.ancestors(id_)
            for id_, one in self._skills.items()
            if one.broader
        }
        self._descendants = _turned(self._ancestors)
        self._teaching = self._teachers()
        self._subjects = catalogue.subject_weights(self._skills)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the rest as it is
        return getattr(self._catalogue, name)

    def _teachers(self) -> dict[str, list[str]]:
        """The ids of the credentials that develop a skill or a narrower one."""
        found: dict[str, dict[str, None]] = {}
        for credential in self._credentials.values():
            for one in credential.develops:
                for skill in (one.skill, *self.ancestors(one.skill)):
                    found.setdefault(skill, {})[credential.id] = None
        return {skill: list(ids) for skill, ids in found.items()}

    def skill(self, id_: str) -> Skill:
        return self._skills[id_]

    def skills(self, ids: Iterable[str]) -> tuple[Skill, ...]:
        return tuple(self._skills[id_] for id_ in ids)

    def occupation(self, id_: str) -> Occupation:
        return self._occupations[id_]

    def all_occupations(self) -> tuple[Occupation, ...]:
        return tuple(self._occupations.values())

    def credential(self, id_: str) -> Credential:
        return self._credentials[id_]

    def all_credentials(self) -> tuple[Credential, ...]:
        return tuple(self._credentials.values())

    def ancestors(self, skill_id: str) -> frozenset[str]:
        return self._ancestors.get(skill_id, _NONE)

    def descendants(self, skill_id: str) -> frozenset[str]:
        return self._descendants.get(skill_id, _NONE)

    def subject_weights(self, skill_ids: Iterable[str]) -> dict[str, int]:
        return {id_: self._subjects[id_] for id_ in skill_ids}

    def teaching(self, skill_ids: Iterable[str]) -> tuple[Credential, ...]:
        found = {id_ for one in skill_ids for id_ in self._teaching.get(one, ())}
        return tuple(self._credentials[id_] for id_ in sorted(found))


def _turned(edges: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    turned: dict[str, set[str]] = {}
    for start, ends in edges.items():
        for end in ends:
            turned.setdefault(end, set()).add(start)
    return {end: frozenset(starts) for end, starts in turned.items()}
