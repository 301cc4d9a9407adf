"""The command on rosters, away from the person's own files."""

from __future__ import annotations

from tests.cli.conftest import cache, run, run_small

__all__ = ["cache", "run", "run_small"]
