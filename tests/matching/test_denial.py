from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.matching import match_skill
from skillgap.matching.denial import denies, main_clause
from skillgap.model import Claim

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

DENIED = [
    "I don't know Excel",
    "I dont know Excel",
    "never used Excel",
    "no experience in bookkeeping",
    "I can\u2019t drive a truck",
    "unable to lift heavy boxes",
    "without any training in plumbing",
    "I'm someone who doesn't know computers",
    "I know Excel but not Access",
    "Excel: none",
    "jamais utilisé Excel",
    "je connais pas la comptabilité",
    "je ne conduis plus",
    "aucune expérience en vente",
    "sans expérience en comptabilité",
    "moi qui ne connais rien aux ordinateurs",
]
SAID = [
    "Excel",
    "locking up so nobody can get in",
    "copying files so we don't lose them if the server dies",
    "fixing things that don't work",
    "making sure that kids don't get hurt",
    "lifting without hurting my back",
    "teaching people who have never used a computer",
    "not for profit bookkeeping",
    "I don't mind lifting heavy boxes",
    "not afraid of heights",
    "sauvegarder pour ne rien perdre",
    "réparer ce qui ne marche pas",
    "attacher la charge afin qu'elle ne tombe pas",
    "conduire sans jamais avoir d'accident",
    "collecter des dons",
    "pas peur des hauteurs",
    "",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_denial_is_about_the_first_verb(text: str) -> None:
    assert denies(text)


@pytest.mark.parametrize("text", SAID)
def test_what_a_clause_denies_is_not_denied(text: str) -> None:
    assert not denies(text)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("repairing cars that won't start", "repairing car"),
        ("attacher la charge pour qu'elle ne tombe pas", "attacher la charge"),
        ("locking so nobody never gets in", None),
        ("baking so that people are happy", None),
        ("Excel", None),
    ],
)
def test_the_main_clause_stands_before_what_is_denied(
    text: str, clause: str | None
) -> None:
    assert main_clause(text) == clause


@given(st.sampled_from(DENIED), st.sampled_from(("so it works", "quand il pleut")))
def test_a_clause_behind_a_denial_does_not_lift_it(text: str, clause: str) -> None:
    assert denies(f"{text} {clause}")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("fixing computers that don't start", "computer-troubleshooting"),
        (
            "faire des sauvegardes pour pas perdre les données",
            "backup-and-disaster-recovery",
        ),
        ("watching the gate so strangers don't get in", "access-control-and-patrol"),
        ("I can't drive a truck", None),
        ("wasn't trained in first aid", None),
        ("je ne sais pas réparer des ordinateurs", None),
    ],
)
def test_denials_in_the_bundled_catalogue(
    bundled: Catalogue, text: str, skill: str | None
) -> None:
    found = match_skill(Claim(text), bundled).skill
    assert (found.id if found else None) == skill
