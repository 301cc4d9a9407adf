"""Many texts in one run of bytes: a tenth of the memory, and kept on disk as it is."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray


class Texts(Sequence[str]):
    """Texts, each decoded when it is asked for.

    Args:
        ends: where each text ends in the bytes.
        text: the bytes (UTF-8) of all of them.
    """

    def __init__(self, ends: NDArray[np.int32], text: NDArray[np.uint8]) -> None:
        self.ends, self.text = ends, text
        self._bytes = memoryview(text)  # type: ignore[arg-type]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.ends)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...
    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        """The text at a place."""
        if isinstance(place, slice):
            places = np.arange(*place.indices(len(self)))
            return tuple(self.at(places))
        start = int(self.ends[place - 1]) if place else 0
        return str(self._bytes[start : int(self.ends[place])], "utf-8")

    def run(self, start: int, end: int) -> str:
        """The texts in a row as one, nothing between them."""
        first = int(self.ends[start - 1]) if start else 0
        return str(self._bytes[first : int(self.ends[end - 1])], "utf-8")

    def at(self, places: NDArray[np.intp]) -> list[str]:
        """The texts at some places."""
        starts = np.where(places, self.ends[places - 1], 0).tolist()
        ends = self.ends[places].tolist()
        text = self._bytes
        return [str(text[a:b], "utf-8") for a, b in zip(starts, ends, strict=True)]


def packed(texts: Iterable[str]) -> Texts:
    """Texts in one run of bytes, made one by one."""
    if isinstance(texts, Texts):
        return texts
    ends, whole = array("i"), bytearray()
    for text in texts:
        whole += text.encode()
        ends.append(len(whole))
    return Texts(np.frombuffer(ends, np.int32), np.frombuffer(whole, np.uint8))
