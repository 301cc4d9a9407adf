"""A small table of vectors for words and parts of words, English and French in one.

The table (``data/table.npz``, described by ``data/table.json``) was made by
``training/``; reading a phrase is a look-up and a sum. Two phrases mean alike when the
cosine of their vectors is high.
"""

from __future__ import annotations

import json
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from skillgap.matching.tokens import parts, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Floats: TypeAlias = NDArray[np.float32]

_AT_ONCE = 512
_REMEMBERED = 1 << 14
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
        self._known: dict[str, Floats] = {}

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
        distinct = list(dict.fromkeys(word for words in cut for word in words))
        place = {word: number for number, word in enumerate(distinct)}
        vectors = self._remembered(distinct)
        flat = [place[word] for words in cut for word in words]
        return unit(sums(vectors[flat], [len(words) for words in cut]))

    def _remembered(self, words: Sequence[str]) -> Floats:
        """A vector a word; the words that recur are read once."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        new = [word for word in words if word not in self._known]
        read = self._read(new)
        self._known.update(zip(new, read, strict=True))
        if len(new) == len(words):
            return read
        return np.stack([self._known[word] for word in words])

    def _read(self, words: Sequence[str]) -> Floats:
        """A vector a word: its own, if it has one, and the mean of its parts."""
        read = np.zeros((len(words), self.width), np.float32)
        for start in range(0, len(words), _AT_ONCE):
            some = words[start : start + _AT_ONCE]
            rows = [self._pieces(word) for word in some]
            at = np.fromiter(chain.from_iterable(rows), np.intp)
            weighted = (
                self._rows[at] * (self._scales[at] * self._shares(some, rows))[:, None]
            )
            read[start : start + len(some)] = sums(weighted, [*map(len, rows)])
        return read

    def _pieces(self, word: str) -> list[int]:
        """The rows that a word is made of: its parts, and its own one or any."""
        first = len(self._own)
        found = [first + part for part in parts(word, self.buckets)]
        return [*found, self._own.get(word, 0)]

    def _shares(self, words: Sequence[str], rows: Sequence[Sequence[int]]) -> Floats:
        """The share of each row in its word: the parts' mean, and 1 of its own."""
        lengths = np.fromiter(map(len, rows), np.intp)
        mean = (1 / np.maximum(lengths - 1, 1)).astype(np.float32)
        shares = np.repeat(mean, lengths)
        shares[np.cumsum(lengths) - 1] = [word in self._own for word in words]
        return shares


def sums(vectors: Floats, lengths: Sequence[int]) -> Floats:
    """The sums of runs of vectors; a run may be empty."""
    sums = np.zeros((len(lengths), vectors.shape[1]), np.float32)
    length = np.asarray(lengths, np.intp)
    filled = np.flatnonzero(length)
    if len(filled):
        starts = np.concatenate([[0], np.cumsum(length[filled])[:-1]]).astype(np.intp)
        sums[filled] = np.add.reduceat(vectors, starts, axis=0)
    return sums


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
