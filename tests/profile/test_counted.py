"""What of a profile counts, at which level, and since when."""

from __future__ import annotations

import pytest

from skillgap.model import (
    AwardedCredential,
    Claim,
    Correction,
    Evidence,
    Learning,
    Match,
    Profile,
)
from skillgap.profile.counted import (
    Counted,
    as_counted,
    corrected,
    counted,
    held_credentials,
    is_old,
)
from skillgap.profile.imported import fit_awards, fit_claims
from skillgap.profile.timeline import LearntYear, learnt_by_year

BOOK = Evidence("book", "Ledgers", "2026", 12)


def learnt(*skills: Claim) -> Learning:
    return Learning("book", "Ledgers", skills, 12, "2026")


def a_match(basis: str = "assumed", evidence: str | None = None) -> Match:
    return Match(
        phrase="sql",
        status="unmatched",
        skill=None,
        level=3,
        level_basis=basis,  # type: ignore[arg-type]
        rule=None,
        confidence=0.0,
        matched_label=None,
        evidence=evidence,
    )


def test_what_was_learnt_is_evidence_of_a_claim() -> None:
    profile = Profile((Claim("SQL", 2),), learning=(learnt(Claim("sql", 4)),))
    assert counted(profile) == (Counted(Claim("SQL", 2, evidence=(BOOK,))),)


def test_a_level_of_learning_counts_where_the_claim_has_none() -> None:
    profile = Profile((Claim("sql"),), learning=(learnt(Claim("sql", 4)),))
    assert counted(profile) == (Counted(Claim("sql", 4, evidence=(BOOK,))),)


def test_what_was_only_learnt_is_marked_and_takes_the_highest_level() -> None:
    video = Learning("video", "Queries", (Claim("sql", 3),))
    profile = Profile(learning=(learnt(Claim("sql", 2)), video))
    evidence = (BOOK, Evidence("video", "Queries"))
    assert counted(profile) == (
        Counted(Claim("sql", 3, evidence=evidence), is_learnt=True),
    )


def test_only_what_was_only_learnt_is_assumed_to_be_a_beginning() -> None:
    only = Counted(Claim("sql"), is_learnt=True)
    assert as_counted(only, a_match()).level == 1
    assert as_counted(only, a_match("stated")).level == 3
    assert as_counted(Counted(Claim("sql")), a_match()).level == 3


def test_evidence_stands_in_the_receipt_beside_a_qualifier() -> None:
    one = Counted(Claim("sql", evidence=(BOOK, Evidence("work", "at a shop"))))
    told = "book: Ledgers; work: at a shop"
    assert as_counted(one, a_match()).evidence == told
    assert as_counted(one, a_match(evidence="5 years")).evidence == "5 years"


@pytest.mark.parametrize(
    ("correction", "skill"),
    [
        (Correction("js", "javascript", "rejected"), None),
        (Correction("JS", "java", "confirmed"), None),
        (Correction("js", "java", "rejected"), "javascript"),
        (Correction("java", "javascript", "rejected"), "javascript"),
    ],
)
def test_the_persons_word_comes_before_what_a_file_meant(
    correction: Correction, skill: str | None
) -> None:
    claim = Claim("js", skill="javascript")
    assert corrected(claim, [correction]).skill == skill


@pytest.mark.parametrize(
    ("last_used", "today", "old"),
    [
        (None, "2026-11-24", False),
        ("2021", "2026-11-24", False),
        ("2020", "2026-11-24", True),
        ("2021-11", "2026-11-24", False),
        ("2021-10", "2026-11-24", True),
        ("2021-11-24", "2026-11-24", False),
        ("2021-11-23", "2026-11-24", True),
    ],
)
def test_old_is_more_than_five_years_ago(
    last_used: str | None, today: str, old: bool
) -> None:
    assert is_old(last_used, today) is old


def test_awards_count_once_and_not_where_they_failed() -> None:
    awards = [
        AwardedCredential("A", credential="a", expires="2001"),
        AwardedCredential("A again", credential="a"),
        AwardedCredential("B", credential="b", verification="failed"),
        AwardedCredential("C"),
    ]
    assert held_credentials(awards) == ("a",)


def test_years_count_things_and_the_hours_that_are_known() -> None:
    profile = Profile(
        awards=(AwardedCredential("A", awarded="2026-01"),),
        learning=(
            learnt(),
            Learning("book", "Another", date="2026-05"),
            Learning("podcast", "Undated"),
            Learning("video", "Old", date="2019-02-03", hours=0.5),
        ),
    )
    assert learnt_by_year(profile) == (
        LearntYear("2019", (("video", 1),), 0.5, 0),
        LearntYear("2026", (("book", 2), ("credential", 1)), 12, 2),
        LearntYear(None, (("podcast", 1),), 0, 1),
    )


def test_what_a_file_says_is_made_fit_for_a_profile() -> None:
    odd = Evidence("work", "a\x1b[2Jb", "last spring", -3)
    claims = (
        Claim("sql\x07", 2, evidence=(odd,), last_used="present"),
        Claim("\u202e"),
    )
    assert fit_claims(claims, "2026-11-24") == (
        Claim("sql", 2, evidence=(Evidence("work", "a [2Jb"),), last_used="2026-11"),
    )
    awards = (AwardedCredential("A\n B", "\x00", "2024-13", "2025"),)
    assert fit_awards(awards) == (AwardedCredential("A B", None, None, "2025"),)
