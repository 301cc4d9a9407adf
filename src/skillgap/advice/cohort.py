"""A group of clients in numbers that tell of nobody: lacks, reach, and an intake."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from skillgap.advice.filters import Filters
from skillgap.advice.intake import Worth, choose_intake, worth_of
from skillgap.advice.rank import levels_together
from skillgap.advice.suppression import (
    SMALLEST,
    hidden_parts,
    is_nearly_all,
    shown,
    sum_tells,
)
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
    from collections.abc import Callable, Iterable, Mapping

    from skillgap.advice.intake import Chosen
    from skillgap.catalogue import Catalogue
    from skillgap.model.cohort import Cell, Client, Outcome

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
    outcomes, number = _outcomes(tally, smallest)
    standings, joined = _standings(tally, catalogue, smallest)
    lacked, few = _lacked(tally, catalogue, smallest)
    chosen = _choose(tally, catalogue, filters or Filters(), most, smallest, seconds)
    return Cohort(
        clients=number,
        errors=None if 0 < tally.errors < smallest else tally.errors,
        smallest=smallest,
        reach=reach,
        outcomes=outcomes,
        lacked=lacked,
        few_lack=few,
        standings=standings,
        joined=joined,
        intake=_intake(tally, chosen, clients, most, smallest),
    )


def _outcomes(
    tally: Tally, smallest: int
) -> tuple[tuple[tuple[Outcome, Cell], ...], Cell]:
    """The parts of the group, and the whole where it does not tell of a hidden one."""
    counts = [tally.outcomes[name] for name in OUTCOMES]
    hidden = hidden_parts(counts, smallest)
    told = tuple(
        (name, None if place in hidden else count)
        for place, (name, count) in enumerate(zip(OUTCOMES, counts, strict=True))
    )
    tells = len(hidden) == len(counts) and sum_tells(counts, smallest)
    return told, None if tells else tally.clients


def _lacked(
    tally: Tally, catalogue: Catalogue, smallest: int
) -> tuple[tuple[Lacked, ...], int]:
    """The skills that enough clients lack, and how many others there are.

    Those that nearly all lack come first, by id: their place would else tell.
    """
    lost = lost_shares(tally.unmet)
    rows = []
    for skill, count in tally.lacking.items():
        if count < smallest:
            continue
        nearly = is_nearly_all(count, tally.clients, smallest)
        cell = shown(count, tally.clients, smallest)
        share = None if nearly else float(lost[skill] / tally.clients)
        taught = bool(levels_reached(skill, catalogue))
        label = _label(skill, tally, catalogue)
        rows.append(Lacked(skill, label, cell, share, nearly, taught))
    rows.sort(key=lambda one: (not one.nearly_all, -(one.share or 0), one.skill))
    return tuple(rows), len(tally.lacking) - len(rows)


def _standings(
    tally: Tally, catalogue: Catalogue, smallest: int
) -> tuple[tuple[Standing, ...], int]:
    """Where clients stand, by occupation; small groups are joined to one."""
    ids = sorted(tally.aiming, key=lambda one: (tally.aiming[one], one))
    hidden = hidden_parts([tally.aiming[one] for one in ids], smallest)
    alone = [one for place, one in enumerate(ids) if place not in hidden]
    joined = [ids[place] for place in sorted(hidden)]
    groups = [[one] for one in sorted(alone, key=lambda o: (-tally.aiming[o], o))]
    groups += [joined] if joined else []
    sizes = [sum(tally.aiming[one] for one in group) for group in groups]
    within = [sum(tally.within[one] for one in group) for group in groups]
    without = [size - count for size, count in zip(sizes, within, strict=True)]
    few = hidden_parts(within, smallest) | hidden_parts(without, smallest)
    rows = [
        Standing(
            occupation=group[0] if group is not joined else None,
            title=_title(group[0], tally, catalogue),
            clients=sizes[place],
            before=float(sum(tally.before[one] for one in group) / sizes[place]),
            after=float(sum(tally.after[one] for one in group) / sizes[place]),
            within=None if place in few else within[place],
        )
        for place, group in enumerate(groups)
    ]
    return tuple(rows), len(joined)


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
    before = tally.coverage / number
    return Intake(
        most=most,
        status="optimal" if chosen.proven else "feasible",
        before=float(before),
        after=float(before + chosen.gain / number),
        bound=float(before + chosen.bound / number),
        clients=shown(served, number, smallest),
        nearly_all=is_nearly_all(served, number, smallest),
        credentials=tuple(
            Served(
                option.credential,
                shown(helped.get(option.credential.id, 0), number, smallest),
                is_nearly_all(helped.get(option.credential.id, 0), number, smallest),
                _alone(worth, option.taught, number)
                if helped.get(option.credential.id, 0) >= smallest
                else None,
            )
            for option in chosen.options
        ),
    )


def _alone(worth: Worth, taught: Mapping[str, int], number: int) -> float:
    return float(worth.of(taught) / number)


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
