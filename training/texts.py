"""Texts as numbers: the words of each, and the rows of the table of each word."""

from __future__ import annotations

import numpy as np

from skillgap.matching.tokens import parts, pieces


class Texts:
    """Every distinct training text as word numbers, every word as table rows."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.number = {text: i for i, text in enumerate(texts)}
        cut = [pieces(text) for text in texts]
        self.words = list(dict.fromkeys(word for words in cut for word in words))
        number = {word: i for i, word in enumerate(self.words)}
        self.start = np.cumsum([0, *map(len, cut)])
        self.flat = np.array([number[w] for words in cut for w in words], np.int64)
        self.cut = cut


class WordRows:
    """For each word, the rows it sums: its own row, if any, and its parts, averaged."""

    def __init__(self, words: list[str], own: dict[str, int], buckets: int) -> None:
        rows: list[int] = []
        weights: list[float] = []
        start = [0]
        for word in words:
            found = parts(word, buckets)
            # The first entry is the word's own row; weight 0 where it has none.
            rows.append(own.get(word, 0))
            weights.append(1.0 if word in own else 0.0)
            rows += [len(own) + part for part in found]
            weights += [1.0 / max(len(found), 1)] * len(found)
            start.append(len(rows))
        self.rows = np.array(rows, np.int64)
        self.weights = np.array(weights, np.float32)
        self.start = np.array(start, np.int64)


def gather(start: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions of the runs `wanted` in a flat array, and where each run begins."""
    lengths = start[wanted + 1] - start[wanted]
    offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    within = np.arange(lengths.sum()) - np.repeat(offsets, lengths)
    return np.repeat(start[wanted], lengths) + within, offsets
