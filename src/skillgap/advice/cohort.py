"""A group of clients in numbers that tell of nobody: lacks, reach, and an intake."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from skillgap.advice.filters import Filters
from skillgap.advice.intake import Worth, choose_intake, worth_of
from skillgap.advice.rank import levels_together
from skillgap.advice.suppression import SMALLEST, told, told_mean, told_part, told_whole
from skillgap.advice.tally import Tally, levels_reached, lost_shares
from skillgap.model.catalogue import Text
from skillgap.model.cohort import (
    OUTCOMES,
    Cohort,
    Intake,
    Lacked,
    Served,
    Standing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from skillgap.advice.intake import Chosen
    from skillgap.advice.options import Option
    from skillgap.catalogue import Catalogue
    from skillgap.model.cohort import Client

REACH = 0.8
"""An occupation whose asks are covered so far counts as within reach."""


class TooFewError(ValueError):
    """The group itself is smaller than the least that may be told of."""


def describe_cohort(  # noqa: PLR0913 - the group, then one keyword for each thing asked
    clients: Callable[[], Iterable[Client]],
    catalogue: Catalogue,
    *,
    filters: Filters | None = None,
    most: int = 5,
    smallest: int = SMALLEST,
    reach: float = REACH,
    seconds: float = 10.0,
) -> Cohort:
    """What a group lacks, where it stands, and what serves it most.

    ``clients`` gives them anew each time it is called (at most twice); none is kept.
    ``most`` is the number of credentials of the intake.

    Raises:
        TooFewError: fewer clients could be advised than may be told of.
    """
    tally = Tally(catalogue, Fraction(str(reach)))
    for client in clients():
        tally.add(client)
    if tally.clients < max(1, smallest):
        raise TooFewError(tally.clients)
    whole = told_whole(tally.outcomes.values(), smallest)
    standings, joined = _standings(tally, catalogue, smallest)
    lacked, few = _lacked(tally, catalogue, whole, smallest)
    chosen = _choose(tally, catalogue, filters or Filters(), most, smallest, seconds)
    outcomes = tuple((name, told(tally.outcomes[name], smallest)) for name in OUTCOMES)
    return Cohort(
        clients=whole,
        errors=told(tally.errors, smallest),
        smallest=smallest,
        reach=reach,
        outcomes=outcomes,
        lacked=lacked,
        few_lack=few,
        standings=standings,
        joined=joined,
        intake=_intake(tally, chosen, clients, most, smallest),
    )


def _lacked(
    tally: Tally, catalogue: Catalogue, whole: int, smallest: int
) -> tuple[tuple[Lacked, ...], int]:
    """The skills that enough clients lack, and how many others there are."""
    lost = lost_shares(tally.unmet)
    rows = [
        Lacked(
            skill,
            _label(skill, tally, catalogue),
            told(count, smallest),
            told_part(lost[skill], count, whole, smallest),
            bool(levels_reached(skill, catalogue)),
        )
        for skill, count in tally.lacking.items()
        if count >= smallest
    ]
    rows.sort(key=lambda one: (-one.share, one.skill))
    return tuple(rows), len(tally.lacking) - len(rows)


def _standings(
    tally: Tally, catalogue: Catalogue, smallest: int
) -> tuple[tuple[Standing, ...], int]:
    """Where clients stand, by occupation; small groups are joined to one."""
    alone, joined = _groups(tally, smallest)
    groups = [[one] for one in alone]
    groups += [joined] if joined else []
    rows = []
    for group in groups:
        size = sum(tally.aiming[one] for one in group)
        before = sum((tally.before[one] for one in group), Fraction())
        after = sum((tally.after[one] for one in group), Fraction())
        rows.append(
            Standing(
                occupation=group[0] if group is not joined else None,
                title=_title(group[0], tally, catalogue),
                clients=told(size, smallest) or 0,
                before=told_mean(before, size, smallest),
                after=told_mean(after, size, smallest),
                within=told(sum(tally.within[one] for one in group), smallest),
            )
        )
    return tuple(rows), len(joined)


def _groups(tally: Tally, smallest: int) -> tuple[list[str], list[str]]:
    """The occupations that stand alone, by what is told of them, and those joined.

    Joined are all that too few aim at, and the least others until they are enough.
    """
    ids = sorted(tally.aiming, key=lambda one: (tally.aiming[one], one))
    joined = [one for one in ids if tally.aiming[one] < smallest]
    alone = [one for one in ids if tally.aiming[one] >= smallest]
    while joined and alone and sum(tally.aiming[one] for one in joined) < smallest:
        joined.append(alone.pop(0))
    alone.sort(key=lambda one: (-(told(tally.aiming[one], smallest) or 0), one))
    return alone, joined


def _label(skill: str, tally: Tally, catalogue: Catalogue) -> Text:
    """A skill's label; one that the catalogue no longer has is as the results say."""
    try:
        return catalogue.skill(skill).label
    except KeyError:
        return Text(tally.labels[skill])


def _title(occupation: str, tally: Tally, catalogue: Catalogue) -> Text:
    try:
        return catalogue.occupation(occupation).title
    except KeyError:
        return Text(tally.titles[occupation])


def _choose(  # noqa: PLR0913, PLR0917 - handed on
    tally: Tally,
    catalogue: Catalogue,
    filters: Filters,
    most: int,
    smallest: int,
    seconds: float,
) -> Chosen:
    """The best credentials among those that serve enough clients to be told."""
    helped = tally.helped()
    return choose_intake(
        worth_of(tally.unmet),
        sorted(tally.labels),
        catalogue,
        filters,
        most=most,
        shut=[one for one, count in helped.items() if count < smallest],
        seconds=seconds,
    )


def _intake(
    tally: Tally,
    chosen: Chosen,
    clients: Callable[[], Iterable[Client]],
    most: int,
    smallest: int,
) -> Intake:
    number, worth, helped = tally.clients, worth_of(tally.unmet), tally.helped()
    served = tally.served(option.credential.id for option in chosen.options)
    if served is None:
        served = _served(chosen, clients)
    before = tally.coverage
    whole = told_whole(tally.outcomes.values(), smallest)
    return Intake(
        most=most,
        status="optimal" if chosen.proven else "feasible",
        before=told_mean(before, number, smallest),
        after=told_mean(before + chosen.gain, number, smallest),
        bound=told_mean(before + chosen.bound, number, smallest),
        clients=told(served, smallest),
        credentials=tuple(
            _serves(one, worth, helped.get(one.credential.id, 0), whole, smallest)
            for one in chosen.options
        ),
    )


def _serves(
    option: Option, worth: Worth, some: int, whole: int, smallest: int
) -> Served:
    """A credential, whom it serves and what it adds by itself."""
    adds = None
    if some >= max(1, smallest):
        adds = told_part(worth.of(option.taught), some, whole, smallest)
    return Served(option.credential, told(some, smallest), adds)


def _served(chosen: Chosen, clients: Callable[[], Iterable[Client]]) -> int:
    """How many clients at least one of the credentials teaches what they lack."""
    levels = levels_together(chosen.options)
    return sum(
        any(
            levels.get(ask.skill, 0) > ask.have
            for aim in client.aims
            for ask in aim.asks
            if ask.have < ask.need
        )
        for client in clients()
    )
