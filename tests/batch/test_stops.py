"""A batch that is killed at any moment and run again has every client exactly once."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest
from tests.cli.command import COMMAND, SMALL

CLIENTS = 3000
MOST_KILLS = 6
LEAST_KILLS = 2


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Invented clients."""
    path = tmp_path_factory.mktemp("roster") / "clients.csv"
    rows = ["client,skills,target"]
    for number in range(CLIENTS):
        skills = "excel;customer service" if number % 3 else "welding"
        target = "bookkeeper" if number % 7 else "nothing known"
        rows.append(f"C{number},{skills},{target}")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def arguments(roster: Path, output: Path, *more: str) -> list[str]:
    return [
        *(str(COMMAND), "batch", str(roster), "--output", str(output)),
        *("--catalogue", str(SMALL), "--format", "json", *more),
    ]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = tmp_path_factory.mktemp("home")
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "SKILLGAP_CACHE": str(home / "cache"),
    }


@pytest.fixture(scope="module")
def whole(
    roster: Path, environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> bytes:
    """The results of a run that nobody stopped."""
    output = tmp_path_factory.mktemp("whole") / "results"
    done = subprocess.run(
        arguments(roster, output), env=environment, check=False, capture_output=True
    )
    assert done.returncode == 1, done.stderr.decode()
    return (output / "results.jsonl").read_bytes()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_again_and_again(
    roster: Path,
    environment: dict[str, str],
    whole: bytes,
    tmp_path: Path,
    jobs: str,
) -> None:
    output = tmp_path / "results"
    chance = random.Random(20261127 + int(jobs))  # noqa: S311 - moments, no secrets
    command = arguments(roster, output, "--jobs", jobs)
    code, kills = _killed_at(command, output, environment, chance)
    assert kills >= LEAST_KILLS
    assert code == 1
    assert (output / "results.jsonl").read_bytes() == whole
    envelope = json.loads((output / "batch.json").read_bytes())
    assert envelope["data"]["clients"] == CLIENTS
    summary = (output / "summary.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in summary] == [
        "client",
        *(f"C{number}" for number in range(CLIENTS)),
    ]
    assert not (output / ".unfinished").exists()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_while_reports_are_written(
    environment: dict[str, str], tmp_path: Path, jobs: str
) -> None:
    few = tmp_path / "few.csv"
    rows = ["client,skills,target,language"]
    for number in range(60):
        target = "bookkeeper" if number % 7 else "nothing known"
        rows.append(f"C{number},excel,{target},{('en', 'fr')[number % 2]}")
    few.write_text("\n".join(rows) + "\n", encoding="utf-8")
    asked = ("--report", "html", "--jobs", jobs)
    day = ("--today", "2026-11-27")
    whole, output = tmp_path / "whole", tmp_path / "results"
    done = subprocess.run(
        arguments(few, whole, "--report", "html", *day),
        env=environment,
        check=False,
        capture_output=True,
    )
    assert done.returncode == 1, done.stderr.decode()
    chance = random.Random(20261128 + int(jobs))  # noqa: S311 - moments, no secrets
    command = arguments(few, output, *asked, *day)
    code, kills = _killed_at(command, output, environment, chance)
    assert kills >= LEAST_KILLS
    assert code == 1
    names = [f"C{number}.html" for number in range(60) if number % 7]
    for folder in (whole, output):
        found = sorted(path.name for path in (folder / "reports").iterdir())
        assert found == sorted([*names, "index.html"])
    for name in ("results.jsonl", "summary.csv"):
        assert (output / name).read_bytes() == (whole / name).read_bytes()
    for name in (*names, "index.html"):
        one, two = (folder / "reports" / name for folder in (output, whole))
        assert one.read_bytes() == two.read_bytes()
    assert not (output / ".unfinished").exists()


def _killed_at(
    command: list[str], output: Path, environment: dict[str, str], chance: random.Random
) -> tuple[int, int]:
    """How the command ends that was killed so many times on its way."""
    kills = 0
    for attempt in range(100):
        before = _checkpoints(output)
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        if attempt < MOST_KILLS:
            _wait_for_more(process, output, before)
            # The first ones soon, lest a fast machine be done before it is stopped.
            longest = 0.01 if kills < LEAST_KILLS else 0.3
            try:
                process.wait(chance.uniform(0.0, longest))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                kills += 1
        process.communicate()
        if process.returncode >= 0:
            return process.returncode, kills
    return -1, kills


def _checkpoints(output: Path) -> int:
    path = output / ".unfinished" / "checkpoints.jsonl"
    return path.stat().st_size if path.exists() else 0


def _wait_for_more(process: subprocess.Popen[bytes], output: Path, before: int) -> None:
    """Wait until the process has got further, so that a kill meets it at work."""
    while process.poll() is None and _checkpoints(output) <= before:
        time.sleep(0.002)


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux's /proc")
def test_processes_end_with_the_one_that_hands_out_the_work(
    roster: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    output = tmp_path / "results"
    command = arguments(roster, output, "--jobs", "2")
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as batch:
        _wait_for_more(batch, output, 0)
        _wait_for_more(batch, output, _checkpoints(output))
        working = _children(batch.pid)
        batch.kill()
    assert len(working) >= 2, batch.returncode
    for _ in range(1000):
        if not any(_runs(each) for each in working):
            break
        time.sleep(0.01)
    assert not any(_runs(each) for each in working)


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [*map(int, listed.read_text().split())] if listed.exists() else []


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in {"Z", "X"}
