"""Cohorts: memory and speed by number of clients, and the intake beside simpler ones.

Invented rosters go through ``skillgap batch``; then ``cohort`` and ``diff`` read the
results in processes of their own, in turns. The intake (exact) is compared with the
greedy one (always what adds most to those chosen) and with the k that add most by
themselves, on the same groups. Writes RESULTS.md: quote ratios and shapes, not
milliseconds.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from skillgap.advice.filters import Filters
from skillgap.advice.intake import choose_intake, worth_of
from skillgap.advice.options import find_options
from skillgap.advice.tally import Tally
from skillgap.catalogue import load_catalogue
from skillgap.history.clients import read_clients

if TYPE_CHECKING:
    from collections.abc import Mapping

    from skillgap.advice.intake import Worth
    from skillgap.catalogue import Catalogue

COMMAND = Path(sys.executable).with_name("skillgap")
RESULTS = Path(__file__).with_name("RESULTS.md")
PHRASES = (
    *("excel", "bookkeeping", "customer service", "java", "payroll", "sql", "typing"),
    *(
        "paying bills",
        "account reconciliation",
        "word processing",
        "python",
        "teamwork",
    ),
    *("scheduling", "cooking", "cleaning", "welding", "first aid", "driving"),
)
TARGETS = ("12200", "13110", "64100", "11100", "21234", "")
KS = (1, 3, 5, 10)


class Used(NamedTuple):
    """What a process took: seconds of processor, megabytes at most."""

    seconds: float
    megabytes: float


def make_roster(path: Path, clients: int, seed: int) -> None:
    """An invented roster."""
    chance = random.Random(seed)  # noqa: S311 - no secrets
    with path.open("w", encoding="utf-8") as file:
        file.write("client,skills,target\n")
        for number in range(clients):
            said = "; ".join(chance.sample(PHRASES, chance.randint(1, 6)))
            file.write(f'c{number},"{said}",{chance.choice(TARGETS)}\n')


def run(*arguments: str) -> Used:
    """Run a command in a process of its own; what it took."""
    process = subprocess.Popen(
        [str(COMMAND), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    _pid, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise RuntimeError(process.stderr.read() if process.stderr else "")
    return Used(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def by_size(folder: Path, sizes: list[int]) -> list[str]:
    """A row for each number of clients: memory and speed of both commands."""
    rows = []
    for clients in sizes:
        roster, results = folder / f"{clients}.csv", str(folder / str(clients))
        make_roster(roster, clients, seed=clients)
        run("batch", str(roster), "--output", results)
        cohort = run("cohort", results, "--format", "json")
        diff = run("diff", results, results, "--format", "json")
        size = (folder / str(clients) / "results.jsonl").stat().st_size / 1e6
        speeds = (f"{clients / one.seconds:,.0f}" for one in (cohort, diff))
        rows.append(
            f"| {clients:,} | {size:,.0f} | {cohort.megabytes:.0f} "
            f"| {diff.megabytes:.0f} | {' | '.join(speeds)} |"
        )
    return rows


def gain(
    worth: Worth, ids: list[str], taught: Mapping[str, Mapping[str, int]]
) -> Fraction:
    """The coverage that credentials together add, summed over the clients."""
    levels: dict[str, int] = {}
    for one in ids:
        for skill, level in taught[one].items():
            levels[skill] = max(levels.get(skill, 0), level)
    return worth.of(levels)


def simpler(
    worth: Worth, skills: list[str], catalogue: Catalogue, most: int
) -> tuple[Fraction, Fraction]:
    """What the greedy intake adds, and the k that add most by themselves.

    Both choose from the credentials that ask for nothing first.
    """
    from skillgap.advice.coverage import Goal, counts_for

    rows = {one: worth.gains.get(one, (Fraction(),) * 6) for one in skills}
    whole = {
        one: tuple(round(value * 1000) for value in row) for one, row in rows.items()
    }
    goal = Goal((), whole, 1, counts_for(whole, catalogue))
    options = find_options(goal, dict.fromkeys(whole, 0), catalogue, Filters())
    taught = {
        id_: one.taught for id_, one in options.by_id.items() if not one.asks_first
    }
    alone = sorted(taught, key=lambda one: (-gain(worth, [one], taught), one))[:most]
    greedy: list[str] = []
    for _number in range(most):
        best = max(sorted(taught), key=lambda one: gain(worth, [*greedy, one], taught))
        greedy.append(best)
    return gain(worth, greedy, taught), gain(worth, alone, taught)


def intakes(folder: Path, groups: int, clients: int) -> list[str]:
    """A row for each k: what simpler choices reach of the exact one's gain."""
    catalogue = load_catalogue()
    parts: dict[int, list[tuple[float, float, bool]]] = {k: [] for k in KS}
    for group in range(groups):
        roster, results = folder / f"g{group}.csv", folder / f"g{group}"
        make_roster(roster, clients, seed=1000 + group)
        run("batch", str(roster), "--output", str(results))
        tally = Tally(catalogue, Fraction(4, 5))
        for client in read_clients(results):
            tally.add(client)
        worth, skills = worth_of(tally.unmet), sorted(tally.labels)
        for k in KS:
            exact = choose_intake(worth, skills, catalogue, Filters(), most=k)
            greedy, alone = simpler(worth, skills, catalogue, k)
            shares = float(greedy / exact.gain), float(alone / exact.gain)
            parts[k].append((*shares, exact.proven))
    return [
        f"| {k} | {sum(p[2] for p in found)} of {len(found)} "
        f"| {_told([p[0] for p in found])} | {_told([p[1] for p in found])} |"
        for k, found in parts.items()
    ]


def _told(shares: list[float]) -> str:
    return f"{sum(shares) / len(shares):.4f} / {min(shares):.4f}"


def main() -> None:
    """Measure, and write RESULTS.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--groups", type=int, default=10)
    parser.add_argument("--clients", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        sizes = by_size(Path(name), options.sizes)
        sets = intakes(Path(name), options.groups, options.clients)
    day = datetime.now(UTC).date()
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    text = f"""# Cohorts

{day}, {machine}; `python bench/cohort/measure.py`, bundled catalogue. Seconds are of
the processor; memory is the most that a process held; `diff` compares results with
themselves.

| clients | results, MB | cohort, MB | diff, MB | cohort, clients/s | diff, clients/s |
|---|---|---|---|---|---|
{chr(10).join(sizes)}

The intake of {options.groups} groups of {options.clients} clients: what simpler choices
reach of its gain (mean / worst).

| k | proven | greedy | the k best alone |
|---|---|---|---|
{chr(10).join(sets)}
"""
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
