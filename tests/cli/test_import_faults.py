"""What goes wrong with an import: each is told, and the old catalogue stays.

Every importer is given a download that is cut off, lacks a file, has another header or
mixes versions. The writing is one for all: a full disk, a second import and a kill are
tried where it happens.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import SMALL
from tests.formats.taxonomies.published import ESCO, OASIS, ONET, O, write

from skillgap.catalogue import check_catalogue
from skillgap.catalogue.install import turn
from skillgap.errors import DataError
from skillgap.formats.additions import Base
from skillgap.formats.crosswalk import add_codes
from skillgap.review.revision import Revision

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.command import Run

LIST = 'Title,College,Hours\nBrewing,"Tea, College",10\nTasting,"Tea, College",11\n'
CTDL = json.dumps(
    [
        {
            "@type": "ceterms:MicroCredential",
            "ceterms:name": "Data work",
            "ceterms:ownedBy": {"ceterms:name": "Tea College"},
        }
    ]
)
SETS = {
    "esco": ESCO,
    "onet": ONET,
    "oasis": OASIS,
    "list": {"list.csv": LIST},
    "ctdl": {"registry.json": CTDL},
}
MAIN = {
    "esco": "occupationSkillRelations_en.csv",
    "onet": "Skills.txt",
    "oasis": "skills_oasis_2099_v1.0.csv",
    "list": "list.csv",
    "ctdl": "registry.json",
}
HEADERS = {
    "esco": ("relationType", "kindOfRelation", "relationType"),
    "onet": ("Scale ID", "Skala", "Scale ID"),
    "oasis": ("OaSIS Code - Final", "Key", "OaSIS Code - Final"),
    "list": ("Title", "Wording", "names of credentials"),
}


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class Case:
    """A download of one kind, and a catalogue that stands where it is to go."""

    def __init__(self, kind: str, folder: Path, run: Run) -> None:
        self.kind = kind
        self.source = write(folder / f"{kind}-set", SETS[kind])
        self.place = folder / "place"
        shutil.copytree(SMALL, self.place)
        self.before = files(self.place)
        self._run = run

    def refused(self, *more: Path) -> str:
        """What an import says that must not touch what is there."""
        sources = [self.source, *more]
        if self.kind in {"list", "ctdl"}:
            sources = [*self.source.iterdir()]
        done = self._run(
            *("catalogue", "import", self.kind, *map(str, sources)),
            *("--output", str(self.place), "--replace"),
        )
        assert done.code == 3, (done.out, done.err)
        assert "Traceback" not in done.err
        assert files(self.place) == self.before
        beside = {path.name for path in self.place.parent.iterdir()}
        assert not [name for name in beside if name.startswith(".place-")]
        return done.err


@pytest.fixture
def case(request: pytest.FixtureRequest, tmp_path: Path, run: Run) -> Case:
    return Case(request.param, tmp_path, run)


every = pytest.mark.parametrize("case", SETS, indirect=True)
taxonomies = pytest.mark.parametrize("case", ["esco", "onet", "oasis"], indirect=True)


@every
def test_a_download_that_is_cut_off(case: Case) -> None:
    path = case.source / MAIN[case.kind]
    text = path.read_text("utf-8").rstrip()
    start = text.rindex("\n") + 1 if "\n" in text else 0
    path.write_text(text[: (start + len(text)) // 2], "utf-8")
    said = case.refused()
    assert "cut off" in said
    assert path.name in said


@pytest.mark.parametrize("kept", [2, 40])
def test_a_download_that_ends_with_a_whole_row(
    tmp_path: Path, run: Run, kept: int
) -> None:
    """No row is torn, but most occupations ask for nothing."""
    name = "occupationSkillRelations_en.csv"
    head, first, *_rest = ESCO[name].splitlines()
    occupations = [f"{O}{number:08x}" for number in range(40)]
    titles = "".join(
        f"Occupation,{uri},5131,occupation {number},,released,,5131.{number}\n"
        for number, uri in enumerate(occupations)
    )
    relations = [first.replace(f"{O}1111aaaa", uri) for uri in occupations]
    source = write(
        tmp_path / "esco-9.8.7-en",
        ESCO
        | {
            "occupations_en.csv": ESCO["occupations_en.csv"].splitlines()[0]
            + "\n"
            + titles,
            name: "\n".join((head, *relations[:kept])) + "\n",
        },
    )
    ask = ("catalogue", "import", "esco", str(source), "--no-everyday")
    done = run(*ask, "--output", str(tmp_path / "made"))
    if kept == len(occupations):
        assert done.code == 0, done.err
        return
    assert done.code == 3
    assert f"{name}: the file says nothing of 38 of the 40 occupations" in done.err
    assert "one is cut off" in done.err
    assert not (tmp_path / "made").exists()


@taxonomies
def test_a_file_that_is_missing(case: Case) -> None:
    (case.source / MAIN[case.kind]).unlink()
    assert "missing from the set" in case.refused()


@pytest.mark.parametrize("case", HEADERS, indirect=True)
def test_a_header_that_changed(case: Case) -> None:
    old, new, said = HEADERS[case.kind]
    path = case.source / MAIN[case.kind]
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    assert said in case.refused()


@taxonomies
def test_a_second_version_in_the_set(case: Case, tmp_path: Path) -> None:
    name = MAIN[case.kind]
    text = SETS[case.kind][name]
    older = text[: text.rstrip().rindex("\n") + 1]
    other = write(tmp_path / "other-1.0", {name: older})
    assert "two files hold the" in case.refused(other)


@taxonomies
def test_a_copy_in_the_set_is_passed_over(case: Case, tmp_path: Path, run: Run) -> None:
    """As where a download was unpacked twice, once with another machine's lines."""
    name = MAIN[case.kind]
    text = SETS[case.kind][name]
    ends = ("\r\n", "\n") if "\r\n" in text else ("\n", "\r\n")
    text = text.replace(*ends)
    other = write(tmp_path / "other-1.0", {name: text})
    ask = ("catalogue", "import", case.kind, str(case.source))
    ask = (*ask, "--output", str(tmp_path / "made"), "--explain")
    alone = run(*ask)
    both = run(*ask, "--replace", str(other), str(case.source / name))
    assert (alone.code, both.code) == (0, 0), both.err
    assert f"other-1.0/{name}" in both.out
    assert f"a copy of {case.kind}-set/{name}" in both.out
    assert counted(both.out) == counted(alone.out)


def counted(shown: str) -> list[str]:
    """The lines of an account that count rows."""
    return [line for line in shown.splitlines() if line.startswith(("Rows:", "Kept:"))]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_folder_with_two_editions(tmp_path: Path, run: Run, language: str) -> None:
    """Two editions, or two structures of the NOC, that lie in one folder."""
    older = {name.replace("2099", "2098"): text for name, text in OASIS.items()}
    source = write(tmp_path / "downloads", older | OASIS)
    name = "skills_oasis_2099_v1.0.csv"
    text = OASIS[name].replace("5", "4")
    assert text != OASIS[name]
    (source / name).write_text(text, "utf-8")
    ask = ("catalogue", "import", "oasis", "--output", str(tmp_path / "made"))
    done = run(*ask, str(source), "--lang", language)
    assert done.code == 3
    assert not (tmp_path / "made").exists()
    said = {
        "en": "two files hold the same table: downloads/skills_oasis_2098_v1.0.csv and "
        "downloads/skills_oasis_2099_v1.0.csv",
        "fr": "deux fichiers contiennent le même tableau",
    }
    assert said[language] in done.err
    remedy = {"en": "give the files of one version by their names", "fr": "par leurs"}
    assert remedy[language] in done.err
    one = [str(source / each) for each in OASIS]
    assert run(*ask, *one).code == 0


@every
def test_a_file_that_is_no_text(case: Case) -> None:
    (case.source / MAIN[case.kind]).write_bytes(b"\x00\xff\xfe" * 50)
    case.refused()


def full(_handle: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def change(tmp_path: Path) -> tuple[Path, Callable[[], None]]:
    """A catalogue, and a change of two of its files that is written in place."""
    place = tmp_path / "place"
    shutil.copytree(SMALL, place)
    walk = write(tmp_path, {"walk.csv": "noc,onet\n91003,15-1252.00\n"}) / "walk.csv"

    def make() -> None:
        revision = Revision(place, None, replace=False)
        intake = add_codes(Base(revision.content), walk)
        revision.write(revision.content, intake.content)

    return place, make


def test_a_full_disk_leaves_what_is_there(
    change: tuple[Path, Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, make = change
    before = files(place)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match="No space left"):
        make()
    assert files(place) == before
    monkeypatch.undo()
    make()
    after = files(place)
    assert {name for name in after if after[name] != before[name]} == {
        "catalogue.yaml",
        "occupations.yaml",
    }


def test_a_second_change_at_once_is_refused(
    change: tuple[Path, Callable[[], None]],
) -> None:
    place, make = change
    before = files(place)
    with turn(place), pytest.raises(DataError, match="at the moment"):
        make()
    assert files(place) == before


def test_a_catalogue_that_changed_meanwhile_is_left_alone(
    change: tuple[Path, Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    place, make = change
    path = place / "skills.yaml"
    write_ = Revision.write

    def edited(self: Revision, *content: object) -> None:
        path.write_text(f"{path.read_text('utf-8')}# an edit\n", "utf-8")
        write_(self, *content)  # type: ignore[arg-type]

    monkeypatch.setattr(Revision, "write", edited)
    with pytest.raises(DataError, match="changed meanwhile"):
        make()
    assert "an edit" in path.read_text("utf-8")


@pytest.mark.parametrize("step", range(4))
def test_a_kill_between_any_two_steps_leaves_a_catalogue(
    change: tuple[Path, Callable[[], None]],
    monkeypatch: pytest.MonkeyPatch,
    step: int,
) -> None:
    """The steps are what a kill can come between: the renames, and before them."""
    place, make = change
    rename, done = Path.replace, [0]

    def killed(self: Path, target: Path) -> Path:
        if done[0] == step:
            raise KeyboardInterrupt
        done[0] += 1
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", killed)
    if step < 2:
        with pytest.raises(KeyboardInterrupt):
            make()
    else:
        make()
    monkeypatch.undo()
    assert check_catalogue(place).counts["occupations"] == 4
    make()
    assert not [p for p in place.parent.iterdir() if p.name.startswith(".place-")]
