"""What is built and shipped: the wheel, the source archive, what they state."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import skillgap

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv*", ".*_cache", ".hypothesis", "__pycache__", "*.mo", "dist", "build"
)


def build(source: Path, target: str, folder: Path) -> Path:
    """Build a wheel or a source archive without a network."""
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "-t",
        target,
        "-d",
        str(folder),
    ]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout without git, in a folder whose name has a space."""
    copy = tmp_path_factory.mktemp("source") / "a copy"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    return copy


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(source, "wheel", tmp_path_factory.mktemp("wheel"))


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def project() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)["project"]  # type: ignore[no-any-return]


def test_the_wheel_holds_data_messages_types_and_licences(wheel: Path) -> None:
    names = set(contents(wheel))
    dist_info = f"skillgap-{skillgap.__version__}.dist-info"
    data = {f"skillgap/data/{path.name}" for path in (ROOT / "data").iterdir()}
    messages = {
        path.relative_to(ROOT / "src").with_suffix(".mo").as_posix()
        for path in (ROOT / "src").rglob("*.po")
    }
    assert data <= names
    assert "skillgap/data/SOURCES.md" in names
    assert messages <= names
    assert messages
    assert "skillgap/py.typed" in names
    assert {
        f"{dist_info}/licenses/LICENSE",
        f"{dist_info}/licenses/LICENSE-DATA",
    } <= names


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in contents(wheel)}
    assert tops == {"skillgap", f"skillgap-{skillgap.__version__}.dist-info"}


def test_the_wheel_states_both_licences(wheel: Path) -> None:
    files = contents(wheel)
    (metadata,) = (files[name].decode() for name in files if name.endswith("/METADATA"))
    assert "License-Expression: MIT AND CC-BY-4.0\n" in metadata
    assert "License-File: LICENSE\n" in metadata
    assert "License-File: LICENSE-DATA\n" in metadata


def test_the_source_archive_builds_the_same_wheel(
    source: Path, wheel: Path, tmp_path: Path
) -> None:
    archive = build(source, "sdist", tmp_path / "sdist")
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path, filter="data")
    unpacked = tmp_path / f"skillgap-{skillgap.__version__}"
    again = build(unpacked, "wheel", tmp_path / "again")
    assert contents(again) == contents(wheel)


def test_the_installed_package_finds_its_data_from_any_folder(
    wheel: Path, tmp_path: Path
) -> None:
    installed = tmp_path / "site"
    shutil.unpack_archive(wheel, installed, "zip")
    code = "from skillgap.catalogue import bundled_folder; print(bundled_folder())"
    printed = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    assert Path(printed) == installed / "skillgap" / "data"


def test_the_command_is_named_in_the_metadata() -> None:
    assert project()["scripts"] == {"skillgap": "skillgap.cli:main"}


def test_the_workflow_runs_the_python_versions_of_the_classifiers() -> None:
    prefix = "Programming Language :: Python :: 3."
    classified = [
        c.removeprefix(prefix) for c in project()["classifiers"] if c.startswith(prefix)
    ]
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    (matrix,) = re.findall(r"python-version: \[(.*)\]", workflow)
    assert re.findall(r'"3\.(\d+)"', matrix) == classified
    assert project()["requires-python"] == f">=3.{classified[0]}"


def test_the_workflow_pins_its_actions_and_may_only_read() -> None:
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: \S+@(\S+)", workflow)
    assert used
    assert all(re.fullmatch(r"[0-9a-f]{40}", version) for version in used)
    assert "permissions:\n  contents: read\n" in workflow
    assert "write" not in workflow
