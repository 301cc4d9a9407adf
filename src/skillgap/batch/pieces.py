"""The JSON of results in pieces that are made once: the same bytes, put together.

A record's keys stand in order. Those whose values differ from client to client are
left open; the rest is in bytes already, as it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.render.batch_records import compact

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

MOST = 1 << 16
_OPEN = "\x00open\x00"
_OPEN_AS_JSON = compact(_OPEN)


class Template:
    """A record in bytes around its open values, which are joined in order of key."""

    def __init__(self, record: Mapping[str, Any], open_keys: Collection[str]) -> None:
        self.keys = tuple(sorted(open_keys))
        parts = _parted({**record, **dict.fromkeys(open_keys, _OPEN)})
        if len(parts) != len(self.keys) + 1:
            parts = _joined(record, self.keys)
        self.parts = tuple([part.encode() for part in parts])


def in_bytes(value: Any) -> bytes:  # noqa: ANN401 - as JSON has it
    """A value as it stands in results."""
    return compact(value).encode()


def listed(pieces: Iterable[bytes]) -> bytes:
    """Pieces as a list of JSON."""
    return b"[" + b",".join(pieces) + b"]"


def _parted(record: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(compact(record).split(_OPEN_AS_JSON))


def _joined(record: Mapping[str, Any], open_keys: Collection[str]) -> tuple[str, ...]:
    """The same where a text of the record is by chance what stands for open values."""
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
    return (*parts, text + "}")


class Kept(dict[Any, Any]):
    """A bounded memory of what a function gives: full, it begins anew.

    It is looked up by its key; called where more goes with the key, which follows
    from it.
    """

    __slots__ = ("_make", "_most")

    def __init__(self, make: Callable[..., Any], most: int = MOST) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, key: Any) -> Any:  # noqa: ANN401 - as the function has it
        """What the function gives for a key, from now on kept."""
        return self(key)

    def __call__(self, key: Any, *more: Any) -> Any:  # noqa: ANN401 - as the function has it
        """What the function gives for a key (and more that follows from it)."""
        kept = self.get(key)
        if kept is not None:
            return kept
        if len(self) >= self._most:
            self.clear()
        found = self[key] = self._make(key, *more)
        return found
