"""How the words of labels are laid down in the compiled form, for `spellings` to read.

A word is found by the slips that may have been made in it: the word without any one or
two of its first letters is a *slip key*, and two words that are at most two slips apart
(a letter lost, gained or replaced, two neighbours swapped) share one of these keys
(symmetric deletion on prefixes, Garbe 2012). The keys stand with their words' numbers
in parts, so that a few rows hold those of a word, and all of them fit in memory.
"""

from __future__ import annotations

import sys
from array import array
from collections import defaultdict
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

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

NUMBER_BITS = 32
PART_BITS = 20
"""A pair is a key and, in its lower bits, a number; a part is named by what is left of
the 32 bits of a key without these lower ones."""

_PREFIX = 7

TABLES = """
CREATE TABLE word (number INTEGER PRIMARY KEY, word TEXT NOT NULL,
    joined TEXT NOT NULL, labels BLOB NOT NULL);
CREATE TABLE slip (part INTEGER PRIMARY KEY, pairs BLOB NOT NULL);
"""
"""``word``: each word of a label that does not only join, and without its inner dots;
the labels that have it, by how many such words they have. All numbers are of 4 bytes:
how many sizes there are, each size with its count of labels, and the labels of each
size by their number in ``spelled``, rising. ``slip``: the pairs (8 bytes) of a slip key
or whole key and the number of a word that has it, rising, by the highest bits of the
key."""


def weighty(words: Iterable[str]) -> list[str]:
    """The words that do not only join others."""
    return [word for word in words if word not in JOINING]


def undotted(word: str) -> str:
    """The word without its inner dots ("node.js" is "nodejs")."""
    return word[:1] + word[1:].replace(".", "") if "." in word else word


def slip_keys(word: str, most: int = MOST_SLIPS) -> set[int]:
    """The keys that a word shares with every word that is its slip.

    With fewer slips at most, only with those that are so many off.
    """
    left = {word[:_PREFIX]}
    found = set(left)
    for _slip in range(min(most, 1 if len(word) <= SHORT else MOST_SLIPS)):
        left = {one[:at] + one[at + 1 :] for one in left for at in range(len(one))}
        found |= left
    return {crc32(key.encode()) for key in found if key}


def whole_key(joined: str) -> int:
    """The key that a word without its dots shares with those that are the same."""
    return crc32(joined.encode(), 1)


def store_spellings(database: sqlite3.Connection) -> None:
    """Fill ``TABLES`` from what stands in ``spelled`` (number, key)."""
    places: dict[str, defaultdict[int, array[int]]] = {}
    for number, key in database.execute("SELECT number, key FROM spelled ORDER BY 1"):
        words = weighty(key.split())
        for word in dict.fromkeys(words):
            if word not in places:
                places[word] = defaultdict(lambda: array("I"))
            places[word][len(words)].append(number)
    joined = [undotted(word) for word in places]
    rows = (
        (number, word, joined[number], _packed(places[word]))
        for number, word in enumerate(places)
    )
    database.executemany("INSERT INTO word VALUES (?, ?, ?, ?)", rows)
    database.executemany("INSERT INTO slip VALUES (?, ?)", _parts(joined))


def _parts(joined: list[str]) -> Iterator[Row]:
    parts: defaultdict[int, array[int]] = defaultdict(lambda: array("Q"))
    for number, word in enumerate(joined):
        for key in (*slip_keys(word), whole_key(word)):
            parts[key >> PART_BITS].append(key << NUMBER_BITS | number)
    for part in sorted(parts):
        yield part, to_bytes(array("Q", sorted(parts[part])))


def _packed(sizes: dict[int, array[int]]) -> bytes:
    rising = sorted(sizes.items())
    head = [len(sizes), *(n for size, found in rising for n in (size, len(found)))]
    whole = array("I", head)
    for _size, found in rising:
        whole.extend(found)
    return to_bytes(whole)


def unpacked(stored: bytes) -> dict[int, array[int]]:
    """The labels of a word by their number of words."""
    whole = from_bytes("I", stored)
    sizes, start = {}, 1 + 2 * whole[0]
    for at in range(1, start, 2):
        size, count = whole[at], whole[at + 1]
        sizes[size] = whole[start : start + count]
        start += count
    return sizes


def to_bytes(numbers: array[int]) -> bytes:
    """The bytes of numbers, the lowest first, on every machine."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def from_bytes(kind: str, stored: bytes) -> array[int]:
    """The numbers of such bytes."""
    numbers: array[int] = array(kind, stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
