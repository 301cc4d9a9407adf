"""What the tests of matching share: the bundled catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue


@pytest.fixture(scope="session")
def bundled() -> Catalogue:
    """The catalogue that ships with skillgap."""
    from skillgap.catalogue import load_catalogue

    return load_catalogue()
