"""The taxonomies that make a whole catalogue, by the names that people know them by."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from skillgap.formats.intake import Intake, Progress

Taxonomy = Literal["esco", "onet", "oasis"]


def import_taxonomy(
    kind: Taxonomy,
    sources: Sequence[Path],
    today: str,
    progress: Progress | None = None,
) -> Intake:
    """Read a taxonomy as it was published.

    Raises:
        DataError: the set is not whole, cannot be read, or mixes versions.
    """
    module = import_module(f"skillgap.formats.{kind}")
    intake: Intake = getattr(module, f"import_{kind}")(sources, today, progress)
    return intake
