"""What the bundled catalogue promises, counted on the files that ship."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from skillgap.catalogue import (
    bundled_folder,
    catalogue_stats,
    check_catalogue,
    load_catalogue,
)
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

SEED_FIELDS = {
    "seed-bookkeeping-essentials": "12200",
    "seed-computer-support-service-essentials": "22221",
    "seed-digital-marketing": "11202",
    "seed-health-care-operations": "30010",
    "seed-java-programming": "21232",
}


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    """The bundled catalogue."""
    return load_catalogue()


def test_nothing_is_wrong() -> None:
    assert check_catalogue(bundled_folder()).problems == ()


def test_every_in_demand_occupation_asks_for_8_to_18_skills(bundled: Catalogue) -> None:
    occupations = bundled.all_occupations()
    assert len(occupations) == 108
    counts = {each.noc: len(each.requirements) for each in occupations}
    assert {noc: count for noc, count in counts.items() if not 8 <= count <= 18} == {}


def test_every_occupation_has_its_facts_with_sources(bundled: Catalogue) -> None:
    for each in bundled.all_occupations():
        assert each.title.en
        assert each.title.fr
        assert each.wage is not None
        assert each.wage.source
        assert each.demand
        assert all(fact.source for fact in each.demand)
        assert all(ask.basis for ask in each.requirements)


def test_every_credential_develops_a_skill_and_names_its_issuer(
    bundled: Catalogue,
) -> None:
    credentials = bundled.all_credentials()
    assert len(credentials) >= 367
    assert [each.id for each in credentials if not each.develops] == []
    nowhere = [each.id for each in credentials if not (each.source.url or each.note)]
    assert nowhere == []


def test_every_skill_has_labels_in_both_languages(bundled: Catalogue) -> None:
    for skill in bundled.all_skills():
        assert skill.label.en
        assert skill.label.fr


def test_no_name_stands_on_two_skills(bundled: Catalogue) -> None:
    owners: dict[str, str] = {}
    for skill in bundled.all_skills():
        names = (
            *skill.label,
            *skill.alternative_labels.en,
            *skill.alternative_labels.fr,
        )
        for name in names:
            assert owners.setdefault(label_key(name or skill.id), skill.id) == skill.id


def test_requirements_and_credentials_meet(bundled: Catalogue) -> None:
    shares = catalogue_stats(bundled, date(2026, 11, 24)).taught_share
    learnt = [each for each in shares if each.kinds == ("technical", "knowledge")]
    (overall,) = [each for each in learnt if not each.nocs]
    (seed,) = [each for each in learnt if len(each.nocs) > 1]
    assert (overall.share or 0) >= 0.65
    assert (seed.share or 0) >= 0.75


@pytest.mark.parametrize("seed", SEED_FIELDS)
def test_seed_field_is_answered_beside_its_own_record(
    bundled: Catalogue, seed: str
) -> None:
    field = bundled.credential(seed).field
    others = [each for each in bundled.all_credentials() if each.field == field]
    assert len(others) >= 5
    (occupation,) = [
        each for each in bundled.all_occupations() if each.noc == SEED_FIELDS[seed]
    ]
    asked = [ask.skill for ask in occupation.requirements]
    assert len(bundled.teaching(asked)) >= 5


def test_unknown_hours_and_prices_stay_unknown(bundled: Catalogue) -> None:
    hours = [each.hours for each in bundled.all_credentials()]
    assert sum(each.basis == "unknown" for each in hours) > len(hours) / 2
    assert all(each.value is None for each in hours if each.basis == "unknown")


@pytest.mark.parametrize("path", sorted(bundled_folder().glob("*.yaml")), ids=str)
def test_lines_are_short_enough_to_edit(path: object) -> None:
    from pathlib import Path

    lines = Path(str(path)).read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > 120] == []
    assert lines[0].startswith("# ")
