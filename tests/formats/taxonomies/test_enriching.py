"""Facts of other sources added to a catalogue by code; conflicts shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.formats.taxonomies.published import OASIS, ONET, REAL, account, write

from skillgap.formats.additions import Base
from skillgap.formats.cops import add_cops
from skillgap.formats.crosswalk import add_codes
from skillgap.formats.jobbank import add_outlooks, add_wages
from skillgap.formats.joined import add_requirements
from skillgap.formats.oasis import import_oasis
from skillgap.formats.onet import import_onet
from skillgap.model import Fact, Requirement, Text, Wage

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-11-24"
WAGES = """NOC_CNP,prov,ER_Code_Code_RE,ER_Name,Low_Wage_Salaire_Minium,\
Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal,Reference_Period,\
Revision_Date_Date_revision,Annual_Wage_Flag_Salaire_annuel
NOC_10010,ON,ER35,Ontario,20.5,30,45.25,2030-2031,2031-11-19,0
NOC_00010,ON,ER35,Ontario,,"99,000",,NA,2031-11-19,1
NOC_00010,ON,ER3530,Toronto,1,2,3,2030,2031-11-19,1
NOC_99999,ON,ER35,Ontario,1,2,3,2030,2031-11-19,0
NOC_10010,ON,ER35,Ontario,,,,NA,2031-11-19,0
NOC_10010,ON,ER35,Ontario,9,2,3,2030,2031-11-19,0
"""


@pytest.fixture
def base(tmp_path: Path) -> Base:
    folder = write(tmp_path / "oasis", OASIS)
    return Base(import_oasis([folder], TODAY).content)


def table(folder: Path, name: str, text: str) -> Path:
    return write(folder, {name: text}) / name


def test_wages_keep_their_unit_and_what_is_not_known(
    base: Base, tmp_path: Path
) -> None:
    intake = add_wages(base, table(tmp_path, "wages.csv", WAGES))
    legislators, managers = intake.content.occupations
    source = "jobbank-wages"
    assert managers.wage == Wage(
        20.5, 30, 45.25, "CAD/hour", "Ontario", "2030-2031", source
    )
    assert legislators.wage == Wage(
        None, 99000, None, "CAD/year", "Ontario", None, source
    )
    assert account(intake)["wages.csv"] == (
        6,
        2,
        {
            "another region": 1,
            "no occupation of the catalogue has this code": 1,
            "suppressed by the source": 1,
            "low, median and high are not in rising order": 1,
        },
    )
    work = intake.content.about.sources[-1]
    assert (work.id, work.as_of) == (source, "2031-11-19")
    assert "Open Government Licence" in (work.attribution or "")


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_wage_that_differs_is_shown_and_stands_unless_asked(
    base: Base, tmp_path: Path, overwrite: bool
) -> None:
    path = table(tmp_path, "wages.csv", WAGES)
    first = add_wages(base, path).content
    path.write_text(WAGES.replace("45.25", "46"), "utf-8")
    again = add_wages(Base(first, overwrite), path)
    (conflict,) = again.conflicts
    assert (conflict.record, conflict.key) == ("tea-managers", "wage")
    high = {again.content.occupations[1].wage.high}  # type: ignore[union-attr]
    assert high == {46 if overwrite else 45.25}
    assert ("46" in conflict.kept) is overwrite


def test_outlooks_of_the_province_and_its_regions(base: Base, tmp_path: Path) -> None:
    text = (
        "NOC_Code,NOC Title,Outlook,Economic Region Code,Economic Region Name\n"
        "NOC_10010,Managers,Very good,3500,Ontario\n"
        "NOC_10010,Managers,Limited,3530,Toronto\n"
        "NOC_10010,Managers,Undetermined,3560,London\n"
        "NOC_10010,Managers,Good,2400,Quebec\n"
    )
    path = table(tmp_path, "20302032_outlook_n21_en.csv", text)
    intake = add_outlooks(base, path)
    managers = intake.content.occupations[1]
    source = "jobbank-outlooks"
    assert managers.outlook == Fact(
        "outlook", "very_good", "Ontario", "2030-2032", source
    )
    assert managers.outlook_regional == (
        Fact("outlook", "limited", "Toronto", "2030-2032", source),
    )
    assert account(intake)[path.name] == (
        4,
        2,
        {"another region": 1, "no outlook": 1},
    )


def test_conditions_of_cops_are_demand(base: Base, tmp_path: Path) -> None:
    text = (
        "Code,Future_Labour_Market_Conditions,Recent_Labour_Market_Conditions\n"
        "00000,N/A,N/A\nTEER_0,Balance,Balance\n"
        "10010,Strong risk of Shortage,N/A\n"
    )
    path = table(tmp_path, "summary_sommaire_2030_2039_noc2021.csv", text)
    intake = add_cops(base, path)
    assert intake.content.occupations[1].demand == (
        Fact(
            "cops_future",
            "Strong risk of Shortage",
            "Canada",
            "2030-2039",
            "cops-2030-2039",
        ),
    )
    assert account(intake)[path.name] == (
        6,
        1,
        {"an aggregate, no occupation": 4, "left open by the source": 1},
    )
    again = add_cops(Base(intake.content), path)
    assert again.content.occupations == intake.content.occupations


def test_requirements_come_over_by_a_crosswalk(base: Base, tmp_path: Path) -> None:
    text = "noc,noc_title,onet,onet_title\n10010,M,11-1111.00,T\n10,L,,\n5,X,1,Y\n"
    coded = add_codes(base, table(tmp_path, "noc_onet.csv", text))
    assert coded.content.occupations[1].onet == ("11-1111.00",)
    assert account(coded)["noc_onet.csv"] == (
        3,
        1,
        {
            "no code on the other side": 1,
            "no occupation of the catalogue has this code": 1,
        },
    )
    ratings = ONET["Skills.txt"].replace("Programming", "Writing").replace("1.49", "4")
    files = ONET | {"Skills.txt": ratings}
    onet = import_onet([write(tmp_path / "onet", files)], TODAY).content
    joined = add_requirements(Base(coded.content), onet, "onet")
    managers = joined.content.occupations[1]
    own = base.content.occupations[1].requirements
    *others, writing = managers.requirements
    assert (*others, writing._replace(note=None)) == own
    assert writing.note == "O*NET importance rating: 4"
    assert add_requirements(Base(joined.content), onet, "onet").conflicts == ()
    (conflict,) = joined.conflicts
    assert conflict.kept == "2/2 (oasis_level)"
    assert conflict.other == "4 (onet_importance)"
    assert "onet_importance" in {basis.id for basis in joined.content.about.bases}


def test_a_requirement_that_is_new_keeps_its_basis(base: Base, tmp_path: Path) -> None:
    text = "noc_2021,onet_soc_code\n00010,11-1111.00\n"
    coded = add_codes(base, table(tmp_path, "noc_onet.csv", text))
    known = ONET["Knowledge.txt"].replace("Mathematics", "Tea")
    onet = import_onet(
        [write(tmp_path / "onet", ONET | {"Knowledge.txt": known})], TODAY
    ).content
    joined = add_requirements(Base(coded.content), onet, "onet")
    assert joined.content.occupations[0].requirements[-1] == Requirement(
        "tea", "essential", 5, 4, "onet_importance"
    )


def test_a_skill_of_another_name_is_known_by_its_address(
    base: Base, tmp_path: Path
) -> None:
    text = "noc_2021,onet_soc_code\n00010,11-1111.00\n"
    coded = add_codes(base, table(tmp_path, "noc_onet.csv", text)).content
    address = "http://example.org/tea"
    onet = import_onet([write(tmp_path / "onet", ONET)], TODAY).content
    asked = onet.occupations[0].requirements[0].skill
    named = tuple(
        each._replace(label=Text("Infusing leaves", None), uri=address)
        if each.id == asked
        else each
        for each in onet.skills
    )
    own, *others = coded.skills
    coded = coded._replace(skills=(own._replace(uri=address), *others))
    joined = add_requirements(Base(coded), onet._replace(skills=named), "onet")
    notes = [
        each.note or each.basis
        for each in joined.content.occupations[0].requirements
        if each.skill == own.id
    ]
    assert notes
    assert "onet" in str(notes[0]).lower().replace("*", "")


@pytest.mark.skipif(not REAL.is_dir(), reason="the files as published are not here")
def test_what_canada_publishes_meets_oasis() -> None:
    base = Base(import_oasis([REAL / "oasis-2023"], TODAY).content)
    cops = REAL / "cops-2024-2033" / "summary_sommaire_2024_2033_noc2021.csv"
    assert account(add_cops(base, cops))[cops.name][:2] == (1066, 970)
    (wages,) = (REAL / "jobbank-wages").glob("*SAMPLE.csv")
    assert account(add_wages(base, wages))[wages.name][:2] == (18, 1)
    outlooks = REAL / "jobbank-outlook-sample" / "labour_outlook.SAMPLE.json"
    found = add_outlooks(base, outlooks)
    assert account(found)[outlooks.name][:2] == (12, 10)
    walk = REAL / "noc-crosswalks" / "noc2021_onet26.csv"
    assert account(add_codes(base, walk))[walk.name][:2] == (1467, 1389)
