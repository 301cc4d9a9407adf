"""Where a person's profile is: chosen, or the platform's own place for such files."""

from __future__ import annotations

import os
from pathlib import Path

from skillgap.cli.folders import data_folder

VARIABLE = "SKILLGAP_PROFILE"
NAME = "me.yaml"


def profile_path(chosen: Path | None) -> Path:
    """The profile that a command is about: option, variable or usual place."""
    if chosen is not None:
        return chosen
    if named := os.environ.get(VARIABLE):
        return Path(named)
    return usual_place()


def own_profile() -> Path | None:
    """The person's own profile where there is one, for commands that name none.

    ``SKILLGAP_PROFILE`` set to nothing means that none is to be used.
    """
    if os.environ.get(VARIABLE) == "":
        return None
    path = profile_path(None)
    return path if path.exists() else None


def usual_place() -> Path:
    """The file in the platform's folder for a person's own data."""
    return data_folder() / NAME


def is_usual(path: Path) -> bool:
    """Whether a profile lies in the usual place, whose folder is made where absent."""
    return path == usual_place()
