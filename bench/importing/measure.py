"""Importing at full size: ESCO beside the csv module, PyYAML and the bundled catalogue.

Every command runs in a process of its own, all of them once a round, so that a busy
machine slows all alike. What is compared is the CPU of the whole process (user and
system, from the kernel's account of the child) and its largest resident memory; the
ratios are medians over the rounds. The files as published lie outside of the
repository (``../shared/taxonomies``, or ``--files``). Titles of the bundled catalogue
show how right the skills are that are proposed for lists of credentials.

The results go to bench/importing/RESULTS.md: quote the ratios, not the seconds.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT.parent / "shared" / "taxonomies"
RESULTS = Path(__file__).with_name("RESULTS.md")
ESCO = (
    "esco-1.2.0-en",
    "esco-derived-relations",
    "esco-1.0.3-en-fr",
    "tabiya-esco-1.1.2-en-fr/esco-v1.1.2-fr",
)
READ_CSV = """
import csv, sys
csv.field_size_limit(1 << 24)
for name in sys.argv[1:]:
    with open(name, encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            pass
"""
READ_YAML = """
import gc, pathlib, sys, yaml
if sys.argv[1] == "off":
    gc.disable()
for path in sorted(pathlib.Path(sys.argv[2]).iterdir()):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
"""
COMPILE = """
import pathlib, sys
from skillgap.catalogue import load_catalogue
load_catalogue(pathlib.Path(sys.argv[1]))
"""
MEANT = (
    "recommend on ESCO, by meaning",
    "recommend on the bundled catalogue, by meaning",
)
GOALS = {
    "import of ESCO / csv module": 10.0,
    "compiling ESCO / PyYAML's C loader": 0.5,
    "recommend on ESCO / recommend on the bundled catalogue": 1.3,
    f"{MEANT[0]} / {MEANT[1]}": 1.3,
}
MEGABYTE = 1024


class Spent(NamedTuple):
    """What one process took: seconds of CPU, and megabytes of memory at most."""

    cpu: float
    memory: float


def spend(*command: object, home: Path) -> Spent:
    """Run a command to its end and give what it took."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "SKILLGAP_CACHE": str(home / "cache"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    null = os.open(os.devnull, os.O_RDWR)
    words = [str(word) for word in command]
    pid = os.posix_spawn(
        words[0],
        words,
        environment,
        file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)],
    )
    os.close(null)
    _pid, status, used = os.wait4(pid, 0)
    if status:
        message = f"failed: {' '.join(words)[:300]}"
        raise SystemExit(message)
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / MEGABYTE)


def measure(files: Path, rounds: int) -> dict[str, list[Spent]]:
    """Run everything once a round."""
    sources = [files / name for name in ESCO]
    tables = _tables(sources)
    skillgap = Path(sys.executable).with_name("skillgap")
    importing = (skillgap, "catalogue", "import", "esco", *sources)
    labels = ("use spreadsheets software", "bookkeeping regulations")
    meant = "keeping track of the money of a shop"
    spent: dict[str, list[Spent]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        made, text = home / "esco", home / "esco-yaml"
        spend(*importing, "--output", made, home=home)
        spend(*importing, "--output", text, "--as", "yaml", home=home)
        for_work = ("--for", "bookkeeper")
        on_esco = (skillgap, "recommend", *_says(*labels), *for_work)
        on_esco_meant = (*on_esco, *_says(meant), "--catalogue", made)
        bundled = (skillgap, "recommend", *_says("excel", "bookkeeping"), *for_work)
        on_esco = (*on_esco, "--catalogue", made)
        for once in (on_esco, on_esco_meant, bundled, (*bundled, *_says(meant))):
            spend(*once, home=home)
        commands = {
            "csv module": (sys.executable, "-c", READ_CSV, *tables),
            "import of ESCO": (*importing, "--output", home / "new"),
            "PyYAML's C loader": (sys.executable, "-c", READ_YAML, "on", text),
            "PyYAML's C loader, collector off": (
                *(sys.executable, "-c", READ_YAML, "off", text),
            ),
            "compiling ESCO": (sys.executable, "-c", COMPILE, made),
            "recommend on ESCO": on_esco,
            "recommend on the bundled catalogue": bundled,
            MEANT[0]: on_esco_meant,
            MEANT[1]: (*bundled, *_says(meant)),
        }
        for number in range(rounds):
            for name, command in commands.items():
                shutil.rmtree(home / "new", ignore_errors=True)
                spent[name].append(spend(*command, home=home))
            sys.stderr.write(f"round {number + 1} of {rounds}\n")
    return spent


def _says(*phrases: str) -> list[str]:
    return [word for phrase in phrases for word in ("-s", phrase)]


def _tables(sources: list[Path]) -> list[Path]:
    """The tables that the import reads, as the csv module would read them."""
    from skillgap.formats.esco_files import find_parts

    return [part.path for part in find_parts(sources).found]


def proposals() -> list[tuple[str, int, int]]:
    """Of the skills proposed for bundled titles: how many are right, by confidence."""
    from skillgap.catalogue import load_catalogue
    from skillgap.formats.offers import Offer
    from skillgap.review.placing import Placed
    from skillgap.review.proposals import propose

    catalogue = load_catalogue()
    credentials = catalogue.all_credentials()
    placed = [
        Placed(Offer(one.name, one.issuer.name, one.kind, "x"), one.id, one.issuer)
        for one in credentials
    ]
    right: dict[str, int] = defaultdict(int)
    every: dict[str, int] = defaultdict(int)
    develops = {one.id: {each.skill for each in one.develops} for one in credentials}
    for id_, proposed in propose(placed, catalogue).items():
        for each in proposed:
            sure = f"{each.confidence:.1f}"
            every[sure] += 1
            right[sure] += each.skill in develops[id_]
    return [(sure, right[sure], every[sure]) for sure in sorted(every, reverse=True)]


def report(spent: dict[str, list[Spent]]) -> str:
    """The results as Markdown."""
    rounds = len(spent["csv module"])
    lines = [
        "# Importing at full size",
        "",
        _circumstances(rounds),
        "",
        "| process | CPU, s (median) | memory, MB (most) |",
        "|---|---|---|",
    ]
    for name, each in spent.items():
        cpu = statistics.median(one.cpu for one in each)
        lines.append(f"| {name} | {cpu:.2f} | {max(o.memory for o in each):.0f} |")
    lines += ["", "| ratio of CPU, same round | median | lowest - highest | goal |"]
    lines.append("|---|---|---|---|")
    for pair, goal in GOALS.items():
        one, _sign, other = pair.partition(" / ")
        found = sorted(
            mine.cpu / theirs.cpu
            for mine, theirs in zip(spent[one], spent[other], strict=True)
        )
        verdict = "kept" if statistics.median(found) <= goal else "missed"
        lines.append(
            f"| {pair} | {statistics.median(found):.2f} | {found[0]:.2f} - "
            f"{found[-1]:.2f} | {goal:g}: {verdict} |"
        )
    lines += ["", "Skills proposed from the titles of the bundled credentials alone:"]
    lines += ["", "| confidence | proposed | right | share |", "|---|---|---|---|"]
    lines += [
        f"| {sure} | {every} | {right} | {right / every:.0%} |"
        for sure, right, every in proposals()
    ]
    return "\n".join(lines) + "\n"


def _circumstances(rounds: int) -> str:
    day, python = datetime.now(UTC).date(), platform.python_version()
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    return (
        f"{day}, {os.cpu_count()} cores (load {load:.1f} each), Python {python}, "
        f"{rounds} rounds. Made by `python bench/importing/measure.py`."
    )


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=Path, default=FILES)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    if not (chosen.files / ESCO[0]).is_dir():
        raise SystemExit(f"the files as published are not in {chosen.files}")
    text = report(measure(chosen.files, chosen.rounds))
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
