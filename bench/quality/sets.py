"""The questions that matchers are compared on: phrases, and the skills that are right.

The labels held out of ESCO are those of `training/corpus.py`, so that no table is asked
what it has learnt.
"""

from __future__ import annotations

import ast
import csv
import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training"))

import corpus  # noqa: E402  (the training script's own reader, found beside this folder)


class QuestionSet(NamedTuple):
    """Phrases to be matched to the labels of an index."""

    name: str
    phrases: list[str]
    right: list[set[int]]
    """For each phrase the owners (skills or occupations) that answer it."""
    labels: list[str]
    owners: list[int]
    """The owner of each label, rising."""

    each_label: bool = False
    """Whether labels are ranked one by one, and not the skills that they are of."""


def _index(names: list[tuple[str, ...]]) -> tuple[list[str], list[int]]:
    labels, owners = [], []
    for owner, group in enumerate(names):
        for label in dict.fromkeys(name for name in group if name):
            labels.append(label)
            owners.append(owner)
    return labels, owners


def esco_sets(taxonomies: Path, *, final: bool = False) -> list[QuestionSet]:
    """SkillSkape's dev split (and test split, if asked), and labels held out of ESCO.

    The test split is for a look at the very end; nothing is chosen by it.
    """
    kept, held = corpus.hold_out(corpus.read_skills(taxonomies))
    number = {skill.label: i for i, skill in enumerate(kept)}
    english = _index([(s.label, *s.alternatives) for s in kept])
    french = _index([(s.french, *s.french_alternatives) for s in kept])

    def advertisements(split: str) -> QuestionSet:
        sentences: dict[str, set[int]] = {}
        for row in corpus.rows(taxonomies / f"skillskape/{split}.csv"):
            known = {number[k] for k in ast.literal_eval(row["skills"]) if k in number}
            if known:
                sentences.setdefault(row["sentence"], set()).update(known)
        phrases, right = list(sentences), list(sentences.values())
        return QuestionSet(f"SkillSkape {split}", phrases, right, *english)

    def asked(
        name: str,
        pairs: tuple[tuple[str, str], ...],
        index: tuple[list[str], list[int]],
    ) -> QuestionSet:
        phrases = [phrase for phrase, _ in pairs]
        return QuestionSet(name, phrases, [{number[a]} for _, a in pairs], *index)

    return [
        *map(advertisements, ["dev", "test"] if final else ["dev"]),
        asked("ESCO en held out", held.english, english),
        asked("ESCO fr held out", held.french, french),
        asked("ESCO fr to en", held.crossing, english),
    ]


def melo_set(folder: Path) -> QuestionSet:
    """MELO US-English: titles of O*NET against titles of ESCO."""

    def read(name: str) -> list[list[str]]:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    groups: dict[str, list[str]] = {}
    for element, text in read("corpus_elements.tsv"):
        groups.setdefault(element.split("_")[0], []).append(text)
    number = {concept: i for i, concept in enumerate(groups)}
    right: dict[str, set[int]] = {}
    for query, _, element, _ in read("annotations.tsv"):
        right.setdefault(query, set()).add(number[element.split("_")[0]])
    asked = [
        (text, right[query]) for query, text in read("queries.tsv") if query in right
    ]
    labels, owners = _index([tuple(names) for names in groups.values()])
    return QuestionSet(
        "MELO US-English",
        [t for t, _ in asked],
        [r for _, r in asked],
        labels,
        owners,
        each_label=True,
    )


class Catalogue(NamedTuple):
    """The project's own skills: English labels, and every label with its owner."""

    english: list[str]
    labels: list[str]
    owners: list[int]


def read_catalogue(paths: list[Path]) -> Catalogue:
    """The skills of one or more YAML files of the project's own form."""
    import yaml

    names: dict[str, tuple[str, list[str]]] = {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in paths:
        for skill in yaml.load(path.read_text("utf-8"), Loader=loader)["skills"]:  # noqa: S506
            label = skill["label"]
            _, group = names.setdefault(skill["id"], (label["en"], []))
            group += label.values()
            for other in (skill.get("alternative_labels") or {}).values():
                group += other
    labels, owners = _index([tuple(group) for _, group in names.values()])
    return Catalogue([first for first, _ in names.values()], labels, owners)


def everyday_rows(path: Path) -> list[dict[str, str]]:
    """The rows of the everyday set, as they are."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def everyday_set(path: Path, catalogue: Catalogue) -> QuestionSet:
    """The everyday phrases that have an answer; an answer is right by its label."""
    asked = [row for row in everyday_rows(path) if row["accept"]]
    right = []
    for row in asked:
        accept = re.compile(row["accept"], re.IGNORECASE)
        reject = re.compile(row["reject"] or r"(?!)", re.IGNORECASE)
        right.append(
            {
                i
                for i, label in enumerate(catalogue.english)
                if accept.search(label) and not reject.search(label)
            }
        )
    return QuestionSet(
        "everyday dev",
        [r["phrase"] for r in asked],
        right,
        catalogue.labels,
        catalogue.owners,
    )
