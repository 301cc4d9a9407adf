"""The titles of pages: what lies before the reader, not which command made it."""

from __future__ import annotations

from skillgap.locale import _


def title_of(command: str) -> str:
    """The title of the page that shows a command's answer."""
    words = {
        "batch": _("Many clients advised"),
        "cohort": _("A group of clients"),
        "diff": _("What differs between two answers"),
        "replay": _("An earlier answer, answered again"),
    }
    return words.get(command, f"skillgap {command}")
