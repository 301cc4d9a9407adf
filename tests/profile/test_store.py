"""A profile on disk: private, whole, changed by one process at a time."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from skillgap.errors import DataError
from skillgap.profile import store

if TYPE_CHECKING:
    from pathlib import Path

ADD_MANY = """
import sys
from pathlib import Path
from skillgap.model import Claim
from skillgap.profile import store
from skillgap.profile.edit import edit
from skillgap.profile.merge import add_claims

path, name = Path(sys.argv[1]), sys.argv[2]
for number in range(15):
    claim = Claim(f"{name} {number}")
    store.change(
        path, lambda data: edit(data, lambda p: add_claims(p, [claim]), "me").data
    )
"""
POSIX = pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX")


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@POSIX
def test_a_new_profile_and_its_folder_are_private(tmp_path: Path) -> None:
    path = tmp_path / "a" / "me.yaml"
    store.create(path, b"language: en\n", make_folder=True)
    assert path.read_bytes() == b"language: en\n"
    assert mode(path) == 0o600
    assert mode(path.parent) == 0o700
    assert mode(store.lock_of(path)) == 0o600


def test_a_profile_is_never_overwritten_by_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"budget: 1\n")
    with pytest.raises(DataError, match="already"):
        store.create(path, b"")
    assert path.read_bytes() == b"budget: 1\n"


@POSIX
def test_a_change_keeps_the_version_before_and_the_permissions(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"one")
    path.chmod(0o640)
    assert store.change(path, lambda data: data + b" two")
    assert path.read_bytes() == b"one two"
    assert store.previous(path).read_bytes() == b"one"
    assert mode(path) == 0o640
    assert mode(store.previous(path)) == 0o640


def test_no_difference_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"one")
    before = path.stat().st_mtime_ns
    assert not store.change(path, lambda data: data)
    assert path.stat().st_mtime_ns == before
    assert not store.previous(path).exists()


def test_an_edit_that_fails_leaves_everything(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"one")

    def fail(_data: bytes) -> bytes:
        raise DataError

    with pytest.raises(DataError):
        store.change(path, fail)
    assert path.read_bytes() == b"one"
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        ".me.yaml.lock",
        "me.yaml",
    ]


def test_a_disk_that_fails_leaves_the_profile_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"one")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match="No space left"):
        store.change(path, lambda data: data + b" two")
    assert path.read_bytes() == b"one"
    assert not list(tmp_path.glob("*.new"))
    assert not list(tmp_path.glob(".*.new"))


def test_processes_do_not_lose_each_others_changes(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("# mine\nclaims: []\n", encoding="utf-8")
    names = ("ada", "bo", "cy", "di")
    running = [
        subprocess.Popen([sys.executable, "-c", ADD_MANY, str(path), name])
        for name in names
    ]
    assert [one.wait(timeout=120) for one in running] == [0, 0, 0, 0]
    lines = path.read_text(encoding="utf-8").splitlines()
    expected = {f"  - phrase: {name} {n}" for name in names for n in range(15)}
    assert lines[:2] == ["# mine", "claims:"]
    assert set(lines[2:]) == expected
    assert len(lines) == 62


def test_a_profile_that_is_held_too_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"one")
    monkeypatch.setattr(store, "LONGEST_WAIT_S", 0.05)
    hold = (
        "import sys, filelock\n"
        "with filelock.FileLock(sys.argv[1]):\n"
        "    print('held', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(store.lock_of(path))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(DataError, match="another process"):
            store.change(path, lambda data: data + b" two")
        holder.communicate()
    assert path.read_bytes() == b"one"


@POSIX
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    real = tmp_path / "kept" / "real.yaml"
    real.parent.mkdir()
    real.write_bytes(b"one")
    link = tmp_path / "me.yaml"
    link.symlink_to(real)
    store.change(link, lambda data: data + b" two")
    assert link.is_symlink()
    assert real.read_bytes() == b"one two"
    assert store.previous(real).read_bytes() == b"one"
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["me.yaml"]


@POSIX
def test_links_in_a_circle_are_told(tmp_path: Path) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.symlink_to(second)
    second.symlink_to(first)
    with pytest.raises(DataError):
        store.change(first, lambda data: data)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        store.change(tmp_path / "me.yaml", lambda data: data)
    assert raised.value.problems[0].message == "there is no such file"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such folder"):
        store.create(tmp_path / "none" / "me.yaml", b"")


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no file"):
        store.change(tmp_path, lambda data: data)


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(DataError) as raised:
        store.create(tmp_path / "a" / "me.yaml", b"", make_folder=True)
    assert raised.value.problems[0].hint is not None


@POSIX
@pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 0)() == 0, reason="root may write anywhere"
)
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"one")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(DataError, match="Permission denied"):
            store.change(path, lambda data: data + b" two")
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == b"one"


def test_a_folder_that_refuses_to_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "me.yaml"
    path.write_bytes(b"one")
    real_open = os.open

    def refuse(name: object, flags: int, *more: int, **named: int) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied", str(name))
        return real_open(name, flags, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(DataError) as raised:
        store.change(path, lambda data: data + b" two")
    problem = raised.value.problems[0]
    assert problem.message == "the profile cannot be used: Permission denied"
    assert problem.hint == "choose another place with --profile or SKILLGAP_PROFILE"
