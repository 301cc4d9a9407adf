"""The JSON of results in pieces that are made once: the same bytes, put together.

A record's keys stand in order. Those whose values differ from client to client are
left open; the rest is text already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.render.batch_records import compact

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

MOST = 1 << 16


class Template:
    """A record as text around its open values, which are joined in order of key."""

    def __init__(self, record: Mapping[str, Any], open_keys: Collection[str]) -> None:
        self.keys = tuple(sorted(open_keys))
        parts: list[str] = []
        text = "{"
        for key in sorted({*record, *open_keys}):
            text += "" if text == "{" and not parts else ","
            text += compact(key) + ":"
            if key in open_keys:
                parts.append(text)
                text = ""
            else:
                text += compact(record[key])
        self.parts = (*parts, text + "}")


class Kept:
    """A bounded memory of what a function gives: full, it begins anew."""

    def __init__(self, make: Callable[..., Any], most: int = MOST) -> None:
        self._make = make
        self._most = most
        self.known: dict[Any, Any] = {}

    def __call__(self, key: Any, *more: Any) -> Any:  # noqa: ANN401 - as the function has it
        """What the function gives for a key (and more that follows from it)."""
        known = self.known
        found = known.get(key, known)
        if found is known:
            if len(known) >= self._most:
                known.clear()
            found = known[key] = self._make(key, *more)
        return found
