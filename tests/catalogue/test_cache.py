"""The compiled form: found again where nothing differs, else made anew."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from skillgap.catalogue import cache as caching
from skillgap.catalogue import load, load_catalogue


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    """A copy of the small catalogue that was last changed long ago."""
    copy = tmp_path / "small"
    shutil.copytree(small_folder, copy)
    return copy


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def compiles(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each time that a catalogue is compiled."""
    counted: list[str] = []
    compile_ = load._compile  # noqa: SLF001 - counted

    def count(*args: object) -> sqlite3.Connection:
        counted.append("compiled")
        return compile_(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(load, "_compile", count)
    return counted


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """One entry for each time that the files of a catalogue are read."""
    counted: list[str] = []
    read = load.read_files

    def count(folder: Path) -> object:
        counted.append("read")
        return read(folder)

    monkeypatch.setattr(load, "read_files", count)
    return counted


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust stamps of files that were changed just now."""
    monkeypatch.setattr(caching, "_RACY_NS", -(10**18))


def labels(folder: Path, cache: Path) -> list[str]:
    return [
        named.label for _, named in load_catalogue(folder, cache=cache).every_label()
    ]


def rename(folder: Path, old: str, new: str) -> None:
    path = folder / "skills.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def form(cache: Path) -> Path:
    (path,) = cache.glob("*.sqlite")
    return path


@pytest.mark.usefixtures("settled")
def test_an_unchanged_catalogue_is_neither_read_nor_compiled_again(
    folder: Path, cache: Path, compiles: list[str], reads: list[str]
) -> None:
    first = labels(folder, cache)
    assert labels(folder, cache) == first
    assert len(compiles) == 1
    assert len(reads) == 1


def test_a_relative_cache_folder_is_one_too(
    folder: Path, compiles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    for _again in range(2):
        load_catalogue(Path(folder.name), cache=Path("cache"))
    assert len(compiles) == 1


def test_files_changed_just_now_are_read_but_not_compiled_again(
    folder: Path, cache: Path, compiles: list[str], reads: list[str]
) -> None:
    labels(folder, cache)
    labels(folder, cache)
    assert len(compiles) == 1
    assert len(reads) == 2


@pytest.mark.usefixtures("settled")
def test_touched_files_with_the_same_content_are_not_compiled_again(
    folder: Path, cache: Path, compiles: list[str], reads: list[str]
) -> None:
    labels(folder, cache)
    os.utime(folder / "skills.yaml", ns=(5, 5))
    labels(folder, cache)
    labels(folder, cache)
    assert len(compiles) == 1
    assert len(reads) == 2


def test_an_edit_is_seen_even_where_size_and_time_are_the_same(
    folder: Path, cache: Path
) -> None:
    path = folder / "skills.yaml"
    before = path.stat()
    assert "Spreadsheets" in labels(folder, cache)
    rename(folder, "Spreadsheets", "Spreadsheetz")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert "Spreadsheetz" in labels(folder, cache)


@pytest.mark.usefixtures("settled")
def test_a_file_taken_away_or_added_is_seen(folder: Path, cache: Path) -> None:
    assert load_catalogue(folder, cache=cache).counts()["credentials"] == 8
    (folder / "credentials.yaml").rename(folder / "credentials.old")
    assert load_catalogue(folder, cache=cache).counts()["credentials"] == 0
    (folder / "credentials.old").rename(folder / "credentials.yaml")
    assert load_catalogue(folder, cache=cache).counts()["credentials"] == 8


def test_a_form_of_another_program_is_made_anew(
    folder: Path, cache: Path, compiles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    labels(folder, cache)
    monkeypatch.setattr(caching, "__version__", "0.0.0")
    labels(folder, cache)
    assert len(compiles) == 2


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("damage", ["empty", "cut", "noise", "other", "gone"])
def test_a_damaged_form_is_made_anew(folder: Path, cache: Path, damage: str) -> None:
    expected = labels(folder, cache)
    path = form(cache)
    data = path.read_bytes()
    if damage == "gone":
        path.unlink()
    elif damage == "other":
        path.unlink()
        other = sqlite3.connect(path)
        other.execute("CREATE TABLE about (name, value)")
        other.close()
    else:
        path.write_bytes(
            {"empty": b"", "cut": data[:8192], "noise": b"x" * 9000}[damage]
        )
    assert labels(folder, cache) == expected
    assert labels(folder, cache) == expected
    assert form(cache).read_bytes() == data


@pytest.mark.usefixtures("settled")
def test_damage_within_the_form_is_mended_while_it_is_used(
    folder: Path, cache: Path
) -> None:
    expected = labels(folder, cache)
    path = form(cache)
    database = sqlite3.connect(path)
    (page,) = database.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'label'"
    ).fetchone()
    (size,) = database.execute("PRAGMA page_size").fetchone()
    database.close()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(data)
    assert labels(folder, cache) == expected


@pytest.mark.usefixtures("settled")
def test_a_damaged_stamp_is_no_matter(folder: Path, cache: Path) -> None:
    expected = labels(folder, cache)
    (stamp,) = cache.glob("*.json")
    for text in ("", "{}", "[]", '{"folder": 1, "files": 2, "at": 3}', "\udcff"):
        stamp.write_bytes(text.encode("utf-8", "surrogateescape"))
        assert labels(folder, cache) == expected


def test_a_cache_that_cannot_be_written_is_done_without(
    folder: Path, tmp_path: Path
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder")
    assert "Java" in labels(folder, blocked)
    assert "Java" in labels(folder, blocked / "below")


def test_a_full_disk_is_done_without(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(caching.os, "replace", full)
    assert "Java" in labels(folder, cache)
    assert list(cache.iterdir()) == []


def test_what_an_interrupted_process_left_is_removed(folder: Path, cache: Path) -> None:
    cache.mkdir()
    left = cache / ".123-456.sqlite"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    kept = cache / "other.sqlite"
    kept.write_bytes(b"")
    labels(folder, cache)
    assert not left.exists()
    assert kept.exists()


@pytest.mark.usefixtures("settled")
def test_two_folders_share_a_cache(folder: Path, cache: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "small"
    shutil.copytree(folder, other)
    rename(other, "Spreadsheets", "Worksheets")
    for _ in range(2):
        assert "Spreadsheets" in labels(folder, cache)
        assert "Worksheets" in labels(other, cache)


@pytest.mark.usefixtures("settled")
def test_odd_folder_names_are_found_again(
    small_folder: Path, tmp_path: Path, compiles: list[str]
) -> None:
    folder = tmp_path / "100% sûr? #1"
    shutil.copytree(small_folder, folder)
    cache = tmp_path / "ca?che %41#x"
    for _ in range(2):
        assert "Java" in labels(folder, cache)
    assert len(compiles) == 1


def test_processes_that_start_at_once_all_succeed(folder: Path, cache: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from skillgap.catalogue import load_catalogue;"
        "c = load_catalogue(Path(sys.argv[1]), cache=Path(sys.argv[2]));"
        "print(len(list(c.every_label())))"
    )
    command = [sys.executable, "-c", code, str(folder), str(cache)]
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    answers = [process.communicate() for process in started]
    assert {error for _, error in answers} == {b""}
    assert len({out for out, _ in answers}) == 1
    assert sorted(path.suffix for path in cache.iterdir()) == [".json", ".sqlite"]


def test_the_fingerprint_names_the_content_alone(
    folder: Path, cache: Path, small_folder: Path
) -> None:
    expected = load_catalogue(small_folder).info.fingerprint
    assert load_catalogue(folder, cache=cache).info.fingerprint == expected
    rename(folder, "Spreadsheets", "Worksheets")
    assert load_catalogue(folder, cache=cache).info.fingerprint != expected
