"""What a command says, and with which code it leaves, when it cannot do its work."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import COMMAND
from tests.plain import a_match, a_skill

from skillgap.cli.references import perhaps_meant
from skillgap.model import Candidate, Text

if TYPE_CHECKING:
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
    "missing choice": (("list",), "Name one of occupations, credentials, skills."),
    "no command is near": (("help",), "There is no command help."),
    "no number": (("funding", "--income", "nan"), "--income takes a number."),
    "more hours than a week has": (
        ("plan", "--for", "12200", "--hours-per-week", "200"),
        "--hours-per-week cannot be above 168",
    ),
    "a rate of nothing": (
        ("plan", "--for", "12200", "--rate", "USD=0"),
        "--rate cannot be read: USD=0.",
    ),
    "a rate of no currency": (
        ("plan", "--for", "12200", "--rate", "US=1.3"),
        "--rate cannot be read: US=1.3.",
    ),
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


@pytest.mark.parametrize("option", ["--max-hours", "--max-cost", "--focus"])
def test_a_limit_that_is_no_number_is_refused(run: Run, option: str) -> None:
    outcome = run("recommend", "-s", "excel", "--for", "12200", option, "nan")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{option} takes a number." in outcome.err


def test_a_budget_that_is_no_number_is_refused(run: Run) -> None:
    outcome = run("plan", "--for", "12200", "--budget", "nan")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--budget takes a number." in outcome.err


def test_unknown_issuer_gets_a_suggestion_by_its_name(run: Run) -> None:
    outcome = run("recommend", "-s", "excel", "--issuer", "sheriden")
    assert outcome.code == 4
    assert "Did you mean sheridan-college?" in outcome.err


def test_unknown_field_without_a_near_one_gets_the_list(run: Run) -> None:
    outcome = run("recommend", "-s", "excel", "--field", "zzzz")
    assert outcome.code == 4
    assert "The fields are accounting, business," in outcome.err


def test_an_unknown_command_is_not_answered_with_all_of_them(run: Run) -> None:
    assert "recommend" not in run("zzzz").err


@pytest.mark.parametrize("group", [(), ("profile",), ("catalogue",)])
def test_a_group_alone_shows_its_help(run: Run, group: tuple[str, ...]) -> None:
    outcome = run(*group)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == run(*group, "--help").out


def test_help_cuts_no_sentence_short(run: Run) -> None:
    told = run("--help", COLUMNS="80").out
    assert "..." not in told.partition("Commands:")[2]
    assert "what is below the level asked for" in " ".join(told.split())
    assert 'To begin: skillgap recommend -s "excel"' in told


def test_help_in_french_sets_a_space_before_a_colon(run: Run) -> None:
    told = run("--help", LANG="fr_CA.UTF-8").out
    assert "\nCommandes\u00a0:\n" in told
    assert "\nOptions\u00a0:\n" in told


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


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_skills_file_as_windows_writes_it(
    run: Run, tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "mine.txt").write_bytes("excel\r\nréseaux\r\n".encode(encoding))
    outcome = run("match", "--skills-file", "mine.txt", "--format", "json")
    matches = json.loads(outcome.out)["data"]["matches"]
    assert [each["phrase"] for each in matches] == ["excel", "réseaux"]


def test_skills_file_with_a_null_byte_is_no_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"excel\nwo\0rd\n")
    outcome = run("match", "--skills-file", "mine.txt")
    assert outcome.code == 3
    assert "mine.txt:2: This is not UTF-8 text." in outcome.err


def test_output_folder_that_is_not_there(run: Run) -> None:
    outcome = run("match", "excel", "--output", "none/answer.json")
    assert outcome.code == 3
    assert "answer.json" in outcome.err


def in_shell(line: str, cache: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "SKILLGAP_CACHE": str(cache), "LANG": "C.UTF-8"},
        timeout=60,
    )


@pytest.mark.parametrize("command", ["list skills", "schema json"])
def test_reader_that_leaves_early(run: Run, cache: Path, command: str) -> None:
    run("list", "skills")
    done = in_shell(f"{COMMAND} {command} | head -n 1", cache)
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_a_full_disk_is_no_defect_of_ours(run: Run, cache: Path) -> None:
    run("list", "skills")
    done = in_shell(f"{COMMAND} match excel > /dev/full", cache)
    assert done.returncode == 3
    assert done.stderr.startswith(b"skillgap: The answer cannot be written:")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-"])
def test_a_process_without_a_stream_still_works(
    run: Run, cache: Path, closed: str
) -> None:
    run("list", "skills")
    done = in_shell(f"{COMMAND} match --skills-file - {closed}", cache)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_package_can_be_run_as_a_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "skillgap", "--version"],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        text=True,
        timeout=60,
    )
    assert done.stdout.startswith("skillgap ")
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("excel", "-s excel"),
        ("paying bills", '-s "paying bills"'),
        ("I'm a cook", '-s "I\'m a cook"'),
        ("a $100 float", "-s 'a $100 float'"),
        ("gérer la caisse", '-s "gérer la caisse"'),
    ],
)
def test_a_command_to_try_can_be_pasted(run: Run, phrase: str, shown: str) -> None:
    told = run("gap", "--for", "12200", "-s", phrase).out
    assert told.rstrip().endswith(shown)


def test_terminal_escapes_of_a_phrase_are_not_passed_on(run: Run) -> None:
    outcome = run("match", "\x1b[31mexcel\x1b[0m", "[bold]nothing[/bold] at all")
    assert outcome.code == 0
    assert "\x1b" not in outcome.out
    assert "[bold]nothing[/bold] at all" in outcome.out


def test_what_was_perhaps_meant_can_be_tried() -> None:
    welding = a_skill("welding")._replace(label=Text("Welding", "Soudage"))
    staff = a_skill("staff")._replace(label=Text("Staff supervision", None))
    sure = a_match(a_skill("sure"))
    unsure = [
        sure._replace(
            status="unsure", skill=None, candidates=(Candidate(one, 0.5, "label"),)
        )
        for one in (welding, staff, welding)
    ]
    assert perhaps_meant([sure, *unsure]) == (
        'skillgap recommend -s Welding -s "Staff supervision"',
    )
    assert perhaps_meant([sure]) == ()
