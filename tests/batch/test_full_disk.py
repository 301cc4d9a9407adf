"""A disk that is full, a folder that cannot be written: told, and nothing is lost."""

from __future__ import annotations

import fcntl
import os
import resource
import subprocess
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import COMMAND, SMALL

from skillgap.batch.roster import Roster
from skillgap.batch.row import LARGEST_ROW

if TYPE_CHECKING:
    from tests.cli.command import Run


def write_roster(folder: Path, clients: int) -> Path:
    rows = "".join(f"C{n},excel,ledger-keepers\n" for n in range(clients))
    path = folder / "clients.csv"
    path.write_text("id,skills,for\n" + rows, encoding="utf-8")
    return path


def test_a_full_disk_is_told_and_the_run_goes_on_later(
    run_small: Run, tmp_path: Path, cache: Path
) -> None:
    write_roster(tmp_path, 2000)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))

    assert run_small("batch", "clients.csv", "--output", "whole").code == 0
    done = subprocess.run(
        [COMMAND, "batch", "clients.csv", "--catalogue", str(SMALL)],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "SKILLGAP_CACHE": str(cache)},
        preexec_fn=limited,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    told = done.stderr.decode()
    assert "The results cannot be written: File too large." in told
    assert "What is done so far is kept" in told
    kept = (tmp_path / "results" / ".unfinished" / "results.jsonl").stat().st_size
    assert kept > 1_000_000
    again = run_small("batch", "clients.csv")
    assert again.code == 0
    assert "Done by an earlier run" in again.out
    for name in ("results.jsonl", "summary.csv"):
        one, two = (tmp_path / folder / name for folder in ("whole", "results"))
        assert one.read_bytes() == two.read_bytes()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no folder that nobody writes")
def test_a_folder_that_cannot_be_written(run_small: Run, tmp_path: Path) -> None:
    write_roster(tmp_path, 2)
    for folder in ("/proc/none", "clients.csv/x"):
        done = run_small("batch", "clients.csv", "--output", folder)
        assert done.code == 3
        assert "The results cannot be written" in done.err
        assert "Traceback" not in done.err


def test_two_runs_do_not_write_to_one_folder(run_small: Run, tmp_path: Path) -> None:
    write_roster(tmp_path, 2)
    work = tmp_path / "results" / ".unfinished"
    work.mkdir(parents=True)
    with (work / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run_small("batch", "clients.csv")
    assert done.code == 3
    assert "Another run is writing to this folder." in done.err
    assert run_small("batch", "clients.csv").code == 0


def test_an_unfinished_run_of_something_else_is_kept(
    run_small: Run, tmp_path: Path
) -> None:
    write_roster(tmp_path, 2)
    work = tmp_path / "results" / ".unfinished"
    work.mkdir(parents=True)
    (work / "job.json").write_text('{"job": "sha256:other"}', encoding="utf-8")
    (work / "checkpoints.jsonl").write_text("[1, 0, 1, 1, false]\n", "utf-8")
    done = run_small("batch", "clients.csv")
    assert done.code == 3
    assert "unfinished results of something else" in done.err
    assert run_small("batch", "clients.csv", "--replace").code == 0


def test_a_run_that_did_nothing_is_not_in_the_way(
    run_small: Run, tmp_path: Path
) -> None:
    """A roster is refused for a column; the second try names the column."""
    rows = "dossier no,skills,for\nA,excel,ledger-keepers\n"
    (tmp_path / "clients.csv").write_text(rows, encoding="utf-8")
    refused = run_small("batch", "clients.csv")
    assert refused.code == 3
    assert "Its columns are: dossier no, skills, for." in refused.err
    done = run_small("batch", "clients.csv", "--id-column", "dossier no")
    assert (done.code, done.err) == (0, "")


def test_a_damaged_checkpoint_is_cut_off(run_small: Run, tmp_path: Path) -> None:
    write_roster(tmp_path, 2)
    assert run_small("batch", "clients.csv", "--output", "whole").code == 0
    work = tmp_path / "results" / ".unfinished"
    work.mkdir(parents=True)
    for name, content in {
        "checkpoints.jsonl": "[0, 0, 0",
        "results.jsonl": "half a line",
        "summary.csv": "clie",
    }.items():
        (work / name).write_text(content, encoding="utf-8")
    assert run_small("batch", "clients.csv").code == 0
    one, two = (tmp_path / folder / "results.jsonl" for folder in ("whole", "results"))
    assert one.read_bytes() == two.read_bytes()


def test_memory_is_bounded_whatever_the_file(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.write(b"id,skills\n")
        file.write(b"A," + b"x" * (40 * LARGEST_ROW) + b"\n")
        file.write(b'B,"' + (b"y" * 1000 + b"\n") * 30_000)
    tracemalloc.start()
    rows = 0
    for _row in Roster(path, "huge.csv", tmp_path).rows():
        rows += 1
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows == 30_001
    assert peak < 16 * LARGEST_ROW
