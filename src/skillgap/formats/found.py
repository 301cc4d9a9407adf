"""Skills found in prose: where a text names a skill of the catalogue, and where not.

Items of lists are also given to the matching as phrases. A skill that the text denies,
the names of employers and schools, and the parts on hobbies and references give
nothing. Each skill is given once, with its best evidence: the part it stood in, the
number of the line and the words that name it. Nothing else is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.aligned import claims_of_awards
from skillgap.formats.denial import denied
from skillgap.formats.doubtful import is_contact, is_organisation
from skillgap.formats.imported import (
    MOST_CLAIMS,
    PRESENT,
    Imported,
    Section,
    clean,
    warning,
)
from skillgap.formats.labels import labels_of
from skillgap.formats.mentions import Mention, is_item, mention_of, mentions_in
from skillgap.formats.sections import ORDERED, placed
from skillgap.formats.spoken import spoken_in
from skillgap.formats.tokens import Segment, Sentence, sentences
from skillgap.locale import _
from skillgap.model import Claim, Evidence
from skillgap.profile.claims import level_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.catalogue import Catalogue
    from skillgap.errors import Problem
    from skillgap.formats.imported import Line
    from skillgap.formats.reading import Matcher
    from skillgap.model import Match

_LISTING = frozenset(("skills", "certificates"))

MOST_SIGNS = 200_000
"""The most characters that skills are looked for in: some eighty pages."""

MOST_WORDS_OF_ITEM = 7
LEAST_CONFIDENCE = 0.8
"""An item of a list is matched where it is short and the matching is so sure."""


def with_skills(
    imported: Imported,
    catalogue: Catalogue,
    match: Matcher | None = None,
    as_of: str | None = None,
) -> Imported:
    """What was imported with the skills in its prose and alignments as claims."""
    lines, notes = _bounded(imported)
    found = find_skills(lines, catalogue, match, as_of)
    claims = (*imported.claims, *claims_of_awards(imported.awards, catalogue), *found)
    if len(claims) > MOST_CLAIMS:
        message = _("more than {number} skills; the others are left out")
        told = message.format(number=MOST_CLAIMS)
        notes = (*notes, warning("import-too-many", told, imported.format))
    return imported._replace(
        claims=claims[:MOST_CLAIMS],
        languages=imported.languages or spoken_in(placed(lines)),
        lines=(),
        notes=notes,
    )


def _bounded(imported: Imported) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The lines that are read, and the notes with a warning where that is not all."""
    signs = 0
    for place, line in enumerate(imported.lines):
        signs += len(line.text) + 1
        if signs > MOST_SIGNS:
            message = _("only the first {number} characters were read")
            told = message.format(number=MOST_SIGNS)
            cut = warning("import-too-many", told, imported.format)
            return imported.lines[:place], (*imported.notes, cut)
    return imported.lines, imported.notes


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
        last: list[Mention] = []
        for segment, free in _read(sentence):
            if last and (level := level_named(segment.text)):
                mentions[-1] = last[-1]._replace(level=level)
            last = list(mentions_in(sentence, segment, free, labels))
            mentions.extend(last)
            if is_item(sentence, segment) and len(free) == len(segment.tokens):
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
            yield mention_of(sentence, segment.tokens, skill)._replace(level=level)


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
