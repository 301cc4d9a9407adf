"""What one ``skillgap match`` costs from the command line, at two catalogues' sizes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

PHRASES = {
    "a label": "bookkeeping",
    "one typo": "bookeeping",
    "by meaning": "minding toddlers at a nursery",
}


def cold_costs(esco: Path, cache: Path, rounds: int) -> dict[str, dict[str, float]]:
    """For each phrase and catalogue: milliseconds of CPU, median of interleaved runs.

    Two runs beforehand compile the catalogue and are not counted.
    """
    program = str(Path(sys.executable).with_name("skillgap"))
    places = {"bundled": [], "ESCO": ["--catalogue", str(esco)]}
    spent: dict[tuple[str, str], list[float]] = {}
    for turn in range(-2, rounds):
        for kind, phrase in PHRASES.items():
            for place, option in places.items():
                told = _run([program, "match", phrase, "--plain", *option], cache)
                if turn >= 0:
                    spent.setdefault((kind, place), []).append(told)
    return {
        kind: {place: statistics.median(spent[kind, place]) for place in places}
        for kind in PHRASES
    }


def _run(command: list[str], cache: Path) -> float:
    own = {"SKILLGAP_CACHE": str(cache), "XDG_DATA_HOME": str(cache), "LANG": "C.UTF-8"}
    environment = {**os.environ, **own}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return (usage.ru_utime + usage.ru_stime) * 1000
