"""A phrase with a space lost, gained or moved, read with the space in its place.

"the orymanagement" -> "theory management", "typeof wood" -> "type of wood". Only spaces
beside words that no label has are doubted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.catalogue.spelled import JOINING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.catalogue.spellings import Spellings

_LONGEST = 40
_MOST_WORDS = 24


def respaced(key: str, words: Spellings) -> list[str]:
    """The keys that a key may be with one space lost, gained or moved."""
    typed = key.split()
    if len(typed) > _MOST_WORDS:
        return []
    doubted = {word for word in typed if words.is_strange(word)}
    found: dict[str, None] = {}
    for place, word in enumerate(typed):
        before, after = typed[:place], typed[place + 1 :]
        if word in doubted:
            for parts in _cuts(word, words):
                found[" ".join((*before, *parts, *after))] = None
        if after and (word in doubted or after[0] in doubted):
            for two in _moved(word, after[0], words):
                found[" ".join((*before, *two, *after[1:]))] = None
    return list(found)


def _moved(one: str, other: str, words: Spellings) -> Iterator[tuple[str, ...]]:
    joined = one + other
    if joined in words or joined in JOINING:
        yield (joined,)
    yield from filter((one, other).__ne__, _cuts(joined, words))


def _cuts(joined: str, words: Spellings) -> Iterator[tuple[str, str]]:
    """The pairs of words, those that only join among them, that letters make up."""
    if len(joined) > _LONGEST:
        return
    pairs = [(joined[:place], joined[place:]) for place in range(1, len(joined))]
    known = words.known(part for pair in pairs for part in pair) | JOINING
    yield from (pair for pair in pairs if known.issuperset(pair))
