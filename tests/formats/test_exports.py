"""A profile in other people's formats: true to them, and to what the person said."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.formats.json_resume import import_json_resume
from skillgap.formats.json_resume_export import to_json_resume, without_place
from skillgap.formats.open_badges_export import to_open_badges
from skillgap.model import (
    Alignment,
    AwardedCredential,
    Claim,
    Evidence,
    Learning,
    Profile,
)

SCHEMA = (
    Path(__file__).parents[3]
    / "shared"
    / "taxonomies"
    / "jsonresume"
    / "schema"
    / "schema.json"
)
BOOK = Learning("book", "Ledgers", (Claim("bookkeeping", 2),), 12, "2026-10-02")
COURSE = Learning("course", "Night school", date="2025", url="https://example.org/")
PROFILE = Profile(
    claims=(
        Claim("excel", 4, evidence=(Evidence("work", "at a shop", "2024-06"),)),
        Claim("sql", evidence=(Evidence("work", "at a shop", "2024-06"),)),
    ),
    awards=(
        AwardedCredential(
            "First aid",
            "Red Cross",
            "2025-03-04",
            "2028-03",
            (
                Alignment("CPR", "ESCO", "S1", "https://example.org/s1"),
                Alignment("no address"),
            ),
        ),
    ),
    learning=(BOOK, COURSE, Learning("volunteering", "Food bank", date="2023")),
)


def test_json_resume_has_what_it_has_a_place_for() -> None:
    assert to_json_resume(PROFILE) == {
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/"
        "v1.0.0/schema.json",
        "work": [{"summary": "at a shop", "endDate": "2024-06"}],
        "volunteer": [{"summary": "Food bank", "endDate": "2023"}],
        "education": [
            {
                "studyType": "course",
                "area": "Night school",
                "endDate": "2025",
                "url": "https://example.org/",
            }
        ],
        "certificates": [
            {"name": "First aid", "date": "2025-03-04", "issuer": "Red Cross"}
        ],
        "skills": [{"name": "excel", "level": "advanced"}, {"name": "sql"}],
    }
    assert without_place(PROFILE) == (BOOK,)


def test_an_empty_profile_is_an_empty_resume() -> None:
    assert list(to_json_resume(Profile())) == ["$schema"]


@pytest.mark.skipif(not SCHEMA.exists(), reason="the schema is not beside the checkout")
def test_json_resume_keeps_to_its_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(to_json_resume(PROFILE), schema)


PHRASES = st.lists(
    st.text(st.characters(codec="ascii", categories=("L", "N")), min_size=1),
    max_size=4,
    unique=True,
)


@given(PHRASES, st.none() | st.integers(1, 5))
def test_skills_come_back_from_json_resume(
    phrases: list[str], level: int | None
) -> None:
    profile = Profile(tuple(Claim(phrase, level) for phrase in phrases))
    read = import_json_resume(to_json_resume(profile), "me.json")
    assert [(one.phrase, one.level) for one in read.claims] == [
        (phrase, level) for phrase in phrases
    ]


def test_badges_state_who_speaks_and_what_is_known_to_the_day() -> None:
    record = to_open_badges(PROFILE)
    first, second, *_others = record["credentialSubject"]["verifiableCredential"]
    achievement = first["credentialSubject"]["achievement"]
    assert achievement["creator"]["name"] == "Red Cross"
    assert achievement["alignment"] == [
        {
            "type": ["Alignment"],
            "targetName": "CPR",
            "targetUrl": "https://example.org/s1",
            "targetFramework": "ESCO",
            "targetCode": "S1",
        }
    ]
    assert first["issuer"] == record["issuer"]
    assert first["validFrom"] == "2025-03-04T00:00:00Z"
    assert "validUntil" not in first
    assert second["credentialSubject"]["achievement"]["achievementType"] == "ext:Book"
    assert second["credentialSubject"]["achievement"]["tag"] == ["bookkeeping"]


def test_badges_are_the_same_bytes_for_the_same_profile() -> None:
    assert json.dumps(to_open_badges(PROFILE)) == json.dumps(to_open_badges(PROFILE))
    ids = [
        one["id"]
        for one in to_open_badges(PROFILE)["credentialSubject"]["verifiableCredential"]
    ]
    assert len(set(ids)) == len(ids)
