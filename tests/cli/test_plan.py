"""Plans at the command line: files, calendars, verdicts, and what cannot be planned."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

PLAN = ("plan", "--for", "bookkeeper", "-s", "excel", "--hours-per-week", "6")
DATED = (*PLAN, "--start", "2027-01-11", "--by", "2027-12-31")


def test_a_calendar_program_reads_the_plan_back(run_small: Run, tmp_path: Path) -> None:
    outcome = run_small(*DATED, "--output", "plan.ics")
    assert (outcome.code, outcome.out) == (0, "")
    content = (tmp_path / "plan.ics").read_bytes()
    assert b"\r\n" in content
    events = Calendar.from_ical(content).walk("VEVENT")
    steps = json.loads(run_small(*DATED, "--format", "json").out)["data"]["steps"]
    told = [
        (str(event["SUMMARY"]), event["DTSTART"].dt, event["DTEND"].dt)
        for event in events
    ]
    assert [name for name, _start, _end in told] == [
        step["credential"]["name"] for step in steps
    ]
    assert told[0][1] == date(2027, 1, 11)
    ends = [date.fromisoformat(step["end"]).toordinal() + 1 for step in steps]
    assert [end.toordinal() for _name, _start, end in told] == ends


def test_the_same_plan_gives_the_same_calendar(run_small: Run) -> None:
    calendar = (*DATED, "--format", "ics")
    assert run_small(*calendar).out == run_small(*calendar).out


def test_only_a_plan_is_a_calendar(run_small: Run) -> None:
    outcome = run_small("gap", "--for", "bookkeeper", "--format", "ics")
    assert outcome.code == 2
    assert "Only a plan" in outcome.err


@pytest.mark.parametrize("ending", ["md", "html", "json", "csv", "txt"])
def test_the_ending_of_a_file_chooses_the_format(
    run_small: Run, tmp_path: Path, ending: str
) -> None:
    assert run_small(*DATED, "--output", f"plan.{ending}").code == 0
    text = (tmp_path / f"plan.{ending}").read_text("utf-8")
    starts = {
        "md": "This plan takes you",
        "html": "<!DOCTYPE html>",
        "json": "{",
        "csv": "order,",
        "txt": "This plan takes you",
    }
    assert text.startswith(starts[ending])


def test_steps_follow_one_another_within_the_limits(run_small: Run) -> None:
    told = json.loads(run_small(*DATED, "--budget", "900", "--format", "json").out)
    plan = told["data"]
    assert plan["status"] == "optimal"
    assert plan["cost"]["value"] <= 900
    days = [(step["start"], step["end"]) for step in plan["steps"]]
    assert days == sorted(days)
    for (_start, end), (start, _end) in pairwise(days):
        assert start > end
    assert days[-1][1] <= "2027-12-31"


def test_a_licensed_occupation_says_so_in_the_first_line(run_small: Run) -> None:
    outcome = run_small("plan", "--for", "gas piper", "-s", "excel", "--plain")
    first = outcome.out.splitlines()[0]
    assert first.startswith("Short credentials alone will not get you to")
    assert "licence" in first


WRONG = {
    "deadline before start": ("--start", "2027-02-01", "--by", "2027-01-01"),
    "deadline without start": ("--by", "2027-01-01"),
    "no such date": ("--start", "2027-02-30"),
    "negative budget": ("--budget", "-1"),
    "negative hours": ("--hours-per-week", "-2"),
    "assumption of no kind": ("--assume-hours", "novel=3"),
    "assumption of no number": ("--assume-cost", "course=cheap"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_meant_is_refused(run_small: Run, case: str) -> None:
    outcome = run_small("plan", "--for", "bookkeeper", "-s", "excel", *WRONG[case])
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("skillgap: ")


NOTHING = {
    "no hours": (("--hours-per-week", "0"), "no_time"),
    "no money": (
        ("--budget", "0", "--without", "bank-reconciliation-workshop"),
        "nothing_fits",
    ),
}


@pytest.mark.parametrize("case", NOTHING)
def test_a_plan_without_steps_says_why(run_small: Run, case: str) -> None:
    options, wanted = NOTHING[case]
    base = ("plan", "--for", "bookkeeper", "-s", "excel")
    told = json.loads(run_small(*base, *options, "--format", "json").out)["data"]
    assert told["steps"] == []
    assert told["outcome"] == wanted
    assert told["status"] == "infeasible"


def test_own_assumptions_replace_those_of_the_catalogue(run_small: Run) -> None:
    base = ("plan", "--for", "bookkeeper", "-s", "excel", "--format", "json")
    own = run_small(*base, "--assume-hours", "certificate=7")
    steps = json.loads(own.out)["data"]["steps"]
    assumed = [
        step["hours"]["value"]
        for step in steps
        if step["hours"]["basis"] == "assumed"
        and step["credential"]["kind"] == "certificate"
    ]
    assert set(assumed) <= {7.0}


def test_funding_keeps_nothing_and_decides_nothing(run: Run, tmp_path: Path) -> None:
    outcome = run("funding", "--family-size", "1", "--income", "90000", "--plain")
    assert outcome.code == 0
    assert "no decision" in outcome.out
    assert "unlikely" in outcome.out
    assert list(tmp_path.iterdir()) == []
