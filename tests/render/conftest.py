"""Every test begins and ends in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from skillgap.locale import use_language

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")
