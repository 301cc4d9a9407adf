"""The ways in which a misspelt phrase may be read: for each word, what it may mean.

A reading is a list of groups of words, one group for each word that the label must
have. A word that labels use is taken as meant, or as a slip that is nearly the same
(*organise* for *organize*); any other word is a slip of a word of a label.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from skillgap.catalogue.spelled import JOINING, MOST_SLIPS, undotted, weighty
from skillgap.matching.edits import in_common
from skillgap.matching.farther import farther, search_farther
from skillgap.matching.likeness import SHORT, TOO_SHORT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from skillgap.catalogue.spellings import Spellings

Group: TypeAlias = "list[str]"

MOST_WORDS = 24
"""A phrase of more words misspells no label."""

_SLIPS_KEPT = 1 << 13
_LONGEST = 40


Reach = Literal["near", "wide", "far"]


def readings(key: str, words: Spellings, reach: Reach) -> Iterator[list[Group]]:
    """The readings of a key, as it stands first.

    Args:
        key: the phrase.
        words: those of the labels.
        reach: *near* takes the words that labels have as meant, and each other one for
            a slip or two; *wide* doubts all of them, and the spaces within; *far* also
            goes beyond two slips, if there are words that no label has.
    """
    typed = weighty(key.split())
    if not typed or len(typed) > MOST_WORDS:
        return
    if reach == "far" and not any(_may_be_far(word, words) for word in typed):
        return
    groups = [_group(word, words, reach) for word in typed]
    yield groups
    yield from _without_slips_of_joining(typed, groups, words)
    for place in range(len(typed) - 1):
        joined = _together(typed[place], typed[place + 1], words, reach)
        if joined:
            yield [*groups[:place], joined, *groups[place + 2 :]]
    if reach == "near":
        return
    for place, word in enumerate(typed):
        for parts in _apart(word, words, far=reach == "far"):
            yield [*groups[:place], *parts, *groups[place + 1 :]]


def _group(word: str, words: Spellings, reach: Reach) -> Group:
    """What one word may stand for."""
    if word in words:
        return [word] if reach == "near" else [word, *slips_of(word, words)]
    if reach == "far" and _may_be_far(word, words):
        return list(farther(word, words))
    return list(slips_of(word, words))


def _without_slips_of_joining(
    typed: Sequence[str], groups: list[Group], words: Spellings
) -> Iterator[list[Group]]:
    """Without short words that no label has: slips of words that only join."""
    slip = [
        place
        for place, word in enumerate(typed)
        if (len(word) < SHORT and word not in words) or _may_join(word)
    ]
    for left_out in dict.fromkeys([*((place,) for place in slip), tuple(slip)]):
        if left_out and len(left_out) < len(groups):
            yield [each for at, each in enumerate(groups) if at not in left_out]


@lru_cache(maxsize=_SLIPS_KEPT)
def _may_join(word: str) -> bool:
    """Whether a word is one slip off one that only joins ("fjor" for *for*)."""
    return len(word) <= SHORT and any(
        in_common(word, joining) >= max(len(word), len(joining)) - 1
        for joining in JOINING
    )


def _joined(typed: Sequence[str], words: Spellings) -> Iterator[str]:
    """Two words written together, where that may be a slip of a word of labels."""
    for one, other in pairwise(typed if len(typed) <= MOST_WORDS else ()):
        if not _are_known(one, other, words):
            yield undotted(one + other)


def _are_known(one: str, other: str, words: Spellings) -> bool:
    """Whether both are words of labels: then they are hardly a slip of one."""
    return one in words and other in words


def _together(one: str, other: str, words: Spellings, reach: Reach) -> Group:
    """The words of labels that two words are, written together."""
    joined = undotted(one + other)
    same = list(words.written(joined))
    if same or reach == "near" or _are_known(one, other, words):
        return same
    return list(slips_of(joined, words))


def _apart(word: str, words: Spellings, *, far: bool) -> Iterator[list[Group]]:
    """The pairs of words of labels that a word is, written together."""
    if len(word) <= SHORT:
        return
    for one, other in words.parts(word):
        yield [[one], [other]]
    if not far or word in words or len(word) > _LONGEST:
        return
    for place in range(TOO_SHORT + 1, len(word) - TOO_SHORT):
        one, other = word[:place], word[place:]
        if one in words and other not in words:
            yield [[one], list(slips_of(other, words))]
        elif other in words and one not in words:
            yield [list(slips_of(one, words)), [other]]


def prepare(keys: Iterable[str], words: Spellings, reach: Reach) -> None:
    """Search at once for what the words of many keys may stand for."""
    typed = [weighty(key.split()) for key in keys]
    asked = dict.fromkeys(
        word for each in typed if len(each) <= MOST_WORDS for word in each
    )
    if reach == "far":
        search_farther((word for word in asked if _may_be_far(word, words)), words)
        return
    slips = _slips(words)
    if reach == "near":
        doubted = [word for word in asked if word not in words]
    else:
        doubted = [
            *asked,
            *(joined for each in typed for joined in _joined(each, words)),
        ]
    new = [
        word for word in dict.fromkeys(doubted) if word not in slips and _is_long(word)
    ]
    near = words.near_each([(undotted(word), _most(word, words)) for word in new])
    for word, found in zip(new, near, strict=True):
        slips[word] = _slipped(word, found, _most(word, words))


def _slips(words: Spellings) -> dict[str, tuple[str, ...]]:
    """What was found of each word; forgotten where it is very many."""
    found = _every_slip(words)
    if len(found) > _SLIPS_KEPT:
        found.clear()
    return found


@lru_cache(maxsize=4)
def _every_slip(_words: Spellings) -> dict[str, tuple[str, ...]]:
    return {}


def slips_of(word: str, words: Spellings) -> tuple[str, ...]:
    """The other words of labels that a word may be a slip of.

    At most two letters are off, or one where the word is itself one of a label, or
    short. Inner dots are no difference ("nodejs" is *node.js*).
    """
    slips = _slips(words)
    if word not in slips:
        if not _is_long(word):
            same = words.written(undotted(word))
            return tuple(other for other in same if other != word)
        most = _most(word, words)
        slips[word] = _slipped(word, words.near(undotted(word), most), most)
    return slips[word]


def _is_long(word: str) -> bool:
    return TOO_SHORT <= len(undotted(word)) <= _LONGEST


def _most(word: str, words: Spellings) -> int:
    """How many slips a word may have."""
    return 1 if word in words or len(undotted(word)) <= SHORT else MOST_SLIPS


def _slipped(word: str, near: Mapping[str, str], most: int) -> tuple[str, ...]:
    """Those of the near words that a word may be a slip of."""
    got = undotted(word)
    size, found = len(got), []
    for other, meant in near.items():
        length = len(meant)
        least = max(size, length) - (1 if length <= SHORT else most)
        if in_common(got, meant) >= least and other != word:
            found.append(other)
    return tuple(found)


def _may_be_far(word: str, words: Spellings) -> bool:
    return SHORT < len(word) <= _LONGEST and word not in words
