"""Plan quality and time: exact against greedy and against the list of the best alone.

    python bench/planning/compare.py [--profiles 20] [--sizes 300 3000 30000]

On the bundled catalogue (every occupation, seeded random profiles, three sets of
means) and on generated programmes. CPU time of this process, which runs everything in
turn; quote the ratios, not the milliseconds. With SciPy installed its ``milp`` runs on
the plain model beside. The results go to bench/planning/RESULTS.md.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from random import Random
from time import process_time
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from generated import make_programme  # noqa: E402
from methods import best_alone, by_scipy, greedy  # noqa: E402

from skillgap import load_catalogue  # noqa: E402
from skillgap.advice import Wishes, make_plan, make_task  # noqa: E402
from skillgap.advice.optimum import best_choice, has_solver  # noqa: E402
from skillgap.model import Held  # noqa: E402
from skillgap.model.plan import Means  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.advice.programme import Choice, Programme
    from skillgap.catalogue import Catalogue

START = date(2027, 1, 11)
MEANS = {
    "8 h a week to June, $1,500": Means(8, 1500, START, date(2027, 6, 30)),
    "5 h a week for 12 weeks, $500": Means(5, 500, START, date(2027, 4, 4)),
    "no limits": Means(),
}


HEAD = (
    "programmes",
    "n",
    "share of the gap closed",
    "greedy: mean / worst of exact / how often worse",
    "best alone: the same",
    "coverage proven",
    "all proven, ties too",
    "exact, ms (median / 95 %)",
    "exact, points alone",
    "greedy",
    "scipy milp, plain model, points alone",
    "scipy milp, plain model, points, hours, cost, number",
)
WAYS = ("exact", "points", "greedy", "scipy", "scipy all")
SECONDS = 60.0
MOST_IN_TURN = 3000


class Tally:
    """Shares of the exact gain, times and proofs over many programmes."""

    def __init__(self) -> None:
        self.shares: dict[str, list[float]] = {"greedy": [], "alone": []}
        self.cpu: dict[str, list[float]] = {way: [] for way in WAYS}
        self.coverage: list[float] = []
        self.best = self.all = self.count = 0
        self.apart: list[str] = []

    def add(self, programme: Programme, *, scipy: bool = False) -> None:
        """Choose in every way and note the outcome."""
        started = process_time()
        choice = best_choice(programme, seconds=SECONDS)
        self.cpu["exact"].append(process_time() - started)
        started = process_time()
        near = greedy(programme)
        self.cpu["greedy"].append(process_time() - started)
        self.count += 1
        self.best += choice.settled > 0
        self.all += choice.proven
        self.coverage.append(choice.points / (sum(programme.weights) or 1))
        if choice.points:
            self.shares["greedy"].append(near / choice.points)
            self.shares["alone"].append(best_alone(programme) / choice.points)
        if scipy:
            self.beside_scipy(programme, choice)

    def beside_scipy(self, programme: Programme, choice: Choice) -> None:
        """The same by SciPy on the plain model: points alone, and all four in turn."""
        started = process_time()
        best_choice(programme, seconds=SECONDS, settle=1)
        self.cpu["points"].append(process_time() - started)
        ways = {"scipy": 1, "scipy all": 4}
        if len(programme.items) > MOST_IN_TURN:
            del ways["scipy all"]
        for way, stages in ways.items():
            points, cpu = by_scipy(programme, stages)
            self.cpu[way].append(cpu)
            if points != choice.points and choice.settled:
                self.apart.append(f"{way}: {points}, here {choice.points}")

    def row(self, name: str) -> str:
        """One line of the table."""
        cells = [name, str(self.count), f"{statistics.mean(self.coverage):.3f}"]
        for way in ("greedy", "alone"):
            shares = self.shares[way]
            worse = sum(share < 1 for share in shares) / len(shares)
            cells.append(
                f"{statistics.mean(shares):.3f} / {min(shares):.2f} / {worse:.0%}"
            )
        cells += [f"{self.best / self.count:.0%}", f"{self.all / self.count:.0%}"]
        cells += [_times(self.cpu[way]) for way in WAYS]
        return "| " + " | ".join(cells) + " |"

    def ratios(self, name: str) -> list[str]:
        """The medians of exact beside SciPy's, for as much of the answer."""
        middle = {way: statistics.median(s) for way, s in self.cpu.items() if s}
        pairs = (("points", "scipy"), ("exact", "scipy all"), ("exact", "scipy"))
        return [
            f"{name}: {one} / {other} = {middle[one] / middle[other]:.2f}"
            for one, other in pairs
            if one in middle and other in middle
        ]


def _times(seconds: list[float]) -> str:
    if not seconds:
        return "-"
    ordered = sorted(1000 * one for one in seconds)
    high = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"{statistics.median(ordered):.1f} / {high:.0f}"


def profiles(catalogue: Catalogue, count: int) -> Iterator[tuple[str, dict[str, Held]]]:
    """For every occupation: people who hold a part of what it asks, and more."""
    skills = [one.id for one in catalogue.all_skills()]
    for occupation in catalogue.all_occupations():
        random = Random(occupation.id)  # noqa: S311 - a sample
        for _ in range(count):
            asked = [one.skill for one in occupation.requirements]
            own = random.sample(asked, random.randint(0, len(asked) // 2))
            own += random.sample(skills, 3)
            levels = {one: random.choice([2, 3, 3, 4]) for one in own}
            held: dict[str, Held] = {}
            for skill, level in levels.items():
                for one in (skill, *catalogue.ancestors(skill)):
                    if one not in held or held[one].level < level:
                        held[one] = Held(level, "stated", skill)
            yield occupation.id, held


def write(lines: list[str], ratios: list[str]) -> None:
    """The results as far as they have come."""
    solver = "with highspy" if has_solver() else "without a solver"
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = sys.version.split()[0]
    today = time.strftime("%Y-%m-%d")
    text = [
        f"# Planning ({solver})\n",
        f"{today}, {os.cpu_count()} cores, {memory:.0f} GiB, Python {python}:",
        "`python bench/planning/compare.py`. CPU time, median and 95 % point; each way",
        "answers the same programmes in turn. *exact* is the whole answer, ties",
        "included; SciPy settles points, then minutes, cents and the number of",
        "credentials, and leaves ids open.\n",
        *lines,
        "",
        *(f"- {one}" for one in ratios),
        "",
    ]
    HERE.joinpath("RESULTS.md").write_text("\n".join(text), encoding="utf-8")


def beside_start_up(catalogue: Catalogue) -> str:
    """A plan's CPU on the bundled catalogue beside that of importing Typer and rich."""
    plans, imports = [], []
    for occupation in catalogue.all_occupations():
        started = process_time()
        make_plan(occupation, {}, catalogue, means=MEANS["8 h a week to June, $1,500"])
        plans.append(process_time() - started)
    for code in ("import typer, rich.console, rich.table", "pass") * 9:
        before = os.times()
        subprocess.run([sys.executable, "-c", code], check=True)
        after = os.times()
        spent = after.children_user + after.children_system
        imports.append(spent - before.children_user - before.children_system)
    loaded = statistics.median(imports[::2]) - statistics.median(imports[1::2])
    plan, worst = statistics.median(plans), max(plans)
    return (
        "bundled catalogue: a whole plan (`make_plan`, nothing held) takes "
        f"{1000 * plan:.1f} ms, at worst {1000 * worst:.0f}; importing Typer and rich "
        f"{1000 * loaded:.0f} ms: {plan / loaded:.2f} and {worst / loaded:.2f} of it"
    )


def main() -> None:
    """Run all comparisons and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--profiles", type=int, default=20)
    parser.add_argument("--sizes", type=int, nargs="*", default=[300, 3000, 30_000])
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--first-seed", type=int, default=100)
    asked = parser.parse_args()
    catalogue = load_catalogue()
    scipy = find_spec("scipy") is not None
    lines = [f"| {' | '.join(HEAD)} |", "|" + "---|" * len(HEAD)]
    ratios = [beside_start_up(catalogue)]
    for name, means in MEANS.items():
        tally = Tally()
        for occupation, held in profiles(catalogue, asked.profiles):
            record = catalogue.occupation(occupation)
            task = make_task(record, held, catalogue, means, Wishes())
            tally.add(task.programme)
        lines.append(tally.row(f"bundled, {name}"))
        print(lines[-1], flush=True)
    for size in asked.sizes:
        for kind, like in (("like", catalogue), ("even", None)):
            tally = Tally()
            for seed in range(asked.first_seed, asked.first_seed + asked.seeds):
                tally.add(make_programme(size, seed, like), scipy=scipy)
            lines.append(tally.row(f"generated, {size:,} {kind}"))
            ratios += tally.ratios(f"generated, {size:,} {kind}")
            print(lines[-1], *ratios[-2:], *tally.apart, flush=True)
            write(lines, ratios)


if __name__ == "__main__":
    main()
