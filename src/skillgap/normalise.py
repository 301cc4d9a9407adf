"""The form in which labels are compared: what people vary without meaning anything by it.

Case, accents, hyphens, punctuation, ``&``, plural *s* and spaces are folded. The signs
that make another skill of a name (``C++``, ``C#``, ``.NET``, ``Node.js``) are kept.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\.?[^\W_]+(?:[.'][^\W_]+)*[+#]*|&")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "ʼ": "'"})
_AND = {"&": "and", "et": "and"}
_KEPT_ENDINGS = ("ss", "us", "is")
_SHORTEST_PLURAL = 4


def fold(text: str) -> str:
    """The text in lower case, without accents and ligatures, otherwise as it is."""
    folded = text.casefold().translate(_LIGATURES)
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """The folded words of a text, plurals and "and" made alike, in order."""
    return [_singular(_AND.get(word, word)) for word in _WORD.findall(fold(text))]


def label_key(text: str) -> str:
    """The key under which a label is found: its folded words, joined by spaces."""
    return " ".join(words(text))


def _singular(word: str) -> str:
    """The word without a plural *s*; a rough rule, made for both languages."""
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s"):
        return word
    if word.endswith(_KEPT_ENDINGS) or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > _SHORTEST_PLURAL:
        return word[:-3] + "y"
    return word[:-1]
