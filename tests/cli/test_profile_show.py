"""A profile is shown, checked, edited, exported and forgotten."""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import COMMAND, SMALL
from tests.cli.profiles import PROFILE, an_editor, data

if TYPE_CHECKING:
    from tests.cli.command import Run


def test_show_gives_the_whole_profile(run_small: Run, profile: Path) -> None:
    arguments = ("profile", "show", "--profile", str(profile), "--today", "2026-11-24")
    outcome = run_small(*arguments, "--format", "json")
    assert outcome.code == 0
    assert outcome.err == ""
    found = data(outcome, "profile show")
    claims = {
        one["phrase"]: (one["status"], one["level"], one["old"], one["learnt"])
        for one in found["claims"]
    }
    assert claims == {
        "excel": ("matched", 4, False, False),
        "paying bills": ("matched", 3, True, False),
        "juggling fire": ("unmatched", 3, False, False),
        "SQL": ("matched", 1, False, True),
    }
    assert found["awards"][0]["credential"]["id"] == "intro-bookkeeping"
    assert found["learnt_by_year"] == [
        {
            "year": "2024",
            "kinds": {"podcast": 1, "credential": 1},
            "hours": 0,
            "without_hours": 2,
        },
        {"year": "2026", "kinds": {"book": 1}, "hours": 12, "without_hours": 0},
    ]


def test_show_draws_the_years_in_a_table_and_says_them_in_plain(
    run_small: Run, profile: Path
) -> None:
    arguments = ("profile", "show", "--profile", str(profile))
    drawn = run_small(*arguments, "--format", "table").out
    assert "2024  ■■  1 podcast, 1 credential\n2025      nothing noted\n" in drawn
    said = run_small(*arguments, "--plain").out
    assert "■" not in said
    assert "2024: 1 podcast, 1 credential\n2025: nothing noted\n" in said
    assert "2026: 1 book; 12 h\n" in said


def test_show_marks_what_is_old_and_counts_it(run_small: Run, profile: Path) -> None:
    out = run_small("profile", "show", "--profile", str(profile), "--plain").out
    assert "Last used: 2015\nLast used: over 5 years ago\n" in out
    assert "What you last used over 5 years ago counts all the same." in out


def test_show_without_a_profile_says_how_to_start(run_small: Run) -> None:
    outcome = run_small("profile", "show")
    assert outcome.code == 3
    assert "skillgap profile new starts a profile" in outcome.err


def test_check_tells_what_the_catalogue_does_not_know(
    run_small: Run, tmp_path: Path
) -> None:
    text = """\
    claims:
      - {phrase: excel, skill: excel-2}
      - juggling fire
    awards:
      - {name: X, credential: none-such}
    targets: [wizard]
    """
    path = tmp_path / "a.yaml"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    path.chmod(0o644)
    outcome = run_small("profile", "check", "--profile", str(path), "--format", "json")
    assert outcome.code == 0
    found = data(outcome, "profile check")
    assert found["counts"]["claims"] == 2
    assert [(p["rule"], p["line"], p["column"]) for p in found["problems"]] == [
        ("SG141", 2, 28),
        ("SG143", 3, 5),
        ("SG142", 5, 27),
        ("SG144", 6, 11),
        ("SG145", None, None),
    ]


def test_check_finds_every_error_in_one_run(run_small: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("claim: []\nbudget: much\n", encoding="utf-8")
    outcome = run_small("profile", "check", "--profile", "a.yaml", "--plain")
    assert outcome.code == 1
    assert "a.yaml:1:1 SG101 unknown key claim\nhint: did you mean claims?" in (
        outcome.out
    )
    assert "a.yaml:2:9 SG103 much is not a number" in outcome.out


def test_edit_keeps_a_sound_text(run_small: Run, profile: Path, tmp_path: Path) -> None:
    editor = an_editor(tmp_path, "juggling fire", "java")
    chosen = ("--profile", str(profile))
    outcome = run_small("profile", "edit", *chosen, "--format", "json", EDITOR=editor)
    assert outcome.code == 0
    assert data(outcome, "profile edit")["changes"] == [
        {"action": "changed", "what": "claims", "text": "java"}
    ]
    assert "  - java\n" in profile.read_text(encoding="utf-8")
    assert not list(tmp_path.glob("*draft*"))


def test_edit_keeps_the_old_profile_where_the_new_is_broken(
    run_small: Run, profile: Path, tmp_path: Path
) -> None:
    editor = an_editor(tmp_path, "targets:", "targts:")
    outcome = run_small("profile", "edit", "--profile", str(profile), VISUAL=editor)
    assert outcome.code == 3
    assert "unknown key targts" in outcome.err
    assert "your text is kept there" in outcome.err
    assert profile.read_text(encoding="utf-8") == PROFILE
    draft = tmp_path / "other.draft.yaml"
    assert "targts:" in draft.read_text(encoding="utf-8")


def test_edit_does_not_undo_what_was_added_meanwhile(
    run_small: Run, profile: Path, tmp_path: Path
) -> None:
    script = tmp_path / "slow.py"
    added = [str(COMMAND), "profile", "add", "java", "--profile", str(profile)]
    script.write_text(
        "import subprocess, sys\n"
        f"subprocess.run({[*added, '--catalogue', str(SMALL)]!r}, check=True)\n"
        "open(sys.argv[1], 'a').write('budget: 5\\n')\n",
        encoding="utf-8",
    )
    editor = f"{sys.executable} {script}"
    outcome = run_small("profile", "edit", "--profile", str(profile), EDITOR=editor)
    assert outcome.code == 3
    assert "changed while you edited it" in outcome.err
    assert "phrase: java" in profile.read_text(encoding="utf-8")


def test_edit_says_when_the_editor_fails(run_small: Run, profile: Path) -> None:
    for editor in ("no-such-editor-at-all", "false"):
        outcome = run_small("profile", "edit", "--profile", str(profile), EDITOR=editor)
        assert outcome.code == 2
        assert "Nothing was changed." in outcome.err


def test_export_to_json_resume(run_small: Run, profile: Path) -> None:
    chosen = ("--profile", str(profile))
    outcome = run_small("profile", "export", "--to", "json-resume", *chosen)
    found = json.loads(outcome.out)
    assert found["skills"][0] == {"name": "excel", "level": "advanced"}
    assert found["work"] == [{"summary": "3 years at a dental office"}]
    assert found["certificates"] == [
        {
            "name": "Introduction to Bookkeeping",
            "date": "2024-05",
            "issuer": "Example College",
        }
    ]
    assert "2 things that you learnt from are left out" in outcome.err


def test_exported_badges_are_self_asserted_and_can_be_read_again(
    run_small: Run, profile: Path, tmp_path: Path
) -> None:
    chosen = ("--profile", str(profile))
    outcome = run_small("profile", "export", "--to", "open-badges", *chosen)
    record = json.loads(outcome.out)
    assert record["type"] == ["VerifiableCredential", "ClrCredential"]
    assert "proof" not in record
    inner = record["credentialSubject"]["verifiableCredential"]
    assert {one["issuer"]["name"] for one in inner} == {
        "the holder of this record (self-asserted)"
    }
    assert inner[0]["credentialSubject"]["achievement"]["creator"]["name"] == (
        "Example College"
    )
    (tmp_path / "clr.json").write_text(outcome.out, encoding="utf-8")
    again = run_small("profile", "import", "clr.json", "--format", "json")
    assert again.code == 0
    names = {
        change["text"]
        for change in data(again, "profile import")["changes"]
        if change["what"] == "awards"
    }
    assert names == {
        "Introduction to Bookkeeping",
        "A book on queries",
        "Ledger talk",
    }


def test_export_to_markdown_and_to_a_file(
    run_small: Run, profile: Path, tmp_path: Path
) -> None:
    chosen = ("--profile", str(profile), "--output", str(tmp_path / "me.md"))
    assert run_small("profile", "export", "--to", "markdown", *chosen).out == ""
    text = (tmp_path / "me.md").read_text(encoding="utf-8")
    assert text.startswith("## What you can do\n")
    assert "- **2026**: 1 book; 12 h" in text


def test_forget_removes_everything_and_says_what(
    run: Run, me: Path, tmp_path: Path
) -> None:
    here = {"SKILLGAP_CACHE": ""}
    where = ("--catalogue", str(SMALL))
    run("profile", "add", "excel", *where, **here)
    run("profile", "add", "java", *where, **here)
    refused = run("profile", "forget", **here)
    assert refused.code == 2
    assert "Add --yes" in refused.err
    assert me.exists()
    outcome = run("profile", "forget", "--yes", "--format", "json", **here)
    assert outcome.code == 0
    removed = data(outcome, "profile forget")["removed"]
    assert [Path(path).name for path in removed[:3]] == [
        "me.yaml",
        "me.yaml~",
        ".me.yaml.lock",
    ]
    assert len(removed) == 5
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert not me.parent.exists()


def test_forget_leaves_what_is_not_ours(run: Run, tmp_path: Path) -> None:
    cache = tmp_path / "mixed"
    cache.mkdir()
    for name in ("notes.json", ".settings.json", "catalogue-mine.json", "a.sqlite"):
        (cache / name).write_bytes(b"")
    run("profile", "add", "excel", "--catalogue", str(SMALL), SKILLGAP_CACHE=str(cache))
    assert len(list(cache.iterdir())) == 6
    assert run("profile", "forget", "--yes", SKILLGAP_CACHE=str(cache)).code == 0
    assert len(list(cache.iterdir())) == 4


@pytest.mark.parametrize("shape", ["table", "plain", "json", "csv", "markdown"])
@pytest.mark.parametrize("verb", ["show", "check"])
def test_every_format_in_both_languages(
    run_small: Run, profile: Path, verb: str, shape: str
) -> None:
    arguments = ("profile", verb, "--profile", str(profile), "--format", shape)
    english = run_small(*arguments)
    french = run_small(*arguments, "--lang", "fr")
    assert english.code == french.code == 0
    assert english.out != french.out
