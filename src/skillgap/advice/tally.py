"""Many clients counted one at a time: what is kept does not grow with their number."""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from skillgap.advice.coverage import PARTS, TOP_LEVEL, parts_met
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.catalogue import Catalogue
    from skillgap.model.cohort import Aim, Ask, Client, Outcome

_MOST_GROUPS = 50_000
"""Distinct sets of helpful credentials that are held before they are counted out."""


class Unmet(Record):
    """A requirement as some clients fail to meet it.

    ``whole`` are the points of full coverage, times the number of occupations that
    the clients aim at: points over it are a share of their mean coverage.
    """

    skill: str
    weight: int
    need: int
    have: int
    whole: int


class Tally:
    """What is counted of clients, in whole numbers: their order does not matter.

    Args:
        catalogue: says which credentials teach what.
        reach: the coverage from which on an occupation counts as within reach.
    """

    def __init__(self, catalogue: Catalogue, reach: Fraction) -> None:
        self.reach = reach
        self.clients = 0
        self.errors = 0
        self.outcomes: Counter[Outcome] = Counter()
        self.unmet: Counter[Unmet] = Counter()
        self.lacking: Counter[str] = Counter()
        self.labels: dict[str, str] = {}
        self.titles: dict[str, str] = {}
        self.aiming: Counter[str] = Counter()
        self.within: Counter[str] = Counter()
        self.before: defaultdict[str, Fraction] = defaultdict(Fraction)
        self.after: defaultdict[str, Fraction] = defaultdict(Fraction)
        self.coverage = Fraction()
        self._teachers = Teachers(catalogue)
        self._groups: Counter[int] = Counter()
        self._groups_are_whole = True
        self._helped: Counter[int] = Counter()

    def add(self, client: Client) -> None:
        """Count one client; those who could not be advised are counted apart."""
        if not client.aims:
            self.errors += 1
            return
        self.clients += 1
        several = len(client.aims)
        shares = [self._count_aim(aim, several) for aim in client.aims]
        before = sum((then for then, _now in shares), Fraction()) / several
        after = sum((now for _then, now in shares), Fraction()) / several
        self.coverage += before
        self.outcomes[self._outcome(before, after)] += 1
        lacked = {ask.skill for aim in client.aims for ask in unmet_asks(aim)}
        self.lacking.update(lacked)
        self._groups[self._teachers.who_help(client)] += 1
        if len(self._groups) > _MOST_GROUPS:
            self._groups_are_whole = False
            self._helped += self._counted_out()
            self._groups.clear()

    def helped(self) -> dict[str, int]:
        """How many clients each credential would teach something that they lack."""
        counts = self._helped + self._counted_out()
        names = self._teachers.ids
        return {names[place]: count for place, count in counts.items()}

    def served(self, ids: Iterable[str]) -> int | None:
        """How many clients any of these credentials would teach what they lack.

        None where too many different sets of credentials help to have kept them.
        """
        if not self._groups_are_whole:
            return None
        wanted = self._teachers.bits(ids)
        return sum(count for group, count in self._groups.items() if group & wanted)

    def _count_aim(self, aim: Aim, several: int) -> tuple[Fraction, Fraction]:
        """Count an occupation; the coverage of it now and with what was advised."""
        whole = whole_points(aim)
        then = sum(ask.weight * parts_met(ask.have, ask.need) for ask in aim.asks)
        now = sum(ask.weight * parts_met(ask.reached, ask.need) for ask in aim.asks)
        before, after = _share(then, whole), _share(now, whole)
        self.titles.setdefault(aim.occupation, aim.title)
        self.aiming[aim.occupation] += 1
        self.within[aim.occupation] += after >= self.reach
        self.before[aim.occupation] += before
        self.after[aim.occupation] += after
        for ask in aim.asks:
            self.labels.setdefault(ask.skill, ask.label)
            if ask.have < ask.need:
                key = Unmet(ask.skill, ask.weight, ask.need, ask.have, whole * several)
                self.unmet[key] += 1
        return before, after

    def _outcome(self, before: Fraction, after: Fraction) -> Outcome:
        if before >= self.reach:
            return "there"
        if after >= self.reach:
            return "within_reach"
        return "partly" if after > before else "not_helped"

    def _counted_out(self) -> Counter[int]:
        """Single credentials counted instead of sets of them."""
        found: Counter[int] = Counter()
        for group, count in self._groups.items():
            left = group
            while left:
                lowest = left & -left
                found[lowest.bit_length() - 1] += count
                left ^= lowest
        return found


class Teachers:
    """Which credentials take a skill beyond a level; each is a bit."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._places: dict[str, int] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        self.ids: list[str] = []

    def who_help(self, client: Client) -> int:
        """The credentials that teach something that a client lacks."""
        found = 0
        for aim in client.aims:
            for ask in unmet_asks(aim):
                found |= self._beyond(ask.skill)[ask.have]
        return found

    def bits(self, ids: Iterable[str]) -> int:
        """Credentials as bits, without those that help nobody."""
        return sum(1 << self._places[one] for one in set(ids) if one in self._places)

    def _beyond(self, skill: str) -> tuple[int, ...]:
        """For each level that may be held, the credentials that lead beyond it."""
        if skill not in self._known:
            levels = [0] * (TOP_LEVEL + 1)
            for id_, reached in levels_reached(skill, self._catalogue).items():
                if id_ not in self._places:
                    self._places[id_] = len(self.ids)
                    self.ids.append(id_)
                for held in range(reached):
                    levels[held] |= 1 << self._places[id_]
            self._known[skill] = tuple(levels)
        return self._known[skill]


def levels_reached(skill: str, catalogue: Catalogue) -> dict[str, int]:
    """The level to which each credential takes a skill, by itself or a narrower one."""
    counting = {skill, *catalogue.descendants(skill)}
    return {
        credential.id: max(
            one.reached for one in credential.develops if one.skill in counting
        )
        for credential in catalogue.teaching([skill])
        if credential.status != "retired"
    }


def unmet_asks(aim: Aim) -> list[Ask]:
    """What of an aim the client does not have in full."""
    return [ask for ask in aim.asks if ask.have < ask.need]


def whole_points(aim: Aim) -> int:
    """The points of full coverage of an aim."""
    return PARTS * sum(ask.weight for ask in aim.asks)


def _share(points: int, whole: int) -> Fraction:
    return Fraction(points, whole) if whole else Fraction()


def lost_shares(unmet: Mapping[Unmet, int]) -> dict[str, Fraction]:
    """The coverage lost to each skill, summed over the clients."""
    found: defaultdict[str, Fraction] = defaultdict(Fraction)
    for one, count in unmet.items():
        lost = one.weight * (PARTS - parts_met(one.have, one.need))
        found[one.skill] += Fraction(lost * count, one.whole)
    return dict(found)
