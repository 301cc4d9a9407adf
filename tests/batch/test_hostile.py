"""Rosters that nobody would write by hand, and disks that are full: clear and bounded.

The clients are invented.
"""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import threading
import tracemalloc
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from tests.batch.test_command import lines_in, summary_in
from tests.cli.command import COMMAND, SMALL

from skillgap.batch.roster import Roster
from skillgap.batch.seen import Seen
from skillgap.errors import DataError
from skillgap.history.batches import Earlier
from skillgap.profile.claims import parse_claims

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

MIB = 1 << 20
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(A1)",
    "<img src=x onerror=alert(1)>",
    "[b]x[/b]",
    "../../../../etc/passwd",
    "\x1b[31mred",
    "a\u202eb",
)


def environment(cache: Path) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "SKILLGAP_CACHE": str(cache)}


def test_hostile_words_stay_text_everywhere(run_small: Run, tmp_path: Path) -> None:
    """In CSV and in a workbook, as ids and as skills, in all that is written."""
    book = Workbook()
    book.active.append(["client", "skills", "target"])
    for word in HOSTILE:
        if word.isprintable():
            book.active.append([word, f"excel, {word.replace('=', '')}", "bookkeeper"])
    for row in book.active:
        for cell in row:
            cell.data_type = "s"
    book.save(tmp_path / "clients.xlsx")
    done = run_small("batch", "clients.xlsx", "--report", "html", "--summary", "xlsx")
    assert (done.code, done.err) == (0, "")
    results = tmp_path / "results"
    assert [one["client"] for one in lines_in(results)] == [*HOSTILE[:6]]
    for row_ in summary_in(results):
        assert not row_["client"].startswith(("=", "+", "-", "@"))
    for page in (results / "reports").iterdir():
        text = page.read_text(encoding="utf-8").partition("</style>")[2]
        assert "<img" not in text
        assert "&lt;img" in text or page.stem not in {
            "index",
            "img-src-x-onerror-alert-1",
        }
    assert not list(tmp_path.parent.glob("passwd*"))


def test_a_formula_of_a_workbook_is_never_run(run_small: Run, tmp_path: Path) -> None:
    """Without a value that it was saved with, its cell is as good as empty."""
    book = Workbook()
    for row in (
        ["client", "skills", "target"],
        ["=1+1", "excel", "bookkeeper"],
        ["A", '=HYPERLINK("http://example.com","excel")', "bookkeeper"],
        ["B", "excel", "bookkeeper"],
    ):
        book.active.append(row)
    book.save(tmp_path / "clients.xlsx")
    assert run_small("batch", "clients.xlsx").code == 1
    found = lines_in(tmp_path / "results")
    assert [(one["client"], one["status"]) for one in found] == [
        ("2", "error"),
        ("A", "error"),
        ("B", "ok"),
    ]


def test_a_workbook_that_unpacks_to_too_much(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with (
        ZipFile(path, "w", ZIP_DEFLATED) as archive,
        archive.open("xl/sharedStrings.xml", "w") as part,
    ):
        for _each in range(65):
            part.write(b" " * MIB)
    assert path.stat().st_size < MIB
    with pytest.raises(DataError, match="too large: save it as CSV"):
        list(Roster(path, "bomb.xlsx", tmp_path).rows())


def test_a_named_pipe_is_read_once(run_small: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "clients.csv"
    os.mkfifo(pipe)
    text = b"client,skills,target\nA,excel,bookkeeper\n"
    writer = threading.Thread(target=pipe.write_bytes, args=(text,))
    writer.start()
    done = run_small("batch", "clients.csv")
    writer.join()
    assert (done.code, done.err) == (0, "")
    assert [one["client"] for one in lines_in(tmp_path / "results")] == ["A"]


def test_a_full_disk_while_reports_are_written(
    run_small: Run, tmp_path: Path, cache: Path
) -> None:
    rows = "".join(f"C{n},excel,bookkeeper\n" for n in range(60))
    text = f"client,skills,target\n{rows}"
    (tmp_path / "clients.csv").write_text(text, encoding="utf-8")

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

    asked = ("batch", "clients.csv", "--report", "html", "--today", "2026-11-27")
    done = subprocess.run(
        [COMMAND, *asked, "--catalogue", str(SMALL)],
        cwd=tmp_path,
        env=environment(cache),
        preexec_fn=limited,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert "The results cannot be written: File too large." in done.stderr.decode()
    again = run_small(*asked)
    assert again.code == 0
    assert "Done by an earlier run: " in again.out
    assert run_small(*asked, "--output", "whole").code == 0
    names = [*(f"reports/C{n}.html" for n in range(60)), "results.jsonl"]
    for name in names:
        one, two = (tmp_path / folder / name for folder in ("results", "whole"))
        assert one.read_bytes() == two.read_bytes()


def test_whoever_interrupts_is_told_that_nothing_is_lost(
    tmp_path: Path, cache: Path, run_small: Run
) -> None:
    rows = "".join(f"C{n},excel,bookkeeper\n" for n in range(1200))
    text = f"client,skills,target\n{rows}"
    (tmp_path / "clients.csv").write_text(text, encoding="utf-8")
    asked = ("batch", "clients.csv", "--report", "html", "--jobs", "2")
    # A run in the background has interrupts ignored, and hands that down.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [COMMAND, *asked, "--catalogue", str(SMALL)],
        cwd=tmp_path,
        env=environment(cache),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        signal.signal(signal.SIGINT, before)
        reports = tmp_path / "results" / ".unfinished" / "reports"
        while process.poll() is None and not reports.exists():
            pass
        os.killpg(process.pid, signal.SIGINT)
        told = process.communicate()[1].decode()
    assert process.returncode == 130
    assert told.strip() == "Stopped. What is done is kept: run the same again to go on."
    assert run_small(*asked).code == 0
    assert len(lines_in(tmp_path / "results")) == 1200


def test_a_full_disk_of_temporary_files_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(path: str, isolation_level: None = None) -> sqlite3.Connection:
        made = connect(path, isolation_level=isolation_level)
        made.execute("PRAGMA max_page_count = 8")
        return made

    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", full)
    with Seen() as seen, pytest.raises(DataError, match="no room for temporary files"):
        all(seen.first(str(number), number) for number in range(1, 10_000))
    line = '{"client": "C%d", "status": "ok"}\n'
    text = "".join(line % number for number in range(5000))
    (tmp_path / "results.jsonl").write_text(text, encoding="utf-8")
    earlier = Earlier(tmp_path)
    with pytest.raises(DataError, match="no room for temporary files"):
        earlier.__enter__()


def test_memory_does_not_grow_with_what_is_no_skill() -> None:
    """Skills of a hundred thousand letters are refused, and not remembered."""
    tracemalloc.start()
    for number in range(300):
        assert len(parse_claims(f"excel, {number}-{'x' * 100_000}")) == 2
    now, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert now < 3 * MIB


def test_the_system_speaks_the_language_of_the_run(run_small: Run) -> None:
    assert "No such file or directory" in run_small("batch", "none.csv").err
    told = run_small("batch", "none.csv", "--lang", "fr").err
    assert "La liste ne peut pas être lue" in told
    assert "Aucun fichier ni dossier de ce nom." in told
