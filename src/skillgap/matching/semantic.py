"""What a phrase means: the skills whose labels are near it in the table of vectors.

A skill is scored by its nearest label, by the mean of all its labels together, and a
little by spelling: ``cosine(phrase, label) + CENTROID * cosine(phrase, mean) +
SPELLING * ratio``. The weights were chosen in ``training/NOTES.md``.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.resources import files
from math import exp, log
from typing import TYPE_CHECKING

import numpy as np

from skillgap.matching.index import in_order, whole_numbers
from skillgap.matching.tokens import pieces
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from skillgap.matching.index import SemanticIndex
    from skillgap.matching.table import Floats, Table

CENTROID = 0.6
SPELLING = 0.1
SKILLS_COMPARED = 96
"""How many skills at least, the nearest by their means, have their labels compared."""

SPELLINGS_COMPARED = 64
"""How many labels at least, the nearest in meaning, are compared by spelling too."""

CELLS_COMPARED = 20
"""How many cells are compared where skills are kept in cells."""

_AT_ONCE = 64
"""How many phrases are compared at once."""

_ROWS = 16

_DATA = files("skillgap.matching") / "data"


class Near(Record):
    """A skill that is near a phrase, and by which label (both by position)."""

    owner: int
    label: int
    score: float
    label_likeness: float
    """Cosine of the phrase and the label."""

    skill_likeness: float
    """Cosine of the phrase and the mean of the skill's labels."""

    spelling: float
    """How alike the two are spelled, whatever the order of words."""


def rank(table: Table, phrase: str, index: SemanticIndex, top: int = 10) -> list[Near]:
    """The skills nearest in meaning to a phrase, best first, at most `top`.

    The labels of the skills whose means are nearest are compared one by one. Nothing
    is near a phrase that has no word.
    """
    (found,) = rank_all(table, [phrase], index, top)
    return found


def rank_all(
    table: Table, phrases: Sequence[str], index: SemanticIndex, top: int = 10
) -> list[list[Near]]:
    """The same for many phrases, which are compared together: in a tenth of the time.

    Each is ranked as it is alone.
    """
    vectors = whole_numbers(table.encode(phrases))
    found: list[list[Near]] = [[] for _phrase in phrases]
    told = np.flatnonzero(vectors.any(1)) if len(index.means.scales) else ()
    for start in range(0, len(told), _AT_ONCE):
        some = told[start : start + _AT_ONCE]
        nearest = _nearest(vectors[some], index, max(SKILLS_COMPARED, top))
        for place, listed in zip(some, _with_labels(nearest, index), strict=True):
            found[place] = _ranked(phrases[place], vectors[place], listed, index, top)
    return found


class _Listed(Record):
    """Skills near a phrase, label by label."""

    owners: NDArray[np.int32]
    """The skill of each label."""

    labels: NDArray[np.intp]
    alike: Floats
    """The cosine of the phrase and the mean of the skill's labels."""


def _with_labels(
    nearest: Iterable[tuple[NDArray[np.intp], Floats]], index: SemanticIndex
) -> Iterator[_Listed]:
    """The labels of the skills near each of some phrases, looked up together."""
    each = list(nearest)
    skills = np.concatenate([one for one, _alike in each])
    labels, at = _runs(index.starts, skills)
    owners = skills.astype(np.int32)[at]
    alike = np.concatenate([one for _skills, one in each])[at]
    ends = np.cumsum([len(one) for one, _alike in each])
    start = 0
    for end in at.searchsorted(ends).tolist():
        yield _Listed(owners[start:end], labels[start:end], alike[start:end])
        start = end


def _ranked(
    phrase: str, vector: Floats, listed: _Listed, index: SemanticIndex, top: int
) -> list[Near]:
    """The nearest skills in the order of their best label."""
    likeness = index.labels.likeness(vector, listed.labels)
    meant = likeness + CENTROID * listed.alike
    short = shortlist(meant, max(SPELLINGS_COMPARED, 8 * top))
    labels = listed.labels[short]
    spelling = _spelling(phrase, index.sorted.at(labels))
    scores = meant[short] + SPELLING * spelling
    best: dict[int, int] = {}
    owners = listed.owners[short].tolist()
    for place in np.argsort(-scores, kind="stable").tolist():
        if owners[place] not in best:
            best[owners[place]] = place
            if len(best) == top:
                break
    at = short[list(best.values())]
    told = (each[at].tolist() for each in (likeness, listed.alike))
    chosen = (each[list(best.values())].tolist() for each in (labels, scores, spelling))
    return [
        Near(owner, label, score, alike, skill_alike, spelled)
        for owner, label, score, spelled, alike, skill_alike in zip(
            best, *chosen, *told, strict=True
        )
    ]


def _nearest(
    vectors: Floats, index: SemanticIndex, size: int
) -> Iterator[tuple[NDArray[np.intp], Floats]]:
    """For each vector the skills whose means are nearest, and how near each is.

    Of many skills only those in the nearest cells are compared.
    """
    means, cells = index.means, index.cells
    if cells is None:
        rows = means.all_likeness(vectors)
        for row, listed in zip(rows, shortlists(rows, size), strict=True):
            yield listed, row[listed]
        return
    for vector in vectors:
        near = shortlist(cells.centres @ vector, CELLS_COMPARED)
        places, _ = _runs(cells.starts, near)
        skills = cells.skills[places].astype(np.intp)
        row = means.likeness(vector, skills)
        listed = shortlist(row, size)
        yield skills[listed], row[listed]


def _runs(
    starts: NDArray[np.int32], chosen: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The positions of all members of some runs, and which of the chosen each is of."""
    first, length = starts[chosen], starts[chosen + 1] - starts[chosen]
    begins = np.cumsum(length) - length
    at = np.repeat(np.arange(len(chosen)), length)
    return np.arange(len(at)) + (first - begins)[at], at


def shortlist(scores: Floats, size: int) -> NDArray[np.intp]:
    """The positions of the highest scores, in no order."""
    return next(shortlists(scores[None], size))


def shortlists(scores: Floats, size: int) -> Iterator[NDArray[np.intp]]:
    """The same for each row.

    The least of the highest of as many columns is at most the least that is wanted:
    what is below it needs no sorting.
    """
    count, length = scores.shape
    columns = length // _ROWS
    if size >= length:
        yield from (np.arange(length) for _row in range(count))
    elif columns <= size:
        yield from (row.argpartition(length - size)[-size:] for row in scores)
    else:
        heads = scores[:, : columns * _ROWS].reshape(count, _ROWS, columns).max(1)
        heads.partition(columns - size, axis=1)
        high = np.flatnonzero(scores >= heads[:, columns - size, None])
        ends = high.searchsorted(np.arange(1, count + 1) * length).tolist()
        start = 0
        for place, end in enumerate(ends):
            some = high[start:end] - place * length
            yield some[scores[place, some].argpartition(len(some) - size)[-size:]]
            start = end


def _spelling(phrase: str, labels: Sequence[str]) -> Floats:
    from rapidfuzz import fuzz

    typed, ratio = in_order(phrase), fuzz.ratio
    alike = [ratio(typed, label) for label in labels]
    return np.array(alike, np.float32) / np.float32(100)


FEATURES = ("label", "skill", "spelling", "lead", "known", "words")
"""What `features` tells, by name; ``data/confidence.json`` has a weight for each."""

MOST_LEAD = 0.5
"""A greater lead says no more."""


def features(table: Table, phrase: str, near: Near, rival: float) -> tuple[float, ...]:
    """What tells a sure answer from an unsure one.

    `rival` is the best score of any other skill: the lead over it may be negative.
    """
    likeness = near.label_likeness, near.skill_likeness, near.spelling
    lead = max(-MOST_LEAD, min(near.score - rival, MOST_LEAD))
    return (*likeness, lead, *_of_words(table, phrase))


@lru_cache(maxsize=1 << 8)
def _of_words(table: Table, phrase: str) -> tuple[float, float]:
    """The share of the words that have a vector, and the logarithm of their number."""
    words = pieces(phrase)
    return sum(map(table.knows, words)) / len(words), log(len(words))


def confidence(table: Table, phrase: str, near: Near, rival: float) -> float:
    """How likely the skill is the one meant: a logistic model (see ``training/``)."""
    return sure((*features(table, phrase, near, rival), 1.0), weights("skill"))


def sure(told: tuple[float, ...], weights: tuple[float, ...]) -> float:
    """What is told of an answer, and 1 for the constant, as a likelihood."""
    total = sum(w * value for w, value in zip(weights, told, strict=True))
    return 1 / (1 + exp(-total))


@cache
def weights(kind: str) -> tuple[float, ...]:
    """The weights of what is told of a *skill* or *occupation*, the constant last."""
    stored = json.loads((_DATA / "confidence.json").read_text("utf-8"))
    return tuple(stored[kind].values())
