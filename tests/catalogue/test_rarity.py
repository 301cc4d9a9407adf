"""How telling skills are: of occupations, and of what training is about."""

from __future__ import annotations

import pytest
from tests.plain import a_skill

from skillgap.catalogue.rarity import rarity, weight_of_subject


@pytest.mark.parametrize(
    ("askers", "occupations", "expected"), [(1, 1, 69), (1, 108, 469), (54, 108, 70)]
)
def test_rarity(askers: int, occupations: int, expected: int) -> None:
    assert rarity(askers, occupations) == expected


@pytest.mark.parametrize(
    ("kind", "askers", "expected"),
    [
        ("technical", 0, 300),
        ("technical", 1, 300),
        ("knowledge", 10, 239),
        ("knowledge", 54, 100),
        ("transferable", 1, 100),
        ("tool", 54, 300),
    ],
)
def test_weight_of_subject(kind: str, askers: int, expected: int) -> None:
    skill = a_skill("one")._replace(kind=kind)  # type: ignore[arg-type]
    assert weight_of_subject(skill, askers, 108) == expected
