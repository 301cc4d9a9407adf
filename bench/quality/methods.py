"""The matchers that are compared: each scores phrases against the labels of an index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from skillgap.matching import semantic
from skillgap.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

CENTROID = semantic.CENTROID
SPELLING = semantic.SPELLING
TOP = 20


class Method(Protocol):
    """A matcher: it is given an index once, then phrases."""

    name: str

    def prepare(self, labels: Sequence[str], owners: Sequence[int]) -> None:
        """Read the labels, whose owners (skills) are numbered, rising."""

    def score(self, phrases: Sequence[str]) -> np.ndarray:
        """A row a phrase, a column a label; the higher, the nearer."""


class WRatio:
    """rapidfuzz `fuzz.WRatio` on lower-case text, the default of `process.extract`."""

    name = "rapidfuzz WRatio"

    def prepare(self, labels: Sequence[str], owners: Sequence[int]) -> None:
        del owners
        self.labels = [label.lower() for label in labels]

    def score(self, phrases: Sequence[str]) -> np.ndarray:
        from rapidfuzz import fuzz, process

        asked = [phrase.lower() for phrase in phrases]
        return process.cdist(asked, self.labels, scorer=fuzz.WRatio, dtype=np.float32)


class Tfidf:
    """TF-IDF of character 2-5-grams within words, and of words if asked; scikit-learn."""

    def __init__(self, *, words: bool) -> None:
        self.words = words
        self.name = "char + word TF-IDF" if words else "char 2-5-gram TF-IDF"

    def prepare(self, labels: Sequence[str], owners: Sequence[int]) -> None:
        from sklearn.feature_extraction.text import TfidfVectorizer

        del owners
        kinds = [{"analyzer": "char_wb", "ngram_range": (2, 5)}]
        if self.words:
            kinds.append({"analyzer": "word", "ngram_range": (1, 1)})
        self.readers = [
            TfidfVectorizer(sublinear_tf=True, preprocessor=fold, dtype=np.float32, **kind)
            for kind in kinds
        ]
        self.columns = [reader.fit_transform(labels).T.tocsr() for reader in self.readers]

    def score(self, phrases: Sequence[str]) -> np.ndarray:
        both = zip(self.readers, self.columns, strict=True)
        scores = [np.asarray((r.transform(phrases) @ c).todense()) for r, c in both]
        return sum(scores) / len(scores)


class Vectors:
    """Cosines of vectors, with a share of the skill's centroid and of spelling."""

    def __init__(
        self, name: str, encode: object, centroid: float = 0.0, spelling: float = 0.0
    ) -> None:
        self.encode = encode
        self.centroid, self.spelling = centroid, spelling
        self.name = name
        if centroid:
            self.name += f" + {centroid} centroid"
        if spelling:
            self.name += f" + {spelling} char TF-IDF"

    def prepare(self, labels: Sequence[str], owners: Sequence[int]) -> None:
        vectors = self.encode(labels)  # type: ignore[operator]
        owner = np.asarray(owners)
        means = np.zeros((owner.max() + 1, vectors.shape[1]), np.float32)
        np.add.at(means, owner, vectors)
        self.columns = (vectors + self.centroid * semantic.unit(means)[owner]).T
        if self.spelling:
            self.letters = Tfidf(words=False)
            self.letters.prepare(labels, owners)

    def score(self, phrases: Sequence[str]) -> np.ndarray:
        scores = self.encode(phrases) @ self.columns  # type: ignore[operator]
        if self.spelling:
            scores += self.spelling * self.letters.score(phrases)
        return scores


class Shipped:
    """`skillgap.matching.semantic.rank`, as the product calls it."""

    name = "skillgap, as shipped"

    def __init__(self, table: semantic.Table) -> None:
        self.table = table

    def prepare(self, labels: Sequence[str], owners: Sequence[int]) -> None:
        self.count = len(labels)
        groups: dict[int, list[str]] = {}
        for label, owner in zip(labels, owners, strict=True):
            groups.setdefault(owner, []).append(label)
        self.index = semantic.build_index(self.table, list(groups.values()))

    def score(self, phrases: Sequence[str]) -> np.ndarray:
        scores = np.full((len(phrases), self.count), -9, np.float32)
        for row, phrase in zip(scores, phrases, strict=True):
            for near in semantic.rank(self.table, phrase, self.index, TOP):
                row[near.label] = near.score
        return scores


class MiniLM:
    """all-MiniLM-L6-v2 at full precision; each text is encoded once in a run."""

    def __init__(self) -> None:
        from teacher import model_folder  # training/, beside this folder

        self.folder: Path = model_folder()
        self.known: dict[str, np.ndarray] = {}
        self.model: object | None = None

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        missing = [text for text in dict.fromkeys(texts) if text not in self.known]
        if missing:
            self.known.update(zip(missing, self._encode(missing), strict=True))
        return np.array([self.known[text] for text in texts])

    def _encode(self, texts: Sequence[str]) -> np.ndarray:
        import torch
        from sentence_transformers import SentenceTransformer

        torch.set_num_threads(1)
        self.model = self.model or SentenceTransformer(str(self.folder), device="cpu")
        return self.model.encode(  # type: ignore[attr-defined]
            texts, batch_size=128, normalize_embeddings=True
        )


def all_methods(table: Path | None, *, slow: bool, transformer: bool) -> list[Method]:
    """The product's method and its peers; a peer that is not installed is left out."""
    methods: list[Method] = [WRatio()] if slow else []
    methods += [Tfidf(words=False), Tfidf(words=True)]
    if transformer:
        minilm = MiniLM()
        methods += [
            Vectors("all-MiniLM-L6-v2", minilm),
            Vectors("all-MiniLM-L6-v2", minilm, CENTROID),
            Vectors("all-MiniLM-L6-v2", minilm, CENTROID, SPELLING),
        ]
    loaded = semantic.load_table(table)
    encode = loaded.encode
    methods += [
        Vectors("skillgap table", encode),
        Vectors("skillgap table", encode, CENTROID),
        Vectors("skillgap table", encode, CENTROID, SPELLING),
        Shipped(loaded),
    ]
    return methods
