"""What a phrase means: the skills whose labels are near it in the table of vectors.

A skill is scored by its nearest label, by the mean of all its labels together, and a
little by spelling: ``cosine(phrase, label) + CENTROID * cosine(phrase, mean) +
SPELLING * ratio``. The weights were chosen in ``training/NOTES.md``.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp, isqrt, log
from typing import TYPE_CHECKING

import numpy as np

from skillgap.matching.table import sums, unit
from skillgap.matching.tokens import pieces
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from skillgap.matching.table import Floats, Table

CENTROID = 0.6
SPELLING = 0.1
SKILLS_COMPARED = 160
"""How many skills at least, the nearest by their means, have their labels compared."""

SPELLINGS_COMPARED = 96
"""How many labels at least, the nearest in meaning, are compared by spelling too."""

CELLS_FROM = 30_000
CELLS_COMPARED = 20
"""From how many skills on they are kept in cells, and how many cells are compared."""

_ROUNDS = 4
_AT_ONCE = 256
"""How many skills are read at once when an index is built."""

_DATA = files("skillgap.matching") / "data"


class Cells(Record):
    """Skills that are near each other, in cells, so that most need not be compared."""

    centres: Floats
    """One vector of length 1 a cell: the mean of its skills' means."""

    starts: NDArray[np.int32]
    """Where each cell's skills begin, and at the end how many skills there are."""

    skills: NDArray[np.int32]
    """The skills by position, cell by cell."""


class SemanticIndex(Record):
    """The labels of some skills as vectors, small enough to keep on disk."""

    starts: NDArray[np.int32]
    """Where each skill's labels begin, and at the end how many labels there are."""

    labels: NDArray[np.int8]
    """One vector a label; times its scale it has length 1."""

    scales: Floats
    means: Floats
    """One vector of length 1 a skill: the mean of its labels' vectors."""

    sorted: Sequence[str]
    """Each label's words in alphabetical order, for comparing how they are spelled."""

    cells: Cells | None = None
    """Where there are many skills."""


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


def build_index(table: Table, names: Sequence[Sequence[str]]) -> SemanticIndex:
    """The index of skills, given the labels of each (one or more).

    A part at a time, so that a great catalogue takes little memory.
    """
    labels = [np.zeros((0, table.width), np.int8)]
    scales, means = [np.zeros(0, np.float32)], [np.zeros((0, table.width), np.float32)]
    for start in range(0, len(names), _AT_ONCE):
        groups = names[start : start + _AT_ONCE]
        vectors = table.encode([name for group in groups for name in group])
        scale = (np.abs(vectors).max(1, initial=1e-9) / 127).astype(np.float32)
        labels.append(np.rint(vectors / scale[:, None]).astype(np.int8))
        scales.append(scale)
        means.append(unit(sums(vectors, [len(group) for group in groups])))
    return SemanticIndex(
        np.cumsum([0, *map(len, names)]).astype(np.int32),
        np.concatenate(labels),
        np.concatenate(scales),
        np.concatenate(means),
        tuple(_sorted(label) for group in names for label in group),
        _cells(np.concatenate(means)) if len(names) >= CELLS_FROM else None,
    )


def _cells(means: Floats) -> Cells:
    """As many cells as the root of the skills, settled in a few rounds of k-means."""
    count = isqrt(len(means))
    centres = means[np.linspace(0, len(means) - 1, count).astype(np.intp)]
    for _round in range(_ROUNDS):
        order, sizes = _assigned(means, centres)
        centres = unit(sums(means[order], sizes.tolist()))
    order, sizes = _assigned(means, centres)
    starts = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    return Cells(centres, starts, order)


def _assigned(
    means: Floats, centres: Floats
) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
    """The skills cell by cell, and how many there are in each cell."""
    parts = range(0, len(means), _AT_ONCE)
    cell = np.concatenate(
        [(means[at : at + _AT_ONCE] @ centres.T).argmax(1) for at in parts]
    )
    order = np.argsort(cell, kind="stable").astype(np.int32)
    return order, np.bincount(cell, minlength=len(centres))


def rank(table: Table, phrase: str, index: SemanticIndex, top: int = 10) -> list[Near]:
    """The skills nearest in meaning to a phrase, best first, at most `top`.

    The labels of the skills whose means are nearest are compared one by one. Nothing
    is near a phrase that has no word.
    """
    vector = table.encode([phrase])[0]
    if not vector.any() or not len(index.means):
        return []
    skills, alike = _nearest(vector, index, max(SKILLS_COMPARED, top))
    labels, at = _runs(index.starts, skills)
    owners, skill_likeness = skills[at], alike[at]
    likeness = (index.labels[labels] @ vector) * index.scales[labels]
    meant = likeness + CENTROID * skill_likeness
    listed = _shortlist(meant, max(SPELLINGS_COMPARED, 8 * top))
    spelling = _spelling(phrase, [index.sorted[labels[place]] for place in listed])
    scores = meant[listed] + SPELLING * spelling
    best: dict[int, Near] = {}
    for order in np.argsort(-scores, kind="stable"):
        place = listed[order]
        owner = int(owners[place])
        if owner not in best:
            best[owner] = Near(
                owner,
                int(labels[place]),
                float(scores[order]),
                float(likeness[place]),
                float(skill_likeness[place]),
                float(spelling[order]),
            )
        if len(best) == top:
            break
    return list(best.values())


def _nearest(
    vector: Floats, index: SemanticIndex, size: int
) -> tuple[NDArray[np.intp], Floats]:
    """The skills whose means are nearest to a vector, and how near each is.

    Of many skills only those in the nearest cells are compared.
    """
    if index.cells is None:
        skills, means = np.arange(len(index.means)), index.means
    else:
        cells = _shortlist(index.cells.centres @ vector, CELLS_COMPARED)
        places, _ = _runs(index.cells.starts, cells)
        skills = index.cells.skills[places].astype(np.intp)
        means = index.means[skills]
    alike = means @ vector
    listed = _shortlist(alike, size)
    return skills[listed], alike[listed]


def _runs(
    starts: NDArray[np.int32], chosen: NDArray[np.intp]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The positions of all members of some runs, and which of the chosen each is of."""
    first, length = starts[chosen], starts[chosen + 1] - starts[chosen]
    begins = np.cumsum(length) - length
    within = np.arange(int(length.sum())) - np.repeat(begins, length)
    return np.repeat(first, length) + within, np.repeat(np.arange(len(chosen)), length)


def _shortlist(scores: Floats, size: int) -> NDArray[np.intp]:
    """The positions of the highest scores, in no order."""
    if size >= len(scores):
        return np.arange(len(scores))
    return np.argpartition(scores, len(scores) - size)[-size:]


def _sorted(text: str) -> str:
    return " ".join(sorted(pieces(text)))


def _spelling(phrase: str, labels: Sequence[str]) -> Floats:
    from rapidfuzz import fuzz

    typed = _sorted(phrase)
    alike = [fuzz.ratio(typed, label) for label in labels]
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
