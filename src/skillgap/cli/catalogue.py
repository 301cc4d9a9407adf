"""``skillgap catalogue``: for those who keep the data."""

from __future__ import annotations

from typing import Any, ClassVar

from skillgap.cli.app import LazyGroup, make_group
from skillgap.locale import _


class CatalogueGroup(LazyGroup):
    """The commands about a catalogue itself."""

    modules: ClassVar[dict[str, str]] = {
        "check": "skillgap.cli.catalogue_check",
        "import": "skillgap.cli.catalogue_import",
        "enrich": "skillgap.cli.catalogue_enrich",
        "export": "skillgap.cli.catalogue_export",
        "impact": "skillgap.cli.catalogue_impact",
        "new": "skillgap.cli.catalogue_new",
        "stats": "skillgap.cli.catalogue_stats",
    }


def catalogue() -> None:
    """Nothing to do before a command of the group."""


def command() -> Any:
    """The group for the command line."""
    text = _("Check a catalogue, or count what is in it and where it comes from.")
    return make_group(CatalogueGroup, text, catalogue)
