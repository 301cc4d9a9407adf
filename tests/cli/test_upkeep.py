"""``catalogue impact`` and ``doctor`` as a person runs them."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import jsonschema
import pytest
from tests.cli.command import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The small catalogue after an edit: what weighed most weighs least."""
    folder = tmp_path / "edited"
    shutil.copytree(SMALL, folder)
    path = folder / "occupations.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("importance: 5", "importance: 1"), encoding="utf-8")
    return folder


def test_impact_leaves_with_1_above_the_threshold(run: Run, edited: Path) -> None:
    ask = ("catalogue", "impact", str(SMALL), str(edited), "--people", "40")
    assert run(*ask).code == 0
    assert run(*ask, "--threshold", "1").code == 0
    told = run(*ask, "--threshold", "0")
    assert told.code == 1
    assert "That is more than the 0% that were allowed." in told.out
    same = ("catalogue", "impact", str(SMALL), str(SMALL), "--threshold", "0")
    assert run(*same).code == 0
    french = run(*ask, "--lang", "fr")
    assert "réponses changent" in french.out


def test_impact_is_a_contract(run: Run, edited: Path) -> None:
    ask = ("catalogue", "impact", str(SMALL), str(edited), "--people", "40")
    done = run(*ask, "--format", "json")
    answer = json.loads(done.out)
    jsonschema.validate(answer, json.loads(run("schema", "json").out))
    data = answer["data"]
    assert data["changed"] == sum(one["changed"] for one in data["occupations"]) > 0
    assert run(*ask, "--format", "json").out == done.out
    rows = run(*ask, "--format", "csv").out.splitlines()
    assert rows[0].startswith("occupation_id,occupation_noc,occupation_title,changed")
    assert len(rows) == 1 + len(data["occupations"])


@pytest.mark.parametrize("shape", ["table", "plain", "json", "csv", "markdown", "html"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_format(run: Run, edited: Path, shape: str, language: str) -> None:
    ask = ("catalogue", "impact", str(SMALL), str(edited), "--people", "10")
    how = ("--format", shape, "--lang", language)
    for command in (ask, ("doctor", "--today", "2026-11-24")):
        done = run(*command, *how)
        assert (done.code, done.err) == (0, "")
        assert done.out


def test_doctor_on_what_is_well(run: Run) -> None:
    done = run("doctor", "--format", "json", "--today", "2026-11-24")
    assert done.code == 0
    answer = json.loads(done.out)
    jsonschema.validate(answer, json.loads(run("schema", "json").out))
    found = {one["name"]: one for one in answer["data"]["examined"]}
    assert list(found) == [
        *("program", "python", "packages", "extras"),
        *("catalogue", "cache", "language", "terminal"),
    ]
    assert {one["health"] for one in found.values()} == {"ok"}
    facts = found["catalogue"]["facts"]
    assert facts["fingerprint"] == answer["catalogue"]["fingerprint"]
    assert facts["age_days"] == "1"


def test_doctor_has_a_remedy_for_each_thing_that_is_off(
    run: Run, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(SMALL, broken)
    (broken / "skills.yaml").write_text("skills: [", encoding="utf-8")
    (tmp_path / "file").write_text("no folder")
    done = run(
        *("doctor", "--catalogue", str(broken), "--format", "json"),
        SKILLGAP_CACHE=str(tmp_path / "file" / "cache"),
        LANG="",
        PYTHONIOENCODING="latin-1",
    )
    assert done.code == 1
    found = {one["name"]: one for one in json.loads(done.out)["data"]["examined"]}
    assert found["catalogue"]["health"] == "error"
    assert found["catalogue"]["remedy"].startswith("See all of it: skillgap catalogue")
    assert found["cache"]["health"] == "warning"
    assert "SKILLGAP_CACHE" in found["cache"]["remedy"]
    assert found["language"]["health"] == "warning"
    off = [one for one in found.values() if one["health"] != "ok"]
    assert all(one["remedy"] for one in off)


def test_doctor_tells_a_damaged_cache_and_old_facts(run: Run, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    run("match", "excel", SKILLGAP_CACHE=str(cache))
    (form,) = cache.glob("*.sqlite")
    form.rename(cache / "catalogue-other-0a1b2c3d.sqlite")
    (cache / "catalogue-other-0a1b2c3d.sqlite").write_bytes(b"no database")
    ask = ("doctor", "--format", "json", "--today", "2028-11-24")
    done = run(*ask, SKILLGAP_CACHE=str(cache))
    assert done.code == 0
    found = {one["name"]: one for one in json.loads(done.out)["data"]["examined"]}
    assert "catalogue-other-0a1b2c3d.sqlite is damaged" in found["cache"]["text"]
    assert found["catalogue"]["health"] == "warning"
    assert found["catalogue"]["facts"]["age_days"] == "732"


def test_new_writes_an_entry_or_says_what_is_missing(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(SMALL, folder)
    ask = ("catalogue", "new", "skill", str(folder), "--name", "Tea tasting")
    refused = run(*ask)
    assert refused.code == 2
    assert refused.err == "skillgap: still missing: kind\nhint: add --set kind=...\n"
    before = (folder / "skills.yaml").read_bytes()
    dry = run(*ask, "--set", "kind=technical", "--dry-run")
    assert (dry.code, dry.err) == (0, "")
    assert "- id: tea-tasting" in dry.out
    assert (folder / "skills.yaml").read_bytes() == before
    done = run(*ask, "--set", "kind=technical", "--format", "json")
    answer = json.loads(done.out)
    jsonschema.validate(answer, json.loads(run("schema", "json").out))
    assert answer["data"]["missing"] == [
        *("label.fr", "alternative_labels", "broader", "uri")
    ]
    assert run("catalogue", "check", str(folder)).code == 0
    assert run("match", "tea tasting", "--catalogue", str(folder)).code == 0
    again = run(*ask, "--set", "kind=tool", "--lang", "fr")
    assert again.code == 3
    for shape in ("table", "plain", "csv", "markdown", "html"):
        how = ("--format", shape, "--dry-run", "--lang", "fr")
        shown = run(*ask[:-1], f"Other {shape}", "--set", "kind=tool", *how)
        assert (shown.code, shown.err) == (0, "")


def test_nobody_is_asked_without_a_terminal(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(SMALL, folder)
    done = run("catalogue", "new", "skill", str(folder))
    assert done.code == 2
    assert "Say what it is called: --name TEXT." in done.err
