"""Teach the table that ships the everyday labels of the project's own catalogue.

    python training/refine.py --taxonomies TAXONOMIES

The catalogue's labels change more often than the taxonomies do. This goes on from the
table that ships, in minutes and without the transformer: pairs of the catalogue (often)
and of ESCO, NOC and O*NET (so that nothing is forgotten), the scores of the table as it
was standing in for the teacher's. Words that the catalogue uses and that have no vector
of their own get one, which starts at nothing: their parts have spoken for them.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

import corpus
import numpy as np
import sources
import torch
from held import is_held_out
from store import save
from texts import Texts, WordRows
from train import Encoder, Settings, loss_of

DATA = Path(__file__).resolve().parents[1] / "src/skillgap/matching/data"
SETTINGS = Settings(epochs=3, rate=0.002, teaching=1.0, word_dropout=0.15)
MOST_WORDS = 36900
"""As many as keep the file below 8 MB."""
SHARE = {
    "catalogue": 4.0,
    "catalogue-french": 4.0,
    "esco-alternative": 0.4,
    "esco-french": 1.0,
    "esco-description": 0.2,
    "skillskape": 0.25,
    "esco-occupation": 0.25,
    "occupation-french": 0.4,
    "noc-french": 1.0,
    "noc-title": 0.25,
    "onet-title": 0.2,
    "onet-tool": 0.2,
    "onet-task": 0.2,
}


def pairs_to_learn(taxonomies: Path) -> list[corpus.Pair]:
    """The catalogue's pairs without what is held out, and some of the others."""
    skills, _ = corpus.hold_out(corpus.read_skills(taxonomies))
    own = [
        pair
        for pair in sources.catalogue_pairs(DATA.parents[3] / "data")
        if not is_held_out(pair.concept.removeprefix("skills:"), pair.text)
    ]
    found = [
        *own,
        *corpus.skill_pairs(skills),
        *corpus.skillskape_pairs(taxonomies, "train"),
        *sources.esco_occupation_pairs(taxonomies),
        *sources.onet_title_pairs(taxonomies),
        *sources.noc_pairs(taxonomies),
        *sources.activity_pairs(taxonomies),
        *sources.tool_pairs(taxonomies),
    ]
    return [pair for pair in found if pair.source in SHARE]


def stored(path: Path) -> tuple[list[str], int, np.ndarray]:
    """The words, buckets and vectors of a table in a file."""
    with np.load(path, allow_pickle=False) as table:
        words = bytes(table["words"]).decode().split("\n")
        rows = table["rows"].astype(np.float32)
        return (
            words,
            int(table["buckets"]),
            rows * table["scales"][:, None].astype("f4"),
        )


def widened(
    words: list[str], vectors: np.ndarray, own: list[corpus.Pair]
) -> tuple[list[str], np.ndarray]:
    """The table with a row for the catalogue's words that have none, the commonest."""
    known = set(words)
    counted: Counter[str] = Counter()
    for cut in Texts(list(dict.fromkeys(pair.text for pair in own))).cut:
        counted.update(word for word in set(cut) if word not in known)
    room = max(MOST_WORDS - len(words), 0)
    added = [word for word, _ in counted.most_common(room)]
    blank = np.zeros((len(added), vectors.shape[1]), np.float32)
    count = len(words)
    return words + added, np.concatenate([vectors[:count], blank, vectors[count:]])


class Refiner:
    """One run, going on from a table."""

    def __init__(self, pairs: list[corpus.Pair], table: Path, s: Settings) -> None:
        torch.manual_seed(s.seed)
        torch.set_num_threads(1)
        self.s, self.rng = s, np.random.default_rng(s.seed)
        words, self.buckets, vectors = stored(table)
        own = [pair for pair in pairs if pair.source.startswith("catalogue")]
        self.words, start = widened(words, vectors, own)
        self.texts = Texts(
            list(dict.fromkeys(t for p in pairs for t in (p.text, p.label)))
        )
        number = self.texts.number
        self.text = np.array([number[p.text] for p in pairs])
        self.label = np.array([number[p.label] for p in pairs])
        keys = {k: i for i, k in enumerate(dict.fromkeys(p.concept for p in pairs))}
        self.concept = torch.tensor([keys[p.concept] for p in pairs])
        self.source = np.array([p.source for p in pairs])
        at = {word: i for i, word in enumerate(self.words)}
        rows = WordRows(self.texts.words, at, self.buckets)
        self.table = torch.nn.Parameter(torch.from_numpy(start))
        self.encode = Encoder(self.texts, rows, self.table)
        self.before = Encoder(self.texts, rows, torch.from_numpy(start.copy()))

    def draw(self) -> np.ndarray:
        """The pairs of one epoch, in random order: each source as SHARE says."""
        found = []
        for source, share in SHARE.items():
            at = np.flatnonzero(self.source == source)
            found += [at] * int(share)
            found.append(self.rng.permutation(at)[: int(share % 1 * len(at))])
        return self.rng.permutation(np.concatenate(found))

    def step(self, batch: np.ndarray) -> torch.Tensor:
        """The loss of one batch; the table as it was is the teacher."""
        s = self.s
        a = self.encode(self.text[batch], s.word_dropout, self.rng)
        b = self.encode(self.label[batch], s.word_dropout, self.rng)
        with torch.no_grad():
            left = self.before(self.text[batch], 0, self.rng)
            right = self.before(self.label[batch], 0, self.rng)
            judged = left @ right.T / s.temperature
        concept = self.concept[batch]
        same = (concept[:, None] == concept[None]) & ~torch.eye(len(batch), dtype=bool)
        return loss_of(a, b, same, judged, s)

    def run(self) -> np.ndarray:
        """Train, saying how it goes; the table."""
        s, began = self.s, time.time()
        optimiser = torch.optim.Adam([self.table], lr=s.rate)
        for epoch in range(s.epochs):
            drawn = self.draw()
            plan = np.array_split(drawn, max(len(drawn) // s.batch, 1))
            losses = []
            for done, batch in enumerate(plan):
                share = (epoch + done / len(plan)) / s.epochs
                for group in optimiser.param_groups:
                    group["lr"] = s.rate * max(0.05, 1 - share)
                loss = self.step(batch)
                optimiser.zero_grad()
                loss.backward()
                optimiser.step()
                losses.append(loss.item())
            print(
                f"epoch {epoch + 1}: {len(plan)} steps, loss {np.mean(losses):.3f}, "
                f"{time.time() - began:.0f} s",
                flush=True,
            )
        return self.table.detach().numpy()


def main() -> None:
    """Refine with the standard settings and write table and card."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--taxonomies", type=Path, required=True)
    parser.add_argument("--table", type=Path, default=DATA / "table.npz")
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    pairs = pairs_to_learn(options.taxonomies)
    refiner = Refiner(pairs, options.table, SETTINGS)
    table = refiner.run()
    save(options.out / "table.npz", refiner.words, refiner.buckets, table)
    card = json.loads((DATA / "table.json").read_text(encoding="utf-8"))
    card["words"] = len(refiner.words)
    card["refined_by"] = {
        "made_by": "training/refine.py",
        "pairs": len(pairs),
        "settings": SETTINGS._asdict(),
        "share_of_each_source": SHARE,
    }
    text = json.dumps(card, indent=1, ensure_ascii=False)
    (options.out / "table.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
