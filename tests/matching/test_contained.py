from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skillgap.matching import match_skill
from skillgap.matching.contained import CONTAINED, unless_contained
from skillgap.matching.names import Scored
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
    kept = unless_contained(found, read_phrase(phrase))
    assert kept.confidence == (0.9 if sure else CONTAINED)


def test_a_verb_alone_must_be_rather_sure() -> None:
    found = Scored("x", "grinding", 0.65, "meaning")
    assert unless_contained(found, read_phrase("grinding coffee")) == found._replace(
        confidence=CONTAINED
    )


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
