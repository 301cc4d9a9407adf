"""The labels of a catalogue, as they are looked for in running text.

Beside the labels by their key there are two rougher tables. Labels of two weighty
words or more stand under the stems of those words, in no order, so that "prepared
meals" is found by "meal preparation"; words that mean the same around a skill (*staff*,
*employees*) share a stem. Labels of one word that say what is done stand under its
stem, for sentences that begin with it ("Mentored two juniors" by "mentoring"). Stems
that two skills share are in neither.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from skillgap.formats.doubtful import is_everyday
from skillgap.formats.stems import AND, bag_of, is_weak, stem, stems_of
from skillgap.formats.vocabulary import Vocabulary, vocabulary_of
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue, Named

_Key = TypeVar("_Key")

LONGEST = 8
"""The longest label that is looked for, in words."""


_SHORTEST_VERB = 4


class Labels(Record):
    """What keys, bags of stems and single stems stand for, by the ids of skills.

    ``by_stem`` says with each skill whether only French labels have the stem;
    ``acronyms`` holds, by key, the labels that are written in capitals alone;
    ``joined`` the bags of labels that themselves say "and", ``orders`` the stems of
    labels in their order.
    """

    by_key: dict[str, tuple[str, ...]]
    by_bag: dict[frozenset[str], str]
    by_stem: dict[str, tuple[str, bool]]
    acronyms: dict[str, frozenset[str]]
    joined: frozenset[frozenset[str]]
    orders: frozenset[tuple[str, ...]]
    vocabulary: Vocabulary

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
            skill
            if not any(map(is_weak, bag)) or stems_of(words) in self.orders
            else None
        )


@lru_cache(maxsize=2)
def labels_of(catalogue: Catalogue) -> Labels:
    """The tables of a catalogue, made once."""
    every = tuple(catalogue.every_label())
    by_key: dict[str, tuple[str, ...]] = {}
    bags: dict[frozenset[str], set[str]] = {}
    stems: dict[str, dict[str, bool]] = {}
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
            of = stems.setdefault(stem(key), {})
            of[named.id] = of.get(named.id, True) and named.language == "fr"
    return Labels(
        by_key,
        _unique(bags),
        {one: next(iter(of.items())) for one, of in stems.items() if len(of) == 1},
        _acronyms(every),
        frozenset(joined),
        frozenset(orders),
        vocabulary_of(every, _tools(catalogue)),
    )


def _tools(catalogue: Catalogue) -> frozenset[str]:
    return frozenset(one.id for one in catalogue.all_skills() if one.kind == "tool")


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
