from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.matching import qualifiers, wording
from skillgap.matching.qualifiers import read_phrase
from skillgap.normalise import label_key


@pytest.mark.parametrize(
    ("text", "bare", "level", "evidence"),
    [
        ("excel", "excel", None, None),
        ("5 years of Excel", "excel", None, "5 years"),
        ("5-7 years plumbing", "plumbing", None, "5-7 years"),
        ("20+ yrs exp. in HVAC", "hvac", None, "20+ yrs"),
        ("Excel for over five years", "excel", None, "over five years"),
        ("meal prep, 4 years", "meal prep", None, "4 years"),
        ("first aid since 2019", "first aid", None, "since 2019"),
        ("first aid, valid till 2026", "first aid", None, "valid till 2026"),
        ("3 ans d'expérience en soudure", "soudure", None, "3 ans"),
        ("plus de 10 ans en soudure", "soudure", None, "plus de 10 ans"),
        ("soudure depuis 2015", "soudure", None, "depuis 2015"),
        ("basic French", "french", 2, None),
        ("some QuickBooks experience", "quickbook", 2, None),
        ("a bit of PHP", "php", 2, None),
        ("entry level bookkeeping", "bookkeeping", 1, None),
        ("currently learning Python", "python", 1, None),
        ("Tableau - novice", "tableau", 1, None),
        ("working knowledge of SAP", "sap", 3, None),
        ("good with Outlook", "outlook", 3, None),
        ("C++, intermediate", "c++", 3, None),
        ("proficient in Word", "word", 4, None),
        ("advanced Excel", "excel", 4, None),
        ("Excel expert", "excel", 5, None),
        ("expert in welding", "welding", 5, None),
        ("notions de SQL", "sql", 2, None),
        ("bases en Python", "python", 2, None),
        ("un peu d'anglais", "anglai", 2, None),
        ("bonne connaissance de QuickBooks", "quickbook", 3, None),
        ("maîtrise d'Excel", "excel", 4, None),
        ("Excel (niveau avancé)", "excel", 4, None),
        ("Photoshop débutante", "photoshop", 1, None),
        ("expert en soudure", "soudure", 5, None),
        ("Python (primary)", "python", None, "primary"),
        ("Java (one college course)", "java", None, "one college course"),
        ("French (native)", "french", 5, None),
        ("Excel (4)", "excel", 4, None),
        ("React Native", "react native", None, None),
        ("hard working", "hard working", None, None),
        ("R&D", "r and d", None, None),
        ("connaissance d'Excel", "excel", None, None),
        ("Photoshop (self taught)", "photoshop", None, "self taught"),
        ("certified welder", "welder", None, "certified"),
        ("basic Excel (2 years)", "excel", 2, "2 years"),
        ("basic C ++", "c++", 2, None),
        ("experience with SAP", "sap", None, None),
        ("some experience with advanced Excel", "excel", 2, None),
    ],
)
def test_what_stands_around_a_skill(
    text: str, bare: str, level: int | None, evidence: str | None
) -> None:
    phrase = read_phrase(text)
    assert (phrase.bare, phrase.level, phrase.evidence) == (bare, level, evidence)


@pytest.mark.parametrize("text", ["advanced", "of", "(expert)", "beginner", "avancé"])
def test_the_last_word_is_never_taken_off(text: str) -> None:
    phrase = read_phrase(text)
    assert phrase.bare == label_key(text)
    assert phrase.level is None


@pytest.mark.parametrize("text", ["", " ", "()", "...", "\n"])
def test_what_holds_no_word_reads_as_nothing(text: str) -> None:
    assert read_phrase(text).bare == ""


@given(st.text())
def test_what_remains_are_words_of_the_phrase(text: str) -> None:
    phrase = read_phrase(text)
    assert bool(phrase.bare) == bool(phrase.key)
    assert phrase.level in {None, 1, 2, 3, 4, 5}


EDGES = [
    *("welding", "excel", "5", "2015", "v2", "in", "node.js", "x"),
    *(wording.AROUND + wording.EVERYDAY + wording.TOOL + wording.EVIDENCE),
    *(wording.NUMBERS + wording.UNITS + wording.ELIDED + wording.SINCE),
    *wording.levels_before(),
    *wording.levels_after(),
]


@given(st.lists(st.sampled_from(EDGES), min_size=1, max_size=5).map(" ".join))
def test_a_phrase_that_is_not_looked_at_has_nothing_to_cut(text: str) -> None:
    found = read_phrase(text)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(qualifiers, "_may_be_cut", lambda _keys: True)
        assert read_phrase(text) == found
