"""The results as Markdown: quality, speed and memory side by side."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from typing import Any

Results = dict[tuple[str, str], dict[str, Any]]


_HEADS = (
    "method",
    "typos: right (n)",
    "held out: right (n)",
    "typos a second",
    "held out a second",
    "skillgap is faster, typos / held out",
    "peak MiB",
)


def written(
    results: Results,
    curve: Results,
    costs: dict[str, dict[str, float]],
    counted: dict[str, int],
    rounds: int,
) -> str:
    """The whole page."""
    lines = [
        *_heading(counted, rounds),
        f"| {' | '.join(_HEADS)} |",
        "|---|--:|--:|--:|--:|--:|--:|",
        *(_row(method, results) for method in dict.fromkeys(m for m, _ in results)),
        "",
        _first(results),
        "",
        "## One `skillgap match`, from the command line",
        "",
        "CPU of the whole process, the caches made beforehand.",
        "",
        "| phrase | bundled: ms | ESCO: ms | ESCO to bundled |",
        "|---|--:|--:|--:|",
        *(_cold(kind, each) for kind, each in costs.items()),
        "",
        "## Growth",
        "",
        "1,000 skills are drawn from ESCO's; to 100,000 they are filled up with",
        "invented ones of two labels: the first word of one ESCO label and the other",
        "words of another. Milliseconds of CPU a phrase, and MiB at most.",
        "",
        *_growth(curve),
    ]
    return "\n".join(lines) + "\n"


def _heading(counted: dict[str, int], rounds: int) -> list[str]:
    return [
        "# Matching at the size of ESCO",
        "",
        f"`bench/matching/compare.py`, {datetime.now(UTC).date()}. {_machine()}.",
        f"ESCO 1.2 as imported: {counted['skills']:,} skills and",
        f"{counted['labels']:,} labels in English and French.",
        "*Typos*: labels with one random slip. *Held out*: English alternative",
        "labels taken out of the catalogue. No label answers any of them exactly.",
        "Right: the share whose first answer is a right skill, sure or not. Seconds",
        f"are of CPU, the median of {rounds} interleaved rounds, a process each; a",
        "slow method is asked the first phrases only (n). Quote the ratios, not the",
        "phrases a second.",
        "",
    ]


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{platform.system()}, {os.cpu_count()} cores (one is used), "
        f"{memory:.0f} GiB, Python {platform.python_version()}"
    )


def _rate(told: dict[str, Any]) -> float:
    return float(told["asked"] / told["seconds"])


def _row(method: str, results: Results) -> str:
    both = [results[method, name] for name in ("typos", "held out")]
    ours = [results["skillgap", name] for name in ("typos", "held out")]
    times = [_rate(own) / _rate(other) for own, other in zip(ours, both, strict=True)]
    right = (f"{each['right'] / each['asked']:.3f} ({each['asked']})" for each in both)
    speed = (f"{_rate(each):,.0f}" for each in both)
    peak = max(each["peak"] for each in both)
    faster = "" if method == "skillgap" else f"{times[0]:.1f} / {times[1]:.1f}"
    return f"| {method} | {' | '.join((*right, *speed))} | {faster} | {peak:.0f} |"


def _first(results: Results) -> str:
    peak = max(
        results["skillgap", name]["first peak"] for name in ("typos", "held out")
    )
    return f"skillgap takes {peak:.0f} MiB at most where it makes its caches, too."


def _cold(kind: str, each: dict[str, float]) -> str:
    cells = (f"{cpu:.0f}" for cpu in each.values())
    ratio = each["ESCO"] / each["bundled"]
    return f"| {kind} | {' | '.join(cells)} | {ratio:.2f} |"


def _growth(curve: Results) -> list[str]:
    sizes = list(dict.fromkeys(size for _, size in curve))
    methods = list(dict.fromkeys(method for method, _ in curve))
    labels = [curve[methods[0], size]["labels"] for size in sizes]
    heads = (
        f"{int(size):,} skills, {count:,} labels"
        for size, count in zip(sizes, labels, strict=True)
    )
    lines = [f"| | {' | '.join(heads)} |", "|---|" + "--:|" * len(sizes)]
    for method in methods:
        cells = (
            f"{1000 / _rate(curve[method, size]):.2f} ms, "
            f"{curve[method, size]['peak']:.0f} MiB"
            for size in sizes
        )
        lines.append(f"| {method} | {' | '.join(cells)} |")
    return lines
