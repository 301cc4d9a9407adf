"""``skillgap catalogue enrich`` as a person runs it; every figure is invented."""

from __future__ import annotations

import json
import shutil
from difflib import unified_diff
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import SMALL
from tests.formats.taxonomies.published import ESCO, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

WAGES = """NOC_CNP,ER_Code_Code_RE,ER_Name,Low_Wage_Salaire_Minium,\
Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal,Annual_Wage_Flag_Salaire_annuel
NOC_91003,ER35,Ontario,20.5,30,45.25,0
NOC_99999,ER35,Ontario,20.5,30,45.25,0
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    shutil.copytree(SMALL, folder)
    (folder / "NOTES.md").write_text("my own notes\n", encoding="utf-8")
    return folder


@pytest.fixture
def wages(tmp_path: Path) -> Path:
    return write(tmp_path, {"wages.csv": WAGES}) / "wages.csv"


def test_only_the_lines_concerned_change(run: Run, mine: Path, wages: Path) -> None:
    path = mine / "occupations.yaml"
    text = path.read_text("utf-8").replace("    title:", "    # a comment\n    title:")
    path.write_text(text, "utf-8")
    before = text.splitlines()
    done = run("catalogue", "enrich", str(mine), str(wages), "--from", "jobbank")
    assert done.code == 0, done.err
    after = path.read_text("utf-8").splitlines()
    changes = [line for line in unified_diff(before, after, n=0) if line[0] in "+-"]
    assert changes[2:] == [
        "+    wage:",
        "+      low: 20.5",
        "+      median: 30",
        "+      high: 45.25",
        "+      unit: CAD/hour",
        "+      region: Ontario",
        "+      source: jobbank-wages",
    ]
    assert (mine / "NOTES.md").read_text("utf-8") == "my own notes\n"
    assert run("catalogue", "check", str(mine)).code == 0


def test_another_folder_is_written_and_the_catalogue_left(
    run: Run, mine: Path, wages: Path, tmp_path: Path
) -> None:
    before = {path.name: path.read_bytes() for path in mine.iterdir()}
    made = tmp_path / "made"
    arguments = ("catalogue", "enrich", str(mine), str(wages), "--from", "jobbank")
    done = run(*arguments, "--output", str(made))
    assert done.code == 0, done.err
    assert {path.name: path.read_bytes() for path in mine.iterdir()} == before
    assert run("catalogue", "check", str(made)).code == 0
    again = run(*arguments, "--output", str(made))
    assert again.code == 3
    assert "a catalogue is there already" in again.err


def test_a_second_run_changes_nothing(run: Run, mine: Path, wages: Path) -> None:
    arguments = ("catalogue", "enrich", str(mine), str(wages), "--from", "jobbank")
    run(*arguments)
    before = {path.name: path.read_bytes() for path in mine.iterdir()}
    done = run(*arguments, "--format", "json")
    assert json.loads(done.out)["data"]["conflicts"] == []
    assert {path.name: path.read_bytes() for path in mine.iterdir()} == before


def test_a_conflict_is_shown_and_the_catalogue_keeps_its_own(
    run: Run, mine: Path, wages: Path
) -> None:
    arguments = ("catalogue", "enrich", str(mine), str(wages), "--from", "jobbank")
    run(*arguments)
    wages.write_text(WAGES.replace("45.25", "46"), "utf-8")
    before = (mine / "occupations.yaml").read_bytes()
    done = run(*arguments, "--format", "json")
    (conflict,) = json.loads(done.out)["data"]["conflicts"]
    assert conflict["key"] == "wage"
    assert "45.25" in conflict["kept"]
    assert "46" in conflict["other"]
    assert (mine / "occupations.yaml").read_bytes() == before
    run(*arguments, "--overwrite")
    assert b"high: 46" in (mine / "occupations.yaml").read_bytes()


def test_lines_stay_lines(run: Run, tmp_path: Path) -> None:
    made = tmp_path / "made"
    esco = write(tmp_path / "esco", ESCO)
    run("catalogue", "import", "esco", str(esco), "--output", str(made))
    table = "noc,esco_uri\n91003,http://x.example/1\n"
    walk = write(tmp_path, {"walk.csv": table}) / "walk.csv"
    before = {path.name: path.read_bytes() for path in made.iterdir()}
    done = run("catalogue", "enrich", str(made), str(walk), "--from", "crosswalk")
    assert done.code == 0, done.err
    assert {path.name: path.read_bytes() for path in made.iterdir()} == before


def test_a_file_of_something_else_is_refused(run: Run, mine: Path, wages: Path) -> None:
    before = {path.name: path.read_bytes() for path in mine.iterdir()}
    done = run("catalogue", "enrich", str(mine), str(wages), "--from", "cops")
    assert done.code == 3
    assert "the column Code is missing" in done.err
    done = run("catalogue", "enrich", str(mine), str(wages), "--from", "crosswalk")
    assert done.code == 3
    assert "no two columns of codes" in done.err
    assert {path.name: path.read_bytes() for path in mine.iterdir()} == before
