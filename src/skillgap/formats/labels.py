"""The labels of a catalogue, as they are looked for in running text.

Two tables: labels by their key, word for word; and labels of two words or more by what
they are about: the stems of their weighty words, in no order, so that "prepared meals"
and "preparation of meals" are found by "meal preparation". A bag of stems that two
skills share is in neither.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from skillgap.normalise import label_key

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

LONGEST = 8
"""The longest label that is looked for, in words."""

JOINING = frozenset(
    (
        *("a", "an", "and", "the", "of", "in", "on", "for", "to", "with", "our", "or"),
        *("de", "du", "des", "d", "la", "le", "les", "l", "en", "au", "aux", "un"),
        *("une", "et", "a", "ou", "by", "at", "s", "my", "their", "all", "sur", "par"),
        *("dans", "pour", "avec", "using", "various", "daily", "its", "new", "dan"),
    )
)
"""Words that say nothing of what a label is about."""

_ENDINGS = (
    *("isation", "ization", "ation", "ition", "ement", "ment", "tion", "sion", "ing"),
    *("euse", "eur", "age", "ed", "er", "es", "ee", "ez", "ant", "ent", "al", "ion"),
    *("e", "s", "y"),
)
_SHORTEST_STEM = 4


class Labels(NamedTuple):
    """The ids that each key and each bag of stems stands for (usually one)."""

    by_key: dict[str, tuple[str, ...]]
    by_bag: dict[frozenset[str], str]


@lru_cache(maxsize=2)
def labels_of(catalogue: Catalogue) -> Labels:
    """The tables of a catalogue, made once."""
    by_key: dict[str, tuple[str, ...]] = {}
    bags: dict[frozenset[str], set[str]] = {}
    for key, named in catalogue.every_label():
        by_key[key] = tuple(dict.fromkeys((*by_key.get(key, ()), named.id)))
        bag = bag_of(key.split())
        if bag:
            bags.setdefault(bag, set()).add(named.id)
    by_bag = {bag: next(iter(ids)) for bag, ids in bags.items() if len(ids) == 1}
    return Labels(by_key, by_bag)


def bag_of(words: list[str]) -> frozenset[str] | None:
    """The stems of the weighty words; None where fewer than two are left."""
    stems = [stem(word) for word in words if word not in JOINING]
    bag = frozenset(stems)
    return bag if len(bag) == len(stems) > 1 else None


def stem(word: str) -> str:
    """A word without the ending of its verb, noun or adverb; rough on purpose."""
    if not word.isalpha() or word in keyed_short():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


def keyed_short() -> frozenset[str]:
    """Words whose ending belongs to them."""
    return _WHOLE


_WHOLE = frozenset(map(label_key, ("customer", "computer", "paper", "water", "centre")))
