"""The words that people use, whether or not a label has them: no slips of others.

They are the words of the table of vectors, read without it.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path

from skillgap.matching.tokens import pieces

_TABLE = Path(__file__).parent / "data" / "table.npz"


def is_used(word: str) -> bool:
    """Whether a folded word is one of the table."""
    (piece, *others) = pieces(word) or ("",)
    return not others and f"\n{piece}\n".encode() in _words()


def is_variant(one: str, other: str) -> bool:
    """Whether two keys differ as spellings of English do: *organise*, *color*."""
    return _one_spelling(one) == _one_spelling(other)


def _one_spelling(key: str) -> str:
    spelled = key.replace("our", "or").replace("z", "s")
    return "".join(letter for letter, _same in groupby(spelled))


@cache
def _words() -> bytes:
    """The words, each on a line of its own."""
    # Imported here: it is needed only for a word that no label has.
    from zipfile import ZipFile

    with ZipFile(_TABLE) as table:
        return table.read("words.npy") + b"\n"
