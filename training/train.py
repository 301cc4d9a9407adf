"""Learn the vectors of words and word parts from pairs of texts of like meaning.

Deterministic for a seed, a version of torch and a processor. See README.md for what
it learns from and NOTES.md for what was tried.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from first import first_vectors, vocabulary
from texts import Texts, WordRows, gather
from torch.nn import functional

if TYPE_CHECKING:
    from corpus import Pair
    from teacher import Teacher

# Sources whose texts the teacher does not read: it reads their labels in their place.
UNREAD = frozenset(
    [
        "esco-french",
        "occupation-french",
        "description-french",
        "noc-french",
        "catalogue-french",
        "wordnet-definition",
    ]
)


class Settings(NamedTuple):
    """What a run can be varied in."""

    width: int = 128
    words: int = 36000
    buckets: int = 22000
    epochs: int = 12
    batch: int = 1024
    rate: float = 0.01
    temperature: float = 0.05
    teaching: float = 1.0
    hard: float = 0.5
    word_dropout: float = 0.15
    seed: int = 7


# How much of each source is seen in one epoch (3 = each pair three times).
SHARE = {
    "esco-alternative": 1.0,
    "esco-description": 1.0,
    "esco-french": 3.0,
    "esco-french-description": 0.3,
    "skillskape": 0.25,
    "esco-occupation": 0.5,
    "occupation-french": 0.5,
    "description-french": 1.0,
    "noc-french": 1.0,
    "onet-title": 0.25,
    "noc-title": 0.25,
    "onet-tool": 0.4,
    "onet-task": 0.5,
    "onet-activity": 1.0,
    "catalogue": 3.0,
    "catalogue-french": 3.0,
    "wordnet-definition": 0.5,
    "wordnet-synonym": 0.5,
}


class Encoder:
    """Texts -> unit vectors, through the table that is being learnt."""

    def __init__(self, texts: Texts, words: WordRows, table: torch.Tensor) -> None:
        self.texts, self.words, self.table = texts, words, table

    def __call__(
        self, numbers: np.ndarray, dropout: float, rng: np.random.Generator
    ) -> torch.Tensor:
        """Encode; in a share `dropout` of the words only their parts count."""
        at, text_start = gather(self.texts.start, numbers)
        distinct, back = np.unique(self.texts.flat[at], return_inverse=True)
        rows_at, word_start = gather(self.words.start, distinct)
        weights = self.words.weights[rows_at].copy()
        if dropout:
            weights[word_start[rng.random(len(distinct)) < dropout]] = 0
        vectors = functional.embedding_bag(
            torch.from_numpy(self.words.rows[rows_at]),
            self.table,
            torch.from_numpy(word_start),
            mode="sum",
            per_sample_weights=torch.from_numpy(weights),
        )
        summed = functional.embedding_bag(
            torch.from_numpy(back), vectors, torch.from_numpy(text_start), mode="sum"
        )
        return functional.normalize(summed, dim=1)


def batches(
    drawn: np.ndarray, place: np.ndarray, settings: Settings, rng: np.random.Generator
) -> list[np.ndarray]:
    """Batches of pairs: a share in runs of near neighbours, the rest at random.

    `place` holds a vector of each pair's meaning; a on which side of 11 random
    planes it lies puts like meanings side by side, anew each epoch.
    """
    size = settings.batch
    order = rng.permutation(drawn)
    code = np.zeros(len(order), np.int64)
    for _ in range(11):
        plane = rng.standard_normal(place.shape[1]).astype(np.float32)
        value = place[order] @ plane
        code = code * 2 + (value > np.median(value))
    near = order[np.argsort(code, kind="stable")]
    run = 32
    cut = len(near) // run * run
    runs = list(near[:cut].reshape(-1, run))
    hard = int(len(runs) * settings.hard)
    rng.shuffle(runs)
    loose = rng.permutation(np.concatenate([*runs[hard:], near[cut:]]))
    tight = np.concatenate(runs[:hard]) if hard else np.empty(0, np.int64)
    count = max(len(order) // size, 1)
    halves = zip(
        np.array_split(tight, count), np.array_split(loose, count), strict=True
    )
    return [np.concatenate(both) for both in halves]


def loss_of(
    a: torch.Tensor,
    b: torch.Tensor,
    same: torch.Tensor,
    judged: torch.Tensor,
    s: Settings,
) -> torch.Tensor:
    """In-batch softmax in both directions, same concepts masked, plus the teacher's."""
    scores = a @ b.T / s.temperature
    target = torch.arange(len(a))
    masked = scores.masked_fill(same, -1e4)
    own = functional.cross_entropy(masked, target) + functional.cross_entropy(
        masked.T, target
    )
    if not s.teaching:
        return own
    taught = functional.kl_div(
        functional.log_softmax(scores, 1),
        functional.softmax(judged, 1),
        reduction="batchmean",
    ) + functional.kl_div(
        functional.log_softmax(scores.T, 1),
        functional.softmax(judged.T, 1),
        reduction="batchmean",
    )
    return own + s.teaching * taught


def meanings(pairs: list[Pair]) -> dict[str, str]:
    """French text -> the English text that the teacher reads in its place."""
    found: dict[str, str] = {}
    for p in pairs:
        if p.source in UNREAD:
            found.setdefault(p.text, p.label)
    for p in pairs:  # a French alternative is paired with the French label too
        if p.source in UNREAD and p.label in found:
            found.setdefault(p.text, found[p.label])
    return {text: found.get(english, english) for text, english in found.items()}


class Trainer:
    """One run: the data as numbers, the table, and the optimiser's steps."""

    def __init__(
        self, pairs: list[Pair], teacher: Teacher, known: list[str], s: Settings
    ) -> None:
        torch.manual_seed(s.seed)
        torch.set_num_threads(1)
        self.s, self.rng = s, np.random.default_rng(s.seed)
        distinct = dict.fromkeys(t for p in pairs for t in (p.text, p.label))
        self.texts = Texts(list(distinct))
        number = self.texts.number
        self.text = np.array([number[p.text] for p in pairs])
        self.label = np.array([number[p.label] for p in pairs])
        keys = {k: i for i, k in enumerate(dict.fromkeys(p.concept for p in pairs))}
        self.concept = torch.tensor([keys[p.concept] for p in pairs])
        self.source = np.array([p.source for p in pairs])
        english = meanings(pairs)
        self.taught = teacher.vectors([english.get(t, t) for t in self.texts.texts])
        self.words = vocabulary(self.texts, known, s.words)
        own = {word: i for i, word in enumerate(self.words)}
        rows = WordRows(self.texts.words, own, s.buckets)
        alone = teacher.vectors(self.words)
        first = first_vectors(
            self.words, known, self.texts, self.taught, alone, s.width
        )
        start = np.concatenate([first, np.zeros((s.buckets, s.width), np.float32)])
        self.table = torch.nn.Parameter(torch.from_numpy(start))
        self.encode = Encoder(self.texts, rows, self.table)

    def draw(self) -> np.ndarray:
        """The pairs of one epoch: each source as often as SHARE says."""
        found = []
        for source in np.unique(self.source):
            at = np.flatnonzero(self.source == source)
            share = SHARE.get(str(source), 1.0)
            found += [at] * int(share)
            rest = int((share - int(share)) * len(at))
            found.append(self.rng.permutation(at)[:rest])
        return np.concatenate(found)

    def step(self, batch: np.ndarray) -> torch.Tensor:
        """The loss of one batch of pairs."""
        s = self.s
        a = self.encode(self.text[batch], s.word_dropout, self.rng)
        b = self.encode(self.label[batch], s.word_dropout, self.rng)
        concept = self.concept[batch]
        same = (concept[:, None] == concept[None]) & ~torch.eye(len(batch), dtype=bool)
        left = torch.from_numpy(self.taught[self.text[batch]].astype(np.float32))
        right = torch.from_numpy(self.taught[self.label[batch]].astype(np.float32))
        return loss_of(a, b, same, left @ right.T / s.temperature, s)

    def run(self) -> np.ndarray:
        """Train, saying how it goes; the learnt table."""
        s = self.s
        optimiser = torch.optim.Adam([self.table], lr=s.rate, fused=True)
        place = self.taught[self.label].astype(np.float32)[:, :64].copy()
        total, done, began = None, 0, time.time()
        for epoch in range(s.epochs):
            plan = batches(self.draw(), place, s, self.rng)
            total = total or len(plan) * s.epochs
            losses = []
            for batch in plan:
                for group in optimiser.param_groups:
                    group["lr"] = s.rate * max(0.02, 1 - done / total)
                loss = self.step(batch)
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
                losses.append(loss.item())
                done += 1
            print(
                f"epoch {epoch + 1}: loss {np.mean(losses):.3f}, "
                f"{time.time() - began:.0f} s",
                flush=True,
            )
        return self.table.detach().numpy()
