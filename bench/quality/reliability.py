"""How often the matcher is right where it says how sure it is.

    python bench/quality/reliability.py [--shared FOLDER]

Asked: phrases of credentials and occupations that were mapped by hand, invented lines
that are no skill, labels with one random slip, and the everyday development set. What
is said is the confidence of the first candidate, matched or unsure.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from pathlib import Path
from typing import NamedTuple

import sets

sys.path.insert(0, str(sets.ROOT / "training"))

import calibrate

from skillgap.catalogue import load_catalogue
from skillgap.matching import match_claims
from skillgap.model import Claim

SLIPS = 500
SHORTEST = 6


class Said(NamedTuple):
    """How sure an answer was, whether it is right, and by which kind of rule."""

    confidence: float
    right: bool
    kind: str


def slipped(labels: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Labels with two neighbouring letters swapped, and their skills."""
    rng = random.Random(7)  # noqa: S311 (a sample, not a secret)
    found = []
    for label, skill in rng.sample(labels, SLIPS):
        place = rng.randrange(1, len(label) - 2)
        one, other = label[place], label[place + 1]
        found.append((f"{label[:place]}{other}{one}{label[place + 2 :]}", skill))
    return found


def ask(
    asked: list[tuple[str, frozenset[str]]], near: dict[str, set[str]]
) -> list[Said]:
    """Ask each phrase, whose right skills are given."""
    found = []
    matches = match_claims([Claim(phrase) for phrase, _ in asked], load_catalogue())
    for match, (_, right) in zip(matches, asked, strict=True):
        if match.candidates:
            first = match.candidates[0]
            is_right = not near[first.skill.id].isdisjoint(right)
            kind = match.rule or "unsure"
            found.append(Said(first.confidence, is_right, kind))
    return found


def everyday(path: Path) -> list[tuple[str, frozenset[str]]]:
    """The everyday development set: each phrase with the ids of its right skills."""
    skills = [
        (skill.id, skill.label.in_language("en"))
        for skill in load_catalogue().all_skills()
    ]
    asked = []
    for row in sets.everyday_rows(path):
        accept = re.compile(row["accept"] or r"(?!)", re.IGNORECASE)
        reject = re.compile(row["reject"] or r"(?!)", re.IGNORECASE)
        right = [i for i, label in skills if accept.search(label)]
        names = dict(skills)
        kept = frozenset(i for i in right if not reject.search(names[i]))
        asked.append((row["phrase"], kept))
    return asked


def table(said: list[Said]) -> list[str]:
    """Rows of Markdown: for each tenth, said, right and n, by kind of rule."""
    kinds = {
        "spelling": lambda one: one.kind not in {"meaning", "unsure"},
        "meaning": lambda one: one.kind == "meaning",
        "unsure": lambda one: one.kind == "unsure",
        "all": lambda _: True,
    }
    lines = ["| said | " + " | ".join(kinds) + " |", "|---|" + "---|" * len(kinds)]
    for tenth in range(3, 11):
        at = [one for one in said if int(one.confidence * 10) == tenth]
        cells = []
        for keep in kinds.values():
            some = [one for one in at if keep(one)]
            sure = sum(one.confidence for one in some) / max(len(some), 1)
            right = sum(one.right for one in some) / max(len(some), 1)
            cells.append(f"{sure:.2f} : {right:.2f}, {len(some)}" if some else "")
        lines.append(f"| from {tenth / 10:.1f} | " + " | ".join(cells) + " |")
    return lines


def main() -> None:
    """Ask everything and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=sets.ROOT.parent / "shared")
    options = parser.parse_args()
    skills = calibrate.names(sets.ROOT / "data")
    near = calibrate.kin(sets.ROOT / "data")
    long = [
        (label, skill)
        for skill, labels in skills.items()
        for label in labels
        if len(label) >= SHORTEST
    ]
    mapped = [
        (one.phrase, one.right)
        for one in calibrate.questions(options.shared / "facts", skills)
    ]
    slips = [(text, frozenset([skill])) for text, skill in slipped(long)]
    own = {skill: {skill} for skill in near}
    print("Mapped phrases, lines that are no skill, and labels with a slip:\n")
    print("\n".join(table(ask(mapped + slips, near))))
    print("\nThe everyday development set:\n")
    path = options.shared / "benchmarks/everyday_dev.tsv"
    print("\n".join(table(ask(everyday(path), own))))


if __name__ == "__main__":
    main()
