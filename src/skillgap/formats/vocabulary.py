"""The words that the labels of each skill are made of, whatever label they stand in.

Two words that stand near each other and are both used of one skill alone name it,
though no label has both ("remind residents to take their medications"). A word that
is used of one skill alone, and often, names it by itself ("pesticides").
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from skillgap.formats.stems import is_weak, stems_of
from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.catalogue import Named

RARE = 6
KNOWN = 30
"""Of two words that name a skill, one is used of so few skills, the other of these."""

LEAST_USES = 3
LEAST_SHARE = 0.2
SHORTEST = 5
"""A word names its skill by itself where its stem is so long, stands in so many labels
and in such a share of the labels in one language."""


class Vocabulary(Record):
    """By stem: the skills that it is used of, and the one that it names by itself."""

    used_of: dict[str, frozenset[str]]
    telling: dict[str, str]

    def together(self, first: str, second: str) -> str | None:
        """The one skill that two stems are both used of, where they say enough."""
        some = self.used_of.get(first, frozenset())
        others = self.used_of.get(second, frozenset())
        fewer, more = sorted((len(some), len(others)))
        if first == second or not 0 < fewer <= RARE or more > KNOWN:
            return None
        both = some & others
        return next(iter(both)) if len(both) == 1 else None


def vocabulary_of(
    every: tuple[tuple[str, Named], ...], tools: frozenset[str]
) -> Vocabulary:
    """The vocabulary of all labels of a catalogue.

    The words of a name are everyday ones ("Final Cut"): none names a tool by itself.
    """
    labels: Counter[tuple[str, str]] = Counter()
    uses: dict[str, Counter[tuple[str, str]]] = {}
    for key, named in every:
        owner = (named.id, named.language)
        labels[owner] += 1
        for one in frozenset(stems_of(key.split())):
            uses.setdefault(one, Counter())[owner] += 1
    return Vocabulary(
        {
            one: frozenset(id_ for id_, _language in of)
            for one, of in uses.items()
            if not is_weak(one)
        },
        {
            one: skill
            for one, of in uses.items()
            if (skill := _told(one, of, labels)) and skill not in tools
        },
    )


def _told(
    one: str, of: Counter[tuple[str, str]], labels: Counter[tuple[str, str]]
) -> str | None:
    """The skill that a stem names by itself."""
    if len(one) < SHORTEST or is_weak(one) or len({id_ for id_, _lang in of}) > 1:
        return None
    owner, most = of.most_common(1)[0]
    often = of.total() >= LEAST_USES and most >= LEAST_SHARE * labels[owner]
    return owner[0] if often else None
