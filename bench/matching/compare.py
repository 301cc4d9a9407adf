"""Matching at the size of ESCO beside its peers: quality, speed, memory, in one run.

    make bench-matching

Needs the taxonomies in ``../shared/taxonomies`` and a package index for the peers, and
says what it leaves out where one is missing. Every method answers in a process of its
own (``answer.py``), in turn, several times over; medians are told. A slow method gets
the first phrases of each set only. The results go to RESULTS.md: quote the ratios.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import catalogues
import report
from cold import cold_costs

if TYPE_CHECKING:
    from catalogues import Questions

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).parent
METHODS = {
    "skillgap": 1.0,
    "rapidfuzz ratio": 0.1,
    "rapidfuzz WRatio": 0.03,
    "thefuzz": 0.03,
    "TF-IDF": 0.25,
    "TF-IDF + rapidfuzz ratio": 0.25,
}
"""Each method, and the share of the phrases that it is asked."""

CURVE = ("skillgap", "rapidfuzz ratio")
SIZES = (1_000, 14_000, 100_000)


class Setting(NamedTuple):
    """Where everything stands, and how much is asked."""

    folder: Path
    esco: Path
    python: Path | None
    """The Python that has the peers."""

    phrases: int
    rounds: int


Results = dict[tuple[str, str], dict[str, Any]]


def main() -> int:
    """Make what is needed, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--phrases", type=int, default=1000, help="in each set")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    taxonomies = options.shared / "taxonomies"
    if not taxonomies.is_dir():
        print(f"Skipped: there are no taxonomies in {taxonomies}.")
        return 0
    with tempfile.TemporaryDirectory(prefix="matching-") as name:
        folder = Path(name)
        python = peers(folder / "peers")
        esco = folder / "esco"
        catalogues.import_esco(taxonomies, esco)
        setting = Setting(folder, esco, python, options.phrases, options.rounds)
        results, counted = table(setting)
        curve = growth(setting)
        costs = cold_costs(esco, folder / "cache", rounds=3 * options.rounds)
    text = report.written(results, curve, costs, counted, options.rounds)
    (HERE / "RESULTS.md").write_text(text, encoding="utf-8")
    print(text)
    return 0


def peers(folder: Path) -> Path | None:
    """The Python of an environment that holds the peers; None where there is none."""
    print("Installing the peers ...", file=sys.stderr)
    python = folder / "bin" / "python"
    wanted = ["-r", str(HERE / "requirements.txt")]
    try:
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        install = [str(python), "-m", "pip", "install", "-qq", *wanted]
        subprocess.run(install, check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        print(f"Peers skipped: they cannot be installed.\n{error.stderr}")
        return None
    return python


def table(setting: Setting) -> tuple[Results, dict[str, int]]:
    """Every method on the typos and on the labels held out."""
    skills = catalogues.read_skills(setting.esco)
    kept, held = catalogues.hold_out(skills, setting.phrases)
    place = setting.folder / "held-out"
    catalogues.write_catalogue(kept, setting.esco, place)
    sets = {"typos": catalogues.typos(kept, setting.phrases), "held out": held}
    labels = sum(len(catalogues.labels_of(skill)) for skill in kept)
    rounds: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for _round in range(setting.rounds):
        for method, share in METHODS.items():
            for name, asked in sets.items():
                if setting.python or method == "skillgap":
                    told = measured(method, place, asked, setting, share)
                    rounds.setdefault((method, name), []).append(told)
    results = {key: median(each) for key, each in rounds.items()}
    return results, {"skills": len(kept), "labels": labels}


def growth(setting: Setting) -> Results:
    """The cost of a phrase at each size of catalogue."""
    skills = catalogues.read_skills(setting.esco)
    found: Results = {}
    for size in SIZES:
        if size > len(skills) + 1000:
            some = catalogues.more(skills, size)
        else:
            some = catalogues.fewer(skills, min(size, len(skills)))
        kept, held = catalogues.hold_out(some, setting.phrases // 2)
        place = setting.folder / f"size-{size}"
        catalogues.write_catalogue(kept, setting.esco, place)
        labels = sum(len(catalogues.labels_of(skill)) for skill in kept)
        sets = {"typos": catalogues.typos(kept, setting.phrases // 2), "held out": held}
        for name, asked in sets.items():
            for method in CURVE if setting.python else CURVE[:1]:
                share = METHODS[method] / (4 if size == SIZES[-1] else 1)
                share = 1.0 if method == "skillgap" else share
                told = measured(method, place, asked, setting, share)
                found[f"{method}, {name}", str(size)] = {**told, "labels": labels}
    return found


def measured(
    method: str,
    catalogue: Path,
    asked: Questions,
    setting: Setting,
    share: float,
) -> dict[str, Any]:
    """What one method answers, and at what cost."""
    count = max(10, round(share * len(asked.phrases)))
    questions = setting.folder / "questions.json"
    told = {
        "phrases": asked.phrases[:count],
        "right": asked.right[:count],
        "warm": [f"zz {phrase}" for phrase in asked.phrases[-20:]],
    }
    if share < 1:
        told["warm"] = told["warm"][:1]
    questions.write_text(json.dumps(told), encoding="utf-8")
    program = sys.executable if method == "skillgap" else setting.python
    command = [str(program), str(HERE / "answer.py"), method, str(catalogue)]
    print(f"{method}: {catalogue.name}, {count} phrases", file=sys.stderr, flush=True)
    command += [str(questions), str(setting.folder / "cache")]
    first = _answered(command)
    if method != "skillgap":
        return first
    # The first may have compiled the catalogue, and made what is kept beside it.
    return {**_answered(command), "first peak": first["peak"]}


def _answered(command: list[str]) -> dict[str, Any]:
    ended = subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return dict(json.loads(ended.stdout))


def median(each: list[dict[str, Any]]) -> dict[str, Any]:
    """The rounds of one method as one: the median of its seconds and its memory."""
    return {
        **each[0],
        "seconds": statistics.median(one["seconds"] for one in each),
        "peak": statistics.median(one["peak"] for one in each),
        "first peak": max(one.get("first peak", 0) for one in each),
    }


if __name__ == "__main__":
    raise SystemExit(main())
