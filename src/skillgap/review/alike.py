"""Pairs of labels that are likely to mean the same, found without comparing all pairs.

Two labels are compared where they have all words in common but one, or are the same
written together: then the matcher's own likeness (``matching.likeness``) decides.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from skillgap.matching.likeness import likeness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

LEAST = 0.88
"""The likeness from which two labels are told; the matcher itself takes less."""

_LOOKS = 75
_FEW = 40


def alike(keys: Collection[str]) -> Iterator[tuple[str, str]]:
    """The pairs of different keys that are likely to mean the same, in order."""
    used = Counter(word for key in keys for word in set(key.split()))
    known = frozenset(word for word, count in used.items() if count > 1)
    for one, other in sorted(set(_near(keys))):
        score = max(likeness(one, other, known), likeness(other, one, known))
        if score >= LEAST:
            yield one, other


def _near(keys: Collection[str]) -> Iterator[tuple[str, str]]:
    blocks: dict[tuple[str, ...], list[str]] = {}
    for key in sorted(keys):
        words = sorted(key.split())
        rests = {(*words[:at], *words[at + 1 :]) for at in range(len(words))}
        for block in (tuple(words), ("", key.replace(" ", "")), *rests):
            blocks.setdefault(block, []).append(key)
    for members in blocks.values():
        if len(members) <= _FEW:
            yield from combinations(members, 2)
        else:
            yield from _looking_alike(members)


def _looking_alike(keys: list[str]) -> Iterator[tuple[str, str]]:
    """The pairs of a long list that look alike letter by letter."""
    from rapidfuzz import fuzz, process

    for at, key in enumerate(keys):
        found = process.extract(
            key, keys[at + 1 :], scorer=fuzz.ratio, score_cutoff=_LOOKS, limit=None
        )
        yield from ((key, other) for other, _score, _place in found)
