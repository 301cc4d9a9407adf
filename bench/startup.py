"""Start-up: what one ``skillgap recommend`` costs beside a well-known peer.

Whole-process CPU (user + system, from the kernel's account of the child), median of
many rounds in which every command runs once, so that a busy machine slows all alike.
Each command lives in an environment of its own, byte-compiled as an installer leaves
it; the catalogue's compiled form is in the cache, as after anybody's first command.
The results go to bench/RESULTS-startup.md: quote the ratios, not the milliseconds.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
RESULTS = Path(__file__).with_name("RESULTS-startup.md")
PHRASES = (
    "excel",
    "customer service",
    "paying bills",
    "bookkeeping",
    "time management",
    "problem solving",
    "teamwork",
    "data entry",
    "invoicing",
    "answering phones",
    "payroll",
    "bank reconciliation",
)
MISSPELLED = {"bookkeeping": "bookeeping", "payroll": "payrol"}
PEER = "sqlite-utils --version"
NOTHING = "python -c pass"
GOALS = {
    "skillgap recommend, rich table": 0.85,
    "skillgap recommend, plain": 0.6,
    "skillgap recommend, JSON": 0.6,
}
TYPER_APP = """
import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def greet(name: str = "you") -> None:
    print(name)


app()
"""


class Environment(NamedTuple):
    """A fresh virtual environment and the packages that were put into it."""

    folder: Path
    versions: dict[str, str]

    def program(self, name: str) -> str:
        """The path of a program of the environment."""
        return str(self.folder / "bin" / name)


def main() -> int:
    """Build, measure, write; without a package index say so and leave."""
    parser = argparse.ArgumentParser(description="Measure start-up against a peer.")
    parser.add_argument("--rounds", type=int, default=25, help="runs of each command")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="startup-") as name:
        folder = Path(name)
        try:
            environments = build(folder)
        except subprocess.CalledProcessError as error:
            print(f"Skipped: the packages cannot be installed here.\n{error.stderr}")
            return 0
        commands = commands_of(environments, folder)
        known = known_phrases(environments["skillgap"], folder)
        times = measure(commands, rounds, folder)
    report = written(times, environments, known, rounds)
    RESULTS.write_text(report, encoding="utf-8")
    print(report)
    return 0


def build(folder: Path) -> dict[str, Environment]:
    """An environment for each thing that is measured."""
    wanted = {
        "skillgap": str(ROOT),
        "peer": "sqlite-utils",
        "typer-0.28": "typer>=0.28,<0.29",
        "typer-0.29": "typer>=0.29,<0.30",
    }
    print("Building four environments ...", file=sys.stderr)
    return {name: install(folder / name, what) for name, what in wanted.items()}


def install(folder: Path, requirement: str) -> Environment:
    """A byte-compiled environment with one requirement and what it needs."""
    python = str(folder / "bin" / "python")
    pip = [sys.executable, "-m", "pip", "--python", python]
    quietly([sys.executable, "-m", "venv", "--without-pip", str(folder)])
    quietly([*pip, "install", requirement])
    quietly([python, "-m", "compileall", "-q", str(folder / "lib")])
    listed = json.loads(quietly([*pip, "list", "--format", "json"]))
    return Environment(folder, {each["name"]: each["version"] for each in listed})


def quietly(command: list[str]) -> str:
    """Run a step of the building; its output is shown only where it fails."""
    ended = subprocess.run(
        command, check=True, capture_output=True, text=True, env=child_environment()
    )
    return ended.stdout


def child_environment(home: Path | None = None) -> dict[str, str]:
    """The environment of a child: bytecode is written, caches are the bench's own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    if home is None:
        return kept
    own = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    return {**kept, **own, "LANG": "C.UTF-8", "COLUMNS": "100", "TERM": "xterm"}


def recommend(skillgap: str, phrases: tuple[str, ...], shape: str) -> list[str]:
    """The main job with a phrase an option, as a person types it."""
    options = [part for phrase in phrases for part in ("-s", phrase)]
    return [skillgap, "recommend", *options, "--for", "bookkeeper", "--format", shape]


def commands_of(
    environments: dict[str, Environment], folder: Path
) -> dict[str, list[str]]:
    """What is measured, by the name that it has in the results."""
    app = folder / "app.py"
    app.write_text(TYPER_APP, encoding="utf-8")
    skillgap = environments["skillgap"].program("skillgap")
    misspelled = tuple(MISSPELLED.get(phrase, phrase) for phrase in PHRASES)
    return {
        NOTHING: [environments["skillgap"].program("python"), "-c", "pass"],
        "skillgap --version": [skillgap, "--version"],
        "skillgap recommend, plain": recommend(skillgap, PHRASES, "plain"),
        "skillgap recommend, JSON": recommend(skillgap, PHRASES, "json"),
        "skillgap recommend, rich table": recommend(skillgap, PHRASES, "table"),
        "the same table, two phrases misspelled": recommend(
            skillgap, misspelled, "table"
        ),
        PEER: [environments["peer"].program("sqlite-utils"), "--version"],
        "a trivial app, Typer 0.28": [
            environments["typer-0.28"].program("python"),
            str(app),
        ],
        "a trivial app, Typer 0.29": [
            environments["typer-0.29"].program("python"),
            str(app),
        ],
    }


def known_phrases(environment: Environment, folder: Path) -> int:
    """How many of the phrases are labels of the catalogue; this warms the cache too."""
    command = [environment.program("skillgap"), "match", *PHRASES, "--format", "json"]
    ended = subprocess.run(
        command, check=True, capture_output=True, env=child_environment(folder)
    )
    matches = json.loads(ended.stdout)["data"]["matches"]
    return sum(match["rule"] in {"exact", "alternative_label"} for match in matches)


def measure(
    commands: dict[str, list[str]], rounds: int, home: Path
) -> dict[str, list[float]]:
    """Milliseconds of CPU of each run; two rounds beforehand are not counted."""
    environment = child_environment(home)
    times: dict[str, list[float]] = {name: [] for name in commands}
    for round_number in range(-2, rounds):
        for name, command in commands.items():
            spent = cpu(command, environment, home)
            if round_number >= 0:
                times[name].append(spent)
    return times


def cpu(command: list[str], environment: dict[str, str], folder: Path) -> float:
    """Milliseconds of user and system time of one process, which must succeed."""
    process = subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{' '.join(command[1:])} ended with exit code {process.returncode}"
        raise RuntimeError(message)
    return (usage.ru_utime + usage.ru_stime) * 1000


def written(
    times: dict[str, list[float]],
    environments: dict[str, Environment],
    known: int,
    rounds: int,
) -> str:
    """The results as Markdown."""
    medians = {name: statistics.median(each) for name, each in times.items()}
    lines = [
        "# Start-up",
        "",
        f"`make bench-startup`, {datetime.now(UTC).date()}. {machine()}.",
        f"Whole-process CPU (user + system), median of {rounds} interleaved runs, warm",
        "cache, byte-compiled environments. The main job is `skillgap recommend` with",
        f"{len(PHRASES)} phrases ({known} of them labels of the bundled catalogue) for",
        "one occupation. Quote the ratios, not the milliseconds.",
        "",
        f"| command | ms | quartiles | x `{PEER}` | goal | x `{NOTHING}` |",
        "|---|--:|--:|--:|--:|--:|",
        *(row(name, times[name], medians) for name in times),
        "",
        f"Versions: {versions(environments)}.",
        "",
    ]
    return "\n".join(lines)


def row(name: str, spent: list[float], medians: dict[str, float]) -> str:
    """One command beside the peer and beside Python alone."""
    low, middle, high = statistics.quantiles(spent, n=4)
    to_peer, to_nothing = middle / medians[PEER], middle / medians[NOTHING]
    goal = GOALS.get(name)
    verdict = (
        "" if goal is None else f"{goal}, {'met' if to_peer <= goal else 'missed'}"
    )
    return (
        f"| {name} | {middle:.0f} | {low:.0f}-{high:.0f} | {to_peer:.2f} "
        f"| {verdict} | {to_nothing:.1f} |"
    )


def machine() -> str:
    """The size of the machine, not its name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.system()}, {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"Python {platform.python_version()}"
    )


def versions(environments: dict[str, Environment]) -> str:
    """The versions of what was measured."""
    shown = ("typer", "rich", "rapidfuzz", "RapidFuzz", "PyYAML", "sqlite-utils")
    named = [
        f"{package} {version}"
        for name in ("skillgap", "peer")
        for package, version in environments[name].versions.items()
        if package in {*shown, "skillgap", "click"}
    ]
    typers = [environments[f"typer-0.{n}"].versions["typer"] for n in (28, 29)]
    return "; ".join([*named, *(f"trivial app on typer {each}" for each in typers)])


if __name__ == "__main__":
    sys.exit(main())
