"""The pairs of slip keys and words (see `spelled`), read by parts or all at once."""

from __future__ import annotations

import json
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from skillgap.catalogue.spelled import NUMBER_BITS, PART_BITS, from_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Query = Callable[..., list[tuple[Any, ...]]]

AMONG = "IN (SELECT value FROM json_each(?))"
_NUMBER = (1 << NUMBER_BITS) - 1


class SlipPairs:
    """The numbers of the words that have slip keys.

    Args:
        query: gives the rows of a query on a database with the tables of `spelled`.
    """

    def __init__(self, query: Query) -> None:
        self._query = query
        self._parts: dict[int, Sequence[int]] = {}
        self._whole: NDArray[Any] | None = None

    def read(self, keys: Iterable[int]) -> None:
        """Read the parts of some keys, before they are asked for one by one."""
        if self._whole is not None:
            return
        parts = {key >> PART_BITS for key in keys}.difference(self._parts)
        if not parts:
            return
        self._parts |= dict.fromkeys(parts, ())
        select = f"SELECT part, pairs FROM slip WHERE part {AMONG}"  # noqa: S608
        for part, pairs in self._query(select, json.dumps(list(parts))):
            self._parts[part] = from_bytes("Q", pairs)

    def read_all(self) -> None:
        """Read every pair: for very many keys."""
        # Imported here: a few keys need no numpy.
        import numpy as np

        rows = self._query("SELECT pairs FROM slip ORDER BY part")
        whole = b"".join(pairs for (pairs,) in rows)
        self._whole = np.frombuffer(whole, "<u8").astype(np.uint64, copy=False)
        self._parts.clear()

    def having(self, keys: Collection[int]) -> list[int]:
        """The numbers of the words that have one of some keys, rising."""
        if self._whole is not None:
            return next(self.having_each([keys]))
        self.read(keys)
        found: set[int] = set()
        for key in keys:
            pairs, least = self._parts.get(key >> PART_BITS, ()), key << NUMBER_BITS
            at = bisect_left(pairs, least)
            end = bisect_left(pairs, least + _NUMBER + 1, at)
            found.update(pair & _NUMBER for pair in pairs[at:end])
        return sorted(found)

    def having_each(self, keys: Sequence[Collection[int]]) -> Iterator[list[int]]:
        """The same for the keys of each of many words."""
        if self._whole is None:
            self.read(key for each in keys for key in each)
            yield from map(self.having, keys)
            return
        if not keys:
            return
        import numpy as np

        every = np.fromiter((key for each in keys for key in each), np.uint64)
        whole, bits = self._whole, np.uint64(NUMBER_BITS)
        first = whole.searchsorted(every << bits)
        length = whole.searchsorted(every << bits | np.uint64(_NUMBER), "right") - first
        begins = np.cumsum(length) - length
        places = np.arange(length.sum()) + np.repeat(first - begins, length)
        owner = np.repeat(np.arange(len(keys)), [*map(len, keys)]).astype(np.uint64)
        found = np.repeat(owner << bits, length) | whole[places] & np.uint64(_NUMBER)
        distinct = np.unique(found)
        ends = distinct.searchsorted(np.arange(1, len(keys)).astype(np.uint64) << bits)
        for one in np.split(distinct & np.uint64(_NUMBER), ends):
            yield one.tolist()
