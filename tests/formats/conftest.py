"""A few invented skills to look for, and files built by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest

from skillgap.catalogue import Named
from skillgap.formats.found import find_skills
from skillgap.formats.imported import Line
from skillgap.model import Skill, Text
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillgap.catalogue import Catalogue
    from skillgap.model import Claim

SKILLS = {
    "bookkeeping": ("Bookkeeping", "tenue de livres"),
    "c-plus-plus": ("C++",),
    "cleaning": ("Cleaning", "nettoyage"),
    "cms": ("Content management system", "CMS"),
    "coaching": ("Coaching", "mentoring"),
    "cpr": ("CPR",),
    "dementia-care": ("Dementia care", "soins aux personnes atteintes de démence"),
    "excel": ("Microsoft Excel", "Excel"),
    "first-aid": ("First aid", "first aid and CPR", "secourisme"),
    "java": ("Java",),
    "meal-preparation": ("Meal preparation", "préparation de repas"),
    "object-oriented": ("OOP",),
    "oral-communication": ("Oral communication", "communication orale"),
    "payroll": ("Payroll processing", "payroll", "paie"),
    "plumbing-tools": ("Plumbing tools",),
    "r": ("R",),
    "sap": ("SAP",),
    "staff-training": ("Training staff", "formation du personnel"),
    "supply-management": ("Supply management",),
    "transportation": ("Transport",),
    "welding": ("Welding", "soudage"),
    "word": ("Microsoft Word", "Word"),
    "written-communication": ("Written communication", "communication écrite"),
}


class Shelf:
    """The part of a catalogue in which skills are looked for."""

    def every_label(self) -> tuple[tuple[str, Named], ...]:
        return tuple(
            (label_key(label), Named(id_, label, "en", preferred=label is labels[0]))
            for id_, labels in SKILLS.items()
            for label in labels
        )

    def all_skills(self) -> tuple[Skill, ...]:
        return tuple(
            Skill(
                id_, Text(labels[0]), "technical", uri=f"http://example.org/esco/{id_}"
            )
            for id_, labels in SKILLS.items()
        )


@pytest.fixture(scope="session")
def shelf() -> Catalogue:
    return cast("Catalogue", Shelf())


@pytest.fixture
def find(shelf: Catalogue) -> Callable[..., tuple[Claim, ...]]:
    """The claims found in a text."""

    def find(text: str, **options: Any) -> tuple[Claim, ...]:  # noqa: ANN401
        lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
        return find_skills(lines, shelf, **options)

    return find
