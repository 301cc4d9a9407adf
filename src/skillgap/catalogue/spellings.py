"""The words of labels, looked up so that a misspelt label is found without a scan.

Words are found by their slips (see `spelled`). A label is found by its words: for each
word and number of words there is the list of the labels that have it, so the labels
that hold one word of each of several groups are an intersection of lists. What a search
costs depends on the length of what is searched. What was read is kept, so that the
phrases of a batch share it.
"""

from __future__ import annotations

import json
import sqlite3
import weakref
from bisect import bisect_left
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from skillgap.catalogue.slip_pairs import AMONG, SlipPairs
from skillgap.catalogue.spelled import (
    JOINING,
    MOST_SLIPS,
    TABLES,
    slip_keys,
    store_spellings,
    undotted,
    unpacked,
    weighty,
    whole_key,
)

if TYPE_CHECKING:
    from array import array
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from skillgap.catalogue.slip_pairs import Query

_LONGEST = 40
"""A word of more letters is none."""

_KEPT, _LISTS_KEPT = 1 << 15, 1 << 10
"""How many words, and how many long lists of labels, are remembered."""

_SPARSE = 16
"""How much longer a list is than another, where it is searched and not gone through."""


class Spellings:
    """What is looked up of the spelling of labels.

    Args:
        query: gives the rows of a query on a database with the tables of `spelled`.
    """

    def __init__(self, query: Query) -> None:
        self._query = query
        self._pairs = SlipPairs(query)
        self._spelled: dict[int, tuple[str, str]] = {}
        self._numbered: dict[str, int | None] = {}
        self._sized: dict[str, dict[int, array[int]]] = {}
        self._stored: dict[int, bytes] = {}
        self._whole: frozenset[str] | None = None
        self.parts = lru_cache(_LISTS_KEPT)(self._parts)
        self._runs = lru_cache(_LISTS_KEPT)(self._read_runs)
        self._as_set = lru_cache(_LISTS_KEPT)(self._read_set)

    def __contains__(self, word: object) -> bool:
        """Whether a label has this word, and it does not only join."""
        if self._whole is not None:
            return word in self._numbered
        return isinstance(word, str) and self._number(word) is not None

    def is_strange(self, word: str) -> bool:
        """Whether no label has the word, and it does not join either."""
        return word not in JOINING and self._number(word) is None

    def runs(self, typed: Sequence[str], longest: int) -> Sequence[tuple[int, int]]:
        """Where a label may stand in words, the longest runs first.

        Not where a word is in no label of so many words. Words that only join may be
        any label.
        """
        return self._runs(tuple(typed), longest)

    def _read_runs(
        self, typed: tuple[str, ...], longest: int
    ) -> tuple[tuple[int, int], ...]:
        found = []
        sizes = [None if word in JOINING else self._sizes(word) for word in typed]
        for length in range(min(len(typed), longest), 0, -1):
            for start in range(len(typed) - length + 1):
                run = [one for one in sizes[start : start + length] if one is not None]
                if all(len(run) in one for one in run):
                    found.append((start, start + length))
        return tuple(found)

    def prepare(self, words: Iterable[str]) -> None:
        """Read what is told of words at once that will be asked for one by one."""
        asked = [word for word in weighty(words) if word not in self._sized]
        self._number_all(asked)
        self._size_all(asked)

    def prepare_all(self) -> None:
        """Read every word: for very many phrases."""
        if self._whole is not None:
            return
        self._pairs.read_all()
        select = "SELECT number, word, joined, labels FROM word"
        for number, word, joined, labels in self._query(select):
            self._spelled[number] = (word, word if word == joined else joined)
            self._stored[number] = labels
        self._numbered = {word: number for number, (word, _) in self._spelled.items()}
        self._whole = frozenset(joined for _word, joined in self._spelled.values())

    def written(self, joined: str) -> tuple[str, ...]:
        """The words that are written so but for inner dots."""
        if self._whole is not None and joined not in self._whole:
            return ()
        spelled = self._spelled_as(self._pairs.having([whole_key(joined)]))
        return tuple(word for word, plain in spelled if plain == joined)

    def near(self, word: str, slips: int = MOST_SLIPS) -> dict[str, str]:
        """The words that share a slip key with a word: all slips of it, and others.

        Each with how it is written without its inner dots.
        """
        (found,) = self.near_each([(word, slips)])
        return found

    def near_each(self, asked: Sequence[tuple[str, int]]) -> Iterator[dict[str, str]]:
        """The same for each of many words, with how many slips at most it may have."""
        keys = [slip_keys(word, slips) for word, slips in asked]
        having = self._pairs.having_each(keys)
        for (word, slips), numbers in zip(asked, having, strict=True):
            least, most = len(word) - slips, len(word) + slips
            yield {
                found: plain
                for found, plain in self._spelled_as(numbers)
                if least <= len(plain) <= most
            }

    def _parts(self, word: str) -> tuple[tuple[str, str], ...]:
        """The pairs of words that the word is when they are written together."""
        if len(word) > _LONGEST:
            return ()
        pairs = [(word[:place], word[place:]) for place in range(1, len(word))]
        known = self.known(part for pair in pairs for part in pair)
        return tuple(pair for pair in pairs if known.issuperset(pair))

    def known(self, words: Iterable[str]) -> set[str]:
        """Those of the words that a label has."""
        asked = dict.fromkeys(words)
        self._number_all(asked)
        return {word for word in asked if word in self}

    def every_word(self) -> tuple[tuple[str, str], ...]:
        """Every word, as it is and without its inner dots."""
        return tuple(self._query("SELECT word, joined FROM word ORDER BY number"))

    def labelled(self, groups: Sequence[Iterable[str]]) -> list[int]:
        """The labels with as many weighty words as groups, one word of each group.

        As numbers, rising (see `keys`).
        """
        size, lists = len(groups), []
        for group in groups:
            count, listed = 0, {}
            for word in group:
                sized = self._sized.get(word)
                numbers = (self._sizes(word) if sized is None else sized).get(size)
                if numbers:
                    listed[word] = numbers
                    count += len(numbers)
            if not listed:
                return []
            lists.append((count, listed))
        lists.sort(key=itemgetter(0))
        left: set[int] | None = None
        for _count, listed in lists:
            if left is None:
                left = set().union(*listed.values())
            elif left:
                kept = (self._kept(left, word, size) for word in listed)
                left = set().union(*kept)
        return sorted(left or ())

    def holding(self, held: Iterable[str], size: int, most: int) -> list[int]:
        """The labels that hold some words and have so many; none if over `most`."""
        words = list(dict.fromkeys(held))
        if not words or any(size not in self._sizes(word) for word in words):
            return []
        words.sort(key=lambda word: len(self._sizes(word)[size]))
        left = set(self._sizes(words[0])[size])
        for word in words[1:]:
            left = self._kept(left, word, size)
        return sorted(left) if len(left) <= most else []

    def _kept(self, left: set[int], word: str, size: int) -> set[int]:
        """Those of some labels that have a word; all are of one number of words."""
        numbers = self._sizes(word)[size]
        if len(left) * _SPARSE > len(numbers):
            return left.intersection(self._as_set(word, size))
        last = numbers[-1]
        return {
            number
            for number in left
            if number <= last and numbers[bisect_left(numbers, number)] == number
        }

    def _read_set(self, word: str, size: int) -> frozenset[int]:
        return frozenset(self._sizes(word)[size])

    def keys(self, numbers: Collection[int]) -> dict[int, str]:
        """The keys of labels by their number."""
        if not numbers:
            return {}
        select = f"SELECT number, key FROM spelled WHERE number {AMONG}"  # noqa: S608
        return dict(self._query(select, json.dumps([*numbers])))

    def _number(self, word: str) -> int | None:
        """The number of a word; None for one that no label has."""
        if self._whole is not None:
            return self._numbered.get(word)
        if word not in self._numbered:
            self._number_all([word])
        return self._numbered[word]

    def _number_all(self, words: Iterable[str]) -> None:
        if self._whole is not None:
            return
        if len(self._numbered) > _KEPT:
            self._numbered.clear()
        new = [word for word in words if word not in self._numbered]
        keys = {word: whole_key(undotted(word)) for word in new}
        self._pairs.read(keys.values())
        for word, key in keys.items():
            numbers = self._pairs.having([key])
            spelled = self._spelled_as(numbers)
            same = (
                n for n, (own, _) in zip(numbers, spelled, strict=True) if own == word
            )
            self._numbered[word] = next(same, None)

    def _sizes(self, word: str) -> dict[int, array[int]]:
        """The labels that have a word by their number of words."""
        if word not in self._sized:
            self._size_all([word])
        return self._sized[word]

    def _size_all(self, words: Sequence[str]) -> None:
        if len(self._sized) > _KEPT:
            self._sized.clear()
        numbers = {self._number(word): word for word in words}
        self._sized |= {word: {} for word in words}
        known = [number for number in numbers if number is not None]
        for number, labels in self._labels_of(known):
            self._sized[numbers[number]] = unpacked(labels)

    def _labels_of(self, numbers: list[int]) -> Iterable[tuple[int, bytes]]:
        if self._whole is not None:
            return [(number, self._stored[number]) for number in numbers]
        if not numbers:
            return []
        select = f"SELECT number, labels FROM word WHERE number {AMONG}"  # noqa: S608
        return self._query(select, json.dumps(numbers))

    def _spelled_as(self, numbers: Sequence[int]) -> list[tuple[str, str]]:
        """The words of some numbers, as they are and without inner dots."""
        known = self._spelled
        new = [number for number in numbers if number not in known]
        if new:
            if len(self._spelled) > _KEPT:
                self._spelled.clear()
                new = list(numbers)
            select = f"SELECT number, word, joined FROM word WHERE number {AMONG}"  # noqa: S608
            for number, word, joined in self._query(select, json.dumps(new)):
                self._spelled[number] = (word, joined)
        return [self._spelled[number] for number in numbers]


def spellings_of(keys: Iterable[str]) -> Spellings:
    """The spellings of keys that no compiled form holds."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute("CREATE TABLE spelled (number INTEGER PRIMARY KEY, key TEXT)")
    database.executescript(TABLES)
    database.execute("BEGIN")
    distinct: Iterator[tuple[str]] = ((key,) for key in dict.fromkeys(keys))
    database.executemany("INSERT INTO spelled (key) VALUES (?)", distinct)
    store_spellings(database)

    def query(select: str, *values: object) -> list[tuple[Any, ...]]:
        return database.execute(select, values).fetchall()

    found = Spellings(query)
    weakref.finalize(found, database.close)
    return found
