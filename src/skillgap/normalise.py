"""The form in which labels are compared: without what people vary and mean nothing by.

Case, accents, hyphens, punctuation, ``&``, the possessive *'s*, French elisions (*l'*,
*d'*, *qu'* become words of their own) and plurals are folded. The signs that make
another skill of a name are kept: ``C++``, ``C#``, ``.NET``, ``Node.js``, ``A+``.
Initials meet however they are written: ``A/P``, ``A.P.``, ``AP``.

Keys are for comparing, not for showing: to make the plurals of both languages meet
their singulars, both are cut to one form (*classes*, *class* -> ``class``; *tâches*,
*tâche* -> ``tach``; *batteries*, *battery*, *batterie* -> ``battery``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_INITIALS = r"(?<![\w.])[^\W\d_](?:/[^\W\d_])+(?![\w+#'])"
_SIGN_APART = r"(?<![\w.])([^\W\d_])\s+(\+\+|#)(?![\w+#])"
_MARKS = str.maketrans("", "", "™®©℠")
_LIGATURES = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "\u2019": "'", "\u02bc": "'"}
)
_GAPS = str.maketrans("-,()", "    ")
_AND = {"&": "and", "et": "and"}
_SHORTEST_PLURAL = 4
_NO_PLURAL = "sj"
"""Letters before a last *s* that is no plural's: *business*, *nodejs*."""

# Endings that a plural shares with its singular once its s is off: (ending, what
# stands for both, shortest word). English -sses, -xes, -ches, -shes, -oes, -ies and
# French -sse, -xe, -che, -ie, -eau, -al, -eu all end in one form. The order matters:
# an ending in x may stand before one in e.
_ENDINGS = (
    ("sse", "ss", 4),
    ("xe", "x", 4),
    ("che", "ch", 4),
    ("she", "sh", 4),
    ("oe", "o", 4),
    ("ie", "y", 5),
    ("travaux", "travail", 7),
    ("eaux", "eau", 4),
    ("yaux", "yau", 5),
    ("aux", "al", 6),
    ("eux", "eu", 4),
)


def fold(text: str) -> str:
    """The text in lower case, without accents and ligatures, otherwise as it is."""
    if text.isascii():
        return text.lower()
    quick = text.translate(_letters())
    if quick.isascii():
        return quick
    return _fold(text)


@cache
def _letters() -> dict[int, str]:
    """The letters of most texts, each folded: what is folded letter by letter."""
    signs = (*range(ord("A"), ord("Z") + 1), *range(0xA0, 0x180), 0x2019)
    return {sign: _fold(chr(sign)) for sign in signs}


def _fold(text: str) -> str:
    compatible = unicodedata.normalize("NFKD", text.translate(_MARKS))
    folded = unicodedata.normalize("NFKD", compatible.casefold()).translate(_LIGATURES)
    if folded.isascii():
        return folded
    return "".join(char for char in folded if not unicodedata.combining(char))


def words(text: str) -> list[str]:
    """The folded words of a text, plurals and "and" made alike, in order."""
    if text.isascii():
        plain = text.lower()
        if not plain.replace(" ", "").isalnum():
            plain = plain.translate(_GAPS)
        if plain.replace(" ", "").isalnum():  # most labels: no sign that means anything
            return [*map(_word, plain.split())]
    return [*map(_word, _word_form().findall(_joined(fold(text))))]


@lru_cache(maxsize=1 << 18)
def label_key(text: str) -> str:
    """The key under which a label is found: its folded words, joined by spaces.

    A key is its own key, and no text with a letter or digit in it has an empty one.
    """
    return " ".join(words(text))


def forget() -> None:
    """Free what is remembered of the words and keys of very many labels."""
    label_key.cache_clear()
    _word.cache_clear()


@cache
def _word_form() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![\w.+#])\.(?=[^\W\d_]))?[^\W_]+(?:\.[^\W_]+)*[+#]*|&",
    )


def _joined(folded: str) -> str:
    """The text with possessives off, and initials and signs joined to their letter."""
    if "'" in folded:
        folded = re.sub(r"(?<=[\w+#])'s(?![^\W_])", "", folded)
    if "/" in folded:
        folded = re.sub(_INITIALS, lambda found: found[0].replace("/", ""), folded)
    if "+" in folded or "#" in folded:
        folded = re.sub(_SIGN_APART, r"\1\2", folded)
    return folded


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> str:
    if "." in word[1:]:
        parts = word.split(".")
        if all(len(part) == 1 and part.isalpha() for part in parts):
            word = "".join(parts)
    return _singular(_AND.get(word, word))


def _singular(word: str) -> str:
    """The one form for a word and its plural; a rough rule, made for both languages."""
    if len(word) < _SHORTEST_PLURAL or not word.isalpha():
        return word
    if word[-1] == "s" and word[-2] not in _NO_PLURAL:
        word = word[:-1]
    if word[-1] not in "ex":
        return word
    for ending, base, shortest in _ENDINGS:
        if word.endswith(ending) and len(word) >= shortest:
            word = word[: -len(ending)] + base
    return word
