"""Which words have a row in the table, and what the rows hold before training."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from skillgap.matching.tokens import singular

if TYPE_CHECKING:
    from pathlib import Path

    from texts import Texts

RARE = 1e-3
"""The share of a word in all text at which its vector starts at half its length."""

ZIPF = 0.1
"""The share of the most frequent word; the n-th has an n-th of it."""


def vocabulary(texts: Texts, known: list[str], size: int) -> list[str]:
    """The words that get a row, at most `size`.

    First those that the corpus has twice or more, then the transformer's own, the
    frequent ones first.
    """
    counts = Counter(word for words in texts.cut for word in words)
    frequent = [w for w, n in counts.most_common() if n >= 2]
    return list(dict.fromkeys([*frequent, *map(singular, known)]))[:size]


def whole_words(vocab: Path) -> list[str]:
    """The transformer's vocabulary without word pieces and signs."""
    lines = vocab.read_text(encoding="utf-8").splitlines()
    return [w for w in lines if w.isascii() and w.isalpha() and len(w) > 1]


def first_vectors(  # noqa: PLR0913, PLR0917 (all that a row depends on)
    words: list[str],
    known: list[str],
    texts: Texts,
    taught: np.ndarray,
    alone: np.ndarray,
    width: int,
) -> np.ndarray:
    """Where the rows of `words` start.

    `taught` holds the transformer's vectors of the texts, `alone` those of the words by
    themselves. A word starts at the sum of its own and of the mean of the texts that
    have it (a word that is seen but once at its own), both reduced to `width` numbers
    and made the shorter the more frequent the word is: a / (a + p), Arora et al. 2017.
    Words such as "you" are rare in taxonomies: the place in the transformer's
    vocabulary, by Zipf's law, tells how frequent they are elsewhere.
    """
    sample = taught[:: max(len(taught) // 40000, 1)].astype(np.float32)
    centre = sample.mean(0)
    _, _, axes = np.linalg.svd(sample - centre, full_matrices=False)
    axes = axes[:width].T
    means, seen = _means(texts, (taught.astype(np.float32) - centre) @ axes)
    own = (alone.astype(np.float32) - centre) @ axes
    number = {word: i for i, word in enumerate(texts.words)}
    general: dict[str, float] = {}
    for place, word in enumerate(known):
        general.setdefault(singular(word), ZIPF / (place + 1))
    vectors = np.empty((len(words), width), np.float32)
    for i, word in enumerate(words):
        at, vector = number.get(word), own[i]
        if at is not None and seen[at] > 1:
            vector = _direction(vector) + _direction(means[at])
        share = seen[at] / seen.sum() if at is not None else 0
        frequency = max(share, general.get(word, 0))
        vectors[i] = RARE / (RARE + frequency) * _direction(vector)
    return vectors


def _means(texts: Texts, vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each word the mean of the vectors of its texts, and how often it occurs."""
    total = np.zeros((len(texts.words), vectors.shape[1]), np.float32)
    seen = np.zeros(len(texts.words))
    owner = np.repeat(np.arange(len(texts.texts)), np.diff(texts.start))
    np.add.at(total, texts.flat, vectors[owner])
    np.add.at(seen, texts.flat, 1)
    return total / seen[:, None], seen


def _direction(vector: np.ndarray) -> np.ndarray:
    return vector / np.linalg.norm(vector)
