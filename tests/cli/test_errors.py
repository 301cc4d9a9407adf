"""What a command says, and with which code it leaves, when it cannot do its work."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import COMMAND

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

USAGE = {
    "unknown command": (("recomend",), "There is no command recomend."),
    "unknown option": (("gap", "--fro", "x"), "There is no option --fro."),
    "missing option": (("gap", "-s", "excel"), "--for is missing."),
    "bad choice": (("match", "excel", "--format", "xml"), "one of table, plain, json"),
    "bad number": (
        ("explore", "-s", "excel", "--top", "many"),
        "a number of 1 or more",
    ),
    "number out of range": (
        ("explore", "-s", "a", "--top", "0"),
        "a number of 1 or more",
    ),
    "bad level": (("match", "excel:9"), "9"),
    "no skills": (("recommend",), "Say what you can do."),
    "other language": (("match", "excel", "--lang", "de"), "The language de"),
    "kind of another list": (("list", "skills", "--kind", "course"), "course"),
    "option of another list": (("list", "skills", "--issuer", "x"), "--issuer"),
}


@pytest.mark.parametrize("case", USAGE)
def test_usage_error(run: Run, case: str) -> None:
    arguments, message = USAGE[case]
    outcome = run(*arguments)
    assert outcome.code == 2
    assert message in outcome.err
    assert outcome.out == ""
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("case", USAGE)
def test_usage_error_is_french_in_french(run: Run, case: str) -> None:
    arguments, _message = USAGE[case]
    english = run(*arguments).err
    french = run(*arguments, LANG="fr_CA.UTF-8").err
    assert french != english
    assert french.strip()


def test_failure_has_the_same_envelope(run: Run) -> None:
    outcome = run("gap", "--for", "astronaut wrangler", "--format", "json")
    assert outcome.code == 4
    envelope = json.loads(outcome.out)
    assert envelope["command"] == "gap"
    assert envelope["data"] is None
    assert envelope["problems"][0]["severity"] == "error"
    assert envelope["problems"][0]["rule"] == "unknown_occupation"
    assert envelope["skillgap"]["contract"] == 1


def test_usage_failure_as_json(run: Run) -> None:
    outcome = run("explore", "--format=json", "--nonsense")
    assert outcome.code == 2
    assert json.loads(outcome.out)["problems"][0]["rule"] == "usage"


def test_ambiguous_occupation_is_answered_with_choices(run: Run) -> None:
    outcome = run("gap", "--for", "manager")
    assert outcome.code == 4
    assert "several occupations" in outcome.err
    assert "10011" in outcome.err or "managers" in outcome.err


def test_unknown_field_gets_a_suggestion(run: Run) -> None:
    outcome = run("recommend", "-s", "excel", "--field", "acounting")
    assert outcome.code == 4
    assert "accounting" in outcome.err


def test_broken_catalogue_does_not_half_load(run: Run, tmp_path: Path) -> None:
    (tmp_path / "catalogue.yaml").write_text("name: x\nas_of: 2026\n", "utf-8")
    (tmp_path / "skills.yaml").write_text("skills:\n  - id: a b\n", "utf-8")
    outcome = run("list", "skills", "--catalogue", str(tmp_path))
    assert outcome.code == 3
    assert outcome.out == ""
    assert "skills.yaml:2:" in outcome.err


def test_missing_catalogue_folder(run: Run) -> None:
    outcome = run("list", "skills", "--catalogue", "no-such-folder")
    assert outcome.code == 3
    assert "no-such-folder" in outcome.err


def test_skills_file_that_is_not_there(run: Run) -> None:
    outcome = run("match", "--skills-file", "none.txt")
    assert outcome.code == 3
    assert "none.txt" in outcome.err


def test_skills_file_in_another_encoding_names_its_line(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_bytes("excel\nréseaux\n".encode("latin-1"))
    outcome = run("match", "--skills-file", "mine.txt")
    assert outcome.code == 3
    assert "mine.txt:2" in outcome.err


def test_output_folder_that_is_not_there(run: Run) -> None:
    outcome = run("match", "excel", "--output", "none/answer.json")
    assert outcome.code == 3
    assert "answer.json" in outcome.err


def test_reader_that_leaves_early(run: Run, cache: Path) -> None:
    run("list", "skills")
    line = f"{COMMAND} list skills | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "SKILLGAP_CACHE": str(cache), "LANG": "C.UTF-8"},
        timeout=60,
    )
    assert done.stderr == b""
    assert done.returncode == 0


def test_terminal_escapes_of_a_phrase_are_not_passed_on(run: Run) -> None:
    outcome = run("match", "\x1b[31mexcel\x1b[0m", "[bold]nothing[/bold] at all")
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    assert "[bold]nothing[/bold] at all" in outcome.out
