"""Records from end to end: kept, answered again, compared, and refused when broken."""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from tests.cli.command import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.command import Run

SAID = ("-s", "excel:advanced", "-s", "juggling fire")
ASKED: dict[str, tuple[str, ...]] = {
    "recommend": ("recommend", *SAID, "--for", "bookkeeper", "--max-hours", "60"),
    "recommend-for-nobody": ("recommend", *SAID, "--rank-by", "hours", "--top", "3"),
    "gap": ("gap", *SAID, "--for", "bookkeeper"),
    "plan": (
        *("plan", *SAID, "--for", "bookkeeper", "--hours-per-week", "6"),
        *("--start", "2027-01-11", "--by", "2027-12-31", "--assume-cost", "course=99"),
        *("--delivery", "online", "--delivery", "hybrid", "--compare"),
    ),
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """A copy of the small catalogue, to be changed."""
    return shutil.copytree(SMALL, tmp_path / "catalogue")


def change(catalogue: Path, name: str, old: str, new: str) -> None:
    path = catalogue / f"{name}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


@pytest.mark.parametrize("name", ASKED)
def test_what_is_kept_is_answered_alike(
    run_small: Run, tmp_path: Path, name: str
) -> None:
    asked = (*ASKED[name], "--lang", "en" if name == "gap" else "fr")
    plain = run_small(*asked)
    kept = run_small(*asked, "--record", "one.json")
    assert kept == plain
    again = run_small("replay", "one.json", "--lang", "en")
    assert again.out == "Identical: the same inputs give the same answer today.\n"
    assert (again.code, again.err) == (0, "")
    answer = json.loads(run_small(*asked, "--format", "json").out)
    assert read(tmp_path / "one.json")["result"] == answer["data"]


@pytest.mark.parametrize("name", ASKED)
def test_a_record_has_the_published_shape(
    run_small: Run, tmp_path: Path, name: str
) -> None:
    run_small(*ASKED[name], "--record", "one.json")
    from skillgap.render.schema_record import record_schema

    jsonschema.Draft202012Validator.check_schema(record_schema())
    jsonschema.validate(read(tmp_path / "one.json"), record_schema())


def test_the_same_question_gives_the_same_record(
    run_small: Run, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        run_small(*ASKED["plan"], "--record", f"{name}.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_record_holds_what_was_said_and_no_more(
    run_small: Run, tmp_path: Path, profile: Path
) -> None:
    """The profile's comments and the résumé's other lines stay where they are."""
    text = profile.read_text("utf-8") + "# my own comment\n"
    profile.write_text(text, "utf-8")
    (tmp_path / "cv.txt").write_text(
        "Ada Invented\n12 Secret Street\n\nSkills\n- Excel\n", "utf-8"
    )
    run_small(
        *("recommend", "--profile", str(profile), "--resume", "cv.txt"),
        *("--for", "bookkeeper", "--record", "one.json"),
    )
    content = (tmp_path / "one.json").read_text("utf-8")
    for private in ("my own comment", "Secret", "Ada", str(tmp_path)):
        assert private not in content.replace(str(SMALL), "")
    told = read(tmp_path / "one.json")["inputs"]["told"]
    assert [claim["phrase"] for claim in told["claims"]] == ["Excel"]
    assert told["profile"]["claims"]
    assert run_small("replay", "one.json").code == 0


def test_a_profile_that_changed_since_does_not_matter(
    run_small: Run, profile: Path
) -> None:
    asked = ("plan", "--profile", str(profile), "--for", "bookkeeper")
    run_small(*asked, "--record", "one.json")
    profile.unlink()
    assert run_small("replay", "one.json").code == 0


def test_a_replay_says_which_entries_changed(run: Run, catalogue: Path) -> None:
    where = ("--catalogue", str(catalogue))
    run(*ASKED["plan"], *where, "--record", "one.json")
    change(catalogue, "credentials", "amount: 450,", "amount: 500,")
    outcome = run("replay", "one.json")
    assert outcome.code == 1
    assert "It differs" in outcome.out
    changed = "The credential “Introduction to Bookkeeping” has changed"
    assert changed in outcome.out
    assert "“Introduction to Bookkeeping” costs $500; it cost $450." in outcome.out
    assert outcome.out.count("has changed in the catalogue") == 1


def test_a_change_that_plays_no_part_leaves_the_answer(
    run: Run, catalogue: Path
) -> None:
    run(*ASKED["gap"], "--catalogue", str(catalogue), "--record", "one.json")
    change(
        catalogue, "skills", "id: java\n", "id: java\n    uri: https://example.org/\n"
    )
    outcome = run("replay", "one.json", "--format", "json")
    data = json.loads(outcome.out)["data"]
    assert (outcome.code, data["identical"], data["differences"]) == (0, True, [])
    assert [one["kind"] for one in data["causes"]] == ["catalogue_content"]


def test_another_catalogue_can_be_named(run: Run, catalogue: Path) -> None:
    run(*ASKED["recommend"], "--catalogue", str(catalogue), "--record", "one.json")
    shutil.rmtree(catalogue)
    assert run("replay", "one.json").code == 3
    assert run("replay", "one.json", "--catalogue", str(SMALL)).code == 0


def test_a_record_is_written_whole_or_not_at_all(
    run_small: Run, tmp_path: Path
) -> None:
    outcome = run_small(*ASKED["gap"], "--record", "nowhere/one.json")
    assert outcome.code == 3
    assert outcome.out == ""
    assert "Choose another file with --record." in outcome.err
    run_small(*ASKED["gap"], "--record", "one.json")
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["one.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(
    run_small: Run, tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    outcome = run_small(*ASKED["gap"], "--record", "closed/one.json")
    assert outcome.code == 3
    assert "closed/one.json" in outcome.err


def _cut(text: str) -> str:
    return text[: len(text) // 2]


def _claim(text: str) -> str:
    value = json.loads(text)
    value["inputs"]["told"]["phrases"] = 7
    return json.dumps(value)


def _option(text: str) -> str:
    value = json.loads(text)
    value["inputs"]["options"]["--top"] = "many"
    return json.dumps(value)


def _command(text: str) -> str:
    return json.dumps(json.loads(text) | {"command": "os.system"})


def _form(text: str) -> str:
    return json.dumps(json.loads(text) | {"record": 99})


def _contract(text: str) -> str:
    value = json.loads(text)
    value["skillgap"]["contract"] = 2
    return json.dumps(value)


BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "cut off": (_cut, "This is not whole JSON"),
    "phrases": (_claim, "inputs.told.phrases cannot be read (a list is wanted)"),
    "option": (_option, "The option --top many of this record cannot be read"),
    "command": (_command, "“os.system” is no command whose answers are kept"),
    "contract": (_contract, "keeps contract 2; contract 1 is read here"),
    "form": (_form, "This record has form 99; form 1 is read here"),
    "empty": (lambda _text: "", "This is not whole JSON"),
    "list": (lambda _text: "[]", "A JSON object is wanted here"),
    "deep": (lambda _text: "[" * 200_000, "This JSON cannot be read"),
    "bytes": (lambda _text: '{"record": "\udcff"}', "This is not UTF-8 text"),
    "envelope": (lambda _text: '{"data": {}}', "This is no record"),
    "unknown key": (
        lambda text: json.dumps(json.loads(text) | {"<b>": 1}),
        "<b> is no part of a record",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_record_is_refused_with_its_place(
    run_small: Run, tmp_path: Path, name: str
) -> None:
    spoil, message = BROKEN[name]
    run_small(*ASKED["recommend"], "--record", "one.json")
    path = tmp_path / "one.json"
    text = spoil(path.read_text("utf-8"))
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    outcome = run_small("replay", "one.json")
    assert outcome.code == 3
    assert outcome.out == ""
    assert message in outcome.err
    assert "one.json" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_record_edited_by_hand_is_known(run_small: Run, tmp_path: Path) -> None:
    run_small(*ASKED["gap"], "--record", "one.json")
    path = tmp_path / "one.json"
    path.write_text(path.read_text("utf-8").replace("juggling fire", "java"), "utf-8")
    outcome = run_small("replay", "one.json")
    assert outcome.code == 1
    assert "The record was changed after it was written" in outcome.out


def test_what_differs_between_two_days(run: Run, catalogue: Path) -> None:
    where = ("--catalogue", str(catalogue))
    asked = (*ASKED["plan"], *where, "--format", "json")
    run(*asked, "--output", "old.json", "--record", "old-record.json")
    change(catalogue, "credentials", "amount: 450,", "amount: 500,")
    more = ("-s", "bookkeeping")
    run(*asked, *more, "--output", "new.json", "--record", "new-record.json")
    answers = run("diff", "old.json", "new.json", "--format", "json")
    records = run("diff", "old-record.json", "new-record.json", "--format", "json")
    assert (answers.code, records.code) == (1, 1)
    found = json.loads(answers.out)["data"]["differences"]
    assert found == json.loads(records.out)["data"]["differences"]
    told = [one["text"] for one in found]
    assert told[0] == "Coverage of “Ledger keepers” rises from 16% to 43%."
    assert "“Introduction to Bookkeeping” costs $500; it cost $450." in told
    assert (
        "“bookkeeping” was not said before; it is understood as “Bookkeeping”." in told
    )
    causes = json.loads(records.out)["data"]["causes"]
    assert ("inputs", "phrases") in [(one["kind"], one["subject"]) for one in causes]
    same = run("diff", "old.json", "old-record.json")
    assert (same.code, same.out.splitlines()[0]) == (
        0,
        "No difference: both give the same advice.",
    )


def test_two_languages_give_the_same_advice(run_small: Run) -> None:
    for language in ("en", "fr"):
        run_small(*ASKED["plan"], "--lang", language, "--record", f"{language}.json")
    outcome = run_small("diff", "en.json", "fr.json", "--lang", "en")
    assert outcome.code == 0
    assert "--lang differs" in outcome.out


def test_differences_have_every_format(run: Run, catalogue: Path) -> None:
    where = ("--catalogue", str(catalogue), "--lang", "en")
    run(*ASKED["recommend"], *where, "--record", "old.json")
    change(catalogue, "credentials", "amount: 450,", "amount: 500,")
    run(*ASKED["recommend"], *where, "--record", "new.json")
    for form in ("table", "json", "csv", "markdown", "html"):
        for command in (("diff", "old.json", "new.json"), ("replay", "old.json")):
            outcome = run(*command, "--format", form, "--lang", "fr")
            assert outcome.code == 1
            assert outcome.err == ""
            assert "Introduction to Bookkeeping" in outcome.out


def test_other_answers_are_refused(run_small: Run, tmp_path: Path) -> None:
    run_small(*ASKED["gap"], "--format", "json", "--output", "gap.json")
    run_small(*ASKED["plan"], "--format", "json", "--output", "plan.json")
    assert run_small("diff", "gap.json", "plan.json").code == 2
    value = read(tmp_path / "gap.json")
    (tmp_path / "later.json").write_text(
        json.dumps(value | {"skillgap": {"version": "9", "contract": 2}}), "utf-8"
    )
    outcome = run_small("diff", "gap.json", "later.json")
    assert outcome.code == 3
    assert "keeps contract 2; contract 1 is read here" in outcome.err
    value["data"]["missing"] = [{"skill": 3}]
    (tmp_path / "odd.json").write_text(json.dumps(value), "utf-8")
    outcome = run_small("diff", "gap.json", "odd.json")
    assert outcome.code == 3
    assert "does not have the shape of the contract" in outcome.err
    assert run_small("diff", "gap.json", "absent.json").code == 3
