"""A profile is started, added to, filled from files: as a shell runs the commands."""

from __future__ import annotations

import json
import os
import textwrap
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from tests.cli.profiles import PROFILE, data

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run


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
