"""A command imports nothing before it is needed, once the catalogue is compiled."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SMALL = Path(__file__).parents[1] / "cases" / "valid" / "small"
SPY = """
import json, sys
from skillgap.cli import run
code = run(sys.argv[1:])
packages = sorted({name.split(".")[0] for name in sys.modules})
print(json.dumps([code, packages]), file=sys.stderr)
"""
KNOWN = ("-s", "excel", "-s", "paying bills", "--for", "ledger keepers")


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that holds the compiled catalogue."""
    folder = tmp_path_factory.mktemp("cache")
    imported("recommend", *KNOWN, cache=folder)
    return folder


def imported(*arguments: str, cache: Path) -> set[str]:
    """The packages that a command imported, from its start to its end."""
    ended = subprocess.run(
        [sys.executable, "-c", SPY, *arguments, "--catalogue", str(SMALL)],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "SKILLGAP_CACHE": str(cache), "LANG": "C.UTF-8"},
    )
    code, packages = json.loads(ended.stderr.splitlines()[-1])
    assert code == 0, ended.stderr
    return set(packages)


@pytest.mark.parametrize("shape", ["plain", "json", "csv", "markdown"])
def test_rich_is_not_imported_for_text(shape: str, cache: Path) -> None:
    packages = imported("recommend", *KNOWN, "--format", shape, cache=cache)
    assert packages.isdisjoint({"rich", "yaml", "rapidfuzz"})


def test_rich_is_imported_for_the_table(cache: Path) -> None:
    packages = imported("recommend", *KNOWN, "--format", "table", cache=cache)
    assert "rich" in packages
    assert packages.isdisjoint({"yaml", "rapidfuzz"})


def test_a_slip_of_a_letter_is_found_without_any_of_them(cache: Path) -> None:
    packages = imported("match", "bookeeping", "--format", "plain", cache=cache)
    assert packages.isdisjoint({"rich", "yaml", "rapidfuzz", "numpy"})


def test_all_words_are_compared_only_where_none_is_near(cache: Path) -> None:
    packages = imported("match", "bokepng", "--format", "plain", cache=cache)
    assert "rapidfuzz" in packages


@pytest.mark.parametrize("command", ["gap", "explore"])
def test_a_compiled_catalogue_is_read_without_yaml(command: str, cache: Path) -> None:
    aim = ("--for", "ledger keepers") if command == "gap" else ()
    packages = imported(command, "-s", "excel", *aim, "--format", "json", cache=cache)
    assert packages.isdisjoint({"rich", "yaml", "rapidfuzz"})


SELDOM = """
import sys
from skillgap import cli

cli.run = lambda arguments: 0
cli._leave = lambda code: None
for name in cli.SELDOM:
    sys.modules.pop(name, None)
cli.main()
import {name} as module

print("__file__" in vars(module))
from {name} import {use}
import {name} as again

print({use} is again.{use} is module.{use}, "__file__" in vars(again))
"""


@pytest.mark.parametrize(
    ("name", "use"),
    [("ipaddress", "ip_address"), ("subprocess", "run"), ("tokenize", "NUMBER")],
)
def test_what_is_seldom_used_is_executed_at_its_first_use(name: str, use: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", SELDOM.format(name=name, use=use)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert ended.stdout.splitlines() == ["False", "True True"]


def test_what_cannot_be_found_is_missing_in_a_module_that_waits_too() -> None:
    waiting = SELDOM.format(name="tokenize", use="NOTHING")
    ended = subprocess.run(
        [sys.executable, "-c", waiting],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert "ImportError: cannot import name 'NOTHING'" in ended.stderr
