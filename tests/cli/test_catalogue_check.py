"""``skillgap catalogue check`` beyond the plain findings."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import yaml
from tests.cli.command import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

ROOT = SMALL.parents[3]


def test_warnings_do_not_change_the_exit_code(run: Run) -> None:
    done = run("catalogue", "check", str(SMALL))
    assert done.code == 0
    assert "skills.yaml:50:12 SG206 warning: the skill sql has no text" in done.out
    assert "1 warning, 2 notes" in done.out


def test_sarif_for_a_file(run: Run, tmp_path: Path) -> None:
    place = tmp_path / "found.sarif"
    done = run(
        *("catalogue", "check", str(SMALL.parent.parent / "invalid" / "unknown-id")),
        *("--report", "sarif", "--output", str(place)),
    )
    assert (done.code, done.out) == (1, "")
    (found,) = json.loads(place.read_text(encoding="utf-8"))["runs"]
    assert {each["level"] for each in found["results"]} == {"error"}


def test_annotations_in_a_workflow(run: Run) -> None:
    done = run("catalogue", "check", str(SMALL), "--report", "github", "--lang", "fr")
    starts = [line.split(" ")[0] for line in done.out.splitlines()]
    assert starts == ["::notice", "::notice", "::warning"]


def test_age_is_counted_from_a_day(run: Run) -> None:
    asked = ("catalogue", "check", str(SMALL), "--today", "2126-01-01")
    assert "SG222" not in run(*asked).out
    assert "SG222" in run(*asked, "--stale", "365").out


def test_mending_says_where(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(SMALL, folder)
    path = folder / "catalogue.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n", "  \n", 1), encoding="utf-8")
    done = run("catalogue", "check", "--fix", str(folder))
    assert done.code == 0
    assert done.err == f"mended: {path}:1\n"
    assert path.read_text(encoding="utf-8") == text


def test_reports_are_formats_too(run: Run) -> None:
    for shape in ("sarif", "github"):
        by_format = run("catalogue", "check", str(SMALL), "--format", shape)
        by_report = run("catalogue", "check", str(SMALL), "--report", shape)
        assert by_format.code == 0
        assert by_format == by_report
    text = run("catalogue", "check", str(SMALL), "--format", "text")
    assert text == run("catalogue", "check", str(SMALL), "--format", "plain")


def test_rules_in_sarif_carry_their_pages(run: Run) -> None:
    ask = ("catalogue", "check", str(SMALL), "--format", "sarif")
    base = "https://example.org/docs/rules"
    done = run(*ask, SKILLGAP_RULES_URL=f"{base}/")
    (found,) = json.loads(done.out)["runs"]
    for rule in found["tool"]["driver"]["rules"]:
        assert rule["helpUri"] == f"{base}/{rule['id']}.md"
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}\n")
    (found,) = json.loads(run(*ask).out)["runs"]
    assert all("helpUri" not in each for each in found["tool"]["driver"]["rules"])


def test_the_hook_finds_what_is_wrong(run: Run) -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (hook,) = yaml.safe_load(text)
    command, *arguments = hook["entry"].split()
    assert command == "skillgap"
    assert hook["pass_filenames"] is False
    assert run(*arguments, str(SMALL)).code == 0
    broken = ROOT / "tests" / "cases" / "invalid" / "unknown-id"
    assert run(*arguments, str(broken)).code == 1
    for name in ("data/skills.yaml", "occupations.jsonl", "a/b/catalogue.yaml"):
        assert re.search(hook["files"], name)
    assert not re.search(hook["files"], "data/SOURCES.md")
