"""Every command that writes a catalogue, where the writing fails: nothing is half done.

A folder that cannot be written, a full disk, a second command at once and a kill at
each step that changes a folder are tried on import, export, enrich, new and check
--fix alike.
"""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from filelock import FileLock
from tests.cli.command import COMMAND, SMALL
from tests.formats.taxonomies.published import ESCO, write

from skillgap.catalogue import check_catalogue
from skillgap.cli import run as run_here

if TYPE_CHECKING:
    from collections.abc import Callable

EXPORTS = {"json": "made.json", "sqlite": "made.sqlite", "ctdl": "made.jsonld"}
SIZE = 300
"""A disk that is full after this many bytes of a file; the catalogue's are larger."""

SKILL = ("--name", "Tea tasting", "--set", "kind=technical")
CATALOGUES = ("import", "import-list", "enrich", "enrich-elsewhere", "new", "fix")
NAMES = (*CATALOGUES, *EXPORTS, "csv", "esco-csv")
EVENTS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.chmod"}


class Case(NamedTuple):
    """A command, and the place that it changes, with nothing else beside it."""

    arguments: tuple[str, ...]
    place: Path
    home: Path

    def environment(self) -> dict[str, str]:
        """That of the command, with caches and settings of its own."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "LANG": "C.UTF-8",
            "SKILLGAP_CACHE": str(self.home / "cache"),
        }

    def state(self) -> dict[str, bytes | dict[str, bytes]]:
        """All that is beside the place, and the place itself."""
        return {
            path.name: path.read_bytes()
            if path.is_file()
            else {each.name: each.read_bytes() for each in path.iterdir()}
            for path in self.place.parent.iterdir()
        }

    def run(self, before: Callable[[], None] | None = None) -> tuple[int, str]:
        """The exit code and stderr of the command in a process of its own."""
        done = subprocess.run(
            [COMMAND, *self.arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            preexec_fn=before,
            env=self.environment(),
            timeout=120,
        )
        return done.returncode, done.stderr.decode()


@pytest.fixture(params=NAMES)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    return made(request.param, tmp_path)


def made(name: str, folder: Path) -> Case:
    """The command of a name, ready to be run."""
    for each in ("to", "home"):
        (folder / each).mkdir(parents=True)
    place = folder / "to" / EXPORTS.get(name, "place")
    tables = {
        "walk.csv": "noc,onet\n91003,15-1252.00\n",
        "list.csv": "Title,College,Hours,Skills\nBook 1,Tea College,10,Bookkeeping\n",
    }
    sources = write(folder / "sources", tables)
    if name in {*EXPORTS, "csv", "esco-csv"}:
        words = ("export", name, str(SMALL), "--output", str(place), "--replace")
        return Case(("catalogue", *words), place, folder / "home")
    shutil.copytree(SMALL, place)
    there = str(place)
    if name == "fix":
        path = place / "skills.yaml"
        text = path.read_text("utf-8").replace("skills:\n", "skills:  \n", 1)
        path.write_text(text, "utf-8")
    esco = write(folder / "esco-9.8.7-en", ESCO)
    elsewhere = folder / "to" / "other"
    if name == "enrich-elsewhere":
        shutil.copytree(SMALL, elsewhere)
    crosswalk = (there, str(sources / "walk.csv"), "--from", "crosswalk")
    words = {
        "import": ("import", "esco", str(esco), "--output", there, "--replace"),
        "import-list": (
            *("import", "list", str(sources / "list.csv")),
            *("--base", there, "--output", there),
        ),
        "enrich": ("enrich", *crosswalk),
        "enrich-elsewhere": (
            *("enrich", *crosswalk),
            *("--output", str(elsewhere), "--replace"),
        ),
        "new": ("new", "skill", there, *SKILL),
        "fix": ("check", there, "--fix"),
    }[name]
    if name == "import":
        words = (*words, "--no-everyday")
    at = elsewhere if name == "enrich-elsewhere" else place
    return Case(("catalogue", *words), at, folder / "home")


def refused(case: Case, before: Callable[[], None] | None = None) -> str:
    """What a command says that must leave everything as it was; then it succeeds."""
    state = case.state()
    code, said = case.run(before)
    assert code == 3, said
    assert "Traceback" not in said
    assert case.state() == state
    return said


def without_privileges() -> None:
    """Let the rights of files count, though the tests be run by root (Linux)."""
    drop, override, search = 24, 1, 2
    for capability in (override, search):
        ctypes.CDLL(None).prctl(drop, capability, 0, 0, 0)


def with_a_full_disk() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SIZE, SIZE))


@pytest.mark.skipif(sys.platform != "linux", reason="root's rights are taken on Linux")
def test_a_folder_that_cannot_be_written(case: Case) -> None:
    folders = [path for path in (case.place, case.place.parent) if path.is_dir()]
    for path in folders:
        path.chmod(0o500)
    try:
        said = refused(case, without_privileges)
    finally:
        for path in folders:
            path.chmod(0o700)
    assert "this cannot be written: Permission denied" in said
    assert "nothing was changed" in said
    state = case.state()
    assert case.run()[0] == 0
    assert case.state() != state


def test_a_full_disk(case: Case) -> None:
    said = refused(case, with_a_full_disk)
    assert "this cannot be written: " in said
    state = case.state()
    assert case.run()[0] == 0
    assert case.state() != state


def test_a_second_command_at_once(case: Case) -> None:
    lock = case.place.parent / f".{case.place.name}.lock"
    with FileLock(lock):
        said = refused(case)
    assert "another command is writing this at the moment" in said
    lock.unlink(missing_ok=True)


# Other tests may have started the threads of numpy, which the child does without.
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
@pytest.mark.parametrize("name", NAMES)
def test_a_kill_at_every_step(tmp_path: Path, name: str) -> None:
    """The old one stays or the new one is there, and the next run tidies up."""
    first = made(name, tmp_path / "0")
    old = content(first)
    assert killed(first, None) == 0
    new = content(first)
    assert new != old
    seen = set()
    for step in range(1, 100):
        case = made(name, tmp_path / str(step))
        assert content(case) == old
        ended = killed(case, step)
        now = content(case)
        if name in CATALOGUES:
            found = check_catalogue(case.place).problems
            assert not [each for each in found if each.severity == "error"]
            assert now is not None
        if now in (old, new):
            seen.add(now == new)
        else:  # several files that are changed in place: each is the old or the new one
            assert name in {"import-list", "enrich"}
            assert isinstance(now, dict)
            assert all(data in (old[one], new[one]) for one, data in now.items())  # type: ignore[index]
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        if now == old:
            assert killed(case, None) == 0
            assert content(case) == new
            assert {path.name for path in case.place.parent.iterdir()} == {
                path.name for path in first.place.parent.iterdir()
            }
    assert step > 2
    assert seen == {True, False}


def content(case: Case) -> object:
    """The bytes at the place, None where there is nothing."""
    return case.state().get(case.place.name)


def killed(case: Case, step: int | None) -> int:
    """How the command ends that is killed before its n-th change of a folder."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = until(case, step)
        finally:
            os._exit(code)  # whatever happened, the child runs no more tests
    _pid, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def until(case: Case, step: int | None) -> int:
    """Run the command here, in a child, up to a step; its exit code."""
    left = step

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        writes = event == "open" and writing(arguments, case.place.parent)
        if left is not None and (writes or event in EVENTS):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    os.environ.update(case.environment())
    sys.addaudithook(watch)
    return run_here(list(case.arguments))


def writing(arguments: tuple[object, ...], folder: Path) -> bool:
    """Whether a file below a folder is opened to be written."""
    path, _mode, flags = arguments
    below = isinstance(path, (str, os.PathLike)) and str(path).startswith(str(folder))
    return below and isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
