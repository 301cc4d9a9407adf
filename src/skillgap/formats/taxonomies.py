"""The taxonomies that make a whole catalogue, by the names that people know them by."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from skillgap.formats.intake import Intake, Progress

Taxonomy = Literal["esco", "onet", "oasis", "json", "csv", "sqlite"]

_OWN = frozenset(("json", "csv", "sqlite"))
"""The forms that a whole catalogue is exported to, and read from again."""


OTHERS = frozenset(("esco", "onet", "oasis"))
"""The taxonomies of others, who name skills in their own words."""


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
    name = f"catalogue_{kind}" if kind in _OWN else kind
    module = import_module(f"skillgap.formats.{name}")
    intake: Intake = getattr(module, f"import_{kind}")(sources, today, progress)
    return intake


def same_skills(kind: Taxonomy) -> Mapping[str, str]:
    """Skills of the bundled catalogue, with what a taxonomy calls the same skill.

    Only those are here that neither an address nor a label tells.
    """
    if kind == "oasis":
        from skillgap.formats.oasis import SAME

        return SAME
    return {}
