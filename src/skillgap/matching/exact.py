"""Labels that answer a phrase letter for letter, once both are brought to their key.

Only dictionary look-ups are made here: most phrases need nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.matching.names import Names, Scored, best_first
from skillgap.matching.wording import is_around, is_elided, is_everyday, keyed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from skillgap.matching.qualifiers import Phrase

PREFERRED = 1.0
ALTERNATIVE = 0.98
WITHOUT_QUALIFIERS = 0.96
"""Times the confidence of the label, when level or evidence words were taken off."""

WITHIN_FILLERS = 0.9
"""Times the confidence of the label, when everyday words stand around it."""

ONE_OF_SEVERAL = 0.65
"""Times the confidence of each label, when a phrase names several skills."""

LISTING = ("and", "or", "plus", "ou", "et")
_LISTING_SIGNS = ",;/+&\n"

_SHORT = 2
MOST_WORDS = 16
LONGEST_LABEL = 7


def whole(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    """The skills that have the whole phrase as a label."""
    return _labelled(phrase.key, names, 1)


def without_qualifiers(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    """The skills that have the phrase without its qualifiers as a label."""
    if not phrase.is_qualified or (phrase.everyday and len(phrase.bare) <= _SHORT):
        return ()
    share = WITHIN_FILLERS if phrase.everyday else WITHOUT_QUALIFIERS
    return fitting(phrase, _labelled(phrase.bare, names, share), names)


def within_fillers(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    """The skills whose labels make up the phrase together with filler words alone.

    A word that is neither in a label nor a filler means that the phrase says something
    else ("platform engineering" is no *platform*): nothing is answered. Of labels
    that belong to one line of broader skills the narrowest is meant; several others
    that the phrase lists are all given, none of them surely. Two words side by side
    are no list but another thing (*database blueprint*), unless they are tools.
    """
    words = phrase.bare.split()
    if len(words) > MOST_WORDS or _says_more(words, names):
        return ()
    spans = _label_spans(words, names)
    if not spans or not _is_explained(phrase, spans):
        return ()
    labels = [" ".join(words[start:end]) for start, end in spans]
    labelled = (one for key in labels for one in _labelled(key, names, WITHIN_FILLERS))
    found = best_first(fitting(phrase, labelled, names))
    broader = frozenset[str]().union(*(names.broader(one.id) for one in found))
    narrowest = tuple(one for one in found if one.id not in broader)
    if len(narrowest) == 1:
        return narrowest
    if not _lists(phrase, narrowest, names):
        return ()
    share = ONE_OF_SEVERAL / WITHIN_FILLERS
    return tuple(one._replace(confidence=one.confidence * share) for one in narrowest)


def fitting(
    phrase: Phrase, found: Iterable[Scored], names: Names
) -> tuple[Scored, ...]:
    """The answers to the bare phrase that fit it: only tools where it spoke of one."""
    return tuple(
        one._replace(is_bare=True)
        for one in found
        if not phrase.tool or names.is_tool(one.id)
    )


def _labelled(key: str, names: Names, share: float) -> tuple[Scored, ...]:
    """The ids that have this key as a label, preferred labels first."""
    if not key:
        return ()
    return best_first(
        Scored(
            named.id,
            named.label,
            share * (PREFERRED if named.preferred else ALTERNATIVE),
            "exact" if named.preferred else "alternative_label",
        )
        for named in names.named(key)
    )


def _label_spans(words: Sequence[str], names: Names) -> list[tuple[int, int]]:
    """The places of labels in the words, longest first, none within another."""
    taken: list[tuple[int, int]] = []
    known = names.spellings()
    spans = known.runs(words, LONGEST_LABEL) if known else _spans(len(words))
    for start, end in spans:
        if any(start < other_end and other < end for other, other_end in taken):
            continue
        key = " ".join(words[start:end])
        if not is_filler(key) and names.named(key):
            taken.append((start, end))
    return taken


def _lists(phrase: Phrase, found: Sequence[Scored], names: Names) -> bool:
    """Whether a phrase lists what was found in it: "Word and Excel", "Word Excel"."""
    words = keyed(LISTING)
    return (
        not words.isdisjoint(phrase.key.split())
        or any(sign in phrase.text for sign in _LISTING_SIGNS)
        or all(names.is_tool(one.id) for one in found)
    )


def _says_more(words: Sequence[str], names: Names) -> bool:
    """Whether a word is sure to be neither in a label nor a filler."""
    known = names.spellings()
    return known is not None and any(
        known.is_strange(word) and not is_filler(word) for word in words
    )


def _spans(length: int) -> Iterator[tuple[int, int]]:
    for size in range(min(length, LONGEST_LABEL), 0, -1):
        for start in range(length - size + 1):
            yield start, start + size


def _is_explained(phrase: Phrase, spans: list[tuple[int, int]]) -> bool:
    """Whether every word outside the labels is a filler.

    Beside a label of one or two signs everyday words are none: "go to work".
    """
    words = phrase.bare.split()
    outside = [
        word
        for place, word in enumerate(words)
        if not any(start <= place < end for start, end in spans)
    ]
    if any(len(" ".join(words[start:end])) <= _SHORT for start, end in spans):
        return not phrase.everyday and all(is_around(word) for word in outside)
    return all(is_filler(word) for word in outside)


def is_filler(word: str) -> bool:
    """Whether a word may stand around any label and leave it what it is."""
    return is_around(word) or is_everyday(word) or is_elided(word)
