"""Skills are found where a text names them, and not where it denies them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from formats.conftest import SKILLS
from skillgap.formats.found import with_skills
from skillgap.formats.imported import Imported, Line, SpokenLanguage
from skillgap.model import Claim, Evidence, Match, Skill, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.formats.reading import Matcher
    from skillgap.model import LevelBasis, MatchRule

    Find = Callable[..., tuple[Claim, ...]]


def skills(claims: tuple[Claim, ...]) -> list[str | None]:
    return [claim.skill for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Excel, Java and SAP", ["excel", "java", "sap"]),
        ("dementia care; payroll", ["dementia-care", "payroll"]),
        ("Soins aux personnes atteintes de démence", ["dementia-care"]),
        ("prepared simple meals for six", ["meal-preparation"]),
        ("Préparer des repas", ["meal-preparation"]),
        (
            "written and oral communication",
            ["written-communication", "oral-communication"],
        ),
        ("First aid and CPR", ["first-aid", "cpr"]),
        ("trained three new employees", ["staff-training"]),
        ("the Java of C++ (and payroll)", ["java", "c-plus-plus", "payroll"]),
        ("JavaScript, Python/Django", []),
        ("tools and plumbing", []),
        ("managed office supplies", []),
        ("oops, CMMS, CMMs", []),
        ("OOP, cms", ["object-oriented", "cms"]),
        ("fault-cleaning", []),
    ],
)
def test_labels_are_found_in_a_line(find: Find, text: str, expected: list[str]) -> None:
    assert skills(find(f"SKILLS\n{text}")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in other words", []),
        ("Word of mouth brought clients", []),
        ("wrote letters in Word every day", ["word"]),
        ("Skills: R, Word", ["r", "word"]),
        ("R&D budgets", []),
        ("Skills: r, plan r", []),
    ],
)
def test_everyday_words_need_context(
    find: Find, text: str, expected: list[str]
) -> None:
    assert skills(find(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "No experience with SAP",
        "not familiar with SAP or Java",
        "I would like to learn SAP",
        "never used SAP",
        "aucune expérience avec SAP",
        "Souhaite apprendre SAP",
        "Pas encore de formation sur SAP",
        "SAP: none",
        "SAP (no experience)",
    ],
)
def test_what_is_denied_or_wished_for_is_not_found(find: Find, text: str) -> None:
    assert find(f"SKILLS\n{text}") == ()


@pytest.mark.parametrize(
    "text",
    [
        "No experience with SAP but strong Excel",
        "No experience with SAP. Excel daily",
        "aucune expérience avec SAP, mais Excel avancé",
        "SAP (no experience); Excel",
    ],
)
def test_a_denial_ends_where_the_text_turns(find: Find, text: str) -> None:
    assert skills(find(f"SKILLS\n{text}")) == ["excel"]


def test_a_skill_denied_once_and_named_elsewhere_is_found(find: Find) -> None:
    assert skills(find("No SAP here\nno experience with SAP\nSAP and payroll")) == [
        "sap",
        "payroll",
    ]


RESUME = """Invented Person
person@example.org | Java Street 5, R | 705-555-0199

Objective: work in welding

EXPERIENCE

Bookkeeper, Transport Example inc.    March 2019 - June 2021
- Excel and payroll
- Mentored two juniors

Cook
2015 to 2018
- prepared meals, and wrote the
menu in Word

SKILLS
Excel (advanced)

HOBBIES
welding, Java

LANGUAGES
English (native), French: basic
"""


def test_parts_dates_and_lines_are_told(find: Find) -> None:
    found = {claim.skill: claim for claim in find(RESUME)}
    assert sorted(found) == [
        "bookkeeping",
        "coaching",
        "excel",
        "meal-preparation",
        "payroll",
        "word",
    ]
    assert found["excel"] == Claim(
        "Excel",
        4,
        "excel",
        (Evidence("work", "line 9: Excel", "2021-06"),),
        "2021-06",
    )
    assert found["meal-preparation"].evidence == (
        Evidence("work", "line 14: prepared meals", "2018"),
    )
    assert found["word"].evidence[0].text == "line 15: Word"


def test_nothing_but_skills_is_kept(find: Find) -> None:
    shown = repr(find(RESUME))
    for word in ("Invented", "Person", "example.org", "705", "Street", "Transport"):
        assert word not in shown


def test_what_goes_on_was_last_used_on_the_day_of_reading(find: Find) -> None:
    for text in ("Cook 2019 - present", "Cook, depuis 2019", "2019 à aujourd'hui"):
        (claim,) = find(f"WORK\n{text}\n- Excel", as_of="2026-11-24")
        assert claim.last_used == "2026-11-24"
    (claim,) = find("WORK\nCook 2019 - now\n- Excel")
    assert claim.last_used is None


def test_each_skill_is_given_once_with_its_best_evidence(find: Find) -> None:
    text = "SKILLS\nExcel\nWORK\nClerk 2010 - 2012\n- Excel\nClerk 2015 - 2019\n- Excel"
    (claim,) = find(text)
    assert claim.evidence == (Evidence("work", "line 7: Excel", "2019"),)


@pytest.mark.parametrize(
    "text",
    [
        "EDUCATION\nDiploma, Welding College of Example, 2010",
        "WORK\nClerk, Java Transport Ltd.",
        "WORK\nExample Cleaning Services — Toronto",
    ],
)
def test_names_of_employers_and_schools_are_no_skills(find: Find, text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    "heading",
    [
        "HOBBIES",
        "Interests & Hobbies",
        "## Références",
        "L O I S I R S",
        "Personal Interests",
        "Champs d'intérêt :",
    ],
)
def test_parts_on_other_things_are_not_read(find: Find, heading: str) -> None:
    assert find(f"Java\n{heading}\nwelding\nSkills\nSAP")[1].skill == "sap"


def matching(phrases: dict[str, tuple[str, int | None, MatchRule]]) -> Matcher:
    """A matching that knows some phrases."""

    def match(claims: Sequence[Claim]) -> list[Match]:
        return [
            _answer(claim.phrase, *phrases.get(claim.phrase, (None, None, None)))
            for claim in claims
        ]

    return match


def _answer(
    phrase: str, skill: str | None, level: int | None, rule: MatchRule | None
) -> Match:
    if skill is None:
        return Match(phrase, "unmatched", None, 3, "assumed", None, 0.0, None)
    named = Skill(skill, Text(SKILLS[skill][0]), "tool")
    basis: LevelBasis = "stated" if level else "assumed"
    return Match(phrase, "matched", named, level or 3, basis, rule, 0.9, "x")


def test_items_of_lists_are_matched_and_their_level_is_kept(find: Find) -> None:
    match = matching(
        {"advanced Excel": ("excel", 4, "exact"), "weldin": ("welding", None, "typo")}
    )
    claims = find("SKILLS\nadvanced Excel, weldin", match=match)
    assert [(claim.skill, claim.level) for claim in claims] == [
        ("excel", 4),
        ("welding", None),
    ]


@pytest.mark.parametrize(
    ("text", "level"),
    [("SAP (advanced), Excel", 4), ("SAP: expert", 5), ("SAP - débutant; Excel", 1)],
)
def test_a_level_after_a_skill_is_its_level(find: Find, text: str, level: int) -> None:
    claims = find(f"SKILLS\n{text}")
    assert (claims[0].skill, claims[0].level) == ("sap", level)
    assert [claim.level for claim in claims[1:]] == [None] * len(claims[1:])


def test_misspellings_count_under_skills_alone(find: Find) -> None:
    match = matching({"weldin": ("welding", None, "typo")})
    assert find("CERTIFICATES\nweldin", match=match) == ()


def test_languages_are_read_from_their_own_part(shelf: Catalogue) -> None:
    lines = tuple(Line(n, text) for n, text in enumerate(RESUME.split("\n"), 1))
    imported = with_skills(Imported("text", lines=lines), shelf)
    assert imported.languages == (
        SpokenLanguage("English", "native"),
        SpokenLanguage("French", "basic"),
    )
