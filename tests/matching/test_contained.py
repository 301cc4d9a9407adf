from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skillgap.matching import match_skill
from skillgap.matching.contained import CONTAINED, unless_contained
from skillgap.matching.names import MEANT_FROM, Scored, best_first
from skillgap.matching.qualifiers import read_phrase
from skillgap.model import Claim

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue


@pytest.mark.parametrize(
    ("phrase", "label", "sure"),
    [
        ("washing pots", "washing pots and pans", True),
        ("laver les chaudrons", "laver des chaudrons", True),
        ("doing night shifts alone", "doing night shifts alone downtown", True),
        ("mixing drinks", "mixing drinks without alcohol", True),
        ("ironing shirts", "ironing", True),
        ("souder des tuyaux", "souder", True),
        ("pest control", "plant pest control", False),
        ("customers", "dealing with customers", False),
        ("React Native", "React", False),
        ("teaching welding", "welding", False),
        ("vitamin C", "C", False),
        ("C code", "code in C", True),
        ("answering 50 calls", "Sage 50", False),
        ("playing video games", "video games design", False),
        ("my wife is a nurse", "nursing", False),
        ("mon voisin conduit un camion", "conduire un camion", False),
        ("own vehicle", "vehicle controls", False),
        ("$25 an hour", "hours of service", False),
        ("Hamilton, Ontario", "Ontario Works", False),
        ("writing reports, Ontario Works", "Ontario Works reports", True),
        ("full time", "Time management", False),
        ("my job was welding pipes", "welding pipes", True),
        ("owning a restaurant", "restaurant owner", True),
    ],
)
def test_what_holds_or_is_held_is_sure_only_where_it_says_the_same(
    phrase: str, label: str, *, sure: bool
) -> None:
    found = Scored("x", label, 0.9, "meaning")
    (kept,) = unless_contained([found], read_phrase(phrase))
    if sure:
        assert kept == found
    else:
        assert CONTAINED <= kept.confidence < MEANT_FROM


def test_a_verb_alone_must_be_rather_sure() -> None:
    found = Scored("x", "grinding", 0.65, "meaning")
    (kept,) = unless_contained([found], read_phrase("grinding coffee"))
    assert kept.confidence < MEANT_FROM


def test_what_is_less_like_is_no_surer_and_the_order_stays() -> None:
    found = [
        Scored(id_, label, sure, "meaning")
        for id_, label, sure in (
            ("z", "create patent draft", 0.9),
            ("b", "prepare patent application", 0.6),
            ("a", "patents", 0.3),
        )
    ]
    kept = unless_contained(found, read_phrase("patent draft"))
    assert best_first(kept) == tuple(kept)
    assert kept[0].confidence < MEANT_FROM
    assert kept[1].confidence > CONTAINED
    assert kept[2] == found[2]
    sure_first = [found[1], found[0]._replace(confidence=0.55)]
    kept = unless_contained(sure_first, read_phrase("patent draft"))
    assert kept[0] == found[1]
    assert kept[1].confidence < MEANT_FROM


@pytest.mark.parametrize(
    ("phrase", "skill"),
    [
        ("answering 50 calls a day", "telephone-handling"),
        ("doing payroll for 20 people", "payroll-processing"),
        ("debugging code", "debugging"),
        ("50 years old", None),
        ("19/hr minimum", None),
    ],
)
def test_what_is_counted_is_what_is_done(
    bundled: Catalogue, phrase: str, skill: str | None
) -> None:
    found = match_skill(Claim(phrase), bundled).skill
    assert (found.id if found else None) == skill
