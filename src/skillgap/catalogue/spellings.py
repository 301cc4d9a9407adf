"""The words of labels, stored so that a misspelt label is found without a scan.

A word is found by the slips that may have been made in it: the word without any one or
two of its first letters is a *slip key*, and two words that are at most two slips apart
(a letter lost, gained or replaced, two neighbours swapped) share one of these keys
(symmetric deletion on prefixes, Garbe 2012). A label is found by its words: for each
word and number of words there is the list of the labels that have it, so the labels
that hold one word of each of several groups are an intersection of lists. What a search
costs depends on the length of what is searched.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import weakref
from array import array
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    Query = Callable[..., list[tuple[Any, ...]]]
    Row = tuple[object, ...]

JOINING = frozenset(
    (
        *("a", "an", "and", "for", "in", "of", "on", "the", "to"),
        *("au", "d", "de", "des", "du", "en", "l", "la", "le", "les", "un", "une"),
    )
)
"""Words (of keys) that only join others: a label is not found by them."""

MOST_SLIPS = 2
SHORT = 4
"""A word of so many letters may have one slip only."""

_PREFIX = 7
_NUMBER_BITS = 31
_LONGEST = 40
"""A word of more letters is none."""

_KEPT, _LISTS_KEPT = 1 << 13, 1 << 10
"""How many answers of each kind are remembered."""

TABLES = """
CREATE TABLE word (number INTEGER PRIMARY KEY, word TEXT NOT NULL,
    joined TEXT NOT NULL);
CREATE TABLE slip (key INTEGER NOT NULL, word INTEGER NOT NULL,
    PRIMARY KEY (key, word)) WITHOUT ROWID;
CREATE TABLE place (word INTEGER NOT NULL, size INTEGER NOT NULL,
    labels BLOB NOT NULL, PRIMARY KEY (word, size)) WITHOUT ROWID;
"""
"""``word``: each word of a label that does not only join, and without its inner dots.
``slip``: the words that have a slip key. ``place``: the labels that have a word, by how
many such words they have, as the numbers (4 bytes each) of ``spelled``, rising."""

_INDEXES = (
    "CREATE UNIQUE INDEX word_word ON word (word)",
    "CREATE INDEX word_joined ON word (joined)",
)


def weighty(words: Iterable[str]) -> list[str]:
    """The words that do not only join others."""
    return [word for word in words if word not in JOINING]


def undotted(word: str) -> str:
    """The word without its inner dots ("node.js" is "nodejs")."""
    return word[:1] + word[1:].replace(".", "") if "." in word else word


def slip_keys(word: str) -> set[int]:
    """The keys that a word shares with every word that is its slip."""
    found = {word[:_PREFIX]}
    left = found
    for _slip in range(1 if len(word) <= SHORT else MOST_SLIPS):
        left = {one[:at] + one[at + 1 :] for one in left for at in range(len(one))}
        found |= left
    return {crc32(key.encode()) for key in found if key}


def store_spellings(database: sqlite3.Connection) -> None:
    """Fill ``TABLES`` from what stands in ``spelled`` (number, key)."""
    numbers: dict[str, int] = {}
    places: defaultdict[tuple[int, int], array[int]] = defaultdict(lambda: array("I"))
    for number, key in database.execute("SELECT number, key FROM spelled ORDER BY 1"):
        words = weighty(key.split())
        for word in dict.fromkeys(words):
            at = numbers.setdefault(word, len(numbers))
            places[at, len(words)].append(number)
    joined = {word: undotted(word) for word in numbers}
    database.executemany(
        "INSERT INTO word VALUES (?, ?, ?)",
        ((number, word, joined[word]) for word, number in numbers.items()),
    )
    database.executemany("INSERT INTO slip VALUES (?, ?)", _slips(numbers, joined))
    rows = ((word, size, _bytes(places[word, size])) for word, size in sorted(places))
    database.executemany("INSERT INTO place VALUES (?, ?, ?)", rows)
    for index in _INDEXES:
        database.execute(index)


def _slips(numbers: dict[str, int], joined: dict[str, str]) -> Iterator[Row]:
    """In the order of their key: SQLite then appends instead of inserting."""
    packed = [
        key << _NUMBER_BITS | number
        for word, number in numbers.items()
        for key in slip_keys(joined[word])
    ]
    packed.sort()
    mask = (1 << _NUMBER_BITS) - 1
    return ((pair >> _NUMBER_BITS, pair & mask) for pair in packed)


def _bytes(numbers: array[int]) -> bytes:
    """Four bytes a number, the lowest first, on every machine."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


class Spellings:
    """What is looked up of the spelling of labels.

    Args:
        query: gives the rows of a query on a database with these tables.
    """

    def __init__(self, query: Query) -> None:
        self._query = query
        self._read: dict[str, dict[int, bytes]] = {}
        self.near = lru_cache(_KEPT)(self._near)
        self.written = lru_cache(_KEPT)(self._written)
        self.parts = lru_cache(_KEPT)(self._parts)
        self._labels = lru_cache(_LISTS_KEPT)(self._read_labels)

    def __contains__(self, word: object) -> bool:
        """Whether a label has this word, and it does not only join."""
        return isinstance(word, str) and bool(self._places([word])[word])

    def is_strange(self, word: str) -> bool:
        """Whether no label has the word, and it does not join either."""
        return word not in JOINING and word not in self

    def may_be_label(self, typed: Sequence[str]) -> bool:
        """Whether a label may be made of these words; not, where one has no such one.

        Labels of words that only join may be anything.
        """
        words = weighty(typed)
        places = self._places(words)
        return all(len(words) in places[word] for word in words)

    def _places(self, words: Iterable[str]) -> dict[str, dict[int, bytes]]:
        """The labels that have each of some words, by their number of words."""
        wanted = dict.fromkeys(words)
        if len(self._read) > _KEPT:
            self._read.clear()
        new = [word for word in wanted if word not in self._read]
        if new:
            self._read_places(new)
        return {word: self._read[word] for word in wanted}

    def _read_places(self, words: Sequence[str]) -> None:
        marks = ",".join("?" * len(words))
        select = (
            "SELECT word.word, size, labels FROM word JOIN place"  # noqa: S608 - question marks
            f" ON place.word = number WHERE word.word IN ({marks})"
        )
        self._read |= {word: {} for word in words}
        for word, size, labels in self._query(select, *words):
            self._read[word][size] = labels

    def _written(self, joined: str) -> tuple[str, ...]:
        """The words that are written so but for inner dots."""
        rows = self._query("SELECT word FROM word WHERE joined = ?", joined)
        return tuple(word for (word,) in rows)

    def _near(self, word: str) -> tuple[str, ...]:
        """The words that share a slip key with a word: all slips of it, and others."""
        keys = slip_keys(word)
        marks = ",".join("?" * len(keys))
        select = (
            "SELECT DISTINCT word.word FROM slip JOIN word ON number = slip.word"  # noqa: S608 - question marks
            f" WHERE key IN ({marks}) AND length(joined) BETWEEN ? AND ?"
            " ORDER BY number"
        )
        most = len(word) + MOST_SLIPS
        rows = self._query(select, *keys, most - 2 * MOST_SLIPS, most)
        return tuple(found for (found,) in rows)

    def _parts(self, word: str) -> tuple[tuple[str, str], ...]:
        """The pairs of words that the word is when they are written together."""
        if len(word) > _LONGEST:
            return ()
        pairs = [(word[:place], word[place:]) for place in range(1, len(word))]
        known = self.known(part for pair in pairs for part in pair)
        return tuple(pair for pair in pairs if known.issuperset(pair))

    def known(self, words: Iterable[str]) -> set[str]:
        """Those of the words that a label has."""
        asked = list(dict.fromkeys(words))
        marks = ",".join("?" * len(asked))
        select = f"SELECT word FROM word WHERE word IN ({marks})"  # noqa: S608 - marks
        return {word for (word,) in self._query(select, *asked)}

    def every_word(self) -> tuple[tuple[str, str], ...]:
        """Every word, as it is and without its inner dots."""
        return tuple(self._query("SELECT word, joined FROM word ORDER BY number"))

    def labelled(self, groups: Sequence[Iterable[str]]) -> list[str]:
        """The keys with as many weighty words as groups, and one word of each group."""
        lists = [self._listed(group, len(groups)) for group in groups]
        lists.sort(key=lambda found: sum(map(len, found)))
        if not lists:
            return []
        left = set[int]().union(*lists[0])
        for found in lists[1:]:
            if not left:
                return []
            left = set().union(*(left.intersection(some) for some in found))
        return self._keys(left)

    def holding(self, held: Iterable[str], size: int, most: int) -> list[str]:
        """The keys that hold some words and have so many; none if more than `most`."""
        places = self._places(held)
        if not places or any(size not in at for at in places.values()):
            return []
        lists = sorted((self._labels(word, size) for word in places), key=len)
        left = lists[0].intersection(*lists[1:])
        return self._keys(left) if len(left) <= most else []

    def _keys(self, numbers: Collection[int]) -> list[str]:
        select = (
            "SELECT key FROM spelled WHERE number IN (SELECT value FROM json_each(?))"
            " ORDER BY number"
        )
        rows = self._query(select, json.dumps(list(numbers))) if numbers else ()
        return list(dict.fromkeys(key for (key,) in rows))

    def _listed(self, words: Iterable[str], size: int) -> list[frozenset[int]]:
        places = self._places(words)
        return [self._labels(word, size) for word, at in places.items() if size in at]

    def _read_labels(self, word: str, size: int) -> frozenset[int]:
        return frozenset(_numbers(self._places([word])[word][size]))


def _numbers(stored: bytes) -> array[int]:
    numbers = array("I", stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


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
