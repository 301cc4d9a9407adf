"""How far a long piece of work has come: one line on stderr, on a terminal only."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Progress = Callable[[str, float], None]

_EVERY_S = 0.1
_WIDTH = 78


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A function to tell a name and a share (0 to 1) to; None off a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    shown_at = 0.0

    def show(name: str, share: float) -> None:
        nonlocal shown_at
        now = time.monotonic()
        if now - shown_at >= _EVERY_S:
            shown_at = now
            line = f"{name[: _WIDTH - 6]} {share:4.0%}"
            sys.stderr.write(f"\r{line:<{_WIDTH}}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        sys.stderr.write(f"\r{'':<{_WIDTH}}\r")
        sys.stderr.flush()
