"""What tests share: the small invented catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

# No law depends on how busy the machine is.
settings.register_profile("skillgap", deadline=None)
settings.load_profile("skillgap")

CASES = Path(__file__).parent / "cases"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let snapshots be written anew."""
    parser.addoption("--snapshot-update", action="store_true", default=False)


@pytest.fixture(scope="session")
def small_folder() -> Path:
    """The folder of the small invented catalogue."""
    return CASES / "valid" / "small"


@pytest.fixture(scope="session")
def small(small_folder: Path) -> Catalogue:
    """The small invented catalogue, compiled in memory."""
    from skillgap.catalogue import load_catalogue

    return load_catalogue(small_folder)
