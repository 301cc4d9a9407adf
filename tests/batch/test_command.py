"""``skillgap batch`` as a counsellor runs it."""

from __future__ import annotations

import csv
import json
import re
import time
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import jsonschema
import pytest
from openpyxl import load_workbook
from tests.cli.command import SMALL

from skillgap.batch.workbook import write_workbook
from skillgap.render import json_contract_schema

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

ROSTER = """client,skills,target,language
A,"excel, juggling fire",bookkeeper,en
B,payer les factures,commis comptable,fr
C,excel,astronaut on mars,
A,java,programmer,
"""
GOOD = "client,skills,target\nA,excel,ledger-keepers\n"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return path


def lines_in(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "results.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def summary_in(folder: Path) -> list[dict[str, str]]:
    with (folder / "summary.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.usefixtures("roster")
def test_one_bad_row_is_a_line_and_never_a_stop(run_small: Run, tmp_path: Path) -> None:
    done = run_small("batch", "clients.csv", "--for-column", "target")
    assert done.code == 1
    assert done.err == ""
    assert done.out.splitlines() == [
        "Clients: 4",
        "Advised: 2",
        "Not advised, with the reason in the results: 2",
        "",
        "Results",
        "",
        "results/results.jsonl: a line of JSON for each client",
        "results/summary.csv: a row for each client",
    ]
    found = lines_in(tmp_path / "results")
    assert [(one["client"], one["row"], one["status"]) for one in found] == [
        ("A", 2, "ok"),
        ("B", 3, "ok"),
        ("C", 4, "error"),
        ("A", 5, "error"),
    ]
    assert found[2]["problems"][0]["line"] == 4
    assert found[3]["problems"][0]["message"] == (
        "The client id is already that of row 2."
    )
    assert found[1]["language"] == "fr"
    assert found[1]["occupations"][0]["title"] == "Teneurs et teneuses de registres"
    (gap,) = found[1]["gaps"]
    assert [one["skill"]["label"] for one in gap["covered"]] == [
        "Tenue de livres",
        "Comptes fournisseurs",
    ]
    assert not (tmp_path / "results" / ".unfinished").exists()


@pytest.mark.usefixtures("roster")
def test_what_is_done_is_not_done_again(run_small: Run, tmp_path: Path) -> None:
    arguments = ("batch", "clients.csv", "--output", "out", "--format", "json")
    first = run_small(*arguments)
    before = (tmp_path / "out" / "results.jsonl").stat()
    again = run_small(*arguments)
    assert (first.code, again.code) == (1, 1)
    assert first.out == again.out
    assert (tmp_path / "out" / "results.jsonl").stat() == before
    check = jsonschema.Draft202012Validator(json_contract_schema("batch"))
    check.validate(json.loads(first.out))
    kept = json.loads((tmp_path / "out" / "batch.json").read_text(encoding="utf-8"))
    assert kept["data"] == json.loads(first.out)["data"]


def test_results_of_something_else_are_not_overwritten(
    run_small: Run, roster: Path, tmp_path: Path
) -> None:
    run_small("batch", "clients.csv")
    before = (tmp_path / "results" / "results.jsonl").read_bytes()
    roster.write_text(GOOD, encoding="utf-8")
    refused = run_small("batch", "clients.csv")
    assert refused.code == 3
    assert "--replace" in refused.err
    assert (tmp_path / "results" / "results.jsonl").read_bytes() == before
    assert run_small("batch", "clients.csv", "--replace").code == 0
    assert len(lines_in(tmp_path / "results")) == 1


def test_a_pipe_and_a_file_give_the_same(run_small: Run, tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text(GOOD, encoding="utf-8")
    run_small("batch", "clients.csv", "--output", "one")
    piped = run_small("batch", "-", "--output", "two", stdin=GOOD.encode())
    assert piped.code == 0
    assert lines_in(tmp_path / "one") == lines_in(tmp_path / "two")


def test_a_pipe_that_breaks_off_is_told(run_small: Run, tmp_path: Path) -> None:
    cut = b"client,skills,target\nA,excel,ledger-keepers\nB,ex"
    done = run_small("batch", "-", stdin=cut)
    assert done.code == 1
    problems = lines_in(tmp_path / "results")[1]["problems"]
    assert problems[0]["message"] == "The roster ends in the middle of this row."


def test_a_folder_of_profiles(run_small: Run, tmp_path: Path) -> None:
    folder = tmp_path / "people"
    folder.mkdir()
    (folder / "b.yaml").write_text("claims: [{phrase: java}]\n", encoding="utf-8")
    (folder / "a.yaml").write_text(
        "claims: [{phrase: excel}]\nlanguage: fr\ntargets: [ledger-keepers]\n",
        encoding="utf-8",
    )
    (folder / "c.yaml").write_text("claims: 7\n", encoding="utf-8")
    (folder / "notes.txt").write_text("not a profile", encoding="utf-8")
    assert run_small("batch", "people").code == 1
    found = lines_in(tmp_path / "results")
    assert [(one["client"], one["status"]) for one in found] == [
        ("a", "ok"),
        ("b", "ok"),
        ("c", "error"),
    ]
    assert found[0]["language"] == "fr"
    assert not found[0]["chosen_for_person"]
    assert found[1]["chosen_for_person"]


def test_profiles_lie_in_the_folder_of_the_roster(
    run_small: Run, tmp_path: Path
) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "secret.yaml").write_text("claims: [{phrase: java}]\n", "utf-8")
    (inside / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (inside / "own.yaml").write_text("claims: [{phrase: java}]\n", "utf-8")
    names = ("../secret.yaml", str(tmp_path / "secret.yaml"), "link.yaml", "own.yaml")
    rows = "".join(f"C{number},{name}\n" for number, name in enumerate(names))
    (inside / "r.csv").write_text("id,profile\n" + rows, encoding="utf-8")
    assert run_small("batch", "in/r.csv").code == 1
    statuses = [one["status"] for one in lines_in(tmp_path / "results")]
    assert statuses == ["error", "error", "error", "ok"]


def test_a_roster_of_french_excel(run_small: Run, tmp_path: Path) -> None:
    """Semicolons, Windows-1252, accents in the header, decimal commas."""
    text = (
        "Numéro de client;Compétences;Profession visée;Coût max;Heures max;Langue\r\n"
        "Zoë;excel;commis comptable;1 500,50 $;40,5;Français\r\n"
    )
    (tmp_path / "clients.csv").write_bytes(text.encode("windows-1252"))
    refused = run_small("batch", "clients.csv")
    assert refused.code == 3
    assert "--encoding windows-1252" in refused.err
    named = ("batch", "clients.csv", "--encoding", "windows-1252")
    assert run_small(*named, "--record").code == 0
    (line,) = lines_in(tmp_path / "results")
    assert (line["client"], line["language"]) == ("Zoë", "fr")
    manifest = json.loads((tmp_path / "results" / "batch.json").read_bytes())
    assert manifest["data"]["options"]["encoding"] == "windows-1252"
    record = json.loads((tmp_path / "results" / "records.jsonl").read_bytes())
    asked = record["inputs"]["options"]
    assert (asked["--max-cost"], asked["--max-hours"]) == (1500.5, 40.5)


def test_the_summary_as_a_workbook(run_small: Run, tmp_path: Path) -> None:
    text = GOOD + "\"=cmd|' /C calc'!A0\",excel,ledger-keepers\n"
    (tmp_path / "clients.csv").write_text(text, encoding="utf-8")
    assert run_small("batch", "clients.csv", "--summary", "xlsx").code == 0
    sheet = load_workbook(tmp_path / "results" / "summary.xlsx").active
    cells = list(sheet.iter_rows())
    assert [cell.data_type for row in cells for cell in row if cell.value].count(
        "f"
    ) == 0
    assert cells[1][0].value == "A"
    assert isinstance(cells[1][5].value, float)
    assert cells[2][0].value == "'=cmd|' /C calc'!A0"
    shown = [(cell.value, cell.number_format) for cell in cells[1]]
    assert shown[2] == ("advised", "General")
    assert shown[3] == ("English", "General")
    assert shown[5][1] == "0%"
    run_small("batch", "clients.csv", "--summary", "xlsx", "--lang", "fr", "--replace")
    sheet = load_workbook(tmp_path / "results" / "summary.xlsx").active
    titles = [cell.value for cell in next(sheet.iter_rows())]
    assert titles[:6] == [
        *("Client", "Ligne", "Conseillé?", "Langue", "Professions visées"),
        "Couvert aujourd’hui",
    ]


@pytest.mark.usefixtures("roster")
def test_the_workbook_is_the_same_bytes_on_another_day(
    run_small: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No part of it, and nothing about its parts, tells when it was made."""
    run_small("batch", "clients.csv")
    summary = tmp_path / "results" / "summary.csv"
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    write_workbook(summary, one, "en")
    later = time.time() + 90_000
    monkeypatch.setattr(time, "time", lambda: later)
    write_workbook(summary, other, "en")
    assert one.read_bytes() == other.read_bytes()
    with ZipFile(one) as archive:
        assert {part.date_time[:3] for part in archive.infolist()} == {(1980, 1, 1)}
        about = archive.read("docProps/core.xml")
    assert not re.search(rb"\d{4}-\d\d-\d\d", about)
    assert b">skillgap</dc:creator>" in about
    assert sorted(path.name for path in tmp_path.glob("*.xlsx*")) == [
        "one.xlsx",
        "other.xlsx",
    ]


@pytest.mark.usefixtures("roster")
def test_the_summary_reads_well_in_a_spreadsheet(
    run_small: Run, tmp_path: Path
) -> None:
    text = ROSTER + "D,excel=none,bookkeeper\n"
    (tmp_path / "clients.csv").write_text(text, encoding="utf-8")
    run_small("batch", "clients.csv")
    raw = (tmp_path / "results" / "summary.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfclient,row,")
    found = summary_in(tmp_path / "results")
    for row in found:
        for name, value in row.items():
            assert not value.startswith(("(", "[", "{", "None", "True", "False"))
            if name in {"coverage_before", "coverage_after", "first_adds"} and value:
                assert len(value) <= len("0.1234")
    assert found[2]["problem"] == (
        "“astronaut on mars” is no occupation of this catalogue. "
        "skillgap list occupations shows them all."
    )
    told = '"none" in "excel=none" is no level (write a number'
    assert found[4]["problem"].startswith(told)
    run = run_small("batch", "clients.csv", "--format", "csv")
    assert "()" not in run.out
    assert "options.filters.focus,0.33" in run.out


def test_constraints_of_a_row_and_of_all(run_small: Run, tmp_path: Path) -> None:
    rows = "client,skills,target,budget,delivery\n" + "".join(
        f"C{n},excel,ledger-keepers,{budget},{delivery}\n"
        for n, (budget, delivery) in enumerate([("", ""), ("449", ""), ("", "online")])
    )
    (tmp_path / "clients.csv").write_text(rows, encoding="utf-8")
    run_small("batch", "clients.csv", "--focus", "0")
    names = [
        [row["credential"]["id"] for row in one["recommendations"]]
        for one in lines_in(tmp_path / "results")
    ]
    assert "intro-bookkeeping" in names[0]
    assert "intro-bookkeeping" not in names[1]
    assert "advanced-bookkeeping" not in names[2]


def test_pseudonyms_leave_no_id(run_small: Run, tmp_path: Path) -> None:
    folder = tmp_path / "people"
    folder.mkdir()
    for name in ("Jane Doe", "Joe Roe"):
        (folder / f"{name}.yaml").write_text("claims: [{phrase: excel}]\n", "utf-8")
    (folder / "Bad Boy.yaml").write_text("claims: 7\n", encoding="utf-8")
    arguments = ("batch", "people", "--pseudonyms", "key.txt")
    assert run_small(*arguments).code == 1
    key = tmp_path / "key.txt"
    assert key.stat().st_mode & 0o777 == 0o600
    names = [one["client"] for one in lines_in(tmp_path / "results")]
    assert len(set(names)) == 3
    written = b"".join(path.read_bytes() for path in (tmp_path / "results").iterdir())
    for part in (b"Doe", b"Roe", b"Boy"):
        assert part not in written
    run_small(*arguments, "--output", "again")
    assert [one["client"] for one in lines_in(tmp_path / "again")] == names
    key.write_text("another key that is long", encoding="utf-8")
    run_small(*arguments, "--output", "other")
    assert [one["client"] for one in lines_in(tmp_path / "other")] != names
    key.write_text("short", encoding="utf-8")
    assert run_small(*arguments, "--output", "no").code == 3


def test_two_processes_give_the_same_bytes(run_small: Run, tmp_path: Path) -> None:
    rows = "".join(f"C{n},excel,ledger-keepers\n" for n in range(900))
    (tmp_path / "clients.csv").write_text("id,skills,for\n" + rows, "utf-8")
    run_small("batch", "clients.csv", "--output", "one")
    run_small("batch", "clients.csv", "--output", "two", "--jobs", "2")
    for name in ("results.jsonl", "summary.csv"):
        one, two = (tmp_path / folder / name for folder in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_an_aim_for_all_in_french(run_small: Run, tmp_path: Path) -> None:
    (tmp_path / "clients.csv").write_text("dossier;compétences\nA;excel\n", "utf-8")
    done = run_small("batch", "clients.csv", "--for", "92001", "--lang", "fr")
    assert done.code == 0
    assert "Conseillés" in done.out
    (line,) = lines_in(tmp_path / "results")
    assert line["occupations"][0]["noc"] == "92001"
    assert SMALL.is_dir()


def test_markup_and_control_signs_stay_text(run_small: Run, tmp_path: Path) -> None:
    id_ = "<script>alert(1)</script>\u202e\x1b[31m"
    text = f"client,skills,target\n{id_},excel [b],ledger-keepers\n"
    (tmp_path / "clients.csv").write_text(text, encoding="utf-8")
    assert run_small("batch", "clients.csv").code == 0
    raw = (tmp_path / "results" / "results.jsonl").read_text(encoding="utf-8")
    assert "\x1b" not in raw
    assert "\u202e" not in raw
    assert json.loads(raw)["client"] == id_
    assert summary_in(tmp_path / "results")[0]["client"].startswith("<script>")
