"""The words of labels that are farther off than slips: all words are gone through.

It is asked only for words that no label has, and where no near word led to a label.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from skillgap.catalogue.spelled import undotted
from skillgap.matching.likeness import LEAST_COMMON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from skillgap.catalogue.spellings import Spellings

_MOST = 24
_KEPT = 1 << 13
_LEAST = 100 * LEAST_COMMON

_AT_ONCE = 64
"""How many words are compared with all others at once."""


def farther(word: str, words: Spellings) -> tuple[str, ...]:
    """The words of labels with the most letters in common with a word, best first."""
    found = _found(words)
    if word not in found:
        found[word] = _search(word, words)
    return found[word]


def search_farther(asked: Iterable[str], words: Spellings) -> None:
    """Search for many words at once, in a fifth of the time, before they are asked."""
    found = _found(words)
    new = [word for word in dict.fromkeys(asked) if word not in found]
    if len(new) > 1:
        found.update(zip(new, _search_all(new, words), strict=True))


def _found(words: Spellings) -> dict[str, tuple[str, ...]]:
    """What was found of each word; forgotten where it is very many."""
    found = _every_found(words)
    if len(found) > _KEPT:
        found.clear()
    return found


@lru_cache(maxsize=4)
def _every_found(_words: Spellings) -> dict[str, tuple[str, ...]]:
    return {}


def _search(word: str, words: Spellings) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    every, joined = _every(words)
    found = process.extract(
        undotted(word), joined, scorer=fuzz.ratio, score_cutoff=_LEAST, limit=_MOST
    )
    return tuple(every[place] for _meant, _score, place in found)


def _search_all(asked: Sequence[str], words: Spellings) -> Iterator[tuple[str, ...]]:
    """The same for many words."""
    # Imported here: numpy is not needed for one word.
    import numpy as np
    from rapidfuzz import fuzz, process

    every, joined = _every(words)
    for start in range(0, len(asked), _AT_ONCE):
        some = [undotted(word) for word in asked[start : start + _AT_ONCE]]
        alike = process.cdist(some, joined, scorer=fuzz.ratio, score_cutoff=_LEAST)
        for row in alike:
            (near,) = row.nonzero()
            best = near[np.argsort(-row[near], kind="stable")[:_MOST]]
            yield tuple(every[place] for place in best.tolist())


@lru_cache(maxsize=4)
def _every(words: Spellings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All words of labels, as they are and without inner dots."""
    every = words.every_word()
    return tuple(word for word, _ in every), tuple(joined for _, joined in every)
