"""``skillgap catalogue import`` as a person runs it; every source is invented."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import COMMAND
from tests.formats.taxonomies.published import ESCO, write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run


@pytest.fixture
def esco(tmp_path: Path) -> Path:
    return write(tmp_path / "esco-9.8.7-en", ESCO)


def test_what_is_imported_is_a_catalogue_for_every_command(
    run: Run, esco: Path, tmp_path: Path
) -> None:
    made = tmp_path / "made"
    done = run("catalogue", "import", "esco", str(esco), "--output", str(made))
    assert done.code == 0, done.err
    assert "Reason: 1: asks for no skill (for example nothing asked)" in done.out
    assert run("catalogue", "check", str(made)).code == 0
    gap = run(
        "gap", "-s", "making tea", "--for", "tea taster", "--catalogue", str(made)
    )
    assert gap.code == 0, gap.err
    for command in (
        ("recommend", "-s", "make tea"),
        ("explore", "-s", "make tea"),
        ("match", "-s", "make teas"),
        ("list", "skills"),
        ("show", "skill", "brew tea"),
        ("catalogue", "stats"),
    ):
        shown = run(*command, "--catalogue", str(made), "--format", "json")
        assert shown.code == 0, shown.err


def test_the_account_is_a_contract(run: Run, esco: Path, tmp_path: Path) -> None:
    import jsonschema

    options = ("--output", str(tmp_path / "made"), "--format", "json", "--dry-run")
    done = run("catalogue", "import", "esco", str(esco), *options)
    answer = json.loads(done.out)
    schema = json.loads(run("schema", "json").out)
    jsonschema.validate(answer, schema)
    data = answer["data"]
    for part in data["counted"]:
        lost = sum(reason["rows"] for reason in part["dropped"])
        assert part["rows"] == part["kept"] + lost
    assert data["dry_run"] is True
    assert not (tmp_path / "made").exists()
    rows = run("catalogue", "import", "esco", str(esco), *options[:2], "--format=csv")
    assert rows.out.splitlines()[:2] == [
        "name,rows,kept,reason,dropped,example",
        "skills_en.csv,5,4,out of use,1,old craft",
    ]


def test_everyday_words_come_from_the_bundled_catalogue(
    run: Run, esco: Path, tmp_path: Path
) -> None:
    skills = esco / "skills_en.csv"
    text = skills.read_text(encoding="utf-8")
    assert ",listen," in text
    skills.write_text(text.replace(",listen,", ",SQL,"), encoding="utf-8")
    place = tmp_path / "made"
    ask = ("catalogue", "import", "esco", str(esco), "--output", str(place))
    done = run(*ask)
    assert done.code == 0, done.err
    assert "1 skill is also known by the everyday labels of the bundled" in done.out
    about = (place / "catalogue.yaml").read_text(encoding="utf-8")
    assert "Career-skills catalogue of skillgap by the skillgap founders" in about
    asked = ("match", "database queries", "--catalogue", str(place), "--format", "csv")
    assert ",matched," in run(*asked).out
    bare = run(*ask, "--replace", "--no-everyday")
    assert bare.code == 0, bare.err
    assert "--no-everyday" not in bare.out
    about = (place / "catalogue.yaml").read_text(encoding="utf-8")
    assert "skillgap founders" not in about


def test_yaml_for_people_to_edit(run: Run, esco: Path, tmp_path: Path) -> None:
    made = tmp_path / "made"
    run("catalogue", "import", "esco", str(esco), "--output", str(made), "--as", "yaml")
    assert sorted(path.name for path in made.iterdir()) == [
        "catalogue.yaml",
        "occupations.yaml",
        "skills.yaml",
    ]


def test_a_refusal_is_clear_in_both_languages(
    run: Run, esco: Path, tmp_path: Path
) -> None:
    (esco / "skills_en.csv").unlink()
    place = str(tmp_path / "made")
    done = run("catalogue", "import", "esco", str(esco), "--output", place)
    assert done.code == 3
    assert "the file of skills is missing from the set" in done.err
    done = run(
        "catalogue", "import", "esco", str(esco), "--output", place, "--lang", "fr"
    )
    assert done.code == 3
    assert "il manque à l'ensemble le fichier" in done.err.replace("\u2019", "'")
    assert not (tmp_path / "made").exists()


def test_a_kill_leaves_the_old_catalogue(
    run: Run, esco: Path, tmp_path: Path, cache: Path
) -> None:
    made = tmp_path / "made"
    run("catalogue", "import", "esco", str(esco), "--output", str(made))
    before = {path.name: path.read_bytes() for path in made.iterdir()}
    arguments = ("catalogue", "import", "esco", str(esco), "--output", str(made))
    for wait in (0.05, 0.15, 0.25, 0.35):
        process = subprocess.Popen(
            [COMMAND, *arguments, "--replace"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path),
                "SKILLGAP_CACHE": str(cache),
            },
        )
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert {path.name: path.read_bytes() for path in made.iterdir()} == before
    done = run(*arguments, "--replace")
    assert done.code == 0, done.err
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".made-")]
