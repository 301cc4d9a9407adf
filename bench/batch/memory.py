"""Memory beside the length of the roster: the most that the command ever held.

    python bench/batch/memory.py small [ROWS...]       (else 10000 100000 1000000)
    python bench/batch/memory.py bundled [ROWS...]     (else 10000 100000 1000000)

Each roster is a CSV that the installed command advises in one process, on the small
invented catalogue of the tests or on the bundled one, on which the results of a million
clients take 20 GB.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from made_roster import write_roster

from skillgap.catalogue import bundled_folder, load_catalogue

CATALOGUES = {
    "small": Path(__file__).parents[2] / "tests" / "cases" / "valid" / "small",
    "bundled": bundled_folder(),
}
USUAL = (10_000, 100_000, 1_000_000)
OUT = Path(__file__).parent / "memory.json"


def main(arguments: list[str]) -> None:
    """Measure each length and keep the figures."""
    name, *given = arguments
    counts = [int(each) for each in given] or USUAL
    found = json.loads(OUT.read_text()) if OUT.exists() else {}
    of_catalogue = found.setdefault(name, {})
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for count in counts:
            of_catalogue[str(count)] = measure(folder, CATALOGUES[name], count)
            OUT.write_text(json.dumps(found, indent=1) + "\n")
            print(name, count, of_catalogue[str(count)], flush=True)


def measure(folder: Path, catalogue: Path, count: int) -> dict[str, float]:
    """The peak in MiB, and the clients a second, of one run of the command."""
    roster, results = folder / f"{count}.csv", folder / "results"
    write_roster(roster, load_catalogue(catalogue, cache=folder / "cache"), count)
    command = Path(sys.executable).with_name("skillgap")
    output, chosen = ("--output", str(results)), ("--catalogue", str(catalogue))
    arguments = ["skillgap", "batch", str(roster), *output, *chosen]
    environment = os.environ | {"SKILLGAP_CACHE": str(folder / "cache")}
    started = time.perf_counter()
    process = os.posix_spawn(command, arguments, environment)
    _pid, _status, usage = os.wait4(process, 0)
    spent = time.perf_counter() - started
    data = json.loads((results / "batch.json").read_text())["data"]
    size = (results / "results.jsonl").stat().st_size
    shutil.rmtree(results)
    roster.unlink()
    return {
        "peak_mib": round(usage.ru_maxrss / 1024),
        "clients_a_second": round(data["clients"] / spent),
        "cpu_ms_a_client": round(1000 * usage.ru_utime / data["clients"], 3),
        "result_kb_a_client": round(size / data["clients"] / 1000, 1),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
