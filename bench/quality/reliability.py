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
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import sets

sys.path.insert(0, str(sets.ROOT / "training"))

import calibrate
import calibrate_titles
import numpy as np

from skillgap.catalogue import load_catalogue
from skillgap.matching import match_claims
from skillgap.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

SLIPS = 500
SHORTEST = 6

EVERYDAY = """
## Everyday phrases, the whole matcher

`everyday_dev` (200 phrases, `shared/benchmarks`), judged as the evaluation script that
comes with it does. No label was written for a row of it, though the rows that went
wrong had been seen when the last labels were.
"""
FIGURES = (
    "right first",
    "given as matched and right",
    "wrong given",
    "traps",
    "lines without a skill matched",
)
SURE = """
## How sure

Each cell: said : right, number of phrases. What is said is the confidence of the first
candidate.

Mapped phrases, lines that are no skill, and labels with a slip:
"""
ALONE = """
By meaning alone, fitted on four fifths and asked of the other (`training/calibrate.py`:
mapped phrases, labels that no table learnt, asked of the catalogue without them, and
the lines that are no skill; and `calibrate_titles.py`: invented phrases and titles of
the NOC, some of them of work that the catalogue does not have):
"""


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


def counted(rows: list[dict[str, str]]) -> Counter[str]:
    """How many rows of the everyday set are answered in which way."""
    matches = match_claims([Claim(row["phrase"]) for row in rows], load_catalogue())
    count: Counter[str] = Counter()
    for row, match in zip(rows, matches, strict=True):
        first = [one.skill.label.in_language("en") for one in match.candidates[:1]]
        accepts, rejects = (_meets(row[key], first) for key in ("accept", "reject"))
        matched, right = match.status == "matched", accepts and not rejects
        if not row["accept"]:
            count.update({"none": 1, "none matched": matched})
            continue
        count.update(asked=1, first=right, given=right and matched)
        count.update({"wrong": matched and not right, "traps": bool(row["reject"])})
        count.update({"hit": matched and rejects})
    return count


def _meets(expression: str, labels: list[str]) -> bool:
    return bool(expression) and any(
        re.search(expression, label, re.IGNORECASE) for label in labels
    )


def whole(path: Path, skills: dict[str, list[str]]) -> list[str]:
    """What the whole matcher makes of the everyday set, and of what is no skill."""
    count = counted(sets.everyday_rows(path))
    none = [one.phrase for one in calibrate.questions(Path(), skills) if not one.right]
    passed = match_claims([Claim(line) for line in none], load_catalogue())
    named = [one.phrase for one in passed if one.status == "matched"]
    lines = ", ".join(f"“{line}”" for line in named)
    cells = (
        f"{count['first']} of {count['asked']} ({count['first'] / count['asked']:.3f})",
        f"{count['given']} ({count['given'] / count['asked']:.3f})",
        str(count["wrong"]),
        f"{count['hit']} of {count['traps']}",
        f"{count['none matched']} of {count['none']}",
    )
    return [
        EVERYDAY,
        "| " + " | ".join(FIGURES) + " |",
        "|---|---|---|---|---|",
        "| " + " | ".join(cells) + " |",
        "",
        f"Of {len(none)} invented lines that are no skill (`training/not_skills.txt`),",
        f"which the confidence was fitted on, {len(named)} are matched: {lines}.",
    ]


def crossed(shared: Path) -> list[str]:
    """How sure answers by meaning are, said by weights fitted on other phrases."""
    skills = calibrate.observe(
        calibrate.load_table(), sets.ROOT / "data", shared / "facts"
    )
    catalogue = load_catalogue()
    known = {one.noc for one in catalogue.all_occupations() if one.noc}
    titles = calibrate_titles.titles(shared / "taxonomies", known)
    asked = calibrate_titles.invented() + titles
    titled = calibrate_titles.observe(asked, catalogue)
    seen = {
        "skills": (skills, calibrate.crossed(skills)),
        "occupations": (titled, calibrate.crossed(titled, 1)),
    }
    lines = ["| said | " + " | ".join(seen) + " |", "|---|---|---|"]
    for tenth in range(10):
        cells = []
        for observed, sure in seen.values():
            at = np.minimum((sure * 10).astype(int), 9) == tenth
            right = observed.right[at].mean() if at.any() else 0.0
            said = sure[at].mean() if at.any() else 0.0
            cells.append(f"{said:.2f} : {right:.2f}, {at.sum()}")
        lines.append(f"| from {tenth / 10:.1f} | " + " | ".join(cells) + " |")
    return lines


def sections(shared: Path) -> Iterator[str]:
    """The parts of RESULTS.md that tell of the whole matcher, line by line."""
    skills = calibrate.names(sets.ROOT / "data")
    near = calibrate.kin(sets.ROOT / "data")
    everyday_path = shared / "benchmarks/everyday_dev.tsv"
    yield from whole(everyday_path, skills)
    long = [
        (label, skill)
        for skill, labels in skills.items()
        for label in labels
        if len(label) >= SHORTEST
    ]
    mapped = [
        (one.phrase, one.right) for one in calibrate.questions(shared / "facts", skills)
    ]
    slips = [(text, frozenset([skill])) for text, skill in slipped(long)]
    own = {skill: {skill} for skill in near}
    yield SURE
    yield from table(ask(mapped + slips, near))
    yield "\nThe everyday development set:\n"
    yield from table(ask(everyday(everyday_path), own))
    yield ALONE
    yield from crossed(shared)


def main() -> None:
    """Ask everything and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=sets.ROOT.parent / "shared")
    for line in sections(parser.parse_args().shared):
        print(line, flush=True)


if __name__ == "__main__":
    main()
