"""Skills found in prose: where a text names a skill of the catalogue, and where not.

Labels are looked for word for word and by the stems of their words, the longest first;
items of lists that hold no label are given to the matching as phrases. A skill that
the text denies, the names of employers and schools, and the parts on hobbies and
references give nothing. Each skill is given once, with its best evidence: the part it
stood in, the number of the line and the words that name it. Nothing else is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from skillgap.formats.aligned import claims_of_awards
from skillgap.formats.denial import denied
from skillgap.formats.doubtful import Listed, is_contact, is_meant, is_organisation
from skillgap.formats.imported import (
    MOST_CLAIMS,
    PRESENT,
    Imported,
    Section,
    clean,
    warning,
)
from skillgap.formats.labels import LONGEST, Labels, labels_of
from skillgap.formats.sections import ORDERED, placed
from skillgap.formats.spoken import spoken_in
from skillgap.formats.stems import AND, JOINING, bag_of, stem
from skillgap.formats.tokens import Segment, Sentence, Token, sentences
from skillgap.locale import _
from skillgap.model import Claim, Evidence
from skillgap.profile.claims import level_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from skillgap.catalogue import Catalogue
    from skillgap.formats.imported import Line
    from skillgap.formats.reading import Matcher
    from skillgap.model import Match

_AGENTS = ("eur", "euse")
"""The endings of French names of trades, which are no verbs."""

_LISTING = frozenset(("skills", "certificates"))
_WORKING = frozenset(("work", "volunteering", "projects"))

REACH = 6
"""How far apart the two words of a label may stand, in words."""

MOST_WORDS_OF_ITEM = 7
LEAST_CONFIDENCE = 0.8
"""An item of a list is matched where it is short and the matching is so sure."""


class Mention(NamedTuple):
    """A place where a text names a skill."""

    skill: str
    phrase: str
    section: Section
    line: int
    last_used: str | None
    level: int | None = None


def with_skills(
    imported: Imported,
    catalogue: Catalogue,
    match: Matcher | None = None,
    as_of: str | None = None,
) -> Imported:
    """What was imported with the skills in its prose and alignments as claims."""
    found = find_skills(imported.lines, catalogue, match, as_of)
    claims = (*imported.claims, *claims_of_awards(imported.awards, catalogue), *found)
    notes = imported.notes
    if len(claims) > MOST_CLAIMS:
        message = _("more than {number} skills; the others are left out")
        told = message.format(number=MOST_CLAIMS)
        notes = (*notes, warning("import-too-many", told, imported.format))
    return imported._replace(
        claims=claims[:MOST_CLAIMS],
        languages=imported.languages or spoken_in(placed(imported.lines)),
        lines=(),
        notes=notes,
    )


def find_skills(
    lines: Iterable[Line],
    catalogue: Catalogue,
    match: Matcher | None = None,
    as_of: str | None = None,
) -> tuple[Claim, ...]:
    """The skills that lines name, each once, in the order in which they first stand."""
    labels = labels_of(catalogue)
    mentions: list[Mention] = []
    items: list[tuple[Sentence, Segment]] = []
    read = (line for line in placed(lines) if not is_contact(line.text))
    for sentence in sentences(read):
        if sentence.section in {"languages", "unread"}:
            continue
        for segment, free in _read(sentence):
            mentions.extend(_mentions(sentence, segment, free, labels))
            if _is_item(sentence, segment) and len(free) == len(segment.tokens):
                items.append((sentence, segment))
    if match:
        mentions.extend(_matched(items, mentions, match))
    return tuple(_claims(mentions, as_of))


def _read(sentence: Sentence) -> Iterator[tuple[Segment, set[int]]]:
    """The segments that may name skills, with the places that no denial holds for."""
    keys = [token.key for segment in sentence.segments for token in segment.tokens]
    no = denied(keys)
    start = 0
    for segment in sentence.segments:
        places = range(len(segment.tokens))
        free = {place for place in places if start + place not in no}
        start += len(segment.tokens)
        if not is_organisation(segment, sentence.section, is_item=sentence.is_item):
            yield segment, free


def _is_item(sentence: Sentence, segment: Segment) -> bool:
    """Whether a segment stands in a list: between commas, as a bullet, under Skills."""
    return segment.in_list or sentence.is_item or sentence.section == "skills"


def _mentions(
    sentence: Sentence, segment: Segment, free: set[int], labels: Labels
) -> Iterator[Mention]:
    """The labels in a segment, from left to right, the longest at each place."""
    listed = _listed(sentence, segment, labels)
    place = 0
    while place < len(segment.tokens):
        size, ids = _longest(segment, place, labels)
        words = segment.tokens[place : place + size]
        if ids and is_meant(words, segment, listed):
            if free.issuperset(range(place, place + size)):
                yield from (_mention(sentence, words, skill) for skill in ids)
                yield from _halves(sentence, words, labels)
            place += size
        else:
            yield from _apart(sentence, segment, place, free, labels)
            yield from _done(sentence, segment, place, free, labels)
            place += 1


def _listed(sentence: Sentence, segment: Segment, labels: Labels) -> Listed:
    def beside(key: str) -> bool:
        return key in JOINING or key in labels.by_key or key in level_words()

    return Listed(_is_item(sentence, segment), beside, labels.acronyms)


def _longest(
    segment: Segment, place: int, labels: Labels
) -> tuple[int, tuple[str, ...]]:
    """The longest label at a place: how many words, and the skills it stands for."""
    keys = [token.key for token in segment.tokens[place : place + LONGEST]]
    for size in range(len(keys), 0, -1):
        if ids := _named(keys[:size], labels):
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


def _halves(
    sentence: Sentence, words: tuple[Token, ...], labels: Labels
) -> Iterator[Mention]:
    """The labels on the two sides of an "and" in a label ("first aid and CPR")."""
    for place, token in enumerate(words):
        if token.key in AND:
            for half in (words[:place], words[place + 1 :]):
                key = " ".join(one.key for one in half)
                for skill in labels.by_key.get(key, ()):
                    yield _mention(sentence, half, skill)


def _done(
    sentence: Sentence, segment: Segment, place: int, free: set[int], labels: Labels
) -> Iterator[Mention]:
    """What a sentence on work begins with, or goes on with after "and": a verb."""
    token = segment.tokens[place]
    if token.key.endswith(_AGENTS):
        return
    begins = place == 0 or segment.tokens[place - 1].key in AND
    if not begins or place not in free or sentence.section not in _WORKING:
        return
    if skill := labels.by_stem.get(stem(token.key)):
        yield _mention(sentence, (token,), skill)


def _apart(
    sentence: Sentence, segment: Segment, place: int, free: set[int], labels: Labels
) -> Iterator[Mention]:
    """A label of two weighty words that others stand between, from a place on.

    "Written and oral communication", "trained three new employees".
    """
    first = segment.tokens[place]
    if first.key in JOINING or place not in free:
        return
    for other in range(place + 2, min(place + REACH, len(segment.tokens))):
        between = {token.key for token in segment.tokens[place + 1 : other]}
        if between <= JOINING and between & AND:
            continue
        skill = labels.bagged([first.key, segment.tokens[other].key])
        if skill and other in free:
            yield _mention(sentence, (first, segment.tokens[other]), skill)


def _mention(sentence: Sentence, words: Sequence[Token], skill: str) -> Mention:
    pieces = {(token.line, token.piece): token.text for token in words}
    return Mention(
        skill,
        clean(" ".join(pieces.values())).strip(" .,;:()-"),
        sentence.section,
        words[0].line,
        sentence.last_used,
    )


def _matched(
    items: list[tuple[Sentence, Segment]], mentions: list[Mention], match: Matcher
) -> Iterator[Mention]:
    """The items of lists that the matching is sure of, and the levels that they say."""
    named = {(mention.line, mention.skill) for mention in mentions}
    lines = {line for line, _skill in named}
    short = [
        (sentence, segment)
        for sentence, segment in items
        if len(segment.tokens) <= MOST_WORDS_OF_ITEM and sentence.section in _LISTING
    ]
    claims = [Claim(clean(segment.text)) for _sentence, segment in short]
    for (sentence, segment), answer in zip(short, match(claims), strict=True):
        skill = _sure(answer, sentence.section)
        if skill is None:
            continue
        line = segment.tokens[0].line
        is_new = line not in lines or sentence.section == "skills"
        if is_new or (line, skill) in named:
            level = answer.level if answer.level_basis == "stated" else None
            yield _mention(sentence, segment.tokens, skill)._replace(level=level)


def _sure(answer: Match, section: Section) -> str | None:
    """The skill of an answer that is sure enough; misspellings only under Skills."""
    if answer.status != "matched" or answer.skill is None:
        return None
    if section != "skills" and answer.rule not in {"exact", "alternative_label"}:
        return None
    return answer.skill.id if answer.confidence >= LEAST_CONFIDENCE else None


def _claims(mentions: list[Mention], as_of: str | None) -> Iterator[Claim]:
    """Each skill once, with its best evidence and the first level that is stated."""
    by_skill: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_skill.setdefault(mention.skill, []).append(mention)
    for skill, found in by_skill.items():
        best = min(found, key=_worth)
        used = max((_date(one, as_of) or "" for one in found), default="") or None
        level = next((one.level for one in found if one.level), None)
        where = _("line {line}: {words}").format(line=best.line, words=best.phrase)
        proof = Evidence(best.section, where, _date(best, as_of))
        yield Claim(best.phrase, level, skill, (proof,), used)


def _worth(mention: Mention) -> tuple[int, int, int]:
    """What orders the mentions of a skill: the part, then the date, then the place."""
    used = mention.last_used or ""
    year = 9999 if used == PRESENT else int(used[:4] or 0)
    return ORDERED.index(mention.section), -year, mention.line


def _date(mention: Mention, as_of: str | None) -> str | None:
    return as_of if mention.last_used == PRESENT else mention.last_used
