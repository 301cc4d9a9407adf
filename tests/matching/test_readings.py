from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.matching.readings import plainly
from skillgap.normalise import fold


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("guy who fixes furnaces", "fixing furnaces"),
        ("someone who looks after old people", "looking after old people"),
        ("I used to drive trucks", "driving trucks"),
        ("I want to be a welder", "a welder"),
        ("carries boxes", "carrying boxes"),
        ("planned parties", "planning parties"),
        ("taught French", "teaching french"),
        ("le gars qui répare les fournaises", "reparer les fournaises"),
        ("la personne qui conduit le camion", "conduire le camion"),
        ("j'ai vendu des assurances", "vendre des assurances"),
        ("je nettoie des bureaux", "nettoyer des bureaux"),
        ("Excel", "excel"),
        ("who", "who"),
        ("", ""),
    ],
)
def test_person_is_taken_off_and_the_verb_named(text: str, plain: str) -> None:
    assert plainly(text) == plain


@given(st.text(max_size=40))
def test_words_never_vanish(text: str) -> None:
    assert bool(plainly(text).split()) == bool(fold(text).split())
