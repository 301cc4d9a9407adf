"""Where a segment of a sentence names skills of the catalogue.

Labels are looked for word for word and by the stems of their words, the longest at
each place; what no label covers may still name a skill by two words that stand near
each other, by the verb that a sentence begins with, or by a word that is used of one
skill alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.doubtful import Listed, is_everyday, is_meant
from skillgap.formats.imported import Section, clean
from skillgap.formats.labels import LONGEST, Labels
from skillgap.formats.stems import AND, JOINING, bag_of, stem
from skillgap.profile.claims import level_words
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillgap.formats.tokens import Segment, Sentence, Token

_FRENCH_ACTIVITIES = ("er", "ir", "re", "ant", "ion", "age", "ment")
"""The endings of French verbs and of nouns that say what is done; no trade has them."""

_WORKING = frozenset(("work", "volunteering", "projects"))
_TELLING = _WORKING | {"skills", "certificates"}

REACH = 6
"""How far apart the two words that name a skill may stand, in words."""


class Mention(Record):
    """A place where a text names a skill."""

    skill: str
    phrase: str
    section: Section
    line: int
    last_used: str | None
    level: int | None = None


class _Place(Record):
    """A segment that is read: where it stands, which of its words no denial holds."""

    sentence: Sentence
    segment: Segment
    free: set[int]
    labels: Labels


def mentions_in(
    sentence: Sentence, segment: Segment, free: set[int], labels: Labels
) -> Iterator[Mention]:
    """The skills that a segment names, from left to right.

    ``free`` are the places of the words that no denial holds for.
    """
    here = _Place(sentence, segment, free, labels)
    listed = _listed(here)
    place = 0
    while place < len(segment.tokens):
        size, ids = _longest(here, place)
        words = segment.tokens[place : place + size]
        if ids and is_meant(words, segment, listed):
            if free.issuperset(range(place, place + size)):
                yield from (mention_of(sentence, words, skill) for skill in ids)
                yield from _halves(here, words)
            place += size
            continue
        if place in free and words[0].key not in JOINING:
            for rule in (_apart, _done, _told):
                yield from rule(here, place)
        place += 1


def is_item(sentence: Sentence, segment: Segment) -> bool:
    """Whether a segment stands in a list: between commas, as a bullet, under Skills."""
    return segment.in_list or sentence.is_item or sentence.section == "skills"


def mention_of(sentence: Sentence, words: Sequence[Token], skill: str) -> Mention:
    """The mention of a skill by some words of a sentence."""
    pieces = {(token.line, token.piece): token.text for token in words}
    return Mention(
        skill,
        clean(" ".join(pieces.values())).strip(" .,;:()-"),
        sentence.section,
        words[0].line,
        sentence.last_used,
    )


def _listed(here: _Place) -> Listed:
    def beside(key: str) -> bool:
        return key in JOINING or key in here.labels.by_key or key in level_words()

    in_list = is_item(here.sentence, here.segment)
    return Listed(in_list, beside, here.labels.acronyms)


def _longest(here: _Place, place: int) -> tuple[int, tuple[str, ...]]:
    """The longest label at a place: how many words, and the skills it stands for."""
    keys = [token.key for token in here.segment.tokens[place : place + LONGEST]]
    for size in range(len(keys), 0, -1):
        if ids := _named(keys[:size], here.labels):
            return size, ids
    return 1, ()


def _named(keys: list[str], labels: Labels) -> tuple[str, ...]:
    """The skills that some words name, word for word or by their stems."""
    if ids := labels.by_key.get(" ".join(keys)):
        return ids
    if len(keys) == 1 or keys[0] in JOINING or keys[-1] in JOINING:
        return ()
    found = labels.bagged(keys)
    # "Tools and plumbing" is not "plumbing tools".
    if found is None or (AND.intersection(keys) and bag_of(keys) not in labels.joined):
        return ()
    return (found,)


def _halves(here: _Place, words: tuple[Token, ...]) -> Iterator[Mention]:
    """The labels on the two sides of an "and" in a label ("first aid and CPR")."""
    for place, token in enumerate(words):
        if token.key in AND:
            for half in (words[:place], words[place + 1 :]):
                key = " ".join(one.key for one in half)
                if is_everyday(key):
                    continue
                for skill in here.labels.by_key.get(key, ()):
                    yield mention_of(here.sentence, half, skill)


def _apart(here: _Place, place: int) -> Iterator[Mention]:
    """What two weighty words name that others may stand between, from a place on.

    A label of the two ("written and oral communication", "trained three employees"),
    or the one skill that both are used of.
    """
    tokens = here.segment.tokens
    for other in range(place + 1, min(place + REACH, len(tokens))):
        pair = (tokens[place], tokens[other])
        if other not in here.free or pair[1].key in JOINING:
            continue
        if _are_joined(tokens[place + 1 : other]):
            continue
        if skill := _of_both(here, *(token.key for token in pair)):
            yield mention_of(here.sentence, pair, skill)


def _of_both(here: _Place, first: str, second: str) -> str | None:
    """The skill that two words name."""
    if skill := here.labels.bagged([first, second]):
        return skill
    if here.sentence.section not in _TELLING:
        return None
    return here.labels.vocabulary.together(stem(first), stem(second))


def _are_joined(between: Sequence[Token]) -> bool:
    """Whether nothing but "and" parts two words: each is then meant by itself."""
    keys = {token.key for token in between}
    return keys <= JOINING and bool(keys & AND)


def _done(here: _Place, place: int) -> Iterator[Mention]:
    """What a sentence on work begins with, or goes on with after "and": a verb."""
    token = here.segment.tokens[place]
    begins = place == 0 or here.segment.tokens[place - 1].key in AND
    if not begins or here.sentence.section not in _WORKING:
        return
    skill, is_french = here.labels.by_stem.get(stem(token.key), (None, False))
    if skill and (not is_french or token.key.endswith(_FRENCH_ACTIVITIES)):
        yield mention_of(here.sentence, (token,), skill)


def _told(here: _Place, place: int) -> Iterator[Mention]:
    """A word that is used of one skill alone."""
    token = here.segment.tokens[place]
    if here.sentence.section not in _TELLING or not token.alone:
        return
    skill = here.labels.vocabulary.telling.get(stem(token.key))
    if skill and not is_everyday(token.key):
        yield mention_of(here.sentence, (token,), skill)
