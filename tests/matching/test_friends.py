from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skillgap.matching import match_skill
from skillgap.matching.friends import FALSE, false_friends, language_of, misled
from skillgap.model import Claim
from skillgap.normalise import fold

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue


@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("faire du pain", "fr"),
        ("tour à métal", "fr"),
        ("l'entretien", "fr"),
        ("removing dents", "en"),
        ("helping the workers' families", "en"),
        ("pour", None),
        ("pain", None),
        ("Excel", None),
        ("", None),
    ],
)
def test_the_language_that_a_phrase_is_evidently_of(
    phrase: str, language: str | None
) -> None:
    assert language_of(phrase) == language


def test_a_word_misleads_where_the_other_language_alone_has_it() -> None:
    friends = false_friends("faire du pain")
    assert friends == {"pain"}
    douleur = ["gestion de la douleur"]
    assert misled(friends, douleur, ["pain control"]) == {"pain"}
    assert misled(friends, ["vendre des pains"], ["bread, pain complet"]) == set()
    assert misled(friends, ["boulangerie"], ["baking bread"]) == set()


def test_false_friends_are_written_folded_and_once() -> None:
    assert list(FALSE) == sorted({fold(word) for word in FALSE})


@pytest.mark.parametrize(
    ("phrase", "not_meant"),
    [
        ("faire du pain et des pâtisseries", "pain-and-symptom-management"),
        ("mettre le pain au four", "pain-and-symptom-management"),
        ("removing dents from cars", "scaling-and-dental-prophylaxis"),
        ("promener des chats", "video-conferencing-software"),
        ("travailler de mes mains", "production-control-software"),
    ],
)
def test_a_false_friend_carries_no_answer(
    bundled: Catalogue, phrase: str, not_meant: str
) -> None:
    match = match_skill(Claim(phrase), bundled)
    assert not_meant not in [each.skill.id for each in match.candidates]


@pytest.mark.parametrize(
    ("phrase", "skill"),
    [
        ("faire du pain et des pâtisseries", "cooking-and-food-preparation"),
        ("helping people with pain", "pain-and-symptom-management"),
        ("soigner les dents", "scaling-and-dental-prophylaxis"),
        ("driving a car", "transportation"),
    ],
)
def test_the_same_words_answer_in_their_own_language(
    bundled: Catalogue, phrase: str, skill: str
) -> None:
    found = match_skill(Claim(phrase), bundled).skill
    assert found is not None
    assert found.id == skill
