"""ESCO's CSV files as a catalogue: joined, settled, and every row accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.formats.taxonomies.published import ESCO, REAL, O, S, account, write

from skillgap.catalogue import load_catalogue
from skillgap.catalogue.checked import checked_files
from skillgap.catalogue.install import install_catalogue
from skillgap.errors import DataError
from skillgap.formats.esco import import_esco
from skillgap.model import Requirement, Text, Texts

TODAY = "2026-11-24"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "esco-9.8.7-en", ESCO)


def test_labels_are_settled_so_that_none_stands_on_two_skills(folder: Path) -> None:
    brew, varieties, listen = import_esco([folder], TODAY).content.skills
    assert brew.id == "brew-tea"
    assert brew.label == Text("brew tea", "préparer le thé")
    assert brew.alternative_labels == Texts(
        ("make tea", "brewing tea", "infuse"), ("infuser",)
    )
    assert brew.uri == f"{S}aaaa1111"
    assert varieties.label == Text("tea varieties")
    assert varieties.alternative_labels == Texts(("kinds of tea",))
    assert (varieties.kind, listen.kind, brew.kind) == (
        "knowledge",
        "transferable",
        "technical",
    )
    assert listen.label.fr == "écouter"


def test_only_broader_skills_without_a_circle_are_taken(folder: Path) -> None:
    brew, varieties, _ = import_esco([folder], TODAY).content.skills
    assert brew.broader == ("tea-varieties",)
    assert varieties.broader == ()


def test_requirements_name_who_says_so(folder: Path) -> None:
    content = import_esco([folder], TODAY).content
    server, taster, other = content.occupations
    assert server.id == "tea-server-5131-1"
    assert other.id == "tea-server-7515-1"
    assert server.requirements == (
        Requirement("brew-tea", "essential", 3, None, "esco_essential"),
        Requirement("listen", "essential", 3, None, "esco_essential"),
    )
    assert taster.requirements == (
        Requirement("tea-varieties", "essential", 3, None, "esco_essential"),
    )
    assert server.alternative_titles.en == ("tea host",)
    assert (server.field, other.field) == ("isco-51", "isco-75")
    assert server.uris == (f"{O}1111aaaa",)
    (source,) = content.about.sources
    assert (source.id, source.as_of) == ("esco-9.8.7", "2024-03-01")
    assert source.attribution is not None


def test_every_row_is_accounted_for(folder: Path) -> None:
    intake = import_esco([folder], TODAY)
    assert account(intake) == {
        "skills_en.csv": (
            5,
            4,
            {"out of use": 1},
        ),
        "skills": (4, 3, {"made one with a skill of the same label": 1}),
        "occupations_en.csv": (4, 4, {}),
        "occupationSkillRelations_en.csv": (5, 5, {}),
        "broaderRelationsSkillPillar_en.csv": (
            5,
            3,
            {
                "between groups of skills": 1,
                "the broader one is a group, no skill that people claim": 1,
            },
        ),
        "skills_fr.csv": (4, 3, {"no English label has this address": 1}),
        "ISCOGroups_en.csv": (
            3,
            2,
            {"a group of another size than the fields (two digits)": 1},
        ),
        "occupations": (4, 3, {"asks for no skill": 1}),
        "French labels of skills": (3, 2, {"another skill has this label": 1}),
        "alternative labels of skills": (
            9,
            5,
            {
                "another skill has this label": 1,
                "says the same as another label of the skill": 1,
                "several skills have this label": 2,
            },
        ),
        "broader skills": (
            3,
            1,
            {
                "would make a skill broader than itself": 1,
                "stands there twice": 1,
            },
        ),
    }
    assert [each.name for each in intake.unread] == ["conceptSchemes_en.csv"]


def test_the_order_of_the_rows_does_not_matter_to_ids(folder: Path) -> None:
    before = import_esco([folder], TODAY).content
    path = folder / "occupations_en.csv"
    header, *rest = path.read_text("utf-8").split("\nOccupation")
    path.write_text("\nOccupation".join([header, *reversed(rest)]), "utf-8")
    after = import_esco([folder], TODAY).content
    assert {o.id: o for o in after.occupations} == {o.id: o for o in before.occupations}


def test_every_command_accepts_the_result(folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "made"
    intake = import_esco([folder], TODAY)
    install_catalogue(place, checked_files(intake.content), checked=True)
    catalogue = load_catalogue(place)
    assert catalogue.counts()["requirements"] == 4
    assert catalogue.ancestors("brew-tea") == {"tea-varieties"}


def refused(*sources: Path) -> tuple[str, str]:
    with pytest.raises(DataError) as caught:
        import_esco(sources, TODAY)
    (problem,) = caught.value.problems
    return problem.message, Path(problem.path or "").name


def test_a_file_that_is_missing_is_named(folder: Path) -> None:
    (folder / "skills_en.csv").unlink()
    assert refused(folder) == ("the file of skills is missing from the set", "")


def test_a_changed_header_is_named(folder: Path) -> None:
    path = folder / "occupationSkillRelations_en.csv"
    path.write_text(path.read_text("utf-8").replace("relationType", "kind"), "utf-8")
    assert refused(folder) == ("the column relationType is missing", path.name)


@pytest.mark.parametrize("name", ["skills_en.csv", "occupationSkillRelations_en.csv"])
def test_a_truncated_file_is_refused(folder: Path, name: str) -> None:
    path = folder / name
    data = path.read_bytes()
    cut = data.index(b"steep leaves") if name.startswith("skills") else len(data) - 20
    path.write_bytes(data[:cut])
    assert refused(folder) == ("the file ends in the middle of a row", name)


def test_mixed_versions_are_refused(folder: Path, tmp_path: Path) -> None:
    path = folder / "occupationSkillRelations_en.csv"
    text = path.read_text("utf-8").replace(f"{O}1111aaaa", f"{O}0000eeee")
    path.write_text(text, "utf-8")
    message, _ = refused(folder)
    assert message == (
        "3 of 5 relations name an occupation or skill that the other files do not have"
    )
    older = ESCO["skills_en.csv"].replace("infuse", "draw")
    other = write(tmp_path / "esco-1.0-en", {"skills_en.csv": older})
    message, _ = refused(folder, other)
    assert message == (
        "two files hold the skills in the language en: "
        "esco-9.8.7-en/skills_en.csv and esco-1.0-en/skills_en.csv"
    )


def test_french_labels_of_something_else_are_refused(folder: Path) -> None:
    path = folder / "skills_fr.csv"
    path.write_text(path.read_text("utf-8").replace(S, "http://a.ca/"), "utf-8")
    message, _ = refused(folder)
    assert message == "only 0 of 4 French labels belong to an English one"


def test_the_form_of_tabiya_is_read_too(tmp_path: Path) -> None:
    files = {
        "skills.csv": "ORIGINURI,ID,SKILLTYPE,REUSELEVEL,PREFERREDLABEL,ALTLABELS\n"
        f"{S}1,k1,skill/competence,sector-specific,brew tea,\n",
        "occupations.csv": "ORIGINURI,ID,OCCUPATIONGROUPCODE,CODE,PREFERREDLABEL\n"
        f"{O}1,k2,5131,5131.1,tea server\n",
        "occupation_to_skill_relations.csv": "OCCUPATIONTYPE,OCCUPATIONID,RELATIONTYPE,"
        "SKILLID\nescooccupation,k2,essential,k1\n",
    }
    fr = {
        "occupations.csv": "ORIGINURI,ID,OCCUPATIONGROUPCODE,CODE,PREFERREDLABEL\n"
        f"{O}1,other,5131,5131.1,serveuse de thé\n"
    }
    sources = [write(tmp_path / "t-v1", files), write(tmp_path / "t-v1-fr", fr)]
    (occupation,) = import_esco(sources, TODAY).content.occupations
    assert occupation.title == Text("tea server", "serveuse de thé")
    assert [each.skill for each in occupation.requirements] == ["brew-tea"]


@pytest.mark.skipif(not REAL.is_dir(), reason="the files as published are not here")
def test_all_of_esco(tmp_path: Path) -> None:
    intake = import_esco(
        [
            REAL / "esco-1.2.0-en",
            REAL / "esco-derived-relations",
            REAL / "esco-1.0.3-en-fr",
            REAL / "tabiya-esco-1.1.2-en-fr" / "esco-v1.1.2-fr",
        ],
        TODAY,
    )
    parts = account(intake)
    assert parts["skills"][:2] == (13891, 13890)
    assert parts["occupations_en.csv"][:2] == (3039, 3039)
    relations = parts["occupationSkillRelations_en.reconstructed.csv"]
    assert relations == (
        129004,
        125780,
        {
            "names no skill of the source": 3209,
            "the occupation asks for this skill already": 15,
        },
    )
    assert parts["skills_fr.csv"][:2] == (13485, 12293)
    place = tmp_path / "esco"
    install_catalogue(place, checked_files(intake.content), checked=True)
    assert load_catalogue(place).counts()["requirements"] == 125780
