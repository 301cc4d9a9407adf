"""Whole catalogues as folders: what is valid opens, what is not says where and why."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from skillgap.catalogue import check_catalogue, load_catalogue
from skillgap.errors import DataError

CASES = Path(__file__).parent.parent / "cases"
VALID = sorted((CASES / "valid").iterdir())
INVALID = sorted((CASES / "invalid").iterdir())


@pytest.mark.parametrize("folder", VALID, ids=lambda folder: folder.name)
def test_a_valid_catalogue_has_no_problem_and_opens(folder: Path) -> None:
    check = check_catalogue(folder)
    assert check.problems == ()
    assert load_catalogue(folder).counts() == check.counts


@pytest.mark.parametrize("folder", INVALID, ids=lambda folder: folder.name)
def test_every_problem_is_found_at_its_place(folder: Path) -> None:
    found = check_catalogue(folder).problems
    lines = [
        f"{problem.place.removeprefix(f'{folder}/')} {problem.rule}"
        for problem in found
    ]
    expected = (folder / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert lines == expected


@pytest.mark.parametrize("folder", INVALID, ids=lambda folder: folder.name)
def test_a_broken_catalogue_never_half_loads(folder: Path, tmp_path: Path) -> None:
    errors = [p for p in check_catalogue(folder).problems if p.severity == "error"]
    with pytest.raises(DataError) as caught:
        load_catalogue(folder, cache=tmp_path)
    assert list(caught.value.problems) == errors
    assert list(tmp_path.iterdir()) == []


def test_the_bundled_catalogue_has_no_problem() -> None:
    from skillgap.catalogue import bundled_folder

    assert check_catalogue(bundled_folder()).problems == ()


def problem_of(folder: Path, place: str) -> tuple[str, str | None]:
    for problem in check_catalogue(CASES / "invalid" / folder).problems:
        if problem.place.endswith(place):
            return problem.message, problem.hint
    pytest.fail(f"no problem at {place}")


@pytest.mark.parametrize(
    ("case", "place", "message", "hint"),
    [
        (
            "unknown-key",
            "skills.yaml:4:5",
            "unknown key kinds",
            "did you mean kind?",
        ),
        (
            "unknown-id",
            "occupations.yaml:8:17",
            "unknown skill filling",
            "did you mean filing?",
        ),
        (
            "wrong-type",
            "credentials.yaml:12:12",
            "1_000 is not a number",
            "write 1000",
        ),
        (
            "wrong-type",
            "credentials.yaml:14:17",
            "no is neither true nor false",
            "write true or false, without quotes",
        ),
        (
            "duplicate-label",
            "skills.yaml:9:25",
            "the label FILINGS stands on two skills: filing (line 3) and typing",
            "keep it on one of them, or make the two skills one",
        ),
        (
            "cycles",
            "skills.yaml:5:14",
            (
                "the skills are broader than themselves:"
                " filing > typing > office-work > filing"
            ),
            "take one of the steps out",
        ),
    ],
)
def test_a_problem_says_what_and_how_to_mend_it(
    case: Path, place: str, message: str, hint: str
) -> None:
    assert problem_of(case, place) == (message, hint)


def test_paths_are_those_a_person_can_open() -> None:
    folder = CASES / "invalid" / "unknown-id"
    assert all(
        problem.path and Path(problem.path).is_file()
        for problem in check_catalogue(folder).problems
    )


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    for cache in (None, tmp_path / "cache"):
        with pytest.raises(DataError) as caught:
            load_catalogue(tmp_path / "none", cache=cache)
        assert [p.rule for p in caught.value.problems] == ["SG132"]
    with pytest.raises(DataError, match="not a folder"):
        check_catalogue(Path(__file__))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "skills.yaml").mkdir()
    with pytest.raises(DataError) as caught:
        load_catalogue(tmp_path)
    assert [p.rule for p in caught.value.problems] == ["SG001"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "skills.yaml")
    for cache in (None, tmp_path / "cache"):
        with pytest.raises(DataError, match="no file"):
            load_catalogue(tmp_path, cache=cache)


def test_problems_are_told_in_french() -> None:
    from skillgap.locale import use_language

    use_language("fr")
    try:
        folder = CASES / "invalid" / "unknown-id"
        (first, *_) = check_catalogue(folder).problems
    finally:
        use_language("en")
    assert "unknown" not in first.message
    assert "scool" in first.message
