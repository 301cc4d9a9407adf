"""Phrases that came out wrong once on the bundled catalogue, and must not again."""

from __future__ import annotations

import pytest

from skillgap.catalogue import load_catalogue
from skillgap.matching import match_claims
from skillgap.model import Claim

NOT = {
    "medication": "conflict-resolution",
    "platform": "",
    "java": "javascript",
    "C": "c-plus-plus",
    "Go": "google-ads",
    "shopping": "",
    "le ski": "",
    "camping": "",
    "Hamilton, Ontario": "",
    "full time": "",
    "temps partiel": "",
}


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    """The id that each phrase is matched with, or the empty string."""
    claims = [Claim(phrase) for phrase in NOT]
    matches = match_claims(claims, load_catalogue())
    return {each.phrase: each.skill.id if each.skill else "" for each in matches}


@pytest.mark.parametrize("phrase", NOT)
def test_a_trap_is_not_fallen_into(answers: dict[str, str], phrase: str) -> None:
    trap = NOT[phrase]
    assert (answers[phrase] == "") if trap == "" else (answers[phrase] != trap)


@pytest.mark.parametrize(
    ("phrase", "skill"),
    [("organising", "Time management"), ("exel", "Microsoft Excel")],
)
def test_a_slip_or_another_spelling_is_still_one(phrase: str, skill: str) -> None:
    (match,) = match_claims([Claim(phrase)], load_catalogue())
    assert match.skill
    assert match.skill.label.en == skill
