"""What ``stages.py`` and ``memory.py`` measured, as Markdown."""

from __future__ import annotations

import json
from pathlib import Path

HERE = Path(__file__).parent
STAGES = (
    "`python bench/batch/stages.py`: one process, 8,000 clients, any aim alike, with a"
    " clock around each stage."
)
MEMORY = (
    "`python bench/batch/memory.py`: one process of the installed command, on the small"
    " invented catalogue of the tests (before phrases were matched together) and on the"
    " bundled one (after)."
)


def stages() -> list[str]:
    """Where the time goes, where ``stages.py`` measured it."""
    path = HERE / "stages.json"
    if not path.exists():
        return []
    found = json.loads(path.read_text())
    names = list(found)
    lines = [
        "## Where the time goes",
        "",
        STAGES,
        "",
        "| share of the processor's time | " + " | ".join(names) + " |",
        "|---|" + "---:|" * len(names),
    ]
    lines += [
        f"| {stage} | "
        + " | ".join(f"{found[name][stage]:.0%}" for name in names)
        + " |"
        for stage in found[names[0]]
    ]
    return [*lines, ""]


def memory() -> list[str]:
    """The curve of memory, where ``memory.py`` measured it."""
    path = HERE / "memory.json"
    if not path.exists():
        return []
    found = json.loads(path.read_text())
    lines = [
        "## Memory beside the length of the roster",
        "",
        MEMORY,
        "",
        "| catalogue | rows | peak, MiB | clients a second | processor, ms a client |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, measured in found.items():
        for count, one in measured.items():
            figures = (one["peak_mib"], one["clients_a_second"], one["cpu_ms_a_client"])
            told = " | ".join(f"{each:,}" for each in figures)
            lines.append(f"| {name} | {int(count):,} | {told} |")
    return [*lines, ""]
