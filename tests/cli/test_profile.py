"""The commands about a profile, as a person's shell runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from tests.cli.command import COMMAND, SMALL

from skillgap.render import json_contract_schema

if TYPE_CHECKING:
    from tests.cli.command import Outcome, Run

PROFILE = """\
# Mine.
claims:
  - excel:advanced            # since school
  - phrase: paying bills
    last_used: 2015
    evidence:
      - {kind: work, text: 3 years at a dental office}
  - juggling fire
awards:
  - {name: Introduction to Bookkeeping, issuer: Example College, awarded: 2024-05}
learning:
  - {kind: book, text: A book on queries, skills: [SQL], hours: 12, date: 2026-10-02}
  - {kind: podcast, text: Ledger talk, date: 2024}
targets: [bookkeeper]
"""


@pytest.fixture
def me(tmp_path: Path) -> Path:
    """The place of the person's own profile, which is not there yet."""
    return tmp_path / ".local" / "share" / "skillgap" / "me.yaml"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile elsewhere."""
    path = tmp_path / "other.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    path.chmod(0o600)
    return path


def data(outcome: Outcome, command: str) -> dict[str, Any]:
    """The data of an envelope that keeps the contract."""
    envelope = json.loads(outcome.out)
    jsonschema.validate(envelope, json_contract_schema(command))
    assert envelope["command"] == command
    found: dict[str, Any] = envelope["data"]
    return found


# Starting and adding


def test_new_writes_a_file_that_explains_itself(run_small: Run, me: Path) -> None:
    outcome = run_small("profile", "new", "--format", "json")
    assert outcome.code == 0
    assert outcome.err == ""
    assert data(outcome, "profile new")["new"] is True
    text = me.read_text(encoding="utf-8")
    assert text.startswith("# Your skillgap profile.")
    assert "\nclaims: []\n" in text
    assert run_small("profile", "check").out.startswith("Nothing is wrong.")


def test_new_speaks_french_in_the_file_too(run_small: Run, me: Path) -> None:
    assert run_small("profile", "new", "--lang", "fr").code == 0
    assert me.read_text(encoding="utf-8").startswith("# Votre profil skillgap.")
    assert "\nlanguage: fr\n" in me.read_text(encoding="utf-8")
    assert run_small("profile", "check").code == 0


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")
def test_the_profile_is_private(run_small: Run, me: Path) -> None:
    run_small("profile", "new")
    assert me.stat().st_mode & 0o777 == 0o600
    assert me.parent.stat().st_mode & 0o777 == 0o700


def test_new_does_not_touch_an_old_one(run_small: Run, me: Path) -> None:
    run_small("profile", "add", "excel")
    before = me.read_bytes()
    outcome = run_small("profile", "new")
    assert outcome.code == 3
    assert "there is a profile already" in outcome.err
    assert me.read_bytes() == before


def test_add_keeps_level_evidence_and_last_use(run_small: Run, me: Path) -> None:
    outcome = run_small(
        *("profile", "add", "excel:advanced", "--last-used", "2025"),
        *("--evidence", "work: 3 years at a dental office", "--format", "json"),
    )
    assert outcome.code == 0
    found = data(outcome, "profile add")
    assert found["changes"] == [{"action": "added", "what": "claims", "text": "excel"}]
    assert found["matches"][0]["skill"]["id"] == "spreadsheets"
    assert found["matches"][0]["level"] == 4
    assert textwrap.dedent(
        """
            claims:
              - phrase: excel
                level: advanced
                last_used: '2025'
                evidence:
                  - kind: work
                    text: 3 years at a dental office
            """
    ) in me.read_text(encoding="utf-8")


def test_add_keeps_what_the_person_wrote(run_small: Run, profile: Path) -> None:
    chosen = ("--profile", str(profile))
    assert run_small("profile", "add", "java=2", *chosen).code == 0
    text = profile.read_text(encoding="utf-8")
    added = "  - phrase: java\n    level: basic\n"
    assert text == PROFILE.replace("juggling fire\n", f"juggling fire\n{added}")
    assert profile.with_name("other.yaml~").read_text(encoding="utf-8") == PROFILE


def test_add_twice_says_that_nothing_is_new(run_small: Run) -> None:
    run_small("profile", "add", "excel:advanced")
    outcome = run_small("profile", "add", "Excel:advanced", "--plain")
    assert outcome.out.startswith("Nothing new: your profile says all of it.")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("add", "excel:9"), "is no level"),
        (("add", "excel", "--last-used", "soon"), "soon is not a date (--last-used)."),
        (("add", "\x1b"), "Say what you can do."),
        (("log", "scroll", "x"), "one of book, workshop"),
        (("log", "book", " "), "Say what it was."),
        (("log", "book", "x", "--url", "javascript:1"), "is not a web address"),
        (("log", "book", "x", "--hours", "-1"), "a number of 0 or more"),
        (("confirm", "", "excel"), "The phrase is empty."),
        (("export",), "--to is missing."),
    ],
)
def test_what_cannot_be_meant_changes_nothing(
    run_small: Run, me: Path, arguments: tuple[str, ...], message: str
) -> None:
    outcome = run_small("profile", *arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert not me.exists()


def test_text_is_stored_without_terminal_escapes(run_small: Run, me: Path) -> None:
    outcome = run_small(
        "profile", "log", "book", "Red \x1b[31mbook\u202e", "--skills", "java"
    )
    assert outcome.code == 0
    assert "    text: Red [31mbook\n" in me.read_text(encoding="utf-8")


def test_log_is_evidence_and_counts_as_beginner(run_small: Run, me: Path) -> None:
    outcome = run_small(
        *("profile", "log", "workshop", "SQL for all", "--skills", "sql, excel:basic"),
        *("--hours", "7.5", "--on", "2026-10-02", "--url", "https://example.org/sql"),
        *("--format", "json"),
    )
    assert outcome.code == 0
    levels = [
        (match["level"], match["level_basis"])
        for match in data(outcome, "profile log")["matches"]
    ]
    assert levels == [(1, "assumed"), (2, "stated")]
    assert "    hours: 7.5\n    date: '2026-10-02'\n" in me.read_text(encoding="utf-8")


def test_log_without_a_date_is_of_today(run_small: Run, me: Path) -> None:
    from datetime import datetime

    run_small("profile", "log", "podcast", "A talk")
    today = datetime.now().astimezone().date()
    assert f"date: '{today.isoformat()}'" in me.read_text(encoding="utf-8")


def test_confirm_and_reject_are_remembered(run_small: Run) -> None:
    assert run_small("profile", "reject", "js", "javascript").code == 0
    assert run_small("profile", "confirm", "sage", "accounts-payable").code == 0
    outcome = run_small("match", "js", "sage", "--format", "json")
    js, sage = data(outcome, "match")["matches"]
    assert js["status"] == "unmatched"
    assert (sage["skill"]["id"], sage["rule"]) == ("accounts-payable", "correction")
    assert "2 corrections of your profile are used" in outcome.err
    assert "your correction" in run_small("match", "sage", "--plain").out


def test_confirm_names_the_nearest_skill(run_small: Run) -> None:
    outcome = run_small("profile", "confirm", "sage", "zzz")
    assert outcome.code == 4
    assert "“zzz” is no skill of this catalogue." in outcome.err


# Importing


def test_import_tells_what_was_found_and_refused(
    run_small: Run, me: Path, tmp_path: Path
) -> None:
    resume = {
        "basics": {"name": "Nobody"},
        "skills": [{"name": "Java", "level": "advanced"}, {"name": "SQL"}],
        "certificates": [{"name": "Payroll Law", "issuer": "Example College"}],
    }
    (tmp_path / "resume.json").write_text(json.dumps(resume), encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    files = ("resume.json", "broken.pdf", "absent.docx")

    tried = run_small("profile", "import", *files, "--dry-run", "--format", "json")
    assert tried.code == 3
    assert not me.exists()
    found = data(tried, "profile import")
    assert found["dry_run"] is True
    assert found["files"] == [
        {
            "path": "resume.json",
            "format": "json-resume",
            "claims": 2,
            "awards": 1,
            "languages": [],
        }
    ]
    assert "broken.pdf" in tried.err
    assert "absent.docx" in tried.err

    assert run_small("profile", "import", "resume.json").code == 0
    text = me.read_text(encoding="utf-8")
    assert "  - phrase: Java\n    level: advanced\n" in text
    assert "  - name: Payroll Law\n    issuer: Example College\n" in text
    assert "Nobody" not in text
    again = run_small("profile", "import", "resume.json", "--format", "json")
    assert data(again, "profile import")["changes"] == []


def test_a_file_alone_that_is_refused_is_an_error(run_small: Run, me: Path) -> None:
    outcome = run_small("profile", "import", "absent.pdf", "--format", "json")
    assert outcome.code == 3
    assert json.loads(outcome.out)["command"] == "profile import"
    assert json.loads(outcome.out)["data"] is None
    assert not me.exists()


# Showing, checking, editing


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


def an_editor(folder: Path, old: str, new: str) -> str:
    """An editor that replaces one text by another."""
    script = folder / "editor.py"
    script.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1])\n"
        f"text = path.read_text('utf-8').replace({old!r}, {new!r})\n"
        "path.write_text(text, 'utf-8')\n",
        encoding="utf-8",
    )
    return f"{sys.executable} {script}"


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


# Exporting and forgetting


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


# The profile in the other commands


def test_own_profile_is_used_where_nothing_is_said(run_small: Run, me: Path) -> None:
    me.parent.mkdir(parents=True)
    me.write_text(PROFILE, encoding="utf-8")
    outcome = run_small("recommend", "--format", "json")
    assert outcome.code == 0
    assert f"Your profile is used ({me}): 3 claims, 1 credential." in outcome.err
    found = data(outcome, "recommend")
    assert found["occupations"][0]["id"] == "ledger-keepers"
    assert found["chosen_for_person"] is False
    taken = {row["credential"]["id"] for row in found["recommendations"]}
    assert "intro-bookkeeping" not in taken
    assert taken
    said = run_small("match", "java", "--format", "json")
    assert [m["phrase"] for m in data(said, "match")["matches"]] == ["java"]
    assert said.err == ""


def test_credentials_held_count_with_their_level(run_small: Run, profile: Path) -> None:
    arguments = ("gap", "--for", "bookkeeper", "--profile", str(profile))
    found = data(run_small(*arguments, "--format", "json"), "gap")
    have = {row["skill"]["id"]: row["have"] for row in found["covered"]}
    assert have["bookkeeping"] == 3
    assert have["spreadsheets"] == 4


def test_a_badge_that_was_taken_back_does_not_count(
    run_small: Run, profile: Path
) -> None:
    text = PROFILE.replace("awarded: 2024-05", "verification: failed")
    profile.write_text(text, encoding="utf-8")
    arguments = ("recommend", "--for", "bookkeeper", "--profile", str(profile))
    found = data(run_small(*arguments, "--format", "json"), "recommend")
    names = {row["credential"]["id"] for row in found["recommendations"]}
    assert "intro-bookkeeping" in names


def test_phrases_join_a_profile_that_is_named(run_small: Run, profile: Path) -> None:
    arguments = ("match", "java", "--profile", str(profile), "--format", "json")
    phrases = [m["phrase"] for m in data(run_small(*arguments), "match")["matches"]]
    assert phrases == ["java", "excel", "paying bills", "juggling fire", "SQL"]


def test_a_resume_is_read_and_nothing_is_kept(run_small: Run, tmp_path: Path) -> None:
    text = "Skills\n- Excel\n- dealing with customers\n"
    (tmp_path / "cv.txt").write_text(text, encoding="utf-8")
    arguments = ("gap", "--for", "bookkeeper", "--resume", "cv.txt")
    found = data(run_small(*arguments, "--format", "json"), "gap")
    skills = {match["skill"]["id"] for match in found["matches"]}
    assert skills == {"spreadsheets", "customer-service"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cv.txt"]


def test_the_variable_chooses_a_profile_or_none(
    run_small: Run, me: Path, profile: Path
) -> None:
    assert "excel" in run_small("match", "--plain", SKILLGAP_PROFILE=str(profile)).out
    me.parent.mkdir(parents=True)
    me.write_text(PROFILE, encoding="utf-8")
    assert run_small("match", SKILLGAP_PROFILE="").code == 2


def test_a_profile_speaks_its_language_unless_another_is_asked(
    run_small: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("language: fr\nclaims: [excel]\n", "utf-8")
    chosen = ("--profile", "a.yaml", "--plain")
    french = run_small("match", *chosen).out
    assert "Tableurs" in french
    assert "Spreadsheets" in run_small("match", *chosen, "--lang", "en").out
    assert "Tableurs" in run_small("profile", "show", *chosen).out


def test_a_broken_profile_of_ones_own_does_not_stop_other_commands(
    run_small: Run, me: Path
) -> None:
    me.parent.mkdir(parents=True)
    me.write_text("claims: 3\n", encoding="utf-8")
    outcome = run_small("match", "excel")
    assert outcome.code == 0
    assert "your profile cannot be read" in outcome.err
    assert run_small("match").code == 3


def test_what_a_file_meant_gives_way_to_the_person(
    run_small: Run, tmp_path: Path
) -> None:
    text = """\
    claims: [{phrase: JS, skill: javascript}]
    corrections: [{phrase: js, skill: javascript, verdict: rejected}]
    """
    (tmp_path / "a.yaml").write_text(textwrap.dedent(text), encoding="utf-8")
    outcome = run_small("match", "--profile", "a.yaml", "--format", "json")
    assert data(outcome, "match")["matches"][0]["status"] == "unmatched"


# Languages and privacy


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


GUARD = """
import builtins, os, socket, sys

def refuse(*arguments, **more):
    raise AssertionError("a socket was asked for")

socket.socket = socket.create_connection = socket.getaddrinfo = refuse
sys.addaudithook(
    lambda event, arguments: refuse() if event.startswith("socket.") else None
)
from skillgap.cli import run
sys.exit(run(sys.argv[1:]))
"""
EVERY = [
    ("recommend", "-s", "excel", "--for", "bookkeeper", "--format", "table"),
    ("gap", "-s", "excel", "--for", "bookkeeper"),
    ("explore", "-s", "exel"),
    ("match", "excell"),
    ("list", "skills"),
    ("show", "skill", "java"),
    ("catalogue", "check", str(SMALL)),
    ("catalogue", "stats"),
    ("schema", "json"),
    ("schema", "profile"),
    ("completion", "bash"),
    ("profile", "new"),
    ("profile", "add", "excel"),
    ("profile", "log", "book", "A book", "--url", "https://example.org/"),
    ("profile", "import", "cv.txt"),
    ("profile", "confirm", "sage", "java"),
    ("profile", "reject", "js", "javascript"),
    ("profile", "show"),
    ("profile", "check"),
    ("profile", "edit"),
    ("profile", "export", "--to", "open-badges"),
    ("recommend", "--resume", "cv.txt"),
    ("explore",),
    ("profile", "forget", "--yes"),
]


def test_no_command_opens_a_socket_or_writes_what_was_not_asked(
    tmp_path: Path,
) -> None:
    """In order: a profile is started, used and forgotten."""
    (tmp_path / "cv.txt").write_text("Skills\n- Excel\n- Java\n", encoding="utf-8")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "EDITOR": "true",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    own = {"completion", "schema"}
    for command in EVERY:
        where = () if command[0] in own else ("--catalogue", str(SMALL))
        done = subprocess.run(
            [sys.executable, "-c", GUARD, *command, *where],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, (command, done.stderr.decode())
        written = {path for path in tmp_path.rglob("*") if path.is_file()}
        assert {path.parent.relative_to(tmp_path).as_posix() for path in written} <= {
            ".",
            ".cache/skillgap",
            ".local/share/skillgap",
        }
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["cv.txt"]
