"""Meanings on disk: found again where nothing differs, else made anew."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.catalogue import Beside, load_catalogue
from skillgap.catalogue.cache import files_in
from skillgap.matching import kept as keeping
from skillgap.matching import match_claims
from skillgap.matching.index import build_index
from skillgap.matching.kept import Meanings, kept
from skillgap.matching.semantic import rank
from skillgap.matching.table import load_table
from skillgap.matching.texts import packed
from skillgap.model import Claim

NAMES = (("welding", "soudage"), ("baking bread", "boulangerie", "œuvre"))
PHRASE = "minding toddlers at a nursery"


@functools.cache
def meanings() -> Meanings:
    labels = tuple(name for group in NAMES for name in group)
    return Meanings(build_index(load_table(), NAMES), ("welding", "baking"), labels)


@pytest.fixture
def made() -> Meanings:
    return meanings()


def never() -> Meanings:
    pytest.fail("the file is there")


def test_what_is_kept_is_the_same_again(made: Meanings, tmp_path: Path) -> None:
    place = Beside(str(tmp_path / "x.labels"), "sha256:1")
    first = kept(place, lambda: made)
    again = kept(place, never)
    assert list(first.ids) == list(again.ids) == list(made.ids)
    assert list(again.labels) == list(made.labels)
    assert list(again.near.sorted) == list(made.near.sorted)
    assert np.array_equal(again.near.starts, made.near.starts)
    for one, other in zip(again.near[1:3], made.near[1:3], strict=True):
        assert np.array_equal(one.numbers, other.numbers)
        assert np.array_equal(one.scales, other.scales)
    table = load_table()
    found = rank(table, "welding steel", again.near)
    assert found == rank(table, "welding steel", made.near)


def test_another_content_is_made_anew(made: Meanings, tmp_path: Path) -> None:
    path = str(tmp_path / "x.labels")
    kept(Beside(path, "sha256:1"), lambda: made)
    other = made._replace(ids=("one", "two"))
    assert list(kept(Beside(path, "sha256:2"), lambda: other).ids) == ["one", "two"]
    assert list(kept(Beside(path, "sha256:2"), never).ids) == ["one", "two"]


def test_another_program_makes_them_anew(
    made: Meanings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Beside(str(tmp_path / "x.labels"), "sha256:1")
    kept(place, lambda: made)
    monkeypatch.setattr(keeping, "_program", lambda: 1)
    other = made._replace(ids=("one", "two"))
    assert list(kept(place, lambda: other).ids) == ["one", "two"]


@given(st.binary(max_size=300), st.integers(0, 4000))
def test_a_damaged_file_is_no_file(damage: bytes, size: int) -> None:
    whole = meanings()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.labels"
        place = Beside(str(path), "sha256:1")
        kept(place, lambda: whole)
        sound = path.read_bytes()
        for content in (damage, damage + sound[len(damage) :], sound[:size]):
            if content != sound:
                path.write_bytes(content)
                kept(place, lambda: whole)
                assert path.read_bytes() == sound


def test_where_nothing_can_be_written_they_are_only_made(made: Meanings) -> None:
    place = Beside(os.path.join(os.devnull, "x.labels"), "sha256:1")  # noqa: PTH118
    assert kept(place, lambda: made) is made
    assert kept(None, lambda: made) is made


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=4)))
def test_texts_are_as_they_were(texts: list[str]) -> None:
    whole = packed(iter(texts))
    assert list(whole) == texts
    assert whole[1:] == tuple(texts[1:])
    assert whole.at(np.arange(len(texts))[::-1]) == texts[::-1]
    for start in range(len(texts)):
        assert whole.run(start, len(texts)) == "".join(texts[start:])


def test_a_command_keeps_them_beside_the_compiled_form(tmp_path: Path) -> None:
    """Two processes at once are no harm; the second run answers from the file."""
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from skillgap.catalogue import load_catalogue\n"
        "from skillgap.matching import match_claims\n"
        "from skillgap.model import Claim\n"
        "catalogue = load_catalogue(cache=Path(sys.argv[1]))\n"
        f"print(match_claims([Claim({PHRASE!r})], catalogue))\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    printed = {process.communicate()[0] for process in both}
    assert [process.returncode for process in both] == [0, 0]
    (file,) = tmp_path.glob("catalogue-*.labels")
    first = file.stat().st_mtime_ns
    printed.add(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    assert len(printed) == 1
    assert file.stat().st_mtime_ns == first
    assert file in files_in(tmp_path)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_catalogue_in_memory_answers_alike(tmp_path: Path) -> None:
    claims = [Claim(PHRASE)]
    memory = match_claims(claims, load_catalogue())
    assert match_claims(claims, load_catalogue(cache=tmp_path)) == memory
    assert match_claims(claims, load_catalogue(cache=tmp_path)) == memory
