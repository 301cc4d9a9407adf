"""What a matcher costs: phrases a second, and memory, on the labels of ESCO.

Speeds are measured in turn, the fastest of some rounds, all methods prepared in one
process. Memory is how much a process of its own grows by preparing and asking once.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from methods import Method
    from sets import QuestionSet

ROUNDS = 3
LEAST_SECONDS = 0.5
MOST_PHRASES = 256


class Cost(NamedTuple):
    """Phrases a second, and megabytes; none where it could not be told."""

    speed: float
    memory: float | None


def speeds(methods: Sequence[Method], questions: QuestionSet) -> list[float]:
    """Phrases a second of each method, which has read the labels of the set."""
    best = [0.0] * len(methods)
    counts = [4] * len(methods)
    for _round in range(ROUNDS):
        for place, method in enumerate(methods):
            best[place] = max(best[place], _speed(method, questions, counts, place))
    return best


def _speed(
    method: Method, questions: QuestionSet, counts: list[int], place: int
) -> float:
    """Phrases a second, asked of so many that it takes a while."""
    while True:
        phrases = questions.phrases[: counts[place]]
        start = perf_counter()
        getattr(method, "score_anew", method.score)(phrases)
        taken = perf_counter() - start
        if taken >= LEAST_SECONDS or counts[place] >= MOST_PHRASES:
            return len(phrases) / taken
        counts[place] = min(4 * counts[place], MOST_PHRASES)


def grown(method: Method, questions: QuestionSet) -> float:
    """By how many megabytes this process grows when a method is prepared and asked."""
    before = _resident()
    method.prepare(questions.labels, questions.owners)
    getattr(method, "score_anew", method.score)(questions.phrases[:8])
    return _resident() - before


def memory(arguments: Sequence[str], name: str) -> float | None:
    """The same in a process of its own: this program, told to measure one method."""
    command = [sys.executable, sys.argv[0], *arguments, "--memory-of", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return float(done.stdout.split()[-1])
    except (ValueError, IndexError):
        print(f"no memory of {name}: {done.stderr[-300:]}", file=sys.stderr)
        return None


def _resident() -> float:
    """The memory that this process holds, in megabytes (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
