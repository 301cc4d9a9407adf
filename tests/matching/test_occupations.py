from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.matching import match_occupation
from skillgap.matching.titles import forms, ungendered
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue


@pytest.mark.parametrize(
    ("text", "occupation", "rule"),
    [
        ("ledger-keepers", "ledger-keepers", "id"),
        ("92001", "ledger-keepers", "code"),
        ("NOC 92001", "ledger-keepers", "code"),
        ("Ledger keepers", "ledger-keepers", "exact"),
        ("ledger keeper", "ledger-keepers", "exact"),
        ("bookkeeper", "ledger-keepers", "alternative_label"),
        ("commis comptables", "ledger-keepers", "alternative_label"),
        ("bookeeper", "ledger-keepers", "typo"),
        ("leger keepers", "ledger-keepers", "typo"),
        ("teneuse de registres", "ledger-keepers", "exact"),
        ("teneur de registres", "ledger-keepers", "exact"),
        ("programmeuse", "programmers", "exact"),
        ("programmeur", "programmers", "exact"),
        ("développeuse de logiciels", "programmers", "alternative_label"),
        ("developpeur de logiciel", "programmers", "alternative_label"),
        ("tuyauteuze de gaz", "gas-pipers", "typo"),
    ],
)
def test_matched(small: Catalogue, text: str, occupation: str, rule: str) -> None:
    match = match_occupation(text, small)
    assert match.occupation is not None
    assert (match.status, match.occupation.id) == ("matched", occupation)
    assert match.rule == rule
    assert match.candidates[0].occupation == match.occupation
    assert match.candidates[0].matched_label == match.matched_label


@pytest.mark.parametrize(
    ("text", "occupations"),
    [
        ("clerk", ["ledger-keepers", "pay-clerks"]),
        ("keepers", ["ledger-keepers"]),
        ("gas", ["gas-pipers"]),
        ("92", ["ledger-keepers", "gas-pipers"]),
        ("9", ["programmers", "ledger-keepers", "gas-pipers", "pay-clerks"]),
        ("java", ["programmers"]),
    ],
)
def test_several_are_given_as_choices(
    small: Catalogue, text: str, occupations: list[str]
) -> None:
    match = match_occupation(text, small)
    assert (match.status, match.occupation, match.rule) == ("unsure", None, None)
    assert [one.occupation.id for one in match.candidates] == occupations


@pytest.mark.parametrize("text", ["", " ", "xyz", "00000", "921234", "the"])
def test_unmatched(small: Catalogue, text: str) -> None:
    match = match_occupation(text, small)
    assert (match.status, match.occupation) == ("unmatched", None)
    assert (match.confidence, match.candidates) == (0.0, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("someone who looks after old people at home", "44101"),
        ("I want to be a long distance trucker", "73300"),
        ("cleaning offices at night", "65310"),
        ("travailler dans une mine sous terre", "83100"),
    ],
)
def test_matched_by_meaning(bundled: Catalogue, text: str, code: str) -> None:
    match = match_occupation(text, bundled)
    assert match.occupation is not None
    assert (match.occupation.noc, match.rule) == (code, "meaning")
    assert match.candidates[0].confidence == match.confidence


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("guy who fixes furnaces", "72402"),
        ("conduire un gros camion", "73300"),
        ("PSW", "33102"),
    ],
)
def test_what_is_not_sure_is_offered(bundled: Catalogue, text: str, code: str) -> None:
    match = match_occupation(text, bundled)
    assert match.status == "unsure"
    assert code in [one.occupation.noc for one in match.candidates]


@pytest.mark.parametrize(
    "text",
    ["my cat", "John Smith", "123 Main Street", "blue sky", "asdf", "je ne sais pas"],
)
def test_what_is_no_work_is_unmatched(bundled: Catalogue, text: str) -> None:
    assert match_occupation(text, bundled).status == "unmatched"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("bookkeeper", "12200"),
        ("bookeeper", "12200"),
        ("user support technician", "22221"),
        ("21232", "21232"),
        ("software developer", "21232"),
        ("infirmière", "31301"),
        ("commis comptable", "14200"),
        ("technicienne en comptabilité", "12200"),
        ("électricienne", "72200"),
        ("plumer", "72300"),
    ],
)
def test_titles_of_the_bundled_catalogue(
    bundled: Catalogue, text: str, code: str
) -> None:
    match = match_occupation(text, bundled)
    assert match.occupation is not None
    assert match.occupation.noc == code


def test_every_title_finds_its_occupation(bundled: Catalogue) -> None:
    for occupation in bundled.all_occupations():
        for title in (occupation.title.en, occupation.title.fr):
            if title:
                match = match_occupation(title, bundled)
                assert occupation in [one.occupation for one in match.candidates], title


@pytest.mark.parametrize(
    ("key", "folded"),
    [
        ("technicien technicienne en comptabilite", "technicien en comptabilite"),
        ("teneur and teneuse de registre", "teneur de registre"),
        ("infirmier autorise infirmiere autorisee", "infirmier autorise"),
        ("directrice", "directeur"),
        ("conseillere en emploi", "conseiller en emploi"),
        ("bergere", "berger"),
        ("infirmiere", "infirmier"),
        ("agent agente d administration", "agent d administration"),
        ("nurse and nurse", "nurse"),
        ("", ""),
    ],
)
def test_genders_are_folded(key: str, folded: str) -> None:
    assert ungendered(key) == folded


def test_forms_of_a_title() -> None:
    found = {form.key: form.share for form in forms("Cooks and bakers (except chefs)")}
    assert found == {
        "cook and baker except chef": 1.0,
        "cook and baker": 1.0,
        "cook": 0.9,
        "baker": 0.9,
    }


@given(st.lists(st.sampled_from(["agent", "agente", "and", "de", "cadre"])))
def test_folding_genders_twice_changes_nothing(words: list[str]) -> None:
    folded = ungendered(" ".join(words))
    assert ungendered(folded) == folded


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_any_text_gets_an_honest_answer(small: Catalogue, text: str) -> None:
    match = match_occupation(text, small)
    assert (match.occupation is not None) == (match.status == "matched")
    assert 0 <= match.confidence <= 1


def _french_titles(catalogue: Catalogue) -> list[str]:
    return sorted(
        {
            title
            for one in catalogue.all_occupations()
            for title in (one.title.fr, *one.alternative_titles.fr)
            if title
        }
    )


def _answer(text: str, catalogue: Catalogue) -> tuple[str, list[str]]:
    match = match_occupation(text, catalogue)
    return match.status, [one.occupation.id for one in match.candidates]


def _without_accents(text: str) -> str:
    parted = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_accents_may_be_missing(bundled: Catalogue, data: st.DataObject) -> None:
    title = data.draw(st.sampled_from(_french_titles(bundled)))
    assert _answer(title, bundled) == _answer(_without_accents(title), bundled)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_both_genders_get_the_same_answer(
    bundled: Catalogue, data: st.DataObject
) -> None:
    both = re.compile(r"([\w'-]+)/([\w'-]+)")
    gendered = [title for title in _french_titles(bundled) if both.search(title)]
    title = data.draw(st.sampled_from(gendered))
    masculine, feminine = both.sub(r"\1", title), both.sub(r"\2", title)
    if ungendered(label_key(masculine)) == ungendered(label_key(feminine)):
        assert _answer(masculine, bundled) == _answer(feminine, bundled)
    else:  # "adjoints administratifs/adjointes administratives" is not parted so
        assert _answer(title, bundled)[0] == "matched"


@pytest.mark.parametrize(
    ("text", "noc"),
    [
        ("guy who fixes furnaces", ["72402"]),
        ("lunch lady", ["65201"]),
        ("dame de la cafétéria", ["65201"]),
        ("someone who does the books", ["12200"]),
        ("quelqu'un qui tient les livres", ["12200"]),
        ("commis comptable", ["14200"]),
        ("préposé aux bénéficiaires", ["33102"]),
        ("PSW", ["33102", "44101"]),
        ("mécano", ["72410"]),
    ],
)
def test_people_s_own_words_for_work(
    bundled: Catalogue, text: str, noc: list[str]
) -> None:
    found = [each.occupation.noc for each in match_occupation(text, bundled).candidates]
    assert found[:1] == noc or sorted(found, key=str) == noc


@pytest.mark.parametrize("text", ["coiffeuse", "hairdresser", "caissière"])
def test_a_title_that_is_only_rather_alike_is_no_choice(
    bundled: Catalogue, text: str
) -> None:
    assert match_occupation(text, bundled).status == "unmatched"
