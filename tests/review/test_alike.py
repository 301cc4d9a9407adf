"""Which labels are told as likely to mean the same."""

from __future__ import annotations

import pytest

from skillgap.normalise import label_key
from skillgap.review.alike import alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Project management", "Management of projects"),
        ("Database administration", "Data base administration"),
        ("Account reconciliation", "Acount reconciliation"),
        ("Gestion de projets", "Gestion des projets"),
    ],
)
def test_the_same_otherwise_written(one: str, other: str) -> None:
    keys = {label_key(one), label_key(other)}
    assert len(keys) == 1 or list(alike(keys)) == [tuple(sorted(keys))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Painting", "Printing"),
        ("Java", "JavaScript"),
        ("C", "C++"),
        ("Welding level 1", "Welding level 2"),
        ("Software maintenance", "Maintenance software"),
        ("Pest control", "Cost control"),
    ],
)
def test_other_things_that_look_alike(one: str, other: str) -> None:
    assert list(alike({label_key(one), label_key(other)})) == []
