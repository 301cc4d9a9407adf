"""What a phrase means: the skills whose labels are near it in the table of vectors.

A skill is scored by its nearest label, by the mean of all its labels together, and a
little by spelling: ``cosine(phrase, label) + CENTROID * cosine(phrase, mean) +
SPELLING * ratio``. The weights were chosen in ``training/NOTES.md``.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import TYPE_CHECKING

import numpy as np

from skillgap.matching.index import in_order, whole_numbers
from skillgap.matching.tokens import pieces
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
        for place, skills in zip(some, nearest, strict=True):
            found[place] = _ranked(phrases[place], vectors[place], skills, index, top)
    return found


def _ranked(
    phrase: str,
    vector: Floats,
    nearest: tuple[NDArray[np.intp], Floats],
    index: SemanticIndex,
    top: int,
) -> list[Near]:
    """The nearest skills in the order of their best label."""
    skills, alike = nearest
    labels, at = _runs(index.starts, skills)
    likeness = index.labels.likeness(vector, labels)
    meant = likeness + CENTROID * alike[at]
    listed = shortlist(meant, max(SPELLINGS_COMPARED, 8 * top))
    spelling = _spelling(phrase, index.sorted.at(labels[listed]))
    scores = meant[listed] + SPELLING * spelling
    best: dict[int, Near] = {}
    for order in np.argsort(-scores, kind="stable").tolist():
        place = listed[order]
        owner = int(skills[at[place]])
        if owner not in best:
            best[owner] = Near(
                owner,
                int(labels[place]),
                float(scores[order]),
                float(likeness[place]),
                float(alike[at[place]]),
                float(spelling[order]),
            )
        if len(best) == top:
            break
    return list(best.values())


def _nearest(
    vectors: Floats, index: SemanticIndex, size: int
) -> Iterator[tuple[NDArray[np.intp], Floats]]:
    """For each vector the skills whose means are nearest, and how near each is.

    Of many skills only those in the nearest cells are compared.
    """
    means, cells = index.means, index.cells
    if cells is None:
        for row in means.all_likeness(vectors):
            listed = shortlist(row, size)
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
    """The positions of the highest scores, in no order.

    The least of the highest of as many columns is at most the least that is wanted:
    what is below it needs no sorting.
    """
    if size >= len(scores):
        return np.arange(len(scores))
    high = np.arange(len(scores))
    columns = len(scores) // _ROWS
    if columns > size:
        heads = scores[: columns * _ROWS].reshape(_ROWS, columns).max(0)
        heads.partition(-size)
        high = np.flatnonzero(scores >= heads[-size])
    return high[scores[high].argpartition(len(high) - size)[-size:]]


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
    words = pieces(phrase)
    known = sum(map(table.knows, words)) / len(words)
    likeness = near.label_likeness, near.skill_likeness, near.spelling
    lead = max(-MOST_LEAD, min(near.score - rival, MOST_LEAD))
    return (*likeness, lead, known, log(len(words)))


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
