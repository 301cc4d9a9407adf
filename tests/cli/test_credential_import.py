"""``skillgap catalogue import list|ctdl`` as a maintainer runs it; all is invented."""

from __future__ import annotations

import json
import shutil
from difflib import unified_diff
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

YEAR, EXTRA = '"2024"', "note: materials are extra"
QUOTED = '"note": "materials are extra"'
LIST = """Institution,Title,Hours,Price,OSAP
Invented College,Payroll basics,30,$200,yes
invented college,Introduction to SQL,20,$99,yes
Leaf University,Bookkeeping and Java,12,,no
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    shutil.copytree(SMALL, folder)
    (folder / "NOTES.md").write_text("my own notes\n", encoding="utf-8")
    return folder


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "osap.csv"
    path.write_text(LIST, "utf-8")
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_new_credentials_wait_for_a_decision(
    run: Run, mine: Path, listed: Path, tmp_path: Path
) -> None:
    review = tmp_path / "review.yaml"
    command = ("catalogue", "import", "list", str(listed), "--base", str(mine))
    before = files(mine)
    done = run(*command, "--output", str(mine), "--review", str(review))
    assert done.code == 0, done.err
    assert "3 credentials await your review of their skills" in done.out
    assert files(mine) == before
    text = review.read_text("utf-8")
    assert "# osap.csv:3: Introduction to SQL (invented college)" in text
    assert '{skill: sql, decision: open, level: 2, sure: 1, phrase: "SQL"}' in text

    again = run(*command, "--output", str(mine), "--review", str(review))
    assert again.code == 3
    assert "the file is there already" in again.err
    assert review.read_text("utf-8") == text


def test_what_is_accepted_is_added_and_comments_stay(
    run: Run, mine: Path, listed: Path, tmp_path: Path
) -> None:
    review = tmp_path / "review.yaml"
    command = ("catalogue", "import", "list", str(listed), "--base", str(mine))
    run(*command, "--output", str(mine), "--review", str(review))
    text = review.read_text("utf-8")
    review.write_text(
        text.replace("skill: sql, decision: open", "skill: sql, decision: accept")
    )
    before = (mine / "credentials.yaml").read_text("utf-8").splitlines()
    arguments = (*command, "--output", str(mine), "--accept", str(review))
    done = run(*arguments, "--as-of", "2030-01-02")
    assert done.code == 0, done.err
    after = (mine / "credentials.yaml").read_text("utf-8").splitlines()
    changes = [line for line in unified_diff(before, after, n=0) if line[0] in "+-"]
    assert not [line for line in changes[2:] if line.startswith("-")]
    assert "+    name:" in changes
    assert (mine / "NOTES.md").read_text("utf-8") == "my own notes\n"
    assert _names(run, mine).count("Introduction to SQL") == 1
    assert "Payroll basics" not in _names(run, mine)

    now = files(mine)
    done = run(*arguments, "--as-of", "2030-01-02", "--format", "json")
    assert done.code == 0, done.err
    assert files(mine) == now
    data = json.loads(done.out)["data"]
    assert data["conflicts"] == []
    (part,) = [each for each in data["counted"] if each["name"] == "credentials"]
    reasons = {each["reason"] for each in part["dropped"]}
    assert "stands there already" in reasons


def _names(run: Run, folder: Path) -> list[str]:
    done = run("list", "credentials", "--catalogue", str(folder), "--format", "json")
    return [one["name"] for one in json.loads(done.out)["data"]["records"]]


def test_an_entry_that_is_there_is_updated_and_never_doubled(
    run: Run, mine: Path, tmp_path: Path
) -> None:
    path = tmp_path / "hours.csv"
    path.write_text(
        "Institution,Title,Hours,Price,OSAP\n"
        "EXAMPLE COLLEGE,Introduction à la Tenue de Livres,45,$475.50,no\n"
        "Example College,Introduction to Book-keeping,46,,\n"
        "The Example College,Advanced Bookeeping,,,yes\n",
        "utf-8",
    )
    command = ("catalogue", "import", "list", str(path), "--base", str(mine))
    before = (mine / "credentials.yaml").read_text("utf-8").splitlines()
    done = run(*command, "--output", str(mine), "--format", "json")
    assert done.code == 0, done.err
    data = json.loads(done.out)["data"]
    after = (mine / "credentials.yaml").read_text("utf-8").splitlines()
    changes = [line for line in unified_diff(before, after, n=0) if line[0] in "+-"]
    assert changes[2:] == [
        "-    hours: 42",
        "+    hours: 45",
        f"-    cost: {{amount: 450, currency: CAD, as_of: {YEAR}, {EXTRA}}}",
        f'+    cost: {{"amount": 475.5, "currency": "CAD", {QUOTED}}}',
        "-    osap: yes",
        '+    osap: "no"',
        "+    osap: 'yes'",
    ]
    assert [(one["key"], one["kept"], one["other"]) for one in data["conflicts"]] == [
        ("hours", "45 h", "42 h"),
        ("cost", "475.5 CAD", "450 CAD"),
        ("osap", "no", "yes"),
    ]
    assert "Advanced Bookeeping was taken for Advanced Bookkeeping" in data["notes"]
    assert _names(run, mine) == _names(run, SMALL)


def test_roles_that_there_are_not_are_refused(
    run: Run, mine: Path, listed: Path
) -> None:
    command = ("catalogue", "import", "list", str(listed), "--base", str(mine))
    done = run(*command, "--output", str(mine), "--map", "names=Title")
    assert done.code == 2
    assert "name, name_fr, issuer" in done.err
    done = run(*command, "--output", str(mine), "--map", "name=Titel")
    assert done.code == 3
    assert "the column Titel is missing" in done.err


def test_a_decision_on_a_skill_that_there_is_not_is_told_with_its_place(
    run: Run, mine: Path, listed: Path, tmp_path: Path
) -> None:
    review = tmp_path / "review.yaml"
    review.write_text(
        "credentials:\n  - credential: x\n    skills:\n"
        "      - {skill: sqll, decision: accept}\n",
        "utf-8",
    )
    command = ("catalogue", "import", "list", str(listed), "--base", str(mine))
    before = files(mine)
    done = run(*command, "--output", str(mine), "--accept", str(review))
    assert done.code == 3
    assert "review.yaml:4:17" in done.err
    assert "sql" in done.err
    assert files(mine) == before


def test_competencies_of_ctdl_that_are_labels_are_taken_at_once(
    run: Run, mine: Path, tmp_path: Path
) -> None:
    source = tmp_path / "ctdl.json"
    record = {
        "@type": "ceterms:MicroCredential",
        "ceterms:name": "Data work",
        "ceterms:ownedBy": {"ceterms:name": "Leaf University"},
        "ceterms:teaches": [
            {"ceterms:targetNodeName": "SQL"},
            {"ceterms:targetNodeName": "programming for the web in javascript"},
        ],
    }
    source.write_text(json.dumps(record), "utf-8")
    made = tmp_path / "made"
    command = ("catalogue", "import", "ctdl", str(source), "--base", str(mine))
    done = run(*command, "--output", str(made), "--format", "json")
    assert done.code == 0, done.err
    data = json.loads(done.out)["data"]
    accepted = {one["skill"]: one["accepted"] for one in data["proposed"]}
    assert accepted == {"sql": True, "javascript": False}
    assert run("catalogue", "check", str(made)).code == 0
    found = run("show", "credential", "Data work", "--catalogue", str(made))
    assert "Leaf University" in found.out
    assert run("recommend", "-s", "java", "--catalogue", str(made)).code == 0
