"""A catalogue's folder is put in its place whole, or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from skillgap.catalogue import install
from skillgap.catalogue.checked import checked_files
from skillgap.catalogue.draft import read_draft
from skillgap.catalogue.files import read_files
from skillgap.catalogue.install import install_catalogue
from skillgap.catalogue.written import Content
from skillgap.errors import DataError
from skillgap.model import Skill, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL = Path(__file__).parents[1] / "cases" / "valid" / "small"


@pytest.fixture
def content() -> Content:
    draft = read_draft(read_files(SMALL))
    return Content(
        draft.about, draft.skills, draft.occupations, draft.issuers, draft.credentials
    )


@pytest.fixture
def place(tmp_path: Path, content: Content) -> Path:
    """A place where an older catalogue is."""
    older = content._replace(about=content.about._replace(as_of="2020"))
    install_catalogue(tmp_path / "mine", checked_files(older))
    return tmp_path / "mine"


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def refusal(place: Path, content: Content, *, replace: bool = False) -> str:
    with pytest.raises(DataError) as caught:
        install_catalogue(place, checked_files(content), replace=replace, checked=True)
    return caught.value.problems[0].message


def test_a_catalogue_is_replaced_only_when_asked(place: Path, content: Content) -> None:
    before = state(place)
    assert refusal(place, content) == "a catalogue is there already"
    assert state(place) == before
    install_catalogue(place, checked_files(content), replace=True, checked=True)
    assert read_draft(read_files(place)).about == content.about
    assert [path.name for path in place.parent.iterdir()] == ["mine"]


def test_a_folder_that_holds_anything_else_is_left_alone(
    place: Path, content: Content
) -> None:
    (place / "notes.txt").write_text("mine", "utf-8")
    message = "the folder holds something else: notes.txt"
    assert refusal(place, content, replace=True) == message
    assert refusal(place / "notes.txt", content) == "this is not a folder"
    assert refusal(place / "a" / "b", content) == "there is no such folder"


def test_an_empty_folder_is_taken(tmp_path: Path, content: Content) -> None:
    (tmp_path / "new").mkdir()
    install_catalogue(tmp_path / "new", checked_files(content), checked=True)
    assert read_draft(read_files(tmp_path / "new")).problems == ()


@pytest.mark.parametrize("stop", [0, 1, 4, 9])
@pytest.mark.parametrize(
    "fault", [OSError(errno.ENOSPC, "No space"), KeyboardInterrupt()]
)
def test_whatever_stops_it_the_old_catalogue_stays(
    place: Path, content: Content, stop: int, fault: BaseException
) -> None:
    before = state(place)

    def failing() -> Iterator[tuple[str, str]]:
        for number, piece in enumerate(checked_files(content)):
            if number == stop:
                raise fault
            yield piece

    with pytest.raises((DataError, KeyboardInterrupt)) as caught:
        install_catalogue(place, failing(), replace=True)
    if isinstance(caught.value, DataError):
        (problem,) = caught.value.problems
        assert problem.message == "this cannot be written: No space left on device"
    assert state(place) == before
    assert [path.name for path in place.parent.iterdir()] == ["mine"]


def test_content_that_is_no_catalogue_never_gets_there(
    place: Path, content: Content
) -> None:
    before = state(place)
    twice = content._replace(
        skills=(*content.skills, Skill("new", content.skills[0].label, "tool"))
    )
    assert "stands on two skills" in refusal(place, twice, replace=True)
    odd = content._replace(skills=(*content.skills, Skill("N w", Text("New"), "tool")))
    assert refusal(place, odd, replace=True) == "N w is not an id"
    assert state(place) == before


def test_files_from_elsewhere_are_read_again_before_they_count(tmp_path: Path) -> None:
    with pytest.raises(DataError):
        install_catalogue(tmp_path / "new", [("catalogue.yaml", "name: a\n")])
    assert list(tmp_path.iterdir()) == []


def test_two_imports_at_once_take_turns(place: Path, content: Content) -> None:
    before = state(place)
    with FileLock(place.parent / ".mine.lock"):
        message = "another command is writing this at the moment"
        assert refusal(place, content, replace=True) == message
    assert state(place) == before


def test_without_an_exchange_in_one_step_two_renames_do(
    place: Path, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "_swapped", lambda *_: False)
    install_catalogue(place, checked_files(content), replace=True, checked=True)
    assert read_draft(read_files(place)).about == content.about
    assert [path.name for path in place.parent.iterdir()] == ["mine"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs rights")
def test_a_place_that_cannot_be_written_is_said(
    tmp_path: Path, content: Content
) -> None:
    tmp_path.chmod(0o500)
    assert refusal(tmp_path / "new", content).startswith("this cannot be written: Perm")
