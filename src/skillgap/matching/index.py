"""The labels of skills as vectors, at one byte a number (two for the means).

Whole numbers are kept and compared: a product of them is exact however it is summed, so
a phrase is ranked alike alone and among others, and on every machine.
"""

from __future__ import annotations

from math import isqrt
from typing import TYPE_CHECKING

import numpy as np

from skillgap.matching.table import sums, unit
from skillgap.matching.texts import packed
from skillgap.matching.tokens import pieces
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from skillgap.matching.table import Floats, Table
    from skillgap.matching.texts import Texts

CELLS_FROM = 30_000
"""From how many skills on they are kept in cells."""

GRAIN = 4090
"""The length of a phrase's vector, and of a mean, in whole numbers. Their product stays
below 2 ** 24, to where single precision counts exactly: rounding adds less than 6.
"""

_ROUNDS = 4
_AT_ONCE = 256
"""How many skills are read at once when an index is built."""

_BLOCK = 1 << 11
"""How many vectors are compared at once."""


class Vectors(Record):
    """Vectors of whole numbers; times its scale one has length 1."""

    numbers: NDArray[np.int8 | np.int16]
    scales: Floats

    def likeness(self, phrase: Floats, chosen: NDArray[np.intp]) -> Floats:
        """The cosines of some vectors and a phrase in whole numbers."""
        alike: Floats = self.numbers.take(chosen, axis=0).astype(np.float32) @ phrase
        alike *= self.scales.take(chosen) / np.float32(GRAIN)
        return alike

    def all_likeness(self, phrases: Floats) -> Floats:
        """The cosines of all vectors (the columns) and each phrase (the rows)."""
        size = len(self.scales)
        alike = np.empty((len(phrases), size), np.float32)
        buffer = np.empty((min(_BLOCK, size), phrases.shape[1]), np.float32)
        for start in range(0, size, _BLOCK):
            numbers = self.numbers[start : start + _BLOCK]
            block = buffer[: len(numbers)]
            block[:] = numbers
            alike[:, start : start + _BLOCK] = phrases @ block.T
        alike *= self.scales / np.float32(GRAIN)
        return alike

    def floats(self, start: int, end: int) -> Floats:
        """The vectors in a row, at length 1."""
        scaled: Floats = self.numbers[start:end] * self.scales[start:end, None]
        return scaled


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

    labels: Vectors
    means: Vectors
    """One vector a skill: the mean of its labels' vectors."""

    sorted: Texts
    """Each label's words in alphabetical order, for comparing how they are spelled."""

    cells: Cells | None = None
    """Where there are many skills."""


def build_index(table: Table, names: Sequence[Sequence[str]]) -> SemanticIndex:
    """The index of skills, given the labels of each (one or more)."""
    every = packed(name for group in names for name in group)
    return index_of(table, every, [len(group) for group in names])


def index_of(table: Table, names: Texts, lengths: Sequence[int]) -> SemanticIndex:
    """The index of skills, given the labels of all and how many each has.

    A part at a time, so that a great catalogue takes little memory.
    """
    starts = np.cumsum([0, *lengths]).astype(np.int32)
    labels = _empty(len(names), table.width, np.int8)
    means = _empty(len(lengths), table.width, np.int16)
    for start in range(0, len(lengths), _AT_ONCE):
        sizes = lengths[start : start + _AT_ONCE]
        first, end = int(starts[start]), int(starts[start + len(sizes)])
        vectors = table.encode(names[first:end])
        _fill(labels, first, vectors)
        _fill(means, start, unit(sums(vectors, sizes)))
    return SemanticIndex(
        starts,
        labels,
        means,
        packed(map(in_order, names)),
        _cells(means) if len(lengths) >= CELLS_FROM else None,
    )


def in_order(text: str) -> str:
    """The words of a text in alphabetical order."""
    return " ".join(sorted(pieces(text)))


def whole_numbers(vectors: Floats) -> Floats:
    """Vectors of length 1 as whole numbers, to be compared with `Vectors`."""
    numbers: Floats = np.rint(vectors * np.float32(GRAIN))
    return numbers


def _empty(size: int, width: int, kind: type[np.int8 | np.int16]) -> Vectors:
    return Vectors(np.empty((size, width), kind), np.empty(size, np.float32))


def _fill(vectors: Vectors, start: int, floats: Floats) -> None:
    end = start + len(floats)
    if vectors.numbers.dtype == np.int8:
        scales = (np.abs(floats).max(1, initial=1e-9) / 127).astype(np.float32)
    else:
        scales = np.full(len(floats), 1 / GRAIN, np.float32)
    vectors.numbers[start:end] = np.rint(floats / scales[:, None])
    vectors.scales[start:end] = scales


def _cells(means: Vectors) -> Cells:
    """As many cells as the root of the skills, settled in a few rounds of k-means."""
    size = len(means.scales)
    count = isqrt(size)
    first = np.linspace(0, size - 1, count).astype(np.intp)
    centres: Floats = means.numbers[first] * means.scales[first, None]
    cell = np.zeros(size, np.int32)
    settled = centres
    for _round in range(_ROUNDS + 1):
        total = np.zeros_like(centres)
        for start in range(0, size, _BLOCK):
            floats = means.floats(start, start + _BLOCK)
            nearest = (floats @ centres.T).argmax(1)
            cell[start : start + _BLOCK] = nearest
            order = np.argsort(nearest, kind="stable")
            members = np.bincount(nearest, minlength=count)
            total += sums(floats[order], members.tolist())
        settled, centres = centres, unit(total)
    members = np.bincount(cell, minlength=count)
    starts = np.concatenate([[0], np.cumsum(members)]).astype(np.int32)
    skills = np.argsort(cell, kind="stable").astype(np.int32)
    return Cells(settled, starts, skills)
