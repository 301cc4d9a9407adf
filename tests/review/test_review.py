"""Each rule of the review on a catalogue that breaks it, and on the one that ships."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from skillgap.catalogue import bundled_folder
from skillgap.review import review_catalogue

CASES = Path(__file__).parents[1] / "cases"
SKILLS = """\
skills:
  - id: bread-baking
    label: {en: Baking of bread, fr: Cuisson du pain}
    alternative_labels:
      en: [bakery, Bakeries, loaves]
    kind: technical
  - id: breadbaking
    label: {en: Bread baking, fr: Boulange}
    kind: technical
  - id: idling
    label: {en: Idling}
    alternative_labels:
      en: ["salt, pepper"]
    kind: technical
"""
OCCUPATIONS = """\
occupations:
  - id: bakers
    noc: "63202"
    title: {en: Bakers, fr: Boulangers}
    alternative_titles: {en: [cooks]}
    wage: {low: 4, median: 20, high: 30, unit: CAD/hour, region: Ontario,
      period: "2020", source: https://example.org/}
    requirements:
      - {skill: bread-baking, relation: essential, importance: 5}
  - id: cooks
    noc: "63200"
    title: {en: Cooks, fr: Cuisiniers}
    requirements:
      - {skill: breadbaking, relation: essential, importance: 5}
"""
CREDENTIALS = """\
issuers:
  - {id: school, name: {en: School}, kind: college}
credentials:
  - {id: bread-one, name: {en: Bread}, issuer: school, kind: course, field: food,
     develops: [{skill: breadbaking}], hours: 3000, status: current, confidence: high,
     source: {kind: issuer}}
  - {id: bread-two, name: {en: Breads}, issuer: school, kind: course, field: food,
     develops: [{skill: breadbaking}], status: current, confidence: high,
     source: {url: "https://example.org/"}}
"""
ABOUT = """\
name: invented
title: {en: Invented}
as_of: 2026-11-23
currency: CAD
region: Ontario
fields:
  - {id: food, label: {en: Food, fr: Alimentation}}
sources:
  - {id: nowhere, title: A work}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An invented catalogue in which much is doubtful and nothing is wrong."""
    for name, text in (
        ("catalogue.yaml", ABOUT),
        ("skills.yaml", SKILLS),
        ("occupations.yaml", OCCUPATIONS),
        ("credentials.yaml", CREDENTIALS),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def found(folder: Path, **asked: object) -> dict[str, tuple[str, str]]:
    problems = review_catalogue(folder, **asked).problems  # type: ignore[arg-type]
    return {
        each.rule: (each.place.removeprefix(f"{folder}/"), each.message)
        for each in problems
    }


def test_each_doubt_is_told_at_its_place(folder: Path) -> None:
    assert found(folder) == {
        "SG201": (
            "skills.yaml:8:17",
            (
                "the skills bread-baking and breadbaking look alike: "
                "Baking of bread; Bread baking"
            ),
        ),
        "SG202": (
            "credentials.yaml:7:32",
            (
                "the credentials bread-one and bread-two of one issuer look alike: "
                "Bread; Breads"
            ),
        ),
        "SG203": (
            "skills.yaml:5:20",
            "the label Bakeries stands twice on the skill bread-baking",
        ),
        "SG205": (
            "occupations.yaml:5:31",
            "the title cooks of bakers, typed as it stands, is understood as cooks",
        ),
        "SG206": (
            "skills.yaml:11:12",
            "the skill idling has no text in the language fr",
        ),
        "SG207": (
            "occupations.yaml:12:17",
            "the occupations bakers and cooks share titles: cooks",
        ),
        "SG208": (
            "skills.yaml:13:12",
            "1 label is read as several skills, or with a level: salt, pepper",
        ),
        "SG210": (
            "skills.yaml:10:5",
            "nobody asks for the skill idling, and nobody teaches it",
        ),
        "SG211": (
            "skills.yaml:2:9",
            "1 skill is asked for and not taught: bread-baking",
        ),
        "SG213": (
            "occupations.yaml:9:7",
            "no credential serves any requirement of bakers",
        ),
        "SG220": (
            "occupations.yaml:6:17",
            "the occupation bakers: low is 4, which is unlikely",
        ),
        "SG221": (
            "credentials.yaml:6:14",
            "the source of the credential bread-one has no address and no note",
        ),
    }


def test_hours_beyond_a_year_are_doubted(folder: Path) -> None:
    messages = [each.message for each in review_catalogue(folder).problems]
    unlikely = "the credential bread-one: hours is 3000, which is unlikely"
    assert unlikely in messages


def test_age_is_looked_at_where_it_is_asked_for(folder: Path) -> None:
    day = date(2026, 11, 24)
    assert "SG222" not in found(folder, today=day)
    place, message = found(folder, today=day, stale_days=365)["SG222"]
    assert place == "occupations.yaml:6:11"
    assert message == "the wage of bakers is of 2020, 2154 days ago"
    assert "SG222" not in found(folder, today=day, stale_days=2154)


def test_where_there_is_an_error_only_errors_are_told(tmp_path: Path) -> None:
    shutil.copytree(CASES / "invalid" / "unknown-id", tmp_path, dirs_exist_ok=True)
    problems = review_catalogue(tmp_path).problems
    assert {each.severity for each in problems} == {"error"}


def test_the_bundled_catalogue_has_no_error_and_no_warning() -> None:
    problems = review_catalogue(bundled_folder()).problems
    assert [each for each in problems if each.severity != "note"] == []
    assert {each.rule for each in problems} == {"SG207", "SG208", "SG211", "SG212"}
