"""Everything that a plan is chosen from: read once, solved as often as needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.assumptions import make_yardstick, reckon
from skillgap.advice.coverage import levels_held, make_goal
from skillgap.advice.filters import Filters
from skillgap.advice.formulation import formulate
from skillgap.advice.funding import ask_for_credential
from skillgap.advice.gap import find_gap
from skillgap.advice.options import find_options
from skillgap.advice.schedule import study_days, too_fast
from skillgap.model.plan import Given
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from skillgap.advice.assumptions import Yardstick
    from skillgap.advice.coverage import Goal
    from skillgap.advice.options import Options
    from skillgap.advice.programme import Programme
    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Gap, Held, Occupation
    from skillgap.model.funding import FundingProgram
    from skillgap.model.plan import Means, Reckoned


class Wishes(Record):
    """What a person asks of a plan besides its means.

    ``taken`` are the ids of credentials held already; ``funding`` is a program whose
    rules every step keeps, as far as they are known (all of them with the filter
    ``strict``); ``given`` are own assumptions; ``without`` are ids that shall not be
    chosen.
    """

    filters: Filters = Filters()
    taken: Collection[str] = ()
    funding: FundingProgram | None = None
    given: Given = Given()
    without: Collection[str] = ()


class Task(Record):
    """A person beside an occupation, and what may be chosen, with what it takes."""

    gap: Gap
    goal: Goal
    levels: Mapping[str, int]
    means: Means
    wishes: Wishes
    options: Options
    reckoned: Mapping[str, Reckoned]
    programme: Programme


def make_task(
    occupation: Occupation,
    held: Mapping[str, Held],
    catalogue: Catalogue,
    means: Means,
    wishes: Wishes,
) -> Task:
    """Gather what may be chosen and what it takes."""
    goal = make_goal([occupation], catalogue)
    levels = levels_held(goal, held)
    yardstick = make_yardstick(catalogue, wishes.given, means.currency)
    reckoned: dict[str, Reckoned] = {}

    def refuse(credential: Credential) -> tuple[str, ...]:
        return _refusals(credential, reckoned, yardstick, means, wishes)

    options = find_options(
        goal, levels, catalogue, wishes.filters, taken=wishes.taken, refuse=refuse
    )
    options = without_options(options, wishes.without)
    return Task(
        gap=find_gap(occupation, held, catalogue),
        goal=goal,
        levels=levels,
        means=means,
        wishes=wishes,
        options=options,
        reckoned=reckoned,
        programme=formulate(goal, levels, options, reckoned, means),
    )


def _refusals(
    credential: Credential,
    reckoned: dict[str, Reckoned],
    yardstick: Yardstick,
    means: Means,
    wishes: Wishes,
) -> tuple[str, ...]:
    """Why a credential may not be planned; what is counted for it is noted down."""
    one = reckoned.get(credential.id) or reckon(credential, yardstick)
    if one is None:
        return ("unknown",)
    reckoned[credential.id] = one
    refused = []
    strict = wishes.filters.strict
    if strict and one.assumptions:
        refused.append("unknown")
    if too_fast(credential, one.hours, means):
        refused.append("pace")
    if wishes.funding:
        days = study_days(credential, one.hours, means)
        answer = ask_for_credential(wishes.funding, credential, one.hours, days).answer
        if answer == "unlikely" or (strict and answer == "ask"):
            refused.append("funding")
    return tuple(refused)


def without_options(options: Options, shut: Collection[str]) -> Options:
    """The options without some, and without those that cannot be taken without them."""
    left = {key: one for key, one in options.by_id.items() if key not in shut}
    while True:
        kept = {
            key: one
            for key, one in left.items()
            if all(any(f in left for f in group) for group in one.asks_first)
        }
        if len(kept) == len(left):
            break
        left = kept
    helpful = tuple(one for one in options.helpful if one in left)
    return options._replace(by_id=left, helpful=helpful)
