"""A profile as a person writes it, and what is said of one that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from tests.profile.invented import FULL

from skillgap.errors import DataError
from skillgap.model import (
    Alignment,
    AwardedCredential,
    Claim,
    Correction,
    Evidence,
    Learning,
    Profile,
)
from skillgap.profile.read import (
    check_profile,
    json_schema,
    load_profile,
    parse_profile,
)


def problems_of(text: str) -> list[tuple[str, int | None, int | None]]:
    _profile, problems = parse_profile(text.encode(), "me.yaml")
    return [(each.rule, each.line, each.column) for each in problems]


def test_every_key_is_read() -> None:
    profile, problems = parse_profile(FULL.encode(), "me.yaml")
    assert problems == ()
    work = Evidence("work", "3 years at a dental office", "2025-06", 1200)
    assert profile == Profile(
        claims=(
            Claim("excel", 4),
            Claim("paying bills", 4, "accounts-payable", (work,), "2025"),
        ),
        awards=(
            AwardedCredential(
                "Payroll basics",
                "A college",
                awarded="2024-05",
                expires="2027-05-31",
                alignments=(
                    Alignment("Payroll", "ESCO", "S1", "https://example.org/s1"),
                ),
                verification="checked",
                credential="payroll-basics",
            ),
        ),
        learning=(
            Learning(
                "book",
                "A book about ledgers",
                (Claim("bookkeeping"), Claim("sql", 2)),
                12.5,
                "2026-10-02",
                "https://example.org/book",
            ),
        ),
        corrections=(Correction("sage", "accounting-software", "confirmed"),),
        targets=("bookkeeper", "12200"),
        hours_per_week=6,
        budget=800,
        language="fr",
    )


@pytest.mark.parametrize(
    ("word", "level"),
    [("beginner", 1), ("2", 2), ("working", 3), ("avancé", 4), ("expert", 5)],
)
def test_levels_are_words_of_either_language_or_numbers(word: str, level: int) -> None:
    text = f"claims:\n  - {{phrase: sql, level: {word}}}\n"
    profile, problems = parse_profile(text.encode(), "me.yaml")
    assert problems == ()
    assert profile.claims == (Claim("sql", level),)


def test_all_problems_come_at_once_with_their_places() -> None:
    text = """\
claims:
  - phrase: excel
    levl: 3
  - {level: 9}
  - "excel:superb"
learning:
  - {kind: bok, text: x, date: 2026-13}
corrections:
  - {phrase: a, skill: A B, verdict: perhaps}
hours_per_week: 200
nonsense: 1
"""
    assert problems_of(text) == [
        ("SG101", 3, 5),
        ("SG102", 4, 5),
        ("SG106", 4, 13),
        ("SG106", 5, 5),
        ("SG106", 7, 12),
        ("SG107", 7, 32),
        ("SG104", 9, 24),
        ("SG106", 9, 38),
        ("SG105", 10, 17),
        ("SG101", 11, 1),
    ]


def test_unknown_key_names_the_nearest() -> None:
    _profile, problems = parse_profile(b"claim: []\n", "me.yaml")
    assert problems[0].hint == "did you mean claims?"


def test_corrections_that_contradict_each_other_are_told() -> None:
    text = """\
corrections:
  - {phrase: Sage, skill: accounting-software, verdict: confirmed}
  - {phrase: sage, skill: herbs, verdict: rejected}
  - {phrase: sage, skill: herbs, verdict: confirmed}
"""
    assert problems_of(text) == [("SG140", 4, 5)]


@pytest.mark.parametrize(
    "text", ["a: &x 1\nb: *x\n", "claims: !!python/object:os.system []\n", "[1, 2]\n"]
)
def test_what_yaml_could_do_besides_is_refused(text: str) -> None:
    assert problems_of(text)


def test_load_raises_every_error(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("claims: 3\nbudget: lots\n", encoding="utf-8")
    with pytest.raises(DataError) as raised:
        load_profile(path)
    assert [each.place for each in raised.value.problems] == [
        f"{path}:1:9",
        f"{path}:2:9",
    ]


def test_check_counts_what_could_be_read(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("claims: [excel, 'sql:none', word]\n", encoding="utf-8")
    read = check_profile(path)
    assert read.profile.claims == (Claim("excel"), Claim("word"))
    assert read.check.counts["claims"] == 2
    assert [each.rule for each in read.check.problems] == ["SG106"]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(DataError, match="larger than 4 MB"):
        check_profile(path)


def test_the_schema_is_published_and_accepts_the_example() -> None:
    published = Path(__file__).parents[2] / "docs" / "profile.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == json_schema()
    value = yaml.load(FULL, Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
    value["hours_per_week"], value["budget"] = 6, 800
    value["claims"][1]["evidence"][0]["hours"] = 1200
    value["learning"][0]["hours"] = 12.5
    jsonschema.validate(value, json_schema())


def test_the_schema_refuses_an_unknown_key() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"claim": []}, json_schema())
