"""How a phrase is cut into the pieces that have a vector: words and parts of words.

Training and run time both read phrases through this module and nothing else, so that a
piece means the same row in both.
"""

from __future__ import annotations

import re
from functools import lru_cache
from zlib import crc32

from skillgap.normalise import fold

_KEPT_ENDINGS = ("ss", "us", "is")
_SHORTEST_PLURAL = 4
SHORTEST_PART = 3
LONGEST_PART = 5

# Elisions (l'art, d'équipe, customer's) fall apart at the apostrophe; the signs that
# make another skill of a name (C++, C#, .NET) stay.
_PIECE = re.compile(r"\.?[^\W_]+[+#]*")
# "j'ai" would leave "ai", which is artificial intelligence.
_I_HAVE = re.compile(r"\bj'ai\b")
# What an apostrophe leaves behind, and the articles: no meaning of their own.
_EMPTY = frozenset(["l", "d", "s", "qu", "j", "n", "m", "t", "the", "le", "la", "les"])


@lru_cache(maxsize=1 << 11)
def pieces(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, folded, without plural *s*.

    Articles and the rests of elisions are left out.
    """
    found = _PIECE.findall(_I_HAVE.sub(" ", fold(phrase)))
    kept = tuple(singular(word) for word in found if word not in _EMPTY)
    return kept or tuple(found)


def singular(word: str) -> str:
    """The folded word without a plural *s*, by a rough rule for both languages.

    The rule is that of `skillgap.normalise`, but must not change with it: the words of
    the table are written in this form.
    """
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s"):
        return word
    if word.endswith(_KEPT_ENDINGS) or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > _SHORTEST_PLURAL:
        return word[:-3] + "y"
    return word[:-1]


def parts(word: str, buckets: int) -> list[int]:
    """The buckets of a word's runs of 3 to 5 characters, its ends marked."""
    marked = f"<{word}>".encode()
    return [
        crc32(marked[start : start + size]) % buckets
        for size in range(SHORTEST_PART, LONGEST_PART + 1)
        for start in range(len(marked) - size + 1)
    ]
