"""Which few credentials together serve a group most: the planner over many people.

The group is planned for as if it were one person. What a level of a skill is worth is
the coverage that all clients together gain where that level is taught, so a set of
credentials is worth what it adds to all of them. The planner chooses at most so many,
prerequisites among them, and proves that no others add more.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from skillgap.advice.assumptions import make_yardstick, reckon
from skillgap.advice.coverage import (
    TOP_LEVEL,
    Goal,
    counts_for,
    parts_met,
)
from skillgap.advice.formulation import formulate
from skillgap.advice.optimum import best_choice
from skillgap.advice.options import find_options
from skillgap.advice.rank import in_order, levels_together
from skillgap.advice.task import without_options
from skillgap.model import Quantity
from skillgap.model.plan import Means, Reckoned
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from skillgap.advice.filters import Filters
    from skillgap.advice.options import Option, Options
    from skillgap.advice.programme import Choice
    from skillgap.advice.tally import Unmet
    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential

FINENESS = 1 << 40
"""In how many parts the whole gap of a group is cut to plan in whole numbers."""


class Worth(Record):
    """What skills are worth to a group: coverage summed over clients, at each level."""

    gains: Mapping[str, tuple[Fraction, ...]]

    def of(self, levels: Mapping[str, int]) -> Fraction:
        """What the group gains where skills are taught up to these levels."""
        rows = self.gains
        return sum((rows[s][n] for s, n in levels.items() if s in rows), Fraction())


class Chosen(Record):
    """The credentials chosen, in an order to take them, and what is proven of them.

    ``gain`` and ``bound`` are coverage summed over the clients: what the set adds, and
    what no set of as many exceeds; ``proven`` where nothing adds more.
    """

    options: tuple[Option, ...]
    gain: Fraction
    bound: Fraction
    proven: bool


def worth_of(unmet: Mapping[Unmet, int]) -> Worth:
    """What teaching each skill up to each level adds to all clients together."""
    points: defaultdict[tuple[str, int], list[int]] = defaultdict(
        lambda: [0] * (TOP_LEVEL + 1)
    )
    for one, count in unmet.items():
        row = points[one.skill, one.whole]
        now = parts_met(one.have, one.need)
        for level in range(one.have + 1, TOP_LEVEL + 1):
            more = parts_met(level, one.need) - now
            row[level] += one.weight * count * more
    sums: defaultdict[str, list[Fraction]] = defaultdict(
        lambda: [Fraction()] * (TOP_LEVEL + 1)
    )
    for (skill, whole), row in points.items():
        for level, value in enumerate(row):
            sums[skill][level] += Fraction(value, whole)
    return Worth({skill: tuple(row) for skill, row in sums.items()})


def choose_intake(  # noqa: PLR0913 - the group, then what may be chosen
    worth: Worth,
    asked: Iterable[str],
    catalogue: Catalogue,
    filters: Filters,
    *,
    most: int,
    shut: Iterable[str] = (),
    seconds: float = 10.0,
) -> Chosen:
    """The best set of at most so many credentials; ties by hours, cost and id.

    ``asked`` are all skills that the group's occupations ask for; ``shut`` are ids
    that shall not be chosen.
    """
    total = sum((row[-1] for row in worth.gains.values()), Fraction())
    scale = Fraction(FINENESS) / total if total else Fraction(1)
    goal = _goal(worth, asked, catalogue, scale)
    levels = dict.fromkeys(goal.worth, 0)
    options = find_options(goal, levels, catalogue, filters)
    options = without_options(options, set(shut))
    choice = _choose(goal, options, catalogue, most, seconds)
    ordered = _in_order(goal, options, choice, filters.currency)
    gain = worth.of(levels_together(ordered))
    bound = max(gain, Fraction(choice.bound) / scale)
    proven = bool(choice.settled)
    return Chosen(tuple(ordered), gain, gain if proven else bound, proven)


def _goal(
    worth: Worth, asked: Iterable[str], catalogue: Catalogue, scale: Fraction
) -> Goal:
    """The group as one person who has nothing; what is met already is worth nothing."""
    rows = {
        skill: tuple(round(value * scale) for value in row)
        for skill, row in worth.gains.items()
    }
    rows |= {skill: (0,) * (TOP_LEVEL + 1) for skill in asked if skill not in rows}
    ordered = sorted(rows, key=lambda skill: (-rows[skill][-1], skill))
    worths = {skill: rows[skill] for skill in ordered}
    return Goal((), worths, FINENESS, counts_for(rows, catalogue))


def _choose(
    goal: Goal, options: Options, catalogue: Catalogue, most: int, seconds: float
) -> Choice:
    yardstick = make_yardstick(catalogue)
    reckoned = {
        id_: reckon(option.credential, yardstick) or _nothing(option.credential)
        for id_, option in options.by_id.items()
    }
    levels = dict.fromkeys(goal.worth, 0)
    programme = formulate(goal, levels, options, reckoned, Means())
    # The third limit, days for a person, counts the credentials here.
    items = tuple(one._replace(takes=(*one.takes[:2], 1)) for one in programme.items)
    programme = programme._replace(items=items, limits=(None, None, most))
    return best_choice(programme, seconds=seconds)


def _nothing(credential: Credential) -> Reckoned:
    """Where nothing is known to assume from, hours and cost decide no tie."""
    unit = credential.cost.unit
    return Reckoned(Quantity(0, "h", "unknown"), Quantity(0, unit, "unknown"))


def _in_order(
    goal: Goal, options: Options, choice: Choice, currency: str
) -> list[Option]:
    """What was chosen: prerequisites first, then what adds most to those before."""
    chosen = {one: options.by_id[one] for one in choice.ids}
    helpful = tuple(one for one in options.helpful if one in chosen)
    some = options._replace(by_id=chosen, helpful=helpful)
    bundles = in_order(goal, dict.fromkeys(goal.worth, 0), some, "added", currency)
    ordered = [option for bundle in bundles for option in bundle]
    return ordered + [one for one in chosen.values() if one not in ordered]
