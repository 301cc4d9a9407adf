"""``skillgap report`` through the installed command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import SMALL
from tests.cli.test_snapshots import SNAPSHOTS, without_style

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

SAID = ("-s", "excel:advanced", "-s", "dealing with customers", "-s", "juggling fire")
ASKED = (
    *("report", *SAID, "--for", "bookkeeper", "--hours-per-week", "6"),
    *("--start", "2027-01-11", "--name", "Ada Example", "--today", "2026-11-27"),
)


@pytest.mark.parametrize("language", ["en", "fr", "both"])
@pytest.mark.parametrize("shape", ["html", "markdown"])
def test_shown_as_before(
    run_small: Run, request: pytest.FixtureRequest, shape: str, language: str
) -> None:
    outcome = run_small(*ASKED, "--format", shape, "--lang", language)
    assert outcome.err == ""
    assert outcome.code == 0
    path = SNAPSHOTS / f"report.{shape}.{language}.txt"
    shown = without_style(outcome.out)
    if request.config.getoption("--snapshot-update"):
        path.write_text(shown, encoding="utf-8", newline="")
    assert shown == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize(
    ("ending", "start"),
    [
        ("html", b"<!DOCTYPE html>"),
        ("md", b"# Your way to"),
        ("docx", b"PK\x03\x04"),
        ("pdf", b"%PDF-1."),
    ],
)
def test_the_ending_of_the_file_chooses_what_it_is(
    run_small: Run, tmp_path: Path, ending: str, start: bytes
) -> None:
    path = tmp_path / f"me.{ending}"
    outcome = run_small(*ASKED, "--output", str(path))
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert path.read_bytes().startswith(start)


def test_an_unknown_ending_is_refused_with_a_remedy(
    run_small: Run, tmp_path: Path
) -> None:
    outcome = run_small(*ASKED, "--output", str(tmp_path / "me.xlsx"))
    assert outcome.code == 2
    assert "A report cannot be written as .xlsx." in outcome.err
    assert ".html, .md, .docx or .pdf" in outcome.err


def test_a_folder_that_is_not_there_is_refused(run_small: Run, tmp_path: Path) -> None:
    outcome = run_small(*ASKED, "--output", str(tmp_path / "no" / "me.html"))
    assert outcome.code == 3
    assert "The answer cannot be written" in outcome.err


def test_an_unknown_language_is_refused(run_small: Run) -> None:
    outcome = run_small(*ASKED, "--lang", "de")
    assert outcome.code == 2
    assert "de" in outcome.err


@pytest.mark.parametrize(("library", "ending"), [("typst", "pdf"), ("docx", "docx")])
def test_without_the_extra_it_says_how_to_get_it(
    run_small: Run, tmp_path: Path, library: str, ending: str
) -> None:
    absent = tmp_path / "absent"
    absent.mkdir()
    (absent / f"{library}.py").write_text("raise ImportError\n", encoding="utf-8")
    path = tmp_path / f"me.{ending}"
    outcome = run_small(*ASKED, "--output", str(path), PYTHONPATH=str(absent))
    assert outcome.code == 2
    assert "pip install 'skillgap[report]'" in outcome.err
    assert not path.exists()


def test_a_profile_answers_in_its_language(run: Run, tmp_path: Path) -> None:
    profile = tmp_path / "moi.yaml"
    profile.write_text(
        "language: fr\nclaims: [excel]\nhours_per_week: 4\n", encoding="utf-8"
    )
    outcome = run(
        *("report", "--profile", str(profile), "--for", "bookkeeper"),
        *("--catalogue", str(SMALL), "--format", "markdown"),
    )
    assert outcome.code == 0
    assert outcome.out.startswith("# Votre chemin vers")
    assert "Gardez 4 heures par semaine" in outcome.out


def test_what_the_person_holds_and_learnt_is_told(
    run_small: Run, profile: Path
) -> None:
    outcome = run_small(
        *("report", "--profile", str(profile), "--for", "bookkeeper"),
        *("--format", "markdown"),
    )
    assert outcome.code == 0
    told = outcome.out.partition("## What you told us")[2].partition("\n## ")[0]
    assert "3 years at a dental office" in told
    assert "### Credentials that you have, counted too" in told
    assert "- Introduction to Bookkeeping, Example College" in told


def test_what_a_report_says_can_be_replayed(run_small: Run, tmp_path: Path) -> None:
    """The plan is kept as ``plan`` keeps it; the report names the record."""
    kept, page = tmp_path / "me.json", tmp_path / "me.md"
    assert run_small(*ASKED, "--output", str(page), "--record", str(kept)).code == 0
    record = json.loads(kept.read_bytes())
    told = f"**Fingerprint of the record kept**: {record['fingerprint']}"
    assert told in page.read_text(encoding="utf-8")
    assert record["command"] == "plan"
    assert b"Ada Example" not in kept.read_bytes()
    own = tmp_path / "plan.json"
    asked = ("plan", *ASKED[1:13], "--record", str(own))
    assert run_small(*asked).code == 0
    assert own.read_bytes() == kept.read_bytes()
    replayed = run_small("replay", str(kept))
    assert (replayed.code, replayed.out.startswith("Identical")) == (0, True)
    run_small(*ASKED, "--output", str(page))
    assert "record kept" not in page.read_text(encoding="utf-8")
