"""How far a batch has come: one line that changes on a terminal, plain lines in a log.

Both say how many clients are done, how fast, how long the rest takes, and how many
could not be advised.
"""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from skillgap.locale import _, ngettext
from skillgap.render.quantities import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from skillgap.batch.run import State

    Report = Callable[[State], None]

TERMINAL_S = 0.2
LOG_S = 10.0
_WIDTH = 79


@contextmanager
def reporting() -> Iterator[Report]:
    """A function to tell the state to; it shows some of them on stderr."""
    terminal = sys.stderr.isatty()
    started = shown = time.monotonic()

    def report(state: State) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - shown < (TERMINAL_S if terminal else LOG_S):
            return
        shown = now
        line = progress_line(state, now - started)
        text = f"\r{line[:_WIDTH]:<{_WIDTH}}" if terminal else f"{line}\n"
        sys.stderr.write(text)
        sys.stderr.flush()

    try:
        yield report
    finally:
        if terminal:
            sys.stderr.write(f"\r{'':<{_WIDTH}}\r")
            sys.stderr.flush()


def progress_line(state: State, seconds: float) -> str:
    """The state in words, after so many seconds of work."""
    rate = (state.clients - state.resumed_at) / seconds if seconds else 0.0
    clients = ngettext("{number} client", "{number} clients", state.clients)
    parts = [
        f"{state.share:4.0%}",
        clients.format(number=number(state.clients)),
        _("{number} a second").format(number=number(rate, decimals=0)),
    ]
    if 0 < state.share < 1 and rate:
        total = state.clients / state.share
        left = (total - state.clients) / rate
        parts.append(_("about {time} left").format(time=span(left)))
    if state.failed:
        parts.append(_("{number} not advised").format(number=number(state.failed)))
    return ", ".join(parts)


def span(seconds: float) -> str:
    """A length of time as ``h:mm:ss`` or ``m:ss``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
