"""Cohorts and differences of whole batches, from a roster to the page."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from tests.cli.command import SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

ROSTER = """client,skills,target
{lines}
"""
HOSTILE = "=cmd|'/c calc'!A1 <script>alert(1)</script>"


def roster(path: Path, *groups: tuple[str, int, str, str]) -> None:
    """Groups of clients: what their ids begin with, how many, skills and target."""
    lines = [
        f'"{name}{number}","{skills}","{target}"'
        for name, count, skills, target in groups
        for number in range(count)
    ]
    path.write_text(ROSTER.format(lines="\n".join(lines)), encoding="utf-8")


@pytest.fixture
def results(run_small: Run, tmp_path: Path) -> Path:
    """Twelve who have little, seven who have more, and one row that is wrong."""
    roster(
        tmp_path / "roster.csv",
        ("a", 12, "excel", "ledger keepers"),
        ("b", 7, "excel:expert; bookkeeping:expert", "ledger keepers"),
        ("c", 1, "excel", "no such work"),
    )
    where = ("--output", "results", "--for-column", "target")
    done = run_small("batch", "roster.csv", *where)
    assert done.code == 1
    return tmp_path / "results"


def data_of(run: Run, *arguments: str) -> dict[str, Any]:
    outcome = run(*arguments, "--format", "json")
    found: dict[str, Any] = json.loads(outcome.out)["data"]
    return found


def test_a_cohort_from_a_roster(run_small: Run, results: Path) -> None:
    del results
    data = data_of(run_small, "cohort", "results", "--smallest-group", "1")
    assert (data["clients"], data["errors"]) == (19, 1)
    assert data["occupations"][0]["clients"] == 19
    by_id = {one["skill"]["id"]: one["clients"] for one in data["lacked"]}
    assert by_id["payroll-legislation"] == 19
    assert by_id["bookkeeping"] == 12
    assert data["intake"]["status"] == "optimal"
    assert len(data["intake"]["credentials"]) <= 5


def test_small_groups_are_not_shown(run_small: Run, results: Path) -> None:
    """The error is one alone: no number tells of it, nor follows from others."""
    del results
    data = data_of(run_small, "cohort", "results")
    assert (data["clients"], data["errors"]) == (15, None)
    cells = {one["outcome"]: one["clients"] for one in data["outcomes"]}
    assert cells == {
        **dict.fromkeys(("there", "partly", "not_helped")),
        "within_reach": 15,
    }
    plain = run_small("cohort", "results").out
    assert "Numbers of people are rounded down to multiples of 5" in plain
    assert "Not advised, for an error: fewer than 5." in plain
    too_few = run_small("cohort", "results", "--smallest-group", "20")
    assert too_few.code == 3
    assert "too few to tell of" in too_few.err
    assert run_small("cohort", "results", "--smallest-group", "2").code == 2


def test_the_page_draws_each_table(run_small: Run, results: Path) -> None:
    outcome = run_small("cohort", "results", "--report", "html", "--output", "c.html")
    assert (outcome.code, outcome.out) == (0, "")
    page = (results.parent / "c.html").read_text("utf-8")
    assert page.count("<figure>") == page.count("<table") == 4
    assert "<script" not in page
    assert "<svg" in page


def test_a_page_shows_all_and_names_no_option(run: Run, tmp_path: Path) -> None:
    roster(
        tmp_path / "roster.csv",
        ("a", 6, "excel", "bookkeeper"),
        ("b", 6, "excel", "welder"),
    )
    assert run("batch", "roster.csv").code == 0
    assert "more: add --explain" in run("cohort", "results").out
    page = run("cohort", "results", "--report", "html").out
    assert "--explain" not in page
    lacked = page.partition("What they lack most")[2].partition("<table")[2]
    lacked = lacked.partition("</table>")[0]
    data = data_of(run, "cohort", "results")["lacked"]
    assert lacked.count("<tr") == len(data) + 1
    assert len(data) > 20


@pytest.mark.parametrize("form", ["table", "plain", "csv", "markdown"])
def test_every_format_in_french(run_small: Run, results: Path, form: str) -> None:
    del results
    outcome = run_small("cohort", "results", "--format", form, "--lang", "fr")
    assert (outcome.code, outcome.err) == (0, "")
    assert "Tenue de livres" in outcome.out


def test_filters_choose_among_what_can_be_offered(
    run_small: Run, results: Path
) -> None:
    del results
    data = data_of(run_small, "cohort", "results", "--max-cost", "0", "--strict")
    names = [one["credential"]["id"] for one in data["intake"]["credentials"]]
    assert names == ["bank-reconciliation-workshop"]


def test_another_catalogue_is_told(run: Run, results: Path) -> None:
    other = shutil.copytree(SMALL, results.parent / "other")
    path = other / "credentials.yaml"
    path.write_text(path.read_text("utf-8").replace("450", "500"), "utf-8")
    outcome = run("cohort", "results", "--catalogue", "other")
    assert outcome.code == 0
    assert "made with another catalogue" in outcome.err


def lines_of(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "results.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def spoil_line(results: Path, number: int, new: str) -> None:
    path = results / "results.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines[number - 1] = new
    path.write_text("".join(lines), "utf-8")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"client": "a3", "status": "ok", "gaps"', "This is not whole JSON"),
        ('{"client": "a3", "status": "ok"}\n', "does not have the contract's shape"),
        ('{"client": 7, "status": "ok"}\n', "This line is no client's"),
        ('["a"]\n', "A JSON object is wanted here"),
        ("\n", "This is not whole JSON"),
    ],
)
def test_a_broken_line_is_told_with_its_place(
    run_small: Run, results: Path, line: str, message: str
) -> None:
    spoil_line(results, 4, line)
    outcome = run_small("cohort", "results")
    assert outcome.code == 3
    assert outcome.out == ""
    assert "results/results.jsonl:4" in outcome.err
    assert message in outcome.err


def test_folders_that_are_none_of_ours(run_small: Run, results: Path) -> None:
    manifest = results / "batch.json"
    value = json.loads(manifest.read_text("utf-8"))
    value["skillgap"]["contract"] = 2
    manifest.write_text(json.dumps(value), "utf-8")
    assert "contract 2" in run_small("cohort", "results").err
    manifest.unlink()
    outcome = run_small("cohort", "results")
    assert outcome.code == 3
    assert "batch.json is not in it" in outcome.err
    assert run_small("cohort", "nowhere").code == 3
    assert run_small("diff", "results", "results").code == 3


def test_two_batches_client_by_client(run: Run, results: Path) -> None:
    """One client has learnt something, one is new and one is gone; names are text."""
    folder = results.parent
    roster(
        folder / "later.csv",
        ("a", 11, "excel", "ledger keepers"),
        ("b", 7, "excel:expert; bookkeeping:expert", "ledger keepers"),
        ("c", 1, "excel; bookkeeping", "ledger keepers"),
        (HOSTILE, 1, "excel", "ledger keepers"),
    )
    where = ("--catalogue", str(SMALL))
    run("batch", "later.csv", "--output", "later", "--for-column", "target", *where)
    outcome = run("diff", "results", "later", "--format", "json")
    assert outcome.code == 1
    data = json.loads(outcome.out)["data"]
    assert data["counts"] == {"same": 18, "changed": 1, "new": 1, "gone": 1}
    assert [(one["client"], one["state"]) for one in data["clients"]] == [
        ("c0", "changed"),
        (f"{HOSTILE}0", "new"),
        ("a11", "gone"),
    ]
    told = [one["text"] for one in data["clients"][0]["differences"]]
    assert told[0] == "The client can be advised now; before there was an error."
    others = {
        run("diff", "results", "later", "--format", "json", PYTHONHASHSEED=seed).out
        for seed in ("1", "2", "3", "4")
    }
    assert others == {outcome.out}
    page = run("diff", "results", "later", "--format", "html").out
    assert "<script>" not in page
    table = run("diff", "results", "later", "--format", "csv").out
    assert f"\n'{HOSTILE}0,new," in table.replace("\r\n", "\n")
    short = run("diff", "results", "later", "--top", "1").out
    assert "2 more clients differ: --top shows more." in short
    same = run("diff", "results", "results")
    assert same.code == 0
    spoil_line(results, 4, '{"client": "a3", "status": "ok"')
    broken = run("diff", "results", "later")
    assert broken.code == 3
    assert "results.jsonl:4" in broken.err


def test_since_leaves_only_whose_advice_changed(run_small: Run, results: Path) -> None:
    """What is written is what the whole run has, and why it is there."""
    folder = results.parent
    roster(
        folder / "later.csv",
        ("a", 12, "excel", "ledger keepers"),
        ("b", 6, "excel:expert; bookkeeping:expert", "ledger keepers"),
        ("b6", 1, "excel:expert; bookkeeping", "ledger keepers"),
        ("c", 1, "excel", "no such work"),
    )
    text = (folder / "later.csv").read_text("utf-8").replace('"b60"', '"b6"')
    (folder / "later.csv").write_text(text, "utf-8")
    asked = ("batch", "later.csv", "--for-column", "target")
    run_small(*asked, "--output", "whole")
    since = run_small(*asked, "--output", "now", "--since", "results")
    assert "New, or their advice changed: 1" in since.out
    (line,) = lines_of(folder / "now")
    why = line.pop("since")
    assert (line["client"], why["state"]) == ("b6", "changed")
    assert line in lines_of(folder / "whole")
    told = [one["text"] for one in why["differences"]]
    assert "“bookkeeping” counts at working level; it counted at expert level." in told
    summary = (folder / "now/summary.csv").read_text("utf-8-sig").splitlines()
    assert [row.split(",")[0] for row in summary] == ["client", "b6"]
    for command in (("cohort", "now"), ("diff", "now", "whole")):
        outcome = run_small(*command)
        assert outcome.code == 3
        assert "hold only the clients whose advice changed" in outcome.err
    again = run_small(*asked, "--output", "later", "--since", "now")
    assert again.code == 3
    same = run_small(*asked, "--output", "results", "--since", "results")
    assert same.code == 2


def test_the_records_of_a_batch_are_answered_again(
    run: Run, tmp_path: Path, profile: Path
) -> None:
    """Phrases, a profile, filters of the row and a language of its own come back."""
    catalogue = shutil.copytree(SMALL, tmp_path / "catalogue")
    where = ("--catalogue", str(catalogue))
    (tmp_path / "mixed.csv").write_text(
        "client,skills,profile,target,max hours,delivery,language\n"
        'a,"excel:advanced, juggling fire",,ledger keepers,50,online,fr\n'
        f"b,,{profile.name},,,,\n"
        "c,excel,,no such work,,,\n"
        'd,"=cmd|calc; bookkeeping",,ledger keepers,,,en\n',
        encoding="utf-8",
    )
    asked = ("batch", "mixed.csv", "--record", "--rank-by", "hours", "--top", "4")
    done = run(*asked, "--output", "out", *where)
    assert done.code == 1
    assert "out/records.jsonl" in done.out
    text = (tmp_path / "out/records.jsonl").read_text("utf-8")
    records = [json.loads(line) for line in text.splitlines()]
    assert [one["client"] for one in records] == ["a", "b", "d"]
    assert records[0]["language"] == "fr"
    assert records[0]["inputs"]["options"]["--max-hours"] == 50
    again = run("replay", "out", "--format", "json")
    data = json.loads(again.out)["data"]
    assert (again.code, data["identical"]) == (0, True)
    assert data["counts"] == {"same": 3, "changed": 0}
    (tmp_path / "one.json").write_text(text.splitlines()[0], "utf-8")
    assert run("replay", "one.json").out.startswith("Identical")
    path = catalogue / "credentials.yaml"
    path.write_text(
        path.read_text("utf-8").replace("amount: 450,", "amount: 500,"), "utf-8"
    )
    changed = run("replay", "out/records.jsonl")
    assert changed.code == 1
    assert "“Introduction to Bookkeeping” costs $500; it cost $450." in changed.out
    (tmp_path / "out/records.jsonl").write_text(text[:-200], "utf-8")
    broken = run("replay", "out")
    assert broken.code == 3
    assert "out/records.jsonl:3" in broken.err
    (tmp_path / "out/records.jsonl").unlink()
    assert "Run the batch with --record." in run("replay", "out").err


def test_a_folder_and_an_answer_are_not_compared(run_small: Run, results: Path) -> None:
    one = str(results.parent / "one.json")
    run_small("recommend", "-s", "excel", "--for", "ledger keepers", "--record", one)
    for pair in ((one, "results"), ("results", one)):
        outcome = run_small("diff", *pair)
        assert outcome.code == 2
        assert "One of these is a folder of results" in outcome.err
