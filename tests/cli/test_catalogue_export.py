"""``skillgap catalogue export`` as a person runs it; faults leave nothing behind."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import time
from typing import TYPE_CHECKING

import jsonschema
import pytest
from tests.cli.command import COMMAND, SMALL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run

EXPORT = ("catalogue", "export")
PLACES = {
    "esco-csv": "made",
    "csv": "made",
    "json": "a.json",
    "sqlite": "a.sqlite",
    "ctdl": "a.jsonld",
}


@pytest.mark.parametrize("kind", ["json", "csv", "sqlite"])
def test_there_and_back_is_the_same_catalogue(
    run: Run, tmp_path: Path, kind: str
) -> None:
    place, back = str(tmp_path / PLACES[kind]), str(tmp_path / "back")
    done = run(*EXPORT, kind, str(SMALL), "--output", place)
    assert (done.code, done.err) == (0, "")
    done = run("catalogue", "import", kind, place, "--output", back)
    assert done.code == 0, done.err
    again = run(*EXPORT, "json", back, "--output", str(tmp_path / "b.json"))
    assert again.code == 0
    run(*EXPORT, "json", str(SMALL), "--output", str(tmp_path / "c.json"))
    one, other = ((tmp_path / name).read_bytes() for name in ("b.json", "c.json"))
    assert one == other


def test_what_has_no_place_is_told_and_counted(run: Run, tmp_path: Path) -> None:
    place = str(tmp_path / "made")
    options = ("--output", place, "--format", "json")
    done = run(*EXPORT, "esco-csv", str(SMALL), *options)
    answer = json.loads(done.out)
    jsonschema.validate(answer, json.loads(run("schema", "json").out))
    assert answer["command"] == "catalogue export"
    lost = sum(one["rows"] - one["kept"] for one in answer["data"]["counted"])
    assert done.err == (
        f"{lost} rows and values have no place in esco-csv: the account lists them.\n"
    )
    french = run(
        *(*EXPORT, "esco-csv", str(SMALL), "--output", place, "--force"),
        *("--lang", "fr"),
    )
    assert "l\u2019ESCO n\u2019a pas" in french.out or "ESCO n\u2019a pas" in french.out


@pytest.mark.parametrize("kind", PLACES)
def test_what_is_there_stays_unless_it_is_to_be_replaced(
    run: Run, tmp_path: Path, kind: str
) -> None:
    arguments = (*EXPORT, kind, str(SMALL), "--output", str(tmp_path / PLACES[kind]))
    assert run(*arguments).code == 0
    refused = run(*arguments)
    assert refused.code == 3
    assert "there already\nhint: add --replace" in refused.err
    assert run(*arguments, "--force").code == 0


def test_a_folder_with_something_else_is_never_taken(run: Run, tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "letter.txt").write_text("mine")
    done = run(*EXPORT, "csv", "--output", str(tmp_path / "made"), "--replace")
    assert done.code == 3
    assert (tmp_path / "made" / "letter.txt").read_text() == "mine"


def limited() -> None:
    """A disk that is full after 20 kB, as far as the process can see."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


@pytest.mark.parametrize("kind", PLACES)
def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path, kind: str) -> None:
    place = tmp_path / "to" / PLACES[kind]
    place.parent.mkdir()
    done = subprocess.run(
        [COMMAND, *EXPORT, kind, "--output", str(place)],
        preexec_fn=limited,
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
    )
    assert done.returncode == 3, done.stderr
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr
    assert list(place.parent.iterdir()) == []


@pytest.mark.parametrize("kind", ["csv", "sqlite"])
def test_a_kill_leaves_the_old_one(run: Run, tmp_path: Path, kind: str) -> None:
    place = tmp_path / PLACES[kind]
    arguments = (*EXPORT, kind, "--output", str(place))
    assert run(*arguments).code == 0
    before = state(place)
    for wait in (0.2, 0.4, 0.6, 0.8):
        process = subprocess.Popen(
            [COMMAND, *arguments, "--replace"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        )
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert state(place) == before
    assert run(*arguments, "--replace").code == 0
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(f".{place.name}")]


def state(place: Path) -> dict[str, bytes]:
    """The content of a file, or of the files of a folder."""
    paths = place.iterdir() if place.is_dir() else [place]
    return {path.name: path.read_bytes() for path in paths}
