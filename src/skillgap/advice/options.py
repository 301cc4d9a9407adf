"""The credentials that would help, and why others are set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.coverage import levels_taught, points_added
from skillgap.advice.filters import failed_filters
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from skillgap.advice.coverage import Goal
    from skillgap.advice.filters import Filters
    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential


class Option(Record):
    """A credential that may be taken, with the levels of the goal that it reaches."""

    credential: Credential
    taught: Mapping[str, int]
    asks_first: tuple[str, ...]


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

    A credential that is retired, or fails a filter, or has such a prerequisite that is
    not among those ``taken`` already, is set aside under each of those reasons;
    ``refuse`` gives further ones.
    """
    unmet = [skill for skill in goal.worth if _unmet(goal, levels, skill)]
    by_id: dict[str, Option] = {}
    helpful: list[str] = []
    refused: dict[str, tuple[str, ...]] = {}
    raised: set[str] = set()
    for credential in catalogue.teaching(unmet):
        taught = levels_taught(goal, credential)
        if credential.id in taken or not points_added(goal, levels, taught):
            continue
        if credential.status != "retired":
            raised.update(one for one, level in taught.items() if level > levels[one])
        needed = (credential, *prerequisites_missing(credential, catalogue, taken))
        reasons = {r for one in needed for r in _refused(one, filters)}
        reasons.update(r for one in needed if refuse for r in refuse(one))
        reasons.update(_unfocused(goal, credential, filters))
        if reasons:
            refused[credential.id] = tuple(sorted(reasons))
        else:
            helpful.append(credential.id)
            by_id |= {one.id: _option(one, goal, taken) for one in needed}
    not_taught = tuple(skill for skill in unmet if skill not in raised)
    return Options(
        dict(sorted(by_id.items())), tuple(sorted(helpful)), refused, not_taught
    )


def _unfocused(goal: Goal, credential: Credential, filters: Filters) -> tuple[str, ...]:
    return ("focus",) if focus(goal, credential) < filters.focus else ()


def focus(goal: Goal, credential: Credential) -> float:
    """The share (0 to 1) of what a credential develops that the goal asks for."""
    developed = [one.skill for one in credential.develops]
    serving = sum(skill in goal.counts_for for skill in developed)
    return serving / len(developed) if developed else 0.0


def prerequisites_missing(
    credential: Credential, catalogue: Catalogue, taken: Collection[str]
) -> tuple[Credential, ...]:
    """All credentials to be taken before this one, those that come first in front."""
    ordered: list[Credential] = []
    seen = {credential.id, *taken}

    def visit(one: Credential) -> None:
        for first in one.prerequisites.credentials:
            if first not in seen:
                seen.add(first)
                before = catalogue.credential(first)
                visit(before)
                ordered.append(before)

    visit(credential)
    return tuple(ordered)


def _option(credential: Credential, goal: Goal, taken: Collection[str]) -> Option:
    first = credential.prerequisites.credentials
    return Option(
        credential=credential,
        taught=levels_taught(goal, credential),
        asks_first=tuple(one for one in first if one not in taken),
    )


def _refused(credential: Credential, filters: Filters) -> tuple[str, ...]:
    retired = ("retired",) if credential.status == "retired" else ()
    return retired + failed_filters(credential, filters)


def _unmet(goal: Goal, levels: Mapping[str, int], skill: str) -> bool:
    row = goal.worth[skill]
    return row[levels[skill]] < row[-1]
