"""Runs the installed command as a person's shell would."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.cli.command import COMMAND, SMALL, Outcome
from tests.cli.profiles import PROFILE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.command import Run


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache folder for the whole test run, so that catalogues compile once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def run(cache: Path, tmp_path: Path) -> Run:
    """The command, away from the person's own files and settings."""

    def call(
        *arguments: str, stdin: bytes | None = None, **environment: str
    ) -> Outcome:
        clean = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "LANG": "C.UTF-8",
            "SKILLGAP_CACHE": str(cache),
            "COLUMNS": "100",
        }
        done = subprocess.run(
            [COMMAND, *arguments],
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env=clean | environment,
            timeout=120,
        )
        return Outcome(
            done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return call


@pytest.fixture
def run_small(run: Run) -> Run:
    """The command on the small invented catalogue of the tests."""

    def call(
        *arguments: str, stdin: bytes | None = None, **environment: str
    ) -> Outcome:
        return run(*arguments, "--catalogue", str(SMALL), stdin=stdin, **environment)

    return call


@pytest.fixture
def me(tmp_path: Path) -> Path:
    """The place of the person's own profile, which is not there yet."""
    return tmp_path / ".local" / "share" / "skillgap" / "me.yaml"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile elsewhere."""
    path = tmp_path / "other.yaml"
    path.write_text(PROFILE, encoding="utf-8")
    path.chmod(0o600)
    return path
