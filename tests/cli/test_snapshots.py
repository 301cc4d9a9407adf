"""Every command in both languages and every format, whole, on the small catalogue.

``pytest --snapshot-update`` writes the files anew; look at the difference before
committing it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import SMALL

if TYPE_CHECKING:
    from tests.cli.command import Run

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"

SAID = ("-s", "excel:advanced", "-s", "dealing with customers", "-s", "juggling fire")
COMMANDS: dict[str, tuple[str, ...]] = {
    "recommend": ("recommend", *SAID, "--for", "bookkeeper"),
    "recommend-explain": ("recommend", *SAID, "--for", "bookkeeper", "--explain"),
    "recommend-no-target": ("recommend", *SAID),
    "gap": ("gap", *SAID, "--for", "bookkeeper"),
    "explore": ("explore", *SAID),
    "match": ("match", "excell", "Java", "C++", "juggling fire", "--explain"),
    "plan": (
        *("plan", *SAID, "--for", "bookkeeper", "--hours-per-week", "6"),
        *("--budget", "1200", "--start", "2027-01-11", "--by", "2027-12-31"),
    ),
    "plan-compare": ("plan", *SAID, "--for", "bookkeeper", "--compare", "--explain"),
    "plan-regulated": ("plan", *SAID, "--for", "gas piper"),
    "why": ("why", "payroll-law", *SAID, "--for", "bookkeeper"),
    "whatif": (
        *("whatif", *SAID, "--for", "bookkeeper"),
        *("--add", "bookkeeping", "--take", "payroll-law"),
    ),
    "funding": ("funding", "--family-size", "2", "--income", "52000", "--resident"),
    "list-occupations": ("list", "occupations"),
    "list-credentials": ("list", "credentials"),
    "list-skills": ("list", "skills"),
    "show-occupation": ("show", "occupation", "bookkeeper"),
    "show-skill": ("show", "skill", "bookkeeping"),
    "catalogue-check": ("catalogue", "check"),
    "catalogue-stats": ("catalogue", "stats", "--today", "2026-11-24"),
}
FORMATS: dict[str, tuple[str, ...]] = {
    "table-60": ("--format", "table"),
    "table-120": ("--format", "table"),
    "plain": ("--plain",),
    "json": ("--format", "json"),
    "csv": ("--format", "csv"),
    "markdown": ("--format", "markdown"),
    "html": ("--format", "html"),
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("name", COMMANDS)
def test_shown_as_before(
    run_small: Run,
    request: pytest.FixtureRequest,
    name: str,
    shape: str,
    language: str,
) -> None:
    width = shape.partition("-")[2] or "100"
    arguments = (*COMMANDS[name], *FORMATS[shape], "--lang", language)
    outcome = run_small(*arguments, COLUMNS=width)
    assert outcome.err == ""
    assert outcome.code == 0
    if shape == "json":
        assert json.loads(outcome.out)["command"] == name_of(COMMANDS[name])
    path = SNAPSHOTS / f"{name}.{shape}.{language}.txt"
    shown = without_style(outcome.out.replace(str(SMALL), "small"))
    if request.config.getoption("--snapshot-update"):
        path.write_text(shown, encoding="utf-8", newline="")
    assert shown == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_narrow_terminal_is_not_overrun(run_small: Run, name: str) -> None:
    outcome = run_small(*COMMANDS[name], "--format", "table", COLUMNS="60")
    too_long = [line for line in outcome.out.splitlines() if len(line) > 60]
    # Addresses, commands to paste and findings that editors read are never broken.
    unbroken = ("http", "skillgap", " SG")
    assert [one for one in too_long if not any(mark in one for mark in unbroken)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_same_input_gives_the_same_bytes(run_small: Run, name: str) -> None:
    arguments = (*COMMANDS[name], "--format", "json")
    assert run_small(*arguments).out == run_small(*arguments).out


def without_style(text: str) -> str:
    """A page without its style sheet, which is looked at, and the hash of that."""
    text = re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.DOTALL)
    return re.sub(r"'sha256-[^']*'", "'sha256-'", text)


def name_of(arguments: tuple[str, ...]) -> str:
    """The command as the envelope names it."""
    return " ".join(arguments[: 2 if arguments[0] == "catalogue" else 1])
