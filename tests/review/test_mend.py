"""Mending changes the lines concerned and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from skillgap.review import mend_catalogue, review_catalogue

SMALL = Path(__file__).parents[1] / "cases" / "valid" / "small"
BEFORE = """\
# The skills.   \n\
skills:
  - id: baking       # a craft\t
    label: {en: Baking}
    alternative_labels:
      en: [bakery, bread,   # for the shop
        Bakeries, loaves,
        rolls, BREADS,
        cakes]
      fr:
        - cuisson   # au four
        - Cuissons
        - pains
    kind: technical
"""
AFTER = """\
# The skills.
skills:
  - id: baking       # a craft
    label: {en: Baking}
    alternative_labels:
      en: [bakery, bread,   # for the shop
        loaves,
        rolls,
        cakes]
      fr:
        - cuisson   # au four
        - pains
    kind: technical
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "made")
    for name in ("occupations.yaml", "credentials.yaml"):
        (tmp_path / "made" / name).unlink()
    (tmp_path / "made" / "occupations.yaml").write_text("occupations: []\n")
    (tmp_path / "made" / "skills.yaml").write_text(BEFORE, encoding="utf-8")
    return tmp_path / "made"


def test_only_the_lines_concerned_change(folder: Path) -> None:
    about = (folder / "catalogue.yaml").read_bytes()
    mended = mend_catalogue(folder)
    assert (folder / "skills.yaml").read_text(encoding="utf-8") == AFTER
    assert (folder / "catalogue.yaml").read_bytes() == about
    lines = [int(place.rsplit(":", 1)[1]) for place in mended]
    assert lines == [1, 3, 7, 8, 12]


def test_what_was_mended_is_found_no_more(folder: Path) -> None:
    assert {"SG203", "SG230"} <= {p.rule for p in review_catalogue(folder).problems}
    mend_catalogue(folder)
    left = {problem.rule for problem in review_catalogue(folder).problems}
    assert left.isdisjoint({"SG203", "SG230"})
    assert mend_catalogue(folder) == ()


def test_the_ends_of_lines_stay_as_they_are(folder: Path) -> None:
    path = folder / "skills.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + BEFORE.replace("\n", "\r\n").encode())
    mend_catalogue(folder)
    wanted = b"\xef\xbb\xbf" + AFTER.replace("\n", "\r\n").encode()
    assert path.read_bytes() == wanted


def test_blanks_that_are_read_stay(folder: Path) -> None:
    path = folder / "catalogue.yaml"
    text = path.read_text(encoding="utf-8").replace("sources:", "sources:  ", 1)
    note = "\n  - id: noted\n    title: Noted\n    note: |\n      one  \n      two\n"
    path.write_text(text.rstrip("\n") + note, encoding="utf-8")
    mend_catalogue(folder)
    mended = path.read_text(encoding="utf-8")
    assert "one  \n" in mended


def test_a_folder_with_errors_is_left_alone(folder: Path) -> None:
    path = folder / "skills.yaml"
    path.write_text(BEFORE + "    colour: red\n", encoding="utf-8")
    before = path.read_bytes()
    assert mend_catalogue(folder) == ()
    assert path.read_bytes() == before
