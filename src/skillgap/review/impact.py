"""What an edit changes in the advice that people get: two catalogues, the same people.

Made-up people (``people``) say the same words to both catalogues and are told about
every occupation that both have: coverage, the first recommendation, the verdict. An
answer counts as changed where any of the three does.
"""

from __future__ import annotations

from collections import Counter
from math import fsum
from typing import TYPE_CHECKING

from skillgap.advice.filters import USUAL_FOCUS, Filters
from skillgap.advice.first import FirstAdvice
from skillgap.matching import match_claims
from skillgap.model import Claim
from skillgap.model.impact import (
    Answer,
    Example,
    Impact,
    OccupationImpact,
    PhraseImpact,
    Swap,
)
from skillgap.record import Record
from skillgap.review.people import generate_people

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from skillgap.advice.first import First
    from skillgap.catalogue import Catalogue
    from skillgap.model import Credential, Occupation
    from skillgap.model.impact import Asked

    Progress = Callable[[str, float], None]
    _Pair = tuple[str | None, str | None]

PEOPLE = 500
SEED = 1
LEAST = 1e-9
"""Coverages that differ by less are the same: sums of other fractions may round."""

_EXAMPLES = 3
_SWAPS = 5


class _Side(Record):
    """One of the two catalogues, and what each person holds in its words, by number."""

    catalogue: Catalogue
    filters: Filters
    understood: dict[str, str | None]
    held: list[dict[str, int]]

    def answer(self, first: First) -> Answer:
        """The answer with its credential."""
        id_ = first.first
        credential = self.catalogue.credential(id_) if id_ else None
        return Answer(first.coverage, credential, first.verdict)


def find_impact(
    old: Catalogue,
    new: Catalogue,
    *,
    people: int = PEOPLE,
    seed: int = SEED,
    progress: Progress | None = None,
) -> Impact:
    """Compare the advice of two catalogues.

    Args:
        old: the catalogue before the edit; the people speak its words.
        new: the catalogue after it.
        people: how many people are made up.
        seed: other numbers make other people.
        progress: told how many of the occupations have been asked about.
    """
    asked = generate_people(old, people, seed)
    then, now = _side(old, asked), _side(new, asked)
    before = {one.id: one for one in old.all_occupations()}
    after = {one.id: one for one in new.all_occupations()}
    both = sorted(before.keys() & after.keys())
    affected = []
    for number, id_ in enumerate(both):
        if progress:
            progress(id_, number / len(both))
        affected.append(_compared(before[id_], after[id_], then, now, asked))
    affected = _sorted(affected)
    return Impact(
        people=len(asked),
        seed=seed,
        occupations=len(both),
        answers=len(asked) * len(both),
        changed=sum(one.changed for one in affected),
        affected=tuple(affected),
        phrases=_phrases(then, now),
        added=tuple(after[id_] for id_ in sorted(after.keys() - before.keys())),
        removed=tuple(before[id_] for id_ in sorted(before.keys() - after.keys())),
        credentials=_named(affected, old, new),
    )


def _sorted(compared: Iterable[OccupationImpact]) -> list[OccupationImpact]:
    """Those that change, the most changed first."""
    found = [one for one in compared if one.changed]
    return sorted(
        found, key=lambda one: (-one.changed, -abs(one.mean), one.occupation.id)
    )


def _named(
    affected: Iterable[OccupationImpact], old: Catalogue, new: Catalogue
) -> dict[str, Credential]:
    """The credentials that stand first before or after, by id."""
    swaps = {swap for one in affected for swap in one.firsts}
    after = {one.after: new.credential(one.after) for one in swaps if one.after}
    return after | {
        one.before: old.credential(one.before) for one in swaps if one.before
    }


def _side(catalogue: Catalogue, people: Iterable[Asked]) -> _Side:
    phrases = list(dict.fromkeys(p for one in people for p, _level in one.phrases))
    matches = match_claims([Claim(phrase) for phrase in phrases], catalogue)
    understood = {
        phrase: match.skill.id
        if match.skill is not None and match.status == "matched"
        else None
        for phrase, match in zip(phrases, matches, strict=True)
    }
    filters = Filters(focus=USUAL_FOCUS)
    held = [_held(one, understood, catalogue) for one in people]
    return _Side(catalogue, filters, understood, held)


def _held(
    person: Asked, understood: dict[str, str | None], catalogue: Catalogue
) -> dict[str, int]:
    """The levels held by skill: of what was understood, and of what is broader."""
    held: dict[str, int] = {}
    for phrase, level in person.phrases:
        skill = understood[phrase]
        if skill is not None:
            for each in (skill, *catalogue.ancestors(skill)):
                held[each] = max(level, held.get(each, 0))
    return held


def _compared(
    before: Occupation,
    after: Occupation,
    then: _Side,
    now: _Side,
    people: Sequence[Asked],
) -> OccupationImpact:
    """The answers about one occupation, person by person."""
    old = FirstAdvice(before, then.catalogue, then.filters)
    new = FirstAdvice(after, now.catalogue, now.filters)
    pairs = [
        (old.of(one), new.of(other))
        for one, other in zip(then.held, now.held, strict=True)
    ]
    changed = [number for number, (a, b) in enumerate(pairs) if _differs(a, b)]
    moves = [b.coverage - a.coverage for a, b in pairs]
    firsts = _swapped([(a.first, b.first) for a, b in pairs])
    verdicts = _swapped([(a.verdict, b.verdict) for a, b in pairs])
    weightiest = sorted(changed, key=lambda n: (-_weight(*pairs[n]), n))[:_EXAMPLES]
    return OccupationImpact(
        occupation=after,
        changed=len(changed),
        coverage=sum(abs(move) > LEAST for move in moves),
        first=firsts.total(),
        verdict=verdicts.total(),
        mean=fsum(moves) / len(moves) if moves else 0.0,
        largest=max(moves, key=lambda move: (abs(move), move), default=0.0),
        firsts=_swaps(firsts),
        verdicts=_swaps(verdicts),
        examples=tuple(
            Example(people[n], then.answer(pairs[n][0]), now.answer(pairs[n][1]))
            for n in weightiest
        ),
    )


def _differs(one: First, other: First) -> bool:
    return (
        abs(one.coverage - other.coverage) > LEAST
        or one.first != other.first
        or one.verdict != other.verdict
    )


def _weight(one: First, other: First) -> float:
    """How much a change matters to whoever it happens to: the verdict most."""
    moved = abs(one.coverage - other.coverage)
    return 2 * (one.verdict != other.verdict) + (one.first != other.first) + moved


def _swapped(pairs: Iterable[_Pair]) -> Counter[_Pair]:
    return Counter((one, other) for one, other in pairs if one != other)


def _swaps(counted: Counter[_Pair]) -> tuple[Swap, ...]:
    order = sorted(
        counted.items(), key=lambda item: (-item[1], str(item[0][0]), str(item[0][1]))
    )
    return tuple(Swap(*pair, count) for pair, count in order[:_SWAPS])


def _phrases(then: _Side, now: _Side) -> tuple[PhraseImpact, ...]:
    """The phrases that the two catalogues understand otherwise, in their order."""
    return tuple(
        PhraseImpact(phrase, skill, now.understood[phrase])
        for phrase, skill in sorted(then.understood.items())
        if skill != now.understood[phrase]
    )
