"""The compiled form: one SQLite database, made from a checked draft.

Everything that a command looks up is one indexed query that does not grow with the
catalogue. What would need a walk (broader skills of broader skills, the credentials
that develop a narrower one) is walked here once and stored.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from typing import TYPE_CHECKING

from skillgap.catalogue.rarity import rarity, weight_of_subject
from skillgap.catalogue.spelled import TABLES, store_spellings
from skillgap.catalogue.stored import store
from skillgap.catalogue.typical import typical_values
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from skillgap.catalogue.draft import Draft
    from skillgap.model import Occupation, Requirement, Skill, Text, Texts

FORMAT = 5
"""Raised with every change of the tables or of what stands in them."""

_UNSAFE = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -8000;
"""
"""A form is renamed into its place once it is whole: it needs no protection before."""

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE skill (id TEXT PRIMARY KEY, subject INTEGER NOT NULL, record TEXT NOT NULL)
    WITHOUT ROWID;
CREATE TABLE occupation (id TEXT PRIMARY KEY, noc TEXT, points INTEGER NOT NULL,
    telling INTEGER NOT NULL, record TEXT NOT NULL);
CREATE INDEX occupation_noc ON occupation (noc);
CREATE TABLE credential (id TEXT PRIMARY KEY, record TEXT NOT NULL);
CREATE TABLE label (key TEXT NOT NULL, id TEXT NOT NULL, label TEXT NOT NULL,
    language TEXT NOT NULL, preferred INTEGER NOT NULL);
CREATE VIEW spelled AS SELECT rowid AS number, key FROM label;
CREATE TABLE title (key TEXT NOT NULL, id TEXT NOT NULL, label TEXT NOT NULL,
    language TEXT NOT NULL, preferred INTEGER NOT NULL);
CREATE TABLE broader (narrow TEXT NOT NULL, broad TEXT NOT NULL,
    PRIMARY KEY (narrow, broad)) WITHOUT ROWID;
CREATE TABLE develops (skill TEXT NOT NULL, credential TEXT NOT NULL,
    PRIMARY KEY (skill, credential)) WITHOUT ROWID;
CREATE TABLE requirement (skill TEXT NOT NULL, occupation TEXT NOT NULL,
    record TEXT NOT NULL, PRIMARY KEY (skill, occupation)) WITHOUT ROWID;
"""

_INDEXES = """
CREATE INDEX label_key ON label (key);
CREATE INDEX title_key ON title (key);
CREATE INDEX broader_broad ON broader (broad, narrow);
"""

Row = tuple[object, ...]


def compile_draft(
    draft: Draft, about: Mapping[str, str], place: str = ":memory:"
) -> sqlite3.Connection:
    """A database that holds the records of a draft without errors.

    Args:
        draft: the records.
        about: what the opener checks: the fingerprint and what the form depends on.
        place: a new file, worth nothing before the database is closed; or memory,
            which a great catalogue takes much of.
    """
    database = sqlite3.connect(place, isolation_level=None)
    database.executescript(_UNSAFE + _TABLES + TABLES)
    closure = _closure({skill.id: skill.broader for skill in draft.skills})
    database.execute("BEGIN")
    for table, rows in _rows(draft, closure):
        first = next(rows, None)
        if first is not None:
            marks = ",".join("?" * len(first))
            insert = f"INSERT INTO {table} VALUES ({marks})"  # noqa: S608 - our names
            database.execute(insert, first)
            database.executemany(insert, rows)
    store_spellings(database)
    database.executemany(
        "INSERT INTO about VALUES (?, ?)", [*about.items(), *_about(draft)]
    )
    database.execute("COMMIT")
    database.executescript(_INDEXES)
    return database


def _rows(
    draft: Draft, closure: dict[str, set[str]]
) -> Iterator[tuple[str, Iterator[Row]]]:
    skills = sorted(draft.skills)
    occupations = sorted(draft.occupations, key=lambda occupation: occupation.id)
    credentials = sorted(draft.credentials, key=lambda credential: credential.id)
    askers = Counter(r.skill for o in occupations for r in o.requirements)
    yield "skill", _skills(skills, askers, len(occupations))
    yield "occupation", _occupations(occupations, askers)
    yield "credential", ((c.id, store(c)) for c in credentials)
    yield "label", _labels(skills)
    yield (
        "title",
        (
            row
            for occupation in occupations
            for row in _names(
                occupation.id, occupation.title, occupation.alternative_titles
            )
        ),
    )
    yield (
        "broader",
        ((narrow, broad) for narrow in closure for broad in sorted(closure[narrow])),
    )
    yield (
        "develops",
        (
            (skill, credential.id)
            for credential in credentials
            for skill in _developed((d.skill for d in credential.develops), closure)
        ),
    )
    yield "requirement", _requirements(occupations)


def _about(draft: Draft) -> list[tuple[str, str]]:
    about = draft.about
    info = (about.name, about.title, about.as_of, about.currency, about.region)
    values = {
        "info": info,
        "fields": about.fields,
        "bases": sorted(about.bases),
        "sources": sorted(about.sources, key=lambda source: source.id),
        "issuers": sorted(draft.issuers, key=lambda issuer: issuer.id),
        "funding": draft.funding,
        "longer_programs": draft.longer_programs,
        "counts": counts(draft),
        "typical": typical_values(draft.credentials),
    }
    return [
        (name, json.dumps(value, ensure_ascii=False)) for name, value in values.items()
    ]


def counts(draft: Draft) -> dict[str, int]:
    """How many records of each list there are."""
    return {
        "skills": len(draft.skills),
        "labels": sum(_count_labels(skill) for skill in draft.skills),
        "occupations": len(draft.occupations),
        "requirements": sum(len(o.requirements) for o in draft.occupations),
        "credentials": len(draft.credentials),
        "issuers": len(draft.issuers),
        "fields": len(draft.about.fields),
        "longer_programs": len(draft.longer_programs),
        "funding_programs": len(draft.funding),
        "sources": len(draft.about.sources),
    }


def total_points(occupation: Occupation) -> int:
    """The points of full coverage: 60 for each doubled weight (see advice)."""
    return 60 * sum(r.doubled_weight for r in occupation.requirements)


def _skills(
    skills: Iterable[Skill], askers: Mapping[str, int], occupations: int
) -> Iterator[Row]:
    for skill in skills:
        subject = weight_of_subject(skill, askers.get(skill.id, 0), occupations)
        yield skill.id, subject, store(skill)


def _occupations(
    occupations: Sequence[Occupation], askers: Mapping[str, int]
) -> Iterator[Row]:
    rare = {skill: rarity(n, len(occupations)) for skill, n in askers.items()}
    for each in occupations:
        telling = 60 * sum(r.doubled_weight * rare[r.skill] for r in each.requirements)
        yield each.id, each.noc, total_points(each), telling, store(each)


def _requirements(occupations: Sequence[Occupation]) -> Iterator[Row]:
    """In the order of their key: SQLite then appends instead of inserting."""
    asked = sorted(
        (requirement.skill, occupation.id, requirement)
        for occupation in occupations
        for requirement in occupation.requirements
    )
    stored: dict[Requirement, str] = {}
    for skill, id_, requirement in asked:
        text = stored.get(requirement)
        if text is None:
            text = stored[requirement] = store(requirement)
        yield skill, id_, text


def _count_labels(skill: Skill) -> int:
    """As many labels as ``_names`` gives."""
    preferred = zip(skill.label, skill.alternative_labels, strict=True)
    return sum(len({own, *others} - {None}) for own, others in preferred)


def _labels(skills: Iterable[Skill]) -> Iterator[Row]:
    for skill in skills:
        yield from _names(skill.id, skill.label, skill.alternative_labels)


def _names(id_: str, preferred: Text, others: Texts) -> Iterator[Row]:
    """Each label of a record once a language: its own first, then the others."""
    seen = set()
    own = (
        (label, language, 1)
        for label, language in zip(preferred, ("en", "fr"), strict=True)
    )
    rest = (
        (label, language, 0)
        for labels, language in zip(others, ("en", "fr"), strict=True)
        for label in labels
    )
    for label, language, is_own in (*own, *rest):
        if label and (label, language) not in seen:
            seen.add((label, language))
            yield label_key(label), id_, label, language, is_own


def _closure(edges: dict[str, tuple[str, ...]]) -> dict[str, set[str]]:
    """All that lies beyond each id, transitively; the edges have no cycle."""
    found: dict[str, set[str]] = {}
    for start in sorted(edges):
        stack = [start]
        while stack:
            id_ = stack[-1]
            waiting = [next_ for next_ in edges[id_] if next_ not in found]
            stack.extend(waiting)
            if not waiting:
                stack.pop()
                found[id_] = set(edges[id_]).union(*(found[n] for n in edges[id_]))
    return found


def _developed(skills: Iterable[str], closure: dict[str, set[str]]) -> list[str]:
    """The skills and all their broader ones."""
    found: set[str] = set()
    for skill in skills:
        found.add(skill)
        found |= closure[skill]
    return sorted(found)
