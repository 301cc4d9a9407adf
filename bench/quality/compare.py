"""Compare matchers on the same questions in one run, and write RESULTS.md.

    python bench/quality/compare.py --final [--shared ../shared]

Needs `bench/quality/requirements.txt`; the rows of peers that are not installed are
left out with a message. The transformer's vectors of labels are kept in `--cache`:
making them takes a quarter of an hour of one core, all else about as long on two.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import cost
import numpy as np
import reliability
import sets
from methods import PEERS, Shipped, all_methods

if TYPE_CHECKING:
    from collections.abc import Iterator

    from methods import Method
    from sets import QuestionSet

CHUNK = 128
SAMPLE = 100
"""A slow method is asked of so many phrases of a set."""

NEVER = -9.0
"""The score of a label that a method did not consider at all."""

INTRODUCTION = """\
# Quality of matching

Written by `bench/quality/compare.py --final` on {day}: {machine}. Each cell: mean
reciprocal rank / right at first / right among the first ten. `centroid`: the mean of a
skill's labels is scored beside each label. MELO ranks single labels, as its authors do;
*as shipped* answers with skills: only the best label of each is ranked. Equal scores
share the mean of their ranks. rapidfuzz `WRatio` takes a second for a phrase among the
labels of ESCO and several for a sentence: it is asked of {sample} phrases of each set,
and of no sentences. SkillSkape's train split is among what the table learnt from: take
its columns as "of the same make", not as advertisements at large. Nothing was chosen by
its test split. What is still wrong, and why, stands in [WORST.md](WORST.md).
"""

COST = """
## Speed and memory

In the same run, on the labels held out of ESCO: {labels:,} labels, the phrases of "ESCO
en held out", the best of three rounds in turn. A method may take phrases together, *as
shipped* takes them one by one, as a person types them. Memory is by how much a process
grows when it reads the labels and answers, with what the method imports.
"""


def ranks(scores: np.ndarray, owners: np.ndarray, right: list[set[int]]) -> list[float]:
    """The rank of the best right owner for each row; infinite where there is none.

    A right owner and wrong ones of equal scores share the mean of their ranks.
    """
    starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
    column = {owner: i for i, owner in enumerate(owners[starts])}
    found = []
    for row, answers in zip(
        np.maximum.reduceat(scores, starts, axis=1), right, strict=True
    ):
        at = [column[answer] for answer in answers if answer in column]
        best = row[at].max() if at else NEVER
        ahead, equal = (row > best).sum(), (row == best).sum()
        wrong = equal - (row[at] == best).sum() if at else equal
        found.append(float(ahead + 1 + wrong / 2) if best > NEVER else np.inf)
    return found


def measure(method: Method, questions: QuestionSet) -> list[float]:
    """The rank of the right answer for each phrase of a set.

    A slow method is asked of some phrases only, and of no sentences.
    """
    method.prepare(questions.labels, questions.owners)
    owners = np.asarray(questions.owners)
    phrases, right = questions.phrases, questions.right
    if questions.each_label:  # labels are ranked one by one, not their owners
        right = [set(np.flatnonzero(np.isin(owners, [*r])).tolist()) for r in right]
        owners = np.arange(len(owners))
    if not method.asks_all:
        if questions.name.startswith("SkillSkape"):
            return []
        some = np.random.default_rng(7).permutation(len(phrases))[:SAMPLE]
        phrases, right = [phrases[at] for at in some], [right[at] for at in some]
    found: list[float] = []
    for start in range(0, len(phrases), CHUNK):
        scores = method.score(phrases[start : start + CHUNK])
        found += ranks(scores, owners, right[start : start + CHUNK])
    return found


def cell(found: list[float], asked: int) -> str:
    """MRR / R@1 / R@10, and of how many phrases where it was not all."""
    if not found:
        return ""
    rank = np.array(found)
    figures = (1 / rank).mean(), (rank <= 1).mean(), (rank <= 10).mean()
    told = " / ".join(f"{figure:.3f}".lstrip("0") for figure in figures)
    return told if len(found) == asked else f"{told} (n={len(found)})"


def question_sets(shared: Path, *, final: bool) -> list[QuestionSet]:
    """Every set that the shared folder and the catalogue give."""
    catalogue = sets.read_catalogue([sets.ROOT / "data/skills.yaml"])
    return [
        *sets.esco_sets(shared / "taxonomies", final=final),
        sets.melo_set(shared / "benchmarks/melo/usa_q_en_c_en"),
        sets.everyday_set(shared / "benchmarks/everyday_dev.tsv", catalogue),
    ]


def table(methods: list[Method], asked: list[QuestionSet]) -> Iterator[str]:
    """The lines of the table of quality, as they are known."""
    heads = [f"{q.name} (n={len(q.phrases)})" for q in asked]
    yield "| method | " + " | ".join(heads) + " |"
    yield "|---|" + "---|" * len(heads)
    for method in methods:
        cells = [cell(measure(method, q), len(q.phrases)) for q in asked]
        yield f"| {method.name} | " + " | ".join(cells) + " |"


def costs(
    methods: list[Method], questions: QuestionSet, arguments: list[str]
) -> Iterator[str]:
    """The lines of the table of what each method costs."""
    for method in methods:
        method.prepare(questions.labels, questions.owners)
    speeds = cost.speeds(methods, questions)
    held = [cost.memory(arguments, method.name) for method in methods]
    ours = next(
        s for m, s in zip(methods, speeds, strict=True) if m.name == Shipped.name
    )
    yield "| method | phrases/s | as shipped is so many times as fast | memory, MB |"
    yield "|---|---|---|---|"
    for method, speed, memory in zip(methods, speeds, held, strict=True):
        ratio = "" if method.name == Shipped.name else f"{ours / speed:.3g}"
        told = "" if memory is None else f"{memory:.0f}"
        yield f"| {method.name} | {speed:.3g} | {ratio} | {told} |"


def everything(
    methods: list[Method], asked: list[QuestionSet], shared: Path, arguments: list[str]
) -> Iterator[str]:
    """The lines of the whole file, as they are known."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python "
    machine += platform.python_version()
    day = datetime.now(tz=UTC).date().isoformat()
    yield INTRODUCTION.format(day=day, machine=machine, sample=SAMPLE)
    yield from table(methods, asked)
    esco = next(q for q in asked if q.name == "ESCO en held out")
    yield COST.format(labels=len(esco.labels))
    yield from costs(methods, esco, arguments)
    yield from reliability.sections(shared)


def parsed() -> argparse.Namespace:
    """The options of the command."""
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
    parser.add_argument("--memory-of", help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Run the comparison; print it and write it, line by line."""
    options = parsed()
    missing = [name for name in PEERS if importlib.util.find_spec(name) is None]
    for name in missing:
        print(f"{name} is not installed: its rows are left out", file=sys.stderr)
    methods = [
        method
        for method in all_methods(options.table, options.cache, missing)
        if not options.row or options.row in method.name
    ]
    asked = question_sets(options.shared, final=options.final)
    if options.memory_of:
        (method,) = (one for one in methods if one.name == options.memory_of)
        esco = next(q for q in asked if q.name == "ESCO en held out")
        print(cost.grown(method, esco))
        return
    arguments = sys.argv[1:]
    if options.row:
        lines = table(methods, asked)
    else:
        lines = everything(methods, asked, options.shared, arguments)
    with options.out.open("w", encoding="utf-8") as file:
        for line in lines:
            print(line, flush=True)
            file.write(f"{line}\n")
            file.flush()


if __name__ == "__main__":
    main()
