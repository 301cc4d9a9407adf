"""What a phrase means: a small table of vectors for words and parts of words.

The table (``data/table.npz``, described by ``data/table.json``) was made by
``training/``; reading a phrase is a look-up and a sum. Two phrases mean alike when the
cosine of their vectors is high. The table knows English and French in one space.

A skill is scored by its nearest label and by the mean of all its labels together:
``cosine(phrase, label) + CENTROID * cosine(phrase, mean)``.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from skillgap.matching.tokens import parts, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float32]

CENTROID = 0.6
_DATA = files("skillgap.matching") / "data"


class Table:
    """Vectors of words and of word parts; remembers the words that it has read."""

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
        self._read: dict[str, Floats] = {}

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return int(self._rows.shape[1])

    def word(self, word: str) -> Floats:
        """The vector of a folded word: its own, if it has one, and its parts' mean."""
        vector = self._read.get(word)
        if vector is None:
            vector = self._read[word] = self._sum(word)
        return vector

    def knows(self, word: str) -> bool:
        """Whether the word has a vector of its own, not of its parts alone."""
        return word in self._own

    def encode(self, phrases: Iterable[str]) -> Floats:
        """One vector of length 1 a phrase (all zeros for one without a word)."""
        empty = np.zeros(self.width, np.float32)
        vectors = [sum(map(self.word, pieces(phrase)), empty) for phrase in phrases]
        return unit(np.array(vectors, np.float32).reshape(-1, self.width))

    def _sum(self, word: str) -> Floats:
        first = len(self._own)
        at = [first + part for part in parts(word, self.buckets)]
        vector = np.zeros(self.width, np.float32)
        if at:
            vector += self._scales[at] @ self._rows[at] / len(at)
        own = self._own.get(word)
        if own is not None:
            vector += self._scales[own] * self._rows[own]
        return vector


class SemanticIndex(NamedTuple):
    """The labels of some skills as vectors, and which skill each label is of."""

    labels: Floats
    owners: NDArray[np.int32]
    means: Floats
    """One vector a skill: the mean of its labels' vectors, of length 1."""


class Scored(NamedTuple):
    """A skill's score for a phrase, and the label that gave it (both as positions)."""

    owner: int
    label: int
    score: float


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


def build_index(
    table: Table, labels: Sequence[str], owners: Sequence[int]
) -> SemanticIndex:
    """The index of labels; `owners` numbers each label's skill from 0, in any order."""
    vectors = table.encode(labels)
    owner = np.asarray(owners, np.int32)
    means = np.zeros((int(owner.max(initial=-1)) + 1, table.width), np.float32)
    np.add.at(means, owner, vectors)
    return SemanticIndex(vectors, owner, unit(means))


def rank(
    table: Table, phrase: str, index: SemanticIndex, top: int = 10
) -> list[Scored]:
    """The skills nearest in meaning to a phrase, best first, at most `top`."""
    vector = table.encode([phrase])[0]
    scores = index.labels @ vector + CENTROID * (index.means @ vector)[index.owners]
    found: list[Scored] = []
    seen: set[int] = set()
    for label in _descending(scores, index, top):
        owner = int(index.owners[label])
        if owner not in seen:
            seen.add(owner)
            found.append(Scored(owner, int(label), float(scores[label])))
    return found[:top]


def _descending(scores: Floats, index: SemanticIndex, top: int) -> NDArray[np.intp]:
    """Label positions by falling score, enough of them for `top` different skills."""
    count = len(scores)
    wanted = min(count, top * 8)
    while wanted < count:
        best = np.argpartition(-scores, wanted)[:wanted]
        if len(np.unique(index.owners[best])) >= top:
            break
        wanted = min(count, wanted * 4)
    best = np.argpartition(-scores, wanted - 1)[:wanted] if count else np.empty(0, int)
    order: NDArray[np.intp] = best[np.argsort(-scores[best], kind="stable")]
    return order
