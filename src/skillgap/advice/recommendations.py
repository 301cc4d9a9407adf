"""Which credentials close the gap, in what order, and why."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from skillgap.advice.coverage import (
    levels_held,
    make_goal,
    parts_met,
    points,
    points_added,
    raise_levels,
    total_points,
    weight,
)
from skillgap.advice.filters import Filters
from skillgap.advice.fit import choose_occupations
from skillgap.advice.gap import find_gap
from skillgap.advice.options import find_options
from skillgap.advice.rank import in_order
from skillgap.model import Closing, Reason, Recommendation, Recommendations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from skillgap.advice.coverage import Goal
    from skillgap.advice.options import Option
    from skillgap.advice.rank import RankBy
    from skillgap.catalogue import Catalogue
    from skillgap.model import Comparison, Credential, Gap, Held, Occupation


def recommend(  # noqa: PLR0913 (one keyword for each thing that a person may ask)
    occupations: Sequence[Occupation],
    held: Mapping[str, Held],
    catalogue: Catalogue,
    *,
    rank_by: RankBy = "added",
    filters: Filters | None = None,
    top: int | None = 10,
    taken: Collection[str] = (),
) -> Recommendations:
    """The credentials that close the gap, by what each adds to the ones above it.

    Coverage over several occupations is the mean of theirs. Without an occupation the
    in-demand ones that fit best are chosen (``choose_occupations``). Retired
    credentials and those ``taken`` already (by id) are never recommended; one whose
    prerequisites are missing stands below them, and a prerequisite that adds nothing
    itself is then a row that says what it opens. Every other row adds something.
    ``top`` is a number of rows (None: all); prerequisites are not cut from the
    credential they belong to, so that a few more rows may come.
    """
    chosen = not occupations
    if chosen:
        occupations = choose_occupations(held, catalogue)
    occupations = tuple({one.id: one for one in occupations}.values())
    goal = make_goal(occupations, catalogue)
    levels = levels_held(goal, held)
    filters = filters or Filters()
    options = find_options(goal, levels, catalogue, filters, taken=taken)
    bundles = in_order(goal, levels, options, rank_by, filters.currency)
    gaps = tuple(find_gap(one, held, catalogue) for one in occupations)
    return Recommendations(
        occupations=occupations,
        gaps=gaps,
        coverage_before=points(goal, levels) / goal.whole,
        recommendations=explained(_first(bundles, top), goal, levels, gaps),
        not_taught=catalogue.skills(options.not_taught),
        chosen_for_person=chosen,
        set_aside=options.set_aside,
    )


def _first(bundles: Iterable[tuple[Option, ...]], top: int | None) -> list[Option]:
    rows: list[Option] = []
    for bundle in islice(bundles, top):
        if top is not None and len(rows) >= top:
            break
        rows.extend(bundle)
    return rows


def explained(
    rows: Sequence[Option],
    goal: Goal,
    levels: Mapping[str, int],
    gaps: Sequence[Gap],
) -> tuple[Recommendation, ...]:
    """The rows with what each adds to those above it, requirement by requirement."""
    reached = dict(levels)
    now = points(goal, levels)
    asked = _comparisons(gaps)
    found = []
    for rank, option in enumerate(rows, start=1):
        added = points_added(goal, reached, option.taught)
        now += added
        raised = [
            (skill, reached[skill], option.taught[skill])
            for skill in goal.worth
            if option.taught.get(skill, 0) > reached[skill]
        ]
        reasons = [one for step in raised for one in _reasons(step, asked)]
        found.append(
            Recommendation(
                rank=rank,
                credential=option.credential,
                adds=added / goal.whole,
                coverage_after=now / goal.whole,
                closes=_closings(reasons),
                reasons=tuple(sorted(reasons, key=lambda one: -one.share)),
                opens=_opened(rank - 1, rows),
            )
        )
        raise_levels(reached, option.taught)
    return tuple(found)


def _comparisons(gaps: Sequence[Gap]) -> dict[str, list[tuple[Occupation, Comparison]]]:
    asked: dict[str, list[tuple[Occupation, Comparison]]] = {}
    for gap in gaps:
        for row in (*gap.below_level, *gap.missing):
            asked.setdefault(row.skill.id, []).append((gap.occupation, row))
    return asked


def _reasons(
    step: tuple[str, int, int],
    asked: Mapping[str, Sequence[tuple[Occupation, Comparison]]],
) -> list[Reason]:
    """Each requirement that a skill raised from one level to another now meets more."""
    skill, before, after = step
    return [
        Reason(occupation, row, before, after, share)
        for occupation, row in asked.get(skill, ())
        if (share := _share(occupation, row, before, after))
    ]


def _share(occupation: Occupation, row: Comparison, before: int, after: int) -> float:
    parts = parts_met(after, row.need) - parts_met(before, row.need)
    return weight(row.requirement) * parts / total_points(occupation)


def _closings(reasons: Iterable[Reason]) -> tuple[Closing, ...]:
    closings = {
        reason.comparison.skill.id: Closing(
            reason.comparison.skill, reason.already, reason.reached
        )
        for reason in reasons
    }
    return tuple(closings.values())


def _opened(place: int, rows: Sequence[Option]) -> tuple[Credential, ...]:
    """The credentials further down that ask for this row, and for none above it."""
    above = {one.credential.id for one in rows[:place]}
    own = rows[place].credential.id
    return tuple(
        other.credential
        for other in rows[place + 1 :]
        if any(own in g and above.isdisjoint(g) for g in other.asks_first)
    )
