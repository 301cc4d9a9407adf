"""The labels of a catalogue, as they are looked for in running text.

Beside the labels by their key there are two rougher tables. Labels of two weighty
words or more stand under the stems of those words, in no order, so that "prepared
meals" is found by "meal preparation"; words that mean the same around a skill (*staff*,
*employees*) share a stem. Labels of one word that say what is done stand under its
stem, for sentences that begin with it ("Mentored two juniors" by "mentoring"). Stems
that two skills share are in neither.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from skillgap.formats.doubtful import is_everyday
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue, Named

_Key = TypeVar("_Key")

LONGEST = 8
"""The longest label that is looked for, in words."""

AND = frozenset(("and", "or", "ou"))
JOINING = AND | frozenset(
    (
        *("a", "an", "the", "of", "in", "on", "for", "to", "with", "our", "by", "at"),
        *("my", "their", "all", "using", "various", "daily", "its", "new", "s", "up"),
        *("de", "du", "des", "d", "la", "le", "les", "l", "en", "au", "aux", "un"),
        *("une", "sur", "par", "dan", "pour", "avec", "leur", "son", "sa", "ses"),
    )
)
"""Words that say nothing of what a label is about."""

ALIKE = (
    ("make", "do", "prepare", "create", "perform", "complete", "produce", "build"),
    ("faire", "préparer", "établir", "effectuer", "réaliser", "produire", "monter"),
    ("help", "assist"),
    ("staff", "employee", "worker", "personnel", "apprentice", "hires", "coworker"),
    ("employé", "apprenti", "collègue"),
    ("child", "children", "kids", "toddler"),
    ("vérifier", "contrôler"),
    ("gérer", "gestion"),
    ("servir", "service"),
    ("entretenir", "entretien"),
)
"""Words that mean the same beside another word of a label."""

WEAK = (
    *("work", "manage", "lead", "run", "use", "design", "implement", "develop", "plan"),
    *("system", "service", "support", "user", "guide", "process", "general", "test"),
    *("product", "team", "group", "shop", "project", "program", "professional"),
    *("travailler", "travail", "gérer", "diriger", "utiliser", "système", "soutien"),
    *("projet", "développer", "concevoir", "programme", "équipe", "produit"),
)
"""Words that go with anything, so that their order must be that of a label."""

_ENDINGS = (
    *("isation", "ization", "ation", "ition", "ement", "ment", "ing", "euse", "eur"),
    *(
        "age",
        "ion",
        "ed",
        "er",
        "ir",
        "es",
        "ee",
        "ez",
        "ant",
        "ent",
        "al",
        "e",
        "s",
        "y",
    ),
)
_SHORTEST_STEM = 4
_SHORTEST_VERB = 5


class Labels(NamedTuple):
    """What keys, bags of stems and single stems stand for, by the ids of skills.

    ``acronyms`` holds, by key, the labels that are written in capitals alone;
    ``joined`` the bags of labels that themselves say "and", ``orders`` the stems of
    labels in their order.
    """

    by_key: dict[str, tuple[str, ...]]
    by_bag: dict[frozenset[str], str]
    by_stem: dict[str, str]
    acronyms: dict[str, frozenset[str]]
    joined: frozenset[frozenset[str]]
    orders: frozenset[tuple[str, ...]]

    def bagged(self, words: list[str]) -> str | None:
        """The skill that the weighty words name by their stems, or None.

        Words that go with anything (*manage*, *system*) count in a label's own order
        alone: "managed supplies" is no "supply management".
        """
        bag = bag_of(words)
        skill = self.by_bag.get(bag) if bag else None
        if bag is None or skill is None:
            return None
        return (
            skill if bag.isdisjoint(_weak()) or stems_of(words) in self.orders else None
        )


@lru_cache(maxsize=2)
def labels_of(catalogue: Catalogue) -> Labels:
    """The tables of a catalogue, made once."""
    every = catalogue.every_label()
    by_key: dict[str, tuple[str, ...]] = {}
    bags: dict[frozenset[str], set[str]] = {}
    stems: dict[str, set[str]] = {}
    joined, orders = set(), set()
    for key, named in every:
        by_key[key] = tuple(dict.fromkeys((*by_key.get(key, ()), named.id)))
        words = key.split()
        if bag := bag_of(words):
            bags.setdefault(bag, set()).add(named.id)
            orders.add(stems_of(words))
            if not AND.isdisjoint(words):
                joined.add(bag)
        elif _is_activity(words, named):
            stems.setdefault(stem(key), set()).add(named.id)
    return Labels(
        by_key,
        _unique(bags),
        _unique(stems),
        _acronyms(every),
        frozenset(joined),
        frozenset(orders),
    )


def bag_of(words: list[str]) -> frozenset[str] | None:
    """The stems of the weighty words; None where fewer than two are left."""
    stems = stems_of(words)
    bag = frozenset(stems)
    return bag if len(bag) == len(stems) > 1 else None


def stems_of(words: list[str]) -> tuple[str, ...]:
    """The stems of the weighty words, in order."""
    return tuple(stem(word) for word in words if word not in JOINING)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without the ending of its verb, noun or adverb; rough on purpose."""
    if alike := _alike().get(word):
        return alike
    bare = _without_ending(word)
    return _alike_stems().get(bare, bare)


def _without_ending(word: str) -> str:
    if not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-2] + "c" if word.endswith("qu") else word


def _is_activity(words: list[str], named: Named) -> bool:
    """Whether a label is one word for something done, as no name or acronym is."""
    if len(words) != 1 or not named.label[1:].islower() or is_everyday(words[0]):
        return False
    if stem(words[0]).startswith("="):
        return False
    activity = words[0].endswith(("ing", "ation", "age", "er", "ion", "ment"))
    return activity and len(stem(words[0])) >= _SHORTEST_VERB


def _acronyms(every: tuple[tuple[str, Named], ...]) -> dict[str, frozenset[str]]:
    """The labels of one word in capitals, by the keys that have no other label."""
    by_key: dict[str, set[str]] = {}
    for key, named in every:
        if " " not in key:
            by_key.setdefault(key, set()).add(named.label)
    return {
        key: frozenset(labels)
        for key, labels in by_key.items()
        if all(label.isupper() for label in labels)
    }


def _unique(found: dict[_Key, set[str]]) -> dict[_Key, str]:
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}


@cache
def _weak() -> frozenset[str]:
    return frozenset(stem(label_key(word)) for word in WEAK)


@cache
def _alike() -> dict[str, str]:
    return {label_key(word): f"={group[0]}" for group in ALIKE for word in group}


@cache
def _alike_stems() -> dict[str, str]:
    return {_without_ending(word): alike for word, alike in _alike().items()}
