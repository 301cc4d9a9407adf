from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.matching import match_claims, match_skill
from skillgap.model import Claim, Correction

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

MATCHED = [
    ("Spreadsheets", "spreadsheets", "exact", 1.0),
    ("tableur", "spreadsheets", "exact", 1.0),
    ("C", "c", "exact", 1.0),
    ("c++", "c-plus-plus", "exact", 1.0),
    ("C ++", "c-plus-plus", "exact", 1.0),
    ("excel", "spreadsheets", "alternative_label", 0.98),
    ("AP", "accounts-payable", "alternative_label", 0.98),
    ("payer des factures", "accounts-payable", "typo", 0.95),
    ("5 years of Excel", "spreadsheets", "alternative_label", 0.941),
    ("basic JavaScript", "javascript", "exact", 0.96),
    ("basic C ++", "c-plus-plus", "exact", 0.96),
    ("langage C", "c", "exact", 0.96),
    ("using Excel at work", "spreadsheets", "alternative_label", 0.882),
    ("Excel software", "spreadsheets", "alternative_label", 0.882),
    ("experience with microsoft excel spreadsheets", "spreadsheets", "exact", 0.9),
    ("logiciel Excel", "spreadsheets", "alternative_label", 0.882),
    ("java script", "javascript", "typo", 0.921),
    ("book keeping", "bookkeeping", "typo", 0.921),
    ("bookkeping", "bookkeeping", "typo", 0.915),
    ("acount reconcilliation", "account-reconciliation", "typo", 0.913),
    ("servise à la clientelle", "customer-service", "typo", 0.899),
    ("exel", "spreadsheets", "typo", 0.828),
    ("jvaa", "java", "typo", 0.795),
    ("keeping of books", "bookkeeping", "typo", 0.95),
]
NOT_MATCHED = [
    "",
    "   ",
    "...",
    "n/a",
    "aucune",
    "none so far",
    "xxxxx",
    "Jean-Guy Tremblay",
    "416-555-0148",
    "platform",
    "C#",
    "R",
    "Go",
    "lava",
    "go to work",
    "I don't know Excel",
    "gas",
]


NOT_SURE_OF = [
    "c'est la vie",
    "java chip cookies",
    "teach customer service",
    "customer",
    "C&D",
    "bookkeeping software",
]
"""Phrases that share a word or a sense with a skill and are not counted as it."""


@pytest.mark.parametrize("text", NOT_SURE_OF)
def test_what_is_near_in_meaning_alone_is_not_counted(
    small: Catalogue, text: str
) -> None:
    match = match_skill(Claim(text), small)
    assert match.status in ("unsure", "unmatched")
    assert (match.skill, match.rule, match.matched_label) == (None, None, None)


@pytest.mark.parametrize(("text", "skill", "rule", "confidence"), MATCHED)
def test_matched(
    small: Catalogue, text: str, skill: str, rule: str, confidence: float
) -> None:
    match = match_skill(Claim(text), small)
    assert match.skill is not None
    assert (match.status, match.skill.id, match.rule) == ("matched", skill, rule)
    assert match.confidence == pytest.approx(confidence, abs=0.001)
    assert match.candidates[0].skill == match.skill
    assert match.candidates[0].matched_label == match.matched_label


@pytest.mark.parametrize("text", NOT_MATCHED)
def test_unmatched(small: Catalogue, text: str) -> None:
    match = match_skill(Claim(text), small)
    assert match.status == "unmatched"
    assert (match.skill, match.rule, match.matched_label) == (None, None, None)
    assert (match.confidence, match.candidates) == (0.0, ())


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Excel and Java", ["java", "spreadsheets"]),
        ("C/C++", ["c", "c-plus-plus"]),
        ("tableurs et service à la clientèle", ["customer-service", "spreadsheets"]),
        ("slq", ["sql"]),
    ],
)
def test_unsure_shows_what_may_be_meant(
    small: Catalogue, text: str, candidates: list[str]
) -> None:
    match = match_skill(Claim(text), small)
    assert (match.status, match.skill, match.rule) == ("unsure", None, None)
    assert [candidate.skill.id for candidate in match.candidates] == candidates
    assert match.confidence == match.candidates[0].confidence


def test_the_narrower_of_two_related_skills_is_meant(small: Catalogue) -> None:
    match = match_skill(Claim("bookkeeping and bank reconciliation"), small)
    assert match.skill == small.skill("bank-reconciliation")


@pytest.mark.parametrize(
    ("claim", "level", "basis", "evidence"),
    [
        (Claim("excel"), 3, "assumed", None),
        (Claim("excel", 5), 5, "stated", None),
        (Claim("basic excel"), 2, "stated", None),
        (Claim("basic excel", 4), 4, "stated", None),
        (Claim("excel (primary)"), 3, "assumed", "primary"),
        (Claim("5 years of excel"), 3, "assumed", "5 years"),
        (Claim("basic bokkeeping, 2 years"), 2, "stated", "2 years"),
        (Claim("basic gardening"), 2, "stated", None),
        (Claim("", 2), 2, "stated", None),
    ],
)
def test_levels_and_evidence(
    small: Catalogue, claim: Claim, level: int, basis: str, evidence: str | None
) -> None:
    match = match_skill(claim, small)
    assert (match.level, match.level_basis, match.evidence) == (level, basis, evidence)


def test_a_word_of_a_label_is_no_qualifier(bundled: Catalogue) -> None:
    match = match_skill(Claim("basic accounting"), bundled)
    assert match.matched_label == "basic accounting"
    assert match.level_basis == "assumed"


@pytest.mark.parametrize("text", ["basic acounting", "basic accountting"])
def test_nor_is_it_in_a_misspelt_label(bundled: Catalogue, text: str) -> None:
    match = match_skill(Claim(text), bundled)
    assert match.matched_label == "basic accounting"
    assert match.level_basis == "assumed"


def test_a_claim_that_names_a_skill_has_it(small: Catalogue) -> None:
    match = match_skill(Claim("whatever I called it", skill="java"), small)
    assert match.skill == small.skill("java")
    assert (match.rule, match.confidence, match.level) == ("exact", 1.0, 3)


def test_an_id_that_the_catalogue_lacks_leaves_the_phrase(small: Catalogue) -> None:
    match = match_skill(Claim("excel", skill="no-such-skill"), small)
    assert match.skill == small.skill("spreadsheets")


def test_a_confirmed_correction_is_the_answer(small: Catalogue) -> None:
    corrections = (Correction("Doing the Numbers", "bookkeeping", "confirmed"),)
    match = match_skill(Claim("doing the numbers"), small, corrections)
    assert match.skill == small.skill("bookkeeping")
    assert (match.rule, match.confidence) == ("correction", 1.0)


def test_the_latest_confirmation_counts(small: Catalogue) -> None:
    corrections = (
        Correction("numbers", "bookkeeping", "confirmed"),
        Correction("numbers", "spreadsheets", "confirmed"),
        Correction("numbers", "no-such-skill", "confirmed"),
    )
    match = match_skill(Claim("numbers"), small, corrections)
    assert match.skill == small.skill("spreadsheets")


@pytest.mark.parametrize("text", ["excel", "exel", "advanced exel"])
def test_a_rejected_skill_is_never_answered(small: Catalogue, text: str) -> None:
    corrections = (Correction(text, "spreadsheets", "rejected"),)
    match = match_skill(Claim(text), small, corrections)
    assert match.status == "unmatched"
    assert "spreadsheets" not in [one.skill.id for one in match.candidates]


def test_a_correction_is_for_its_phrase_alone(small: Catalogue) -> None:
    corrections = (Correction("exel", "spreadsheets", "rejected"),)
    match = match_skill(Claim("excel"), small, corrections)
    assert match.skill == small.skill("spreadsheets")


def test_each_claim_is_answered_in_its_place(small: Catalogue) -> None:
    claims = [Claim("exel", 2), Claim("java"), Claim("exel", 4), Claim("nothing")]
    matches = match_claims(claims, small)
    assert [match.phrase for match in matches] == ["exel", "java", "exel", "nothing"]
    assert [match.level for match in matches] == [2, 3, 4, 3]
    assert matches == tuple(match_skill(claim, small) for claim in claims)


def test_every_preferred_label_is_its_own_answer(bundled: Catalogue) -> None:
    for skill in bundled.all_skills():
        for label in (skill.label.en, skill.label.fr):
            if label:
                match = match_skill(Claim(label), bundled)
                assert match.skill == skill, label
                assert match.rule == "exact"


def test_every_alternative_label_finds_its_skill(bundled: Catalogue) -> None:
    for skill in bundled.all_skills():
        for label in skill.alternative_labels.en + skill.alternative_labels.fr:
            assert match_skill(Claim(label), bundled).skill == skill, label


TRAPS = [
    ("Java", {"java"}),
    ("JavaScript", {"javascript"}),
    ("C#", {"c-sharp"}),
    ("C++", {"c-plus-plus"}),
    ("C", {"c"}),
    ("R", {"r"}),
    ("Go", {"go"}),
]


@pytest.mark.parametrize(("text", "skills"), TRAPS)
def test_names_that_look_alike_stay_apart(
    bundled: Catalogue, text: str, skills: set[str]
) -> None:
    match = match_skill(Claim(text), bundled)
    assert match.skill is None or match.skill.id in skills
    assert match.skill is not None or not match.candidates


@pytest.mark.parametrize(
    "text",
    [
        *(
            "R&D",
            "platform engineering",
            "teach communication",
            "asap",
            "pest control",
        ),
        *("fan du Canadien", "collecting hockey cards", "very nice person"),
        *("vitamin C", "plan C", "go to work", "playing video games"),
        *("je sais pas trop", "January 2014", "Tform", "menu"),
    ],
)
def test_what_only_looks_like_a_skill_is_not_matched(
    bundled: Catalogue, text: str
) -> None:
    assert match_skill(Claim(text), bundled).status != "matched"


@settings(max_examples=50, deadline=None)
@given(st.permutations(["excel", "jvaa", "book keeping", "xyz", "Excel and Java"]))
def test_the_order_of_claims_does_not_matter(
    small: Catalogue, phrases: list[str]
) -> None:
    matches = match_claims([Claim(phrase) for phrase in phrases], small)
    by_phrase = {match.phrase: match for match in matches}
    assert by_phrase == {
        phrase: match_skill(Claim(phrase), small) for phrase in phrases
    }


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(["excel", "exel", "acount reconciliation", "5 years of Excel"]),
    st.lists(st.booleans(), min_size=25, max_size=25),
    st.sampled_from(["", " ", "\t", "  "]),
)
def test_case_and_spaces_change_nothing(
    small: Catalogue, text: str, upper: list[bool], space: str
) -> None:
    varied = "".join(
        char.upper() if big else char for char, big in zip(text, upper, strict=False)
    )
    varied = space + varied.replace(" ", " " + space) + space
    plain = match_skill(Claim(text), small)
    match = match_skill(Claim(varied), small)
    assert (match.skill, match.confidence) == (plain.skill, plain.confidence)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_any_text_gets_an_honest_answer(small: Catalogue, text: str) -> None:
    match = match_skill(Claim(text), small)
    assert (match.skill is not None) == (match.status == "matched")
    assert 0 <= match.confidence <= 1
    sure = [candidate.confidence for candidate in match.candidates]
    assert sure == sorted(sure, reverse=True)


def test_an_exact_answer_imports_no_spelling() -> None:
    script = (
        "import sys\n"
        "from skillgap.catalogue import load_catalogue\n"
        "from skillgap.matching import match_claims, match_occupation\n"
        "from skillgap.model import Claim\n"
        "catalogue = load_catalogue()\n"
        "match_claims([Claim('excel'), Claim('basic SQL')], catalogue)\n"
        "match_occupation('bookkeeper', catalogue)\n"
        "heavy = {'rapidfuzz', 'numpy', 'skillgap.matching.spelling'}\n"
        "heavy |= {'skillgap.matching.meaning', 'skillgap.matching.table'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_typo_imports_no_numpy() -> None:
    script = (
        "import sys\n"
        "from skillgap.catalogue import load_catalogue\n"
        "from skillgap.matching import match_claims\n"
        "from skillgap.model import Claim\n"
        "(match,) = match_claims([Claim('bookeeping')], load_catalogue())\n"
        "assert match.rule == 'typo', match\n"
        "sys.exit(bool({'rapidfuzz', 'numpy'} & set(sys.modules)))\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
