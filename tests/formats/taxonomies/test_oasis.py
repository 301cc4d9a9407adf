"""OaSIS of any edition as a catalogue, with the titles of the NOC in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.formats.taxonomies.published import OASIS, REAL, account, write

from skillgap.catalogue import load_catalogue
from skillgap.catalogue.checked import checked_files
from skillgap.catalogue.install import install_catalogue
from skillgap.errors import DataError
from skillgap.formats.noc import five_digits
from skillgap.formats.oasis import import_oasis
from skillgap.model import Requirement, Text

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-11-24"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "oasis", OASIS)


def test_profiles_become_occupations_of_the_noc(folder: Path) -> None:
    content = import_oasis([folder], TODAY).content
    legislators, managers = content.occupations
    assert legislators.title == Text("Tea legislators", "Législateurs")
    assert (legislators.noc, legislators.teer, legislators.field) == (
        "00010",
        0,
        "noc-0",
    )
    assert legislators.requirements == (
        Requirement("writing", "essential", 5, 5, "oasis_level"),
    )
    assert managers.title == Text("Tea managers")
    assert managers.alternative_titles.en == ("chief of tea",)
    assert managers.alternative_titles.fr == ("Directeurs financiers",)
    assert managers.requirements == (
        Requirement("tea", "essential", 4, 4, "oasis_level"),
        Requirement("digital-production", "essential", 3, 3, "oasis_level"),
        Requirement("writing", "optional", 2, 2, "oasis_level"),
    )
    assert [field.label for field in content.about.fields] == [
        Text("Legislative work", "Législation"),
        Text("Business"),
    ]
    assert [source.id for source in content.about.sources] == ["oasis-2099", "noc-2021"]


def test_every_row_is_accounted_for(folder: Path) -> None:
    parts = account(import_oasis([folder], TODAY))
    assert parts["skills_oasis_2099_v1.0.csv"] == (
        5,
        3,
        {"no code of a profile": 1, "stands there twice": 1},
    )
    assert parts["ratings of skills_oasis_2099_v1.0.csv"] == (
        6,
        3,
        {"does not apply (0)": 1, "no number on the scale": 1, "no rating": 1},
    )
    assert parts["example-titles_oasis_2099_v1.0.csv"] == (
        2,
        1,
        {"names no occupation of the source": 1},
    )
    assert parts["occupations"] == (3, 2, {"asks for no skill": 1})


def test_mixed_editions_are_refused(folder: Path) -> None:
    (folder / "knowledges_oasis_2099_v1.0.csv").rename(
        folder / "knowledges_oasis_2098_v1.0.csv"
    )
    with pytest.raises(DataError, match="several editions: 2098, 2099"):
        import_oasis([folder], TODAY)


@pytest.mark.parametrize(
    ("written", "code"),
    [("10", "00010"), ("NOC_21232", "21232"), ("21232", "21232"), ("TEER_0", None)],
)
def test_codes_of_the_noc_are_read_as_people_write_them(
    written: str, code: str | None
) -> None:
    assert five_digits(written) == code


@pytest.mark.skipif(not REAL.is_dir(), reason="the files as published are not here")
@pytest.mark.parametrize(
    ("year", "skills", "ratings", "requirements"),
    [("2023", 77, 25146, 34010), ("2025", 33, 24797, 24797)],
)
def test_all_of_oasis(
    tmp_path: Path, year: str, skills: int, ratings: int, requirements: int
) -> None:
    structure = [p for p in (REAL / "noc-2021").iterdir() if "struct" in p.name]
    sources = [p for p in structure if not p.name.startswith("noc_structure")]
    intake = import_oasis([REAL / f"oasis-{year}", *sources], TODAY)
    parts = account(intake)
    assert parts[f"skills_oasis_{year}_v1.{'0' if year == '2023' else '1'}.csv"] == (
        900,
        900,
        {},
    )
    assert ratings in {part[1] for part in parts.values()}
    assert parts["occupations"] == (900, 900, {})
    place = tmp_path / "oasis"
    install_catalogue(place, checked_files(intake.content), checked=True)
    counts = load_catalogue(place).counts()
    assert (counts["skills"], counts["requirements"]) == (skills, requirements)
