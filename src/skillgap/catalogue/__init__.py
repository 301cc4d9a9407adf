"""Reading, checking and opening catalogues.

Opening a compiled catalogue imports no YAML, no tables and no rules; what reads and
checks is imported when a catalogue is compiled or checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.catalogue.catalogue import Beside, Catalogue
from skillgap.catalogue.load import (
    CatalogueCheck,
    bundled_folder,
    check_catalogue,
    load_catalogue,
    unpacked,
)
from skillgap.catalogue.rarity import rarity
from skillgap.model.about import CatalogueInfo, Named

if TYPE_CHECKING:
    from skillgap.catalogue.schema import json_schema
    from skillgap.catalogue.stats import CatalogueStats, catalogue_stats

__all__ = [
    "Beside",
    "Catalogue",
    "CatalogueCheck",
    "CatalogueInfo",
    "CatalogueStats",
    "Named",
    "bundled_folder",
    "catalogue_stats",
    "check_catalogue",
    "json_schema",
    "load_catalogue",
    "rarity",
    "unpacked",
]


def __getattr__(name: str) -> object:
    if name in {"catalogue_stats", "CatalogueStats"}:
        from skillgap.catalogue import stats

        return getattr(stats, name)
    if name == "json_schema":
        from skillgap.catalogue.schema import json_schema

        return json_schema
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
