"""The folders on Linux are those that platformdirs names."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs
import pytest

from skillgap.cli import folders


@pytest.mark.skipif(sys.platform != "linux", reason="the short way is for Linux")
@pytest.mark.parametrize("base", [None, "", "  ", "/srv/a b"])
def test_the_short_way_agrees_with_platformdirs(
    base: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_CACHE_HOME", "XDG_DATA_HOME"):
        if base is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, base)
    cache = platformdirs.user_cache_dir("skillgap", appauthor=False)
    data = platformdirs.user_data_dir("skillgap", appauthor=False)
    assert folders.cache_folder() == Path(cache)
    assert folders.data_folder() == Path(data)
