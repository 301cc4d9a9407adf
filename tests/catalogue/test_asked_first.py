"""What credentials ask for first, what certifies the same, what they typically take."""

from __future__ import annotations

from pathlib import Path

import pytest

from plain import a_credential
from skillgap.advice import make_plan
from skillgap.catalogue import bundled_folder, load_catalogue
from skillgap.catalogue.equivalents import equivalents
from skillgap.catalogue.typical import typical_values
from skillgap.catalogue.written import credential_written
from skillgap.model.about import Typical

EVERYTHING = Path(__file__).parent.parent / "cases" / "valid" / "everything"


def test_alternatives_are_read_and_written_as_they_stand(tmp_path: Path) -> None:
    catalogue = load_catalogue(EVERYTHING, cache=tmp_path)
    course = catalogue.credential("filing-course")
    assert course.prerequisites.groups == (
        ("typing-course",),
        ("filing-basics", "filing-at-night"),
    )
    assert credential_written(course)["prerequisites"] == {
        "credentials": [
            "typing-course",
            {"any_of": ["filing-basics", "filing-at-night"]},
        ],
        "text": "none",
    }


def test_of_two_equivalents_one_needs_to_name_the_other(tmp_path: Path) -> None:
    catalogue = load_catalogue(EVERYTHING, cache=tmp_path)
    assert catalogue.credential("filing-course").equivalent_to == ("filing-elsewhere",)
    assert catalogue.credential("filing-elsewhere").equivalent_to == ("filing-course",)
    assert catalogue.credential("typing-course").equivalent_to == ()


def test_an_equivalent_of_an_equivalent_is_one_too() -> None:
    named = [
        ("a", ("b",)),
        ("b", ()),
        ("c", ("b",)),
        ("d", ("e",)),
        ("e", ()),
        ("f", ()),
    ]
    records = [a_credential(id_, {"s": 3}, equivalent_to=other) for id_, other in named]
    assert equivalents(records) == {
        "a": ("b", "c"),
        "b": ("a", "c"),
        "c": ("a", "b"),
        "d": ("e",),
        "e": ("d",),
    }


def test_what_is_typical_is_the_median_of_what_is_stated() -> None:
    records = [
        a_credential("a", {"s": 3}, h=10, c=0),
        a_credential("b", {"s": 3}, h=30, c=100),
        a_credential("c", {"s": 3}, kind="certificate", h=50),
        a_credential("d", {"s": 3}),
    ]
    assert typical_values(records) == (
        Typical("cost", "CAD", None, 100, 1),
        Typical("cost", "CAD", "course", 100, 1),
        Typical("hours", "h", None, 30, 3),
        Typical("hours", "h", "certificate", 50, 1),
        Typical("hours", "h", "course", 20, 2),
    )


def test_a_plan_does_not_read_every_credential(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    catalogue = load_catalogue(bundled_folder())
    assert catalogue.typical() == typical_values(catalogue.all_credentials())
    catalogue = load_catalogue(bundled_folder())

    def refuse() -> None:
        pytest.fail("every credential was read")

    monkeypatch.setattr(catalogue, "all_credentials", refuse)
    occupation = catalogue.occupations_coded("12200")[0]
    assert make_plan(occupation, {}, catalogue).steps
