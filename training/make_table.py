"""Make the table that ships: read the sources, train, write it and its card.

python training/make_table.py --taxonomies TAXONOMIES --wordnet WORDNET
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import corpus
import sources
from first import whole_words
from store import save
from teacher import Teacher, model_folder
from train import SHARE, Settings, Trainer
from wordnet import wordnet_pairs

REPOSITORY = Path(__file__).resolve().parents[1]
DATA = REPOSITORY / "src/skillgap/matching/data"
SOURCES = [
    "ESCO 1.2.0, 1.1.2 and 1.0.3, European Commission, EC reuse notice (CC BY 4.0)",
    "O*NET 29.2 Database, U.S. Department of Labor (USDOL/ETA), CC BY 4.0, modified",
    "NOC 2021, Statistics Canada and ESDC, Open Government Licence - Canada",
    "SkillSkape (train split), Magron et al. 2024, MIT",
    "WordNet 3.0, Princeton University, WordNet 3.0 licence",
    "all-MiniLM-L6-v2, sentence-transformers, Apache-2.0 (first vectors, teacher)",
    "skillgap's own catalogue, CC BY 4.0",
]


def every_pair(taxonomies: Path, wordnet: Path, known: list[str]) -> list[corpus.Pair]:
    """All pairs to learn from, what is held out taken out."""
    skills, _ = corpus.hold_out(corpus.read_skills(taxonomies))
    return [
        *corpus.skill_pairs(skills),
        *corpus.skillskape_pairs(taxonomies, "train"),
        *sources.esco_occupation_pairs(taxonomies),
        *sources.onet_title_pairs(taxonomies),
        *sources.noc_pairs(taxonomies),
        *sources.activity_pairs(taxonomies),
        *sources.tool_pairs(taxonomies),
        *sources.catalogue_pairs(REPOSITORY / "data"),
        *wordnet_pairs(wordnet, frozenset(known)),
    ]


def card(trainer: Trainer, settings: Settings, pairs: int) -> dict[str, object]:
    """What the table is, in a form that a program can read."""
    return {
        "what": "vectors of words and of parts of words, English and French",
        "made_by": "training/make_table.py",
        "licence": "CC-BY-4.0",
        "sources": SOURCES,
        "words": len(trainer.words),
        "pairs": pairs,
        "settings": settings._asdict(),
        "share_of_each_source": SHARE,
    }


def main() -> None:
    """Train with the standard settings and write table and card."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--taxonomies", type=Path, required=True)
    parser.add_argument("--wordnet", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=REPOSITORY / "training/.cache")
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    settings = Settings()
    known = whole_words(model_folder() / "vocab.txt")
    pairs = every_pair(options.taxonomies, options.wordnet, known)
    trainer = Trainer(pairs, Teacher(options.cache), known, settings)
    table = trainer.run()
    save(options.out / "table.npz", trainer.words, settings.buckets, table)
    text = json.dumps(card(trainer, settings, len(pairs)), indent=1, ensure_ascii=False)
    (options.out / "table.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
