"""The scripts of tools/ as modules."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

TOOLS = Path(__file__).resolve().parents[2] / "tools"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def translations() -> ModuleType:
    return script("translations")


@pytest.fixture(scope="session")
def changelog() -> ModuleType:
    return script("changelog")


@pytest.fixture(scope="session")
def picture() -> ModuleType:
    pytest.importorskip("pty", reason="a terminal of its own is made on Unix alone")
    return script("picture")
