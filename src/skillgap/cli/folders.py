"""Where the platform keeps a program's caches and a person's own files."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """The folder for what can be made again."""
    on_linux: bool = sys.platform == "linux"
    if on_linux:
        return _base("XDG_CACHE_HOME", ".cache")
    import platformdirs

    return Path(platformdirs.user_cache_dir("skillgap", appauthor=False))


def data_folder() -> Path:
    """The folder for what a person made."""
    on_linux: bool = sys.platform == "linux"
    if on_linux:
        return _base("XDG_DATA_HOME", ".local/share")
    import platformdirs

    return Path(platformdirs.user_data_dir("skillgap", appauthor=False))


def _base(variable: str, below_home: str) -> Path:
    """What platformdirs answers on Linux, without the time that its import takes."""
    chosen = os.environ.get(variable, "").strip()
    return (Path(chosen) if chosen else Path.home() / below_home) / "skillgap"
