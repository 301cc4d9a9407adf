"""Batches and cohorts in both languages and every format, whole.

As in tests/cli/test_snapshots.py: ``pytest --snapshot-update`` writes the files anew;
look at the difference before committing it. The clients are invented.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import SMALL
from tests.cli.test_snapshots import FORMATS, SNAPSHOTS, without_style

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Outcome, Run

ROSTER = """client,skills,target,language,budget
A-1,"excel:advanced, dealing with customers, juggling fire",bookkeeper,en,
B-2,"tenue de livres, paie",commis comptable,fr,
C-3,"excel, java",bookkeeper;programmer,,500
D-4,dealing with customers,,en,
E-5,excel,astronaut on mars,en,
=1+1,excel,bookkeeper,en,
A-1,java,programmer,en,
"""
CALLS: dict[str, tuple[str, ...]] = {
    "batch": (
        *("batch", "clients.csv", "--report", "html", "--today", "2026-11-27"),
        *("--record", "--summary", "xlsx"),
    ),
    "cohort": ("cohort", "results", "--smallest-group", "1", "--top", "2"),
    "cohort-explain": ("cohort", "results", "--smallest-group", "1", "--explain"),
}
WRITTEN = ("results.jsonl", "summary.csv", "reports/index.html")


def call(run_small: Run, folder: Path, name: str, *more: str, width: str) -> Outcome:
    (folder / "clients.csv").write_text(ROSTER, encoding="utf-8")
    if name != "batch":
        run_small("batch", "clients.csv")
    return run_small(*CALLS[name], *more, COLUMNS=width)


def compare(request: pytest.FixtureRequest, name: str, text: str) -> None:
    path = SNAPSHOTS / f"{name}.txt"
    shown = without_style(text.replace(str(SMALL), "small"))
    # What a job is known by follows from the version too.
    shown = re.sub(r"(job\W+sha256:)[0-9a-f]{64}", r"\1...", shown)
    if request.config.getoption("--snapshot-update"):
        path.write_text(shown, encoding="utf-8", newline="")
    assert shown == path.read_bytes().decode("utf-8")


def spread(line: str) -> str:
    """A line of JSON over many, so that a difference can be read."""
    return json.dumps(json.loads(line), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("name", CALLS)
def test_shown_as_before(  # noqa: PLR0913, PLR0917 - pytest's way to ask
    run_small: Run,
    request: pytest.FixtureRequest,
    tmp_path: Path,
    name: str,
    shape: str,
    language: str,
) -> None:
    width = shape.partition("-")[2] or "100"
    options = (*FORMATS[shape], "--lang", language)
    outcome = call(run_small, tmp_path, name, *options, width=width)
    assert outcome.err == ""
    assert outcome.code == (1 if name == "batch" else 0)
    compare(request, f"{name}.{shape}.{language}", outcome.out)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_written_as_before(
    run_small: Run, request: pytest.FixtureRequest, tmp_path: Path, language: str
) -> None:
    call(run_small, tmp_path, "batch", "--lang", language, width="100")
    for name in WRITTEN:
        content = (tmp_path / "results" / name).read_bytes().decode("utf-8")
        if name.endswith(".jsonl"):
            content = "".join(map(spread, content.splitlines()))
        flat = name.replace("/", "-")
        compare(request, f"batch-{flat}.{language}", content)


@pytest.mark.parametrize("name", CALLS)
def test_narrow_terminal_is_not_overrun(
    run_small: Run, tmp_path: Path, name: str
) -> None:
    outcome = call(run_small, tmp_path, name, "--format", "table", width="60")
    assert [line for line in outcome.out.splitlines() if len(line) > 60] == []
