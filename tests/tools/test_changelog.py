"""The changelog is checked against the version that the package states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

SOUND = """# Changelog

## [Unreleased]

## [0.2.0] - 2026-12-01

### Added

## [0.1.0] - 2026-11-23
"""


@pytest.mark.parametrize(
    ("before", "after", "version", "faults"),
    [
        ("", "", "0.2.0", []),
        ("", "", "0.3.0", []),
        ("", "", "0.1.0", ["the package is at 0.1.0, older than the newest section"]),
        ("", "", "", ['the package has no __version__ = "x.y.z"']),
        (
            "[Unreleased]",
            "[Next]",
            "0.2.0",
            ["the first section must be ## [Unreleased]"],
        ),
        (
            " - 2026-12-01",
            " - December",
            "0.2.0",
            ["0.2.0 needs a date: ## [1.2.3] - 2026-01-31"],
        ),
        ("[0.1.0]", "[0.10.0]", "0.2.0", ["versions must stand newest first"]),
        (
            "### Added",
            "### New",
            "0.2.0",
            [
                (
                    "the group 'New' is none of Added, Changed, Deprecated, Fixed, "
                    "Removed, Security"
                )
            ],
        ),
    ],
)
def test_a_fault_is_named(
    changelog: ModuleType, before: str, after: str, version: str, faults: list[str]
) -> None:
    text = SOUND.replace(before, after) if before else SOUND
    assert changelog.faults_of_changelog(text, version) == faults
