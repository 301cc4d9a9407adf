"""What occupations ask for and what is taught of it: the same in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.coverage import levels_taught, make_goal, parts_met, weight
from skillgap.advice.gap import by_weight
from skillgap.advice.options import Option, Options, Ways, focus
from skillgap.batch.choice import Order
from skillgap.batch.pieces import Kept
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from skillgap.advice.coverage import Goal
    from skillgap.advice.filters import Filters
    from skillgap.batch.choice import Pairs
    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Occupation, Requirement

_MOST_FILTERS = 64


class Asked(Record):
    """A requirement of an occupation, and its points at the levels 0 to 5."""

    requirement: Requirement
    occupation: Occupation
    skill: str
    need: int
    points: tuple[int, ...]


class Teaching(Record):
    """A credential, the levels of a goal that it reaches, and how far it serves it."""

    credential: Credential
    taught: Mapping[str, int]
    focus: float


class Choice(Record):
    """A goal under some filters: the order of what helps, and what is refused."""

    order: Order
    refused: tuple[tuple[Pairs, tuple[str, ...]], ...]


class Compiled:
    """The goal of some occupations, ready to be compared with anyone.

    ``most`` is the highest level that anything on offer reaches, for each skill;
    ``choice`` gives what helps under some filters.

    Args:
        occupations: what is aimed at.
        catalogue: looked up in memory.
        ways: gives what stands in the way of credentials under some filters.
    """

    def __init__(
        self,
        occupations: Sequence[Occupation],
        catalogue: Catalogue,
        ways: Callable[[Filters], Ways],
    ) -> None:
        self.goal: Goal = make_goal(occupations, catalogue)
        self.skills = tuple(self.goal.worth)
        self.worth = tuple(self.goal.worth.values())
        self.asked = [_asked(one) for one in occupations]
        self.teaching = [
            Teaching(one, levels_taught(self.goal, one), focus(self.goal, one))
            for one in catalogue.teaching(self.skills)
        ]
        self.most = self._most_taught()
        self.choice = Kept(self._choice, _MOST_FILTERS)
        self._catalogue = catalogue
        self._ways = ways

    def _most_taught(self) -> list[int]:
        most = dict.fromkeys(self.skills, 0)
        for credential, taught, _focus in self.teaching:
            if credential.status != "retired":
                for skill, level in taught.items():
                    most[skill] = max(most[skill], level)
        return list(most.values())

    def _choice(self, filters: Filters) -> Choice:
        """What ``advice.options`` finds for someone who holds nothing."""
        ways = self._ways(filters)
        helpful, refused = {}, []
        for one in self.teaching:
            id_ = one.credential.id
            reasons = set(ways.refusals(id_))
            if one.focus < filters.focus:
                reasons.add("focus")
            if reasons:
                refused.append((one.taught, tuple(sorted(reasons))))
            else:
                helpful[id_] = one
        options = Options(self._leading(helpful, ways), tuple(sorted(helpful)), {}, ())
        order = Order(self.goal, options, filters.currency)
        pairs = tuple((order.pairs_of(taught), why) for taught, why in refused)
        return Choice(order, pairs)

    def _leading(
        self, helpful: Mapping[str, Teaching], ways: Ways
    ) -> dict[str, Option]:
        found = {}
        for id_ in ways.leading_to(helpful):
            known = helpful.get(id_)
            credential = known.credential if known else self._catalogue.credential(id_)
            taught = known.taught if known else levels_taught(self.goal, credential)
            found[id_] = Option(credential, taught, ways.open_groups(credential))
        return found


def _asked(occupation: Occupation) -> list[Asked]:
    return [
        Asked(
            one,
            occupation,
            one.skill,
            one.need,
            tuple(weight(one) * parts_met(have, one.need) for have in range(6)),
        )
        for one in by_weight(occupation.requirements)
    ]
