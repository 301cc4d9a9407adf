"""What a phrase means: a small table of vectors for words and parts of words.

The table (``data/table.npz``, described by ``data/table.json``) was made by
``training/``; reading a phrase is a look-up and a sum. Two phrases mean alike when the
cosine of their vectors is high. The table knows English and French in one space.

A skill is scored by its nearest label, by the mean of all its labels together, and a
little by spelling: ``cosine(phrase, label) + CENTROID * cosine(phrase, mean) +
SPELLING * ratio``. The weights were chosen in ``training/NOTES.md``.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from skillgap.matching.tokens import parts, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float32]

CENTROID = 0.6
SPELLING = 0.25
SKILLS_COMPARED = 160
"""How many skills at least, the nearest by their means, have their labels compared."""

SPELLINGS_COMPARED = 96
"""How many labels at least, the nearest in meaning, are compared by spelling too."""

_AT_ONCE = 512
_DATA = files("skillgap.matching") / "data"


class Table:
    """Vectors of words and of word parts, at one byte a number."""

    def __init__(
        self,
        words: Sequence[str],
        buckets: int,
        rows: NDArray[np.int8],
        scales: Floats,
    ) -> None:
        self.buckets = buckets
        self._own = {word: row for row, word in enumerate(words)}
        self._rows = rows
        self._scales = scales

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return int(self._rows.shape[1])

    def knows(self, word: str) -> bool:
        """Whether a folded word has a vector of its own, not of its parts alone."""
        return word in self._own

    def encode(self, phrases: Iterable[str]) -> Floats:
        """One vector of length 1 a phrase (all zeros for one without a word)."""
        cut = [pieces(phrase) for phrase in phrases]
        distinct = {word: 0 for words in cut for word in words}
        for place, word in enumerate(distinct):
            distinct[word] = place
        vectors = self._read(list(distinct))
        flat = [distinct[word] for words in cut for word in words]
        return unit(_sums(vectors[flat], [len(words) for words in cut]))

    def _read(self, words: Sequence[str]) -> Floats:
        """A vector a word: its own, if it has one, and the mean of its parts."""
        read = np.zeros((len(words), self.width), np.float32)
        for start in range(0, len(words), _AT_ONCE):
            some = words[start : start + _AT_ONCE]
            rows, shares = self._pieces(some)
            at = [row for group in rows for row in group]
            weights = self._scales[at] * np.concatenate(shares)
            weighted = self._rows[at] * weights[:, None]
            read[start : start + len(some)] = _sums(weighted, [*map(len, rows)])
        return read

    def _pieces(self, words: Sequence[str]) -> tuple[list[list[int]], list[Floats]]:
        """For each word the rows that it is made of, and the share of each."""
        first = len(self._own)
        rows, shares = [], []
        for word in words:
            found = [first + part for part in parts(word, self.buckets)]
            share = np.full(len(found) + 1, 1 / max(len(found), 1), np.float32)
            own = self._own.get(word)
            share[-1] = own is not None
            rows.append([*found, own or 0])
            shares.append(share)
        return rows, shares


def _sums(vectors: Floats, lengths: Sequence[int]) -> Floats:
    """The sums of runs of vectors; a run may be empty."""
    sums = np.zeros((len(lengths), vectors.shape[1]), np.float32)
    length = np.asarray(lengths, np.intp)
    filled = np.flatnonzero(length)
    if len(filled):
        starts = np.concatenate([[0], np.cumsum(length[filled])[:-1]]).astype(np.intp)
        sums[filled] = np.add.reduceat(vectors, starts, axis=0)
    return sums


class SemanticIndex(NamedTuple):
    """The labels of some skills as vectors, small enough to keep on disk."""

    starts: NDArray[np.int32]
    """Where each skill's labels begin, and at the end how many labels there are."""

    labels: NDArray[np.int8]
    """One vector a label; times its scale it has length 1."""

    scales: Floats
    means: Floats
    """One vector of length 1 a skill: the mean of its labels' vectors."""

    sorted: tuple[str, ...]
    """Each label's words in alphabetical order, for comparing how they are spelled."""


class Near(NamedTuple):
    """A skill that is near a phrase, by which label, and how near (about 0 to 1 each)."""

    owner: int
    label: int
    score: float
    label_likeness: float
    """Cosine of the phrase and the label."""

    skill_likeness: float
    """Cosine of the phrase and the mean of the skill's labels."""

    spelling: float
    """How alike the two are spelled, whatever the order of words."""


def load_table(path: Path | None = None) -> Table:
    """The table in a file, or the one that ships with the package."""
    source = path or _DATA / "table.npz"
    with source.open("rb") as file, np.load(file, allow_pickle=False) as stored:
        words = bytes(stored["words"]).decode().split("\n")
        return Table(
            words,
            int(stored["buckets"]),
            stored["rows"],
            stored["scales"].astype(np.float32),
        )


def table_card() -> dict[str, object]:
    """How the shipped table was made, from what, and under which licence."""
    card: dict[str, object] = json.loads((_DATA / "table.json").read_text("utf-8"))
    return card


def unit(vectors: Floats) -> Floats:
    """The vectors at length 1; a vector of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Floats = vectors / np.maximum(lengths, np.float32(1e-9))
    return scaled


def build_index(table: Table, names: Sequence[Sequence[str]]) -> SemanticIndex:
    """The index of skills, given the labels of each (one or more)."""
    labels = [label for group in names for label in group]
    starts = np.cumsum([0, *map(len, names)]).astype(np.int32)
    vectors = table.encode(labels)
    scales = (np.abs(vectors).max(1, initial=1e-9) / 127).astype(np.float32)
    return SemanticIndex(
        starts,
        np.rint(vectors / scales[:, None]).astype(np.int8),
        scales,
        unit(_sums(vectors, [len(group) for group in names])),
        tuple(_sorted(label) for label in labels),
    )


def rank(
    table: Table, phrase: str, index: SemanticIndex, top: int = 10
) -> list[Near]:
    """The skills nearest in meaning to a phrase, best first, at most `top`.

    The labels of the skills whose means are nearest are compared one by one. Nothing
    is near a phrase that has no word.
    """
    vector = table.encode([phrase])[0]
    if not vector.any() or not len(index.means):
        return []
    skill_likeness = index.means @ vector
    labels, owners = _labels_of(
        _shortlist(skill_likeness, max(SKILLS_COMPARED, top)), index.starts
    )
    likeness = (index.labels[labels] @ vector) * index.scales[labels]
    meant = likeness + CENTROID * skill_likeness[owners]
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
                float(skill_likeness[owner]),
                float(spelling[order]),
            )
        if len(best) == top:
            break
    return list(best.values())


def _labels_of(
    skills: NDArray[np.intp], starts: NDArray[np.int32]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """The positions of all labels of some skills, and the skill of each."""
    first, length = starts[skills], starts[skills + 1] - starts[skills]
    begins = np.cumsum(length) - length
    within = np.arange(int(length.sum())) - np.repeat(begins, length)
    return np.repeat(first, length) + within, np.repeat(skills, length)


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


def features(
    table: Table, phrase: str, near: Near, rival: float
) -> tuple[float, ...]:
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
    told = (*features(table, phrase, near, rival), 1.0)
    total = sum(w * value for w, value in zip(_weights(), told, strict=True))
    return 1 / (1 + exp(-total))


@cache
def _weights() -> tuple[float, ...]:
    stored = json.loads((_DATA / "confidence.json").read_text("utf-8"))
    return tuple(stored[name] for name in (*FEATURES, "constant"))
