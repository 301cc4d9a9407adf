"""The installed command, as tests run it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple, Protocol

COMMAND = Path(sys.executable).with_name("skillgap")
SMALL = Path(__file__).parents[1] / "cases" / "valid" / "small"


class Outcome(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """Runs ``skillgap`` with these arguments."""

    def __call__(
        self, *arguments: str, stdin: bytes | None = None, **environment: str
    ) -> Outcome: ...
