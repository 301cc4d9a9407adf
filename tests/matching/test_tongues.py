from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skillgap.catalogue import load_catalogue
from skillgap.matching import match_skill
from skillgap.matching.qualifiers import read_phrase
from skillgap.matching.tongues import is_spoken_language, without_language
from skillgap.model import Claim
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.catalogue import Catalogue

SPOKEN = [
    "French",
    "anglais intermédiaire",
    "fluent in Spanish",
    "bilingual",
    "bilingue anglais français",
    "je parle arabe",
    "I speak Punjabi and Hindi",
    "langue maternelle: espagnol",
    "Polish language",
]
OTHER = [
    "polish",
    "teaching English",
    "French fries",
    "German shepherd grooming",
    "Java",
    "speaking",
    "languages",
    "",
]


@pytest.mark.parametrize("text", SPOKEN)
def test_a_spoken_language_is_no_skill_of_this_catalogue(
    bundled: Catalogue, text: str
) -> None:
    assert is_spoken_language(read_phrase(text))
    match = match_skill(Claim(text), bundled)
    assert (match.status, match.reason, match.candidates) == (
        "unmatched",
        "language",
        (),
    )


@pytest.mark.parametrize("text", OTHER)
def test_what_says_more_is_no_spoken_language(text: str) -> None:
    assert not is_spoken_language(read_phrase(text))


def test_a_catalogue_that_has_a_language_answers_with_it(
    tmp_path: Path, small_folder: Path
) -> None:
    for path in small_folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    skills = tmp_path / "skills.yaml"
    english = "{id: english, label: {en: English, fr: Anglais}, kind: knowledge}"
    text = f"{skills.read_text('utf-8')}\n  - {english}\n"
    skills.write_text(text, encoding="utf-8")
    found = load_catalogue(tmp_path)
    for text in ("basic English", "je parle anglais", "anglais intermédiaire"):
        match = match_skill(Claim(text), found)
        assert match.skill is not None, text
        assert (match.skill.id, match.reason) == ("english", None)
    assert match_skill(Claim("I speak Spanish"), found).reason == "language"


def test_a_denial_is_told_as_the_reason(small: Catalogue) -> None:
    assert match_skill(Claim("I don't know Excel"), small).reason == "denied"
    assert match_skill(Claim("xxxxx"), small).reason is None
    assert match_skill(Claim("Excel"), small).reason is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("serving customers in French", "serving customers"),
        ("servir les clients en anglais et français", "servir les clients"),
        ("working in french", "working in french"),
        ("in an office", "in an office"),
        ("", ""),
    ],
)
def test_what_is_done_in_a_language_is_what_is_done(text: str, left: str) -> None:
    assert without_language(label_key(text)) == label_key(left)
