"""The O*NET text database as a catalogue: scales mapped, flags kept, rows counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.formats.taxonomies.published import ONET, REAL, account, write

from skillgap.catalogue import load_catalogue
from skillgap.catalogue.checked import checked_files
from skillgap.catalogue.install import install_catalogue
from skillgap.errors import DataError
from skillgap.formats.onet import import_onet, level_of
from skillgap.model import Requirement

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-11-24"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "onet", ONET)


@pytest.mark.parametrize(
    ("published", "ours"),
    [(0, 1), (0.87, 1), (0.88, 2), (2.63, 3), (3.5, 3), (4.38, 4), (6.13, 5), (7, 5)],
)
def test_levels_from_0_to_7_become_1_to_5_in_equal_steps(
    published: float, ours: int
) -> None:
    assert level_of(published) == ours


def test_ratings_become_requirements(folder: Path) -> None:
    content = import_onet([folder], TODAY).content
    maker, manager = content.occupations
    assert maker.requirements == (
        Requirement("mathematics", "essential", 5, 4, "onet_importance"),
        Requirement("microsoft-excel", "essential", 4, None, "onet_in_demand"),
        Requirement("teasoft", "optional", 2, None, "onet_listed"),
    )
    assert manager.requirements == (
        Requirement("microsoft-excel", "optional", 2, None, "onet_hot"),
        Requirement("programming", "optional", 2, 1, "onet_importance"),
    )
    assert maker.onet == ("11-1111.00",)
    assert maker.alternative_titles.en == ("Brewer",)
    kinds = {skill.id: skill.kind for skill in content.skills}
    assert kinds == {
        "mathematics": "transferable",
        "programming": "technical",
        "microsoft-excel": "tool",
        "teasoft": "tool",
    }
    (source,) = content.about.sources
    assert (source.id, source.as_of) == ("onet-99.1", "2031-05")
    assert "USDOL/ETA" in (source.attribution or "")


def test_every_row_is_accounted_for(folder: Path) -> None:
    parts = account(import_onet([folder], TODAY))
    assert parts["Skills.txt"] == (
        11,
        4,
        {
            "importance below 1.5: not asked for": 1,
            "a level that the source calls not relevant": 1,
            "the source recommends to suppress it": 1,
            "a level whose importance is not used": 1,
            "stands there twice": 1,
            "another scale than importance and level": 1,
            "no number on the scale": 1,
        },
    )
    assert parts["Knowledge.txt"] == (2, 2, {})
    assert parts["Technology Skills.txt"] == (3, 3, {})
    assert parts["occupations"] == (3, 2, {"asks for no skill": 1})
    assert parts["skills"] == (
        5,
        4,
        {"made one with a skill of the same label": 1},
    )


def test_a_set_of_two_versions_is_refused(folder: Path) -> None:
    path = folder / "Skills.txt"
    path.write_text(path.read_text("utf-8").replace("11-2222", "99-2222"), "utf-8")
    with pytest.raises(DataError, match="7 rows name an occupation that the other"):
        import_onet([folder], TODAY)


def test_a_set_without_its_skills_is_refused(folder: Path) -> None:
    (folder / "Skills.txt").unlink()
    with pytest.raises(DataError, match=r"the file Skills\.txt is missing"):
        import_onet([folder], TODAY)


@pytest.mark.skipif(not REAL.is_dir(), reason="the files as published are not here")
def test_all_of_onet(tmp_path: Path) -> None:
    intake = import_onet(
        [REAL / "onet-29.2-text", REAL / "onet-derived-text" / "29.2"], TODAY
    )
    parts = account(intake)
    assert parts["Skills.txt"][:2] == (61530, 53806)
    assert parts["Knowledge.txt"][:2] == (58014, 42412)
    assert parts["Technology Skills.txt"][:2] == (32627, 32627)
    assert parts["occupations"] == (1016, 923, {"asks for no skill": 93})
    install_catalogue(tmp_path / "onet", checked_files(intake.content), checked=True)
    assert load_catalogue(tmp_path / "onet").counts()["requirements"] == 80422
