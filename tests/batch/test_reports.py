"""A report for each client of a roster: in their language, under a safe name."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.batch.made import made_roster
from tests.batch.test_command import lines_in, summary_in
from tests.cli.command import SMALL

from skillgap.batch.advisor import Advisor
from skillgap.batch.named import LONGEST, stem_of, with_stems
from skillgap.batch.reporter import Reporter
from skillgap.batch.roster import Roster
from skillgap.batch.row import FIELDS, Row
from skillgap.batch.run import unique
from skillgap.batch.settings import Settings
from skillgap.catalogue import load_catalogue
from skillgap.render import json_contract_schema

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

ROSTER = """client,skills,target,language
C001,"excel, juggling fire",bookkeeper,en
c001,payer les factures,commis comptable,fr
../../x,excel,astronaut on mars,
a/b,"excel,customer service",bookkeeper;programmer,
CON,java,,fr
"""
ASKED = ("batch", "clients.csv", "--report", "html", "--lang-column", "language")
PLAIN_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?(?:~[0-9]+)?")


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(ROSTER, encoding="utf-8")
    return path


def row(id_: str, number: int) -> Row:
    return Row(number, (id_, *("",) * (len(FIELDS) - 1)))


def stems(settings: Settings, *ids: str) -> list[str]:
    rows = [row(id_, number) for number, id_ in enumerate(ids, start=2)]
    return [one.stem for one in with_stems(rows, settings)]


@pytest.fixture
def plain(tmp_path: Path) -> Settings:
    return Settings("clients.csv", tmp_path)


def reports_in(folder: Path) -> dict[str, str]:
    found = (folder / "reports").iterdir()
    return {path.name: path.read_text(encoding="utf-8") for path in found}


@pytest.mark.usefixtures("roster")
def test_each_client_has_a_report_in_their_language(
    run_small: Run, tmp_path: Path
) -> None:
    done = run_small(*ASKED, "--jobs", "2", "--today", "2026-11-27")
    assert done.code == 1
    assert done.err == ""
    assert done.out.splitlines()[-1] == (
        "results/reports/index.html: a report for each client; this is the list of them"
    )
    pages = reports_in(tmp_path / "results")
    assert sorted(pages) == [
        "C001.html",
        "a-b.html",
        "c001~3.html",
        "client-CON.html",
        "index.html",
    ]
    assert "Your way to: Ledger keepers" in pages["C001.html"]
    assert "For: C001" in pages["C001.html"]
    assert "Made on: 2026-11-27" in pages["C001.html"]
    assert "Pour : c001" in unescape(pages["c001~3.html"]).replace("\xa0", " ")
    assert '<html lang="fr">' in pages["c001~3.html"]
    assert "Other work that you named" in pages["a-b.html"]
    assert "Vous n’avez pas nommé de profession." in pages["client-CON.html"]
    assert not (tmp_path / "x.html").exists()
    assert [one["report"] for one in summary_in(tmp_path / "results")] == [
        "reports/C001.html",
        "reports/c001~3.html",
        "",
        "reports/a-b.html",
        "reports/client-CON.html",
    ]


@pytest.mark.usefixtures("roster")
def test_the_lines_tell_of_the_reports(run_small: Run, tmp_path: Path) -> None:
    run_small(*ASKED)
    found = lines_in(tmp_path / "results")
    about: list[dict[str, Any] | None] = [one["report"] for one in found]
    assert about[2] is None
    first = about[0]
    assert first is not None
    assert first["file"] == "reports/C001.html"
    page = reports_in(tmp_path / "results")["C001.html"]
    assert f"Report number: {first['number']}" in page
    assert first["occupation"]["id"] == "ledger-keepers"
    assert first["coverage_before"] == found[0]["coverage_before"]
    check = jsonschema.Draft202012Validator(json_contract_schema("batch"))
    manifest = json.loads((tmp_path / "results" / "batch.json").read_bytes())
    check.validate(manifest)
    for line in found:
        envelope = manifest | {"data": line, "problems": line["problems"]}
        check.validate(envelope)


@pytest.mark.usefixtures("roster")
def test_the_list_leads_to_every_report(run_small: Run, tmp_path: Path) -> None:
    run_small(*ASKED)
    pages = reports_in(tmp_path / "results")
    index = pages.pop("index.html")
    assert sorted(re.findall(r'href="([^"]*)"', index)) == sorted(pages)
    assert "Reports for 4 clients" in index
    told = unescape(re.sub("<[^>]+>", " ", index))
    assert "../../x" in told
    assert "“astronaut on mars” is no occupation of this catalogue." in told
    assert "script" not in index.partition("</style>")[2]


@pytest.mark.usefixtures("roster")
def test_other_kinds_of_report(run_small: Run, tmp_path: Path) -> None:
    for kind, ending, head in (
        ("markdown", "md", b"# Your way to"),
        ("docx", "docx", b"PK"),
        ("pdf", "pdf", b"%PDF-"),
    ):
        run_small("batch", "clients.csv", "--report", kind, "--output", kind)
        content = (tmp_path / kind / "reports" / f"C001.{ending}").read_bytes()
        assert content.startswith(head)


@pytest.mark.usefixtures("roster")
def test_pseudonyms_leave_no_id_in_reports(run_small: Run, tmp_path: Path) -> None:
    rows = "client,skills,target\nJane Doe,excel,bookkeeper\nJoe Doe,excel,none\n"
    (tmp_path / "clients.csv").write_text(rows, encoding="utf-8")
    run_small(*ASKED[:4], "--pseudonyms", "key.txt")
    for path in (tmp_path / "results").rglob("*"):
        assert "Doe" not in path.name
        assert path.is_dir() or b"Doe" not in path.read_bytes()
    name = lines_in(tmp_path / "results")[0]["client"]
    assert sorted(reports_in(tmp_path / "results")) == sorted(
        [f"{name}.html", "index.html"]
    )


@pytest.mark.usefixtures("roster")
def test_a_folder_that_no_batch_wrote_is_left_alone(
    run_small: Run, tmp_path: Path
) -> None:
    own = tmp_path / "results" / "reports" / "mine.html"
    own.parent.mkdir(parents=True)
    own.write_text("mine", encoding="utf-8")
    for more in ((), ("--replace",)):
        done = run_small(*ASKED, *more)
        assert done.code == 3
        assert "There is already something called reports" in done.err
        assert own.read_text(encoding="utf-8") == "mine"


def test_earlier_reports_go_with_earlier_results(
    run_small: Run, roster: Path, tmp_path: Path
) -> None:
    run_small(*ASKED)
    rows = "client,skills,target\nNEW,excel,bookkeeper\n"
    roster.write_text(rows, encoding="utf-8")
    assert run_small(*ASKED[:4], "--replace").code == 0
    found = sorted(reports_in(tmp_path / "results"))
    assert found == ["NEW.html", "index.html"]
    assert run_small("batch", "clients.csv", "--replace").code == 0
    assert not (tmp_path / "results" / "reports").exists()
    assert sorted(path.name for path in (tmp_path / "results").iterdir()) == [
        "batch.json",
        "results.jsonl",
        "summary.csv",
    ]


def test_reports_of_those_alone_whose_advice_changed(
    run_small: Run, roster: Path, tmp_path: Path
) -> None:
    run_small(*ASKED, "--output", "last")
    roster.write_text(ROSTER + "NEW,excel,bookkeeper,en\n", encoding="utf-8")
    run_small(*ASKED, "--since", "last")
    assert [one["client"] for one in lines_in(tmp_path / "results")] == ["NEW"]
    found = sorted(reports_in(tmp_path / "results"))
    assert found == ["NEW.html", "index.html"]


@pytest.mark.usefixtures("roster")
def test_reports_make_no_difference_to_the_advice(
    run_small: Run, tmp_path: Path
) -> None:
    run_small("batch", "clients.csv", "--output", "without", "--record")
    run_small(*ASKED[:4], "--output", "with", "--record")
    plain_lines = lines_in(tmp_path / "without")
    lines = lines_in(tmp_path / "with")
    for line in lines:
        line.pop("report")
    assert lines == plain_lines
    assert run_small("diff", "without", "with").code == 0
    assert run_small("replay", "with").code == 0
    assert run_small("cohort", "with", "--smallest-group", "1").code == 0


@pytest.mark.usefixtures("roster")
def test_a_run_that_goes_on_keeps_its_day(run_small: Run, tmp_path: Path) -> None:
    from skillgap.batch.results import UNFINISHED

    done = run_small(*ASKED, "--output", "one", "--format", "json")
    job = json.loads(done.out)["data"]["job"]
    work = tmp_path / "two" / UNFINISHED
    work.mkdir(parents=True)
    lengths = []
    for name, count in (("results.jsonl", 1), ("summary.csv", 2)):
        lines = (tmp_path / "one" / name).read_bytes().splitlines(keepends=True)
        lengths.append((work / name).write_bytes(b"".join(lines[:count])))
    kept = {"job": job, "made": "2026-01-31"}
    (work / "job.json").write_text(json.dumps(kept), encoding="utf-8")
    at = json.dumps([1, 0, *lengths, False]) + "\n"
    (work / "checkpoints.jsonl").write_text(at, encoding="utf-8")
    run_small(*ASKED, "--output", "two")
    assert "Made on: 2026-01-31" in reports_in(tmp_path / "two")["a-b.html"]
    assert len(lines_in(tmp_path / "two")) == 5


@pytest.mark.usefixtures("roster")
def test_today_is_of_reports(run_small: Run) -> None:
    done = run_small("batch", "clients.csv", "--today", "2026-11-27")
    assert done.code == 2
    assert "--report" in done.err


def test_names_are_told_apart(plain: Settings) -> None:
    assert stems(
        plain, "A", "a", "index", "é", "e\u0301", "E", "..", "", "李", "a b"
    ) == [
        *("A", "a~3", "index~4", "e", "e~6", "E~7", "client", "", "client~10", "a-b"),
    ]


@pytest.mark.parametrize(
    ("id_", "stem"),
    [
        ("C-17_b.2", "C-17_b.2"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\Windows", "C-Windows"),
        ("CON", "client-CON"),
        ("con.txt", "client-con.txt"),
        ("LPT1", "client-LPT1"),
        ("Zoë Côté", "Zoe-Cote"),
        ("…", "client"),
        ("\x00\n", "client"),
        ("-rf", "rf"),
        ("x" * 200, "x" * 60),
        ("a~2", "a-2"),
    ],
)
def test_an_id_becomes_a_plain_name(id_: str, stem: str) -> None:
    assert stem_of(id_) == stem


@given(st.text(max_size=300))
def test_a_name_is_plain_and_short(id_: str) -> None:
    stem = stem_of(id_)
    assert PLAIN_NAME.fullmatch(stem)
    assert len(stem) <= LONGEST + len("client-")


@given(st.lists(st.text(max_size=8), unique=True, max_size=30))
def test_no_two_clients_share_a_file(ids: list[str]) -> None:
    from pathlib import Path

    known = [id_.strip() for id_ in ids]
    unique = [*dict.fromkeys(id_ for id_ in known if id_)]
    found = stems(Settings("clients.csv", Path()), *unique)
    assert len({stem.casefold() for stem in found}) == len(unique)
    assert all(map(PLAIN_NAME.fullmatch, found))


def test_both_languages_side_by_side_where_the_row_says_so(
    run_small: Run, roster: Path, tmp_path: Path
) -> None:
    """The results stay in one language: the first that is named, else the run's."""
    rows = (
        "client,skills,target,language\n"
        "A,excel,bookkeeper,both\nB,excel,bookkeeper,fr + en\n"
        "C,excel,bookkeeper,Les deux\nD,excel,bookkeeper,Klingon\n"
        "E,excel,bookkeeper,\nF,excel,bookkeeper,English and French\n"
        "G,excel,bookkeeper,fr and Klingon\nH,excel,bookkeeper,???\n"
    )
    roster.write_text(rows, encoding="utf-8")
    run_small(*ASKED)
    found = {one["client"]: one for one in lines_in(tmp_path / "results")}
    assert {
        client: (one["language"], one["report"] and one["report"]["languages"])
        for client, one in found.items()
    } == {
        "A": ("en", ["en", "fr"]),
        "B": ("fr", ["fr", "en"]),
        "C": ("en", ["en", "fr"]),
        "D": ("en", None),
        "E": ("en", ["en"]),
        "F": ("en", ["en", "fr"]),
        "G": ("en", None),
        "H": ("en", None),
    }
    (told,) = found["D"]["problems"]
    assert (told["message"], told["line"]) == (
        "“Klingon” is not a language that is known here: en, fr or both.",
        5,
    )
    pages = reports_in(tmp_path / "results")
    for client in "ABCF":
        assert pages[f"{client}.html"].count("<section lang=") >= 10
        assert "Your way to" in pages[f"{client}.html"]
        assert "Votre chemin vers" in pages[f"{client}.html"]
    assert '<html lang="fr">' in pages["B.html"]
    assert "Votre chemin vers" not in pages["E.html"]
    assert '<a href="B.html" hreflang="fr">' in pages["index.html"]
    assert ">French, English</td>" in pages["index.html"]


def test_a_row_says_what_the_client_has_for_the_plan(
    run_small: Run, roster: Path, tmp_path: Path
) -> None:
    """Hours a week, all the money and a first day make a timeline; bad ones a line."""
    roster.write_text(
        "client,skills,target,Hours per week,Budget total,start\n"
        'A,excel,bookkeeper,6 h,"$1,000",2027-01-04\n'
        "B,excel,bookkeeper,,,\n"
        "C,excel,bookkeeper,169,,\nD,excel,bookkeeper,,,soon\n"
        "E,excel,bookkeeper,,many,\nF,excel,bookkeeper,0,,\n",
        encoding="utf-8",
    )
    done = run_small(*ASKED[:2], "--report", "markdown")
    assert done.code == 1
    page = (tmp_path / "results/reports/A.md").read_text(encoding="utf-8")
    assert "2027-01-04 to " in page
    assert "Keep 6 hours a week free for study." in page
    assert "within the time and money that you named" in page
    other = (tmp_path / "results/reports/B.md").read_text(encoding="utf-8")
    assert "2027-01-04" not in other
    told = {
        one["client"]: one["problems"][0]["message"]
        for one in lines_in(tmp_path / "results")
        if one["problems"]
    }
    assert told == {
        "C": "“169” is not a number of hours that a week has.",
        "D": "“soon” is not a day: write it as 2027-01-31.",
        "E": "“many” is not a number of hours or dollars.",
        "F": "“0” is not a number of hours that a week has.",
    }


@pytest.mark.usefixtures("roster")
def test_both_languages_for_all_who_say_nothing_else(
    run_small: Run, tmp_path: Path
) -> None:
    run_small(*ASKED, "--lang", "both", SKILLGAP_LANG="fr")
    found = [
        (one["language"], one["report"] and one["report"]["languages"])
        for one in lines_in(tmp_path / "results")
    ]
    assert found == [
        ("en", ["en"]),
        ("fr", ["fr"]),
        ("fr", None),
        ("fr", ["fr", "en"]),
        ("fr", ["fr"]),
    ]
    again = run_small(*ASKED, "--lang", "fr")
    assert again.code == 3
    assert "autre chose" in again.err


@pytest.mark.usefixtures("roster")
def test_both_languages_are_of_reports(run_small: Run) -> None:
    done = run_small("batch", "clients.csv", "--lang", "both")
    assert done.code == 2
    assert "--lang both is for reports: add --report html." in done.err


@pytest.mark.parametrize("seed", [1, 2])
def test_a_report_for_each_who_was_advised_and_the_same_advice(
    tmp_path: Path, seed: int
) -> None:
    """On made rosters: nobody is left out, and the lines say what they would."""
    catalogue = load_catalogue(SMALL)
    path = tmp_path / "clients.csv"
    path.write_text(made_roster(catalogue, 150, seed=seed), "utf-8", newline="")
    without = Settings("clients.csv", tmp_path)
    asked = without._replace(report="markdown", made=date(2026, 11, 27))

    def rows() -> list[Row]:
        roster = Roster(path, "clients.csv", tmp_path)
        return [*with_stems(unique(roster.rows(), "clients.csv"), asked)]

    done = Reporter(asked, catalogue).work(rows())
    plain_lines = Advisor(without, catalogue).work(rows()).results.splitlines()
    pages = {page.name: page.content.decode("utf-8") for page in done.pages}
    for content, expected in zip(done.results.splitlines(), plain_lines, strict=True):
        line = json.loads(content)
        about = line.pop("report")
        assert line == json.loads(expected)
        if line["status"] == "error" or not line["occupations"]:
            assert about is None
            continue
        page = pages.pop(about["file"])
        title = about["occupation"]["title"]
        lead = {"en": "# Your way to: ", "fr": "# Votre chemin vers\xa0: "}
        assert page.startswith(lead[line["language"]] + title)
        assert about["number"] in page
        assert about["occupation"]["id"] == line["occupations"][0]["id"]
    assert not pages


@pytest.mark.usefixtures("roster")
def test_no_hash_decides_what_is_written(run_small: Run, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        day = ("--today", "2026-11-27", "--output", seed)
        run_small(*ASKED, *day, PYTHONHASHSEED=seed)
    for one in (tmp_path / "1").rglob("*.*"):
        other = tmp_path / "2" / one.relative_to(tmp_path / "1")
        if one.name != "batch.json":  # it names its folder
            assert one.read_bytes() == other.read_bytes()


def test_who_names_no_work_and_says_nothing_known_is_in_the_list(
    run_small: Run, tmp_path: Path
) -> None:
    text = "client,skills\nA,juggling fire\n"
    (tmp_path / "clients.csv").write_text(text, encoding="utf-8")
    assert run_small("batch", "clients.csv", "--report", "html").code == 0
    (line,) = lines_in(tmp_path / "results")
    assert (line["status"], line["report"]) == ("ok", None)
    pages = reports_in(tmp_path / "results")
    assert sorted(pages) == ["index.html"]
    assert "There are no reports." in pages["index.html"]
    assert "No work in demand asks for anything" in pages["index.html"]
