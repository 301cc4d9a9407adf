"""``skillgap catalogue check`` beyond the plain findings."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from tests.cli.command import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run


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
