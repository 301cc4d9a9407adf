"""The credentials that would help, and why others are set aside."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from skillgap.advice.coverage import levels_taught, points_added
from skillgap.advice.filters import failed_filters
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from skillgap.advice.coverage import Goal
    from skillgap.advice.filters import Filters
    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential


class Option(Record):
    """A credential that may be taken, with the levels of the goal that it reaches.

    ``asks_first`` are groups of ids: one of each group comes before. Equivalents of
    what is asked for are in the group, what cannot be taken is not.
    """

    credential: Credential
    taught: Mapping[str, int]
    asks_first: tuple[tuple[str, ...], ...]


class Options(Record):
    """What may be chosen from.

    ``helpful`` are the ids of those that raise a skill of the goal by themselves;
    ``by_id`` also holds the prerequisites that those need. ``refused`` are those that
    would help but may not be taken, with the reasons; ``not_taught`` the skills that no
    credential raises, whatever the filters say.
    """

    by_id: Mapping[str, Option]
    helpful: tuple[str, ...]
    refused: Mapping[str, tuple[str, ...]]
    not_taught: tuple[str, ...]

    @property
    def set_aside(self) -> tuple[tuple[str, int], ...]:
        """How many credentials are refused, by reason; each counts for all of its."""
        reasons = [reason for every in self.refused.values() for reason in every]
        return tuple((one, reasons.count(one)) for one in sorted(set(reasons)))


def find_options(  # noqa: PLR0913 - two conditions of plans beside the filters
    goal: Goal,
    levels: Mapping[str, int],
    catalogue: Catalogue,
    filters: Filters,
    *,
    taken: Collection[str] = (),
    refuse: Callable[[Credential], tuple[str, ...]] | None = None,
) -> Options:
    """The credentials that raise a level of the goal, with their prerequisites.

    A credential that is retired, or fails a filter, or has a prerequisite that is not
    among those ``taken`` already and that no such credential can meet, is set aside
    under each of those reasons; ``refuse`` gives further ones. An equivalent of what is
    taken counts as taken.
    """
    ways = Ways(catalogue, filters, with_equivalents(taken, catalogue), refuse)
    unmet = [skill for skill in goal.worth if _unmet(goal, levels, skill)]
    helpful: list[str] = []
    refused: dict[str, tuple[str, ...]] = {}
    raised: set[str] = set()
    teaching = catalogue.teaching(unmet)
    subjects = subject_weights(goal, teaching, catalogue) if filters.focus else {}
    for credential in teaching:
        taught = levels_taught(goal, credential)
        if credential.id in ways.taken or not points_added(goal, levels, taught):
            continue
        if credential.status != "retired":
            raised.update(one for one, level in taught.items() if level > levels[one])
        reasons = {
            *ways.refusals(credential.id),
            *_unfocused(goal, credential, filters, subjects),
        }
        if reasons:
            refused[credential.id] = tuple(sorted(reasons))
        else:
            helpful.append(credential.id)
    by_id = {one: _option(one, goal, ways) for one in ways.leading_to(helpful)}
    not_taught = tuple(skill for skill in unmet if skill not in raised)
    return Options(by_id, tuple(sorted(helpful)), refused, not_taught)


def _unfocused(
    goal: Goal, credential: Credential, filters: Filters, subjects: Mapping[str, int]
) -> tuple[str, ...]:
    if not filters.focus or focus(goal, credential, subjects) >= filters.focus:
        return ()
    return ("focus",)


def subject_weights(
    goal: Goal, credentials: Iterable[Credential], catalogue: Catalogue
) -> dict[str, int]:
    """The weights by which ``focus`` counts what these credentials develop."""
    developed = {one.skill for each in credentials for one in each.develops}
    return catalogue.subject_weights(sorted(developed.union(goal.worth)))


def focus(goal: Goal, credential: Credential, subjects: Mapping[str, int]) -> float:
    """The share (0 to 1) of what a credential develops that the goal asks for.

    Each skill counts by how much it says of what the training is about (``subjects``),
    and by no more than what the goal asks for of it: a course on process control is no
    way into warehouse work because it also teaches some mathematics.
    """
    whole = sum(subjects[one.skill] for one in credential.develops)
    serving = sum(
        min(
            subjects[one.skill],
            max(
                (subjects[each] for each in goal.counts_for.get(one.skill, ())),
                default=0,
            ),
        )
        for one in credential.develops
    )
    return serving / whole if whole else 0.0


def with_equivalents(taken: Collection[str], catalogue: Catalogue) -> frozenset[str]:
    """Ids of credentials, and of all that certify the same.

    Ids that the catalogue does not have are kept as they are.
    """
    found = set(taken)
    for one in taken:
        with suppress(KeyError):
            found.update(catalogue.credential(one).equivalent_to)
    return frozenset(found)


class Ways:
    """What a credential asks for first, and whether anything stands in the way.

    Prerequisites never run in a circle: the catalogue's check refuses that.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        filters: Filters,
        taken: frozenset[str],
        refuse: Callable[[Credential], tuple[str, ...]] | None,
    ) -> None:
        self.catalogue = catalogue
        self.filters = filters
        self.taken = taken
        self.refuse = refuse
        self._refusals: dict[str, frozenset[str]] = {}

    def groups(self, credential: Credential) -> list[tuple[str, ...]]:
        """The groups of which one is asked for first and none is taken."""
        groups = [
            tuple(sorted(with_equivalents(group, self.catalogue)))
            for group in credential.prerequisites.groups
        ]
        return [group for group in groups if self.taken.isdisjoint(group)]

    def refusals(self, id_: str) -> frozenset[str]:
        """Why a credential may not be taken; none: it may, and so may what it needs."""
        if id_ not in self._refusals:
            credential = self.catalogue.credential(id_)
            own = _refused(credential, self.filters)
            more = self.refuse(credential) if self.refuse else ()
            found = frozenset((*own, *more))
            for group in self.groups(credential):
                each = [self.refusals(one) for one in group]
                found = found.union(*each) if all(each) else found
            self._refusals[id_] = found
        return self._refusals[id_]

    def open_groups(self, credential: Credential) -> tuple[tuple[str, ...], ...]:
        """The groups that are asked for first, without what may not be taken."""
        return tuple(
            tuple(one for one in group if not self.refusals(one))
            for group in self.groups(credential)
        )

    def leading_to(self, ids: Iterable[str]) -> list[str]:
        """Credentials and all that may be taken on the way to them, sorted."""
        found: set[str] = set()
        waiting = list(ids)
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                groups = self.open_groups(self.catalogue.credential(one))
                waiting.extend(first for group in groups for first in group)
        return sorted(found)


def _option(id_: str, goal: Goal, ways: Ways) -> Option:
    credential = ways.catalogue.credential(id_)
    return Option(
        credential=credential,
        taught=levels_taught(goal, credential),
        asks_first=ways.open_groups(credential),
    )


def _refused(credential: Credential, filters: Filters) -> tuple[str, ...]:
    retired = ("retired",) if credential.status == "retired" else ()
    return retired + failed_filters(credential, filters)


def _unmet(goal: Goal, levels: Mapping[str, int], skill: str) -> bool:
    row = goal.worth[skill]
    return row[levels[skill]] < row[-1]
