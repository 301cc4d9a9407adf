"""What maintainers see, whole: imports, enrich, export, impact, new and doctor.

In both languages and every format, on the small catalogue and small invented sources;
``pytest --snapshot-update`` writes the files anew.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import SMALL
from tests.cli.test_snapshots import FORMATS, SNAPSHOTS, without_style
from tests.formats.taxonomies.published import ESCO, write

import skillgap

if TYPE_CHECKING:
    from tests.cli.command import Run

LIST = """Institution,Title,Hours,Price,OSAP,Skills
Invented College,Payroll basics,30,$200,yes,
Invented College,Introduction to SQL,20,about $99,yes,SQL
Leaf University,Tea for two,12,,no,
"""
CTDL = {
    "@graph": [
        {
            "@type": "ceterms:MicroCredential",
            "ceterms:name": {"en": "Working with SQL", "fr": "Travailler avec SQL"},
            "ceterms:ownedBy": {"ceterms:name": {"en": "Invented College"}},
            "ceterms:teaches": [{"ceterms:targetNodeName": {"en": "SQL"}}],
        },
        {"@type": "ceterms:BachelorDegree", "ceterms:name": {"en": "A degree"}},
    ]
}
WALK = "noc,onet\n91003,15-1252.00\n91003,\n55555,11-1111.00\n"
CATALOGUE = "catalogue"
DAY = ("--as-of", "2026-11-24")
COMMANDS: dict[str, tuple[str, ...]] = {
    "import-esco": (
        *(CATALOGUE, "import", "esco", "esco-9.8.7-en", "--output", "made"),
        *("--no-everyday", "--explain"),
    ),
    "import-list": (
        *(CATALOGUE, "import", "list", "list.csv", "--base", "small"),
        *("--output", "made", "--explain", *DAY),
    ),
    "import-ctdl": (
        *(CATALOGUE, "import", "ctdl", "registry.json", "--base", "small"),
        *("--output", "made", "--explain", *DAY),
    ),
    "enrich": (
        *(CATALOGUE, "enrich", "small", "walk.csv", "--from", "crosswalk"),
        *("--dry-run", "--explain"),
    ),
    "export": (CATALOGUE, "export", "esco-csv", "small", "--output", "made"),
    "impact": (CATALOGUE, "impact", "small", "edited", "--people", "40", "--explain"),
    "new": (
        *(CATALOGUE, "new", "credential", "small", "--name", "Bookkeepings basics"),
        *("--set", "issuer=example-college", "--set", "kind=course"),
        *("--set", "source.url=https://example.org/", "--set", "field=accounting"),
        *("--set", "confidence=high", "--skill", "bookkeeping=3"),
        "--dry-run",
    ),
}
DOCTOR = ("doctor", "--catalogue", "small", "--today", "2026-11-24")
OF_THE_MACHINE = {"python", "packages", "extras"}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The folder that the commands run in, with all that they read."""
    shutil.copytree(SMALL, tmp_path / "small")
    edited = Path(shutil.copytree(SMALL, tmp_path / "edited")) / "occupations.yaml"
    text = edited.read_text("utf-8").replace("importance: 5", "importance: 1")
    edited.write_text(text, "utf-8")
    write(tmp_path / "esco-9.8.7-en", ESCO)
    tables = {"list.csv": LIST, "walk.csv": WALK, "registry.json": json.dumps(CTDL)}
    return write(tmp_path, tables)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.usefixtures("desk")
def test_shown_as_before(
    run: Run, request: pytest.FixtureRequest, name: str, shape: str, language: str
) -> None:
    arguments = (*COMMANDS[name], *FORMATS[shape], "--lang", language)
    outcome = run(*arguments, COLUMNS=shape.partition("-")[2] or "100")
    assert outcome.code == 0, outcome.err
    if shape == "json":
        assert json.loads(outcome.out)["command"] == " ".join(COMMANDS[name][:2])
    if shape == "table-60":
        wide = [line for line in outcome.out.splitlines() if len(line) > 60]
        assert [one for one in wide if "skillgap" not in one and "- {" not in one] == []
    path = SNAPSHOTS / f"maintain-{name}.{shape}.{language}.txt"
    compare(request, path, without_style(outcome.out) + outcome.err)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("shape", ["plain", "json"])
def test_doctor_as_before(
    run: Run, request: pytest.FixtureRequest, desk: Path, shape: str, language: str
) -> None:
    """But for what differs between machines."""
    arguments = (*DOCTOR, *FORMATS[shape], "--lang", language)
    outcome = run(*arguments, SKILLGAP_CACHE=str(desk / "cache"))
    assert (outcome.code, outcome.err) == (0, "")
    shown = outcome.out.replace(str(desk), "desk")
    shown = shown.replace(str(Path(skillgap.__file__).parent), "program")
    if shape == "json":
        answer = json.loads(shown)
        answer["data"]["examined"] = [
            each
            for each in answer["data"]["examined"]
            if each["name"] not in OF_THE_MACHINE
        ]
        shown = json.dumps(answer, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    else:
        shown = shown.replace(sys.executable, "python")
        shown = re.sub(r"(?m)^([a-z][\w.-]+)(\u00a0| )?: \w.*$", r"\1: ...", shown)
        shown = re.sub(r"\b3\.\d+\.\d+\b", "3.x", shown)
        shown = re.sub(r"(?ms)^Extras\n.*(?=^Catalogue\n)", "", shown)
    shown = re.sub(r"[0-9]+(\u00a0| )k[Bo]", "0 kB", shown)
    compare(request, SNAPSHOTS / f"maintain-doctor.{shape}.{language}.txt", shown)


def compare(request: pytest.FixtureRequest, path: Path, shown: str) -> None:
    """Hold what is shown to a snapshot, or write it where that is asked for."""
    if request.config.getoption("--snapshot-update"):
        path.write_text(shown, encoding="utf-8", newline="")
    assert shown == path.read_bytes().decode("utf-8")
