"""ESCO as published (CSV) into a catalogue: skills, occupations and their relations.

False friends: ESCO's *reuseLevel* says in how many fields a skill is used (here the
kind ``transferable``), not how well; *essential* and *optional* are its only grades, so
every requirement has the middle importance and no level. Groups of skills are no skills
that a person claims: only the broader *skills* of the hierarchy are taken over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.catalogue.tables.about import About
from skillgap.catalogue.written import Content
from skillgap.formats.esco_files import find_parts
from skillgap.formats.esco_labels import join_french, tidy
from skillgap.formats.esco_occupations import read_groups, read_occupations
from skillgap.formats.esco_skills import read_broader, read_skills
from skillgap.formats.identifiers import unique_ids
from skillgap.formats.intake import Intake, Tally, check_whole, refusal
from skillgap.formats.settling import settle
from skillgap.formats.sheets import column, maybe, rows
from skillgap.garbage import without_collection
from skillgap.locale import _
from skillgap.model import Basis, CatalogueSource, Field, Requirement, Text
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from skillgap.formats.esco_files import Parts
    from skillgap.formats.esco_occupations import RoughOccupation
    from skillgap.formats.esco_skills import Skills
    from skillgap.formats.intake import Progress
    from skillgap.formats.settling import Settled
    from skillgap.model import Occupation, Relation

IMPORTANCE = 3
"""The middle of the scale: ESCO grades nothing beyond essential and optional."""

MOST_UNKNOWN = 0.05
"""Where more relations than this name what the set lacks, its versions are mixed."""

_OFFICIAL = (
    column("occupationUri"),
    column("relationType"),
    maybe("skillUri"),
    maybe("skillLabel"),
)
_TABIYA = (
    column("OCCUPATIONID"),
    column("RELATIONTYPE"),
    column("SKILLID"),
    maybe("SKILLLABEL"),
)


class _Read(Record):
    """What was read of a set, before it is one catalogue."""

    parts: Parts
    skills: Skills
    occupations: dict[str, RoughOccupation]
    tallies: list[Tally]


def import_esco(
    sources: Iterable[Path], today: str, progress: Progress | None = None
) -> Intake:
    """Read an ESCO download.

    Args:
        sources: the folders and files of the set: English skills, occupations and
            relations; French labels and the hierarchy where they are there.
        today: the day of the import.
        progress: told how far the reading has come.

    Raises:
        DataError: the set is not whole, cannot be read, or mixes versions.
    """
    with without_collection():
        return _import(find_parts(sources), today, progress)


def _import(parts: Parts, today: str, progress: Progress | None) -> Intake:
    part = parts.needed("occupations")
    relations = parts.needed("relations")
    tallies: list[Tally] = []
    skills = read_skills(parts, tallies, progress)
    occupations, modified = read_occupations(part, tallies, progress)
    read = _Read(parts, skills, occupations, tallies)
    _read_relations(read, relations.path, keyed=relations.keyed, progress=progress)
    read_broader(parts, skills, tallies, progress)
    join_french(parts, skills, occupations, tallies, progress)
    settled = settle(skills.roughs)
    groups = read_groups(parts, tallies, progress)
    about = _about(parts.version, modified, today, _fields(occupations, groups))
    taken = _occupations(read, settled, {field.id for field in about.fields})
    content = Content(about, settled.skills, taken)
    counted = [tally.counted() for tally in tallies if tally.rows]
    return Intake(content, (*counted, *settled.counted), _notes(), parts.unread)


def _read_relations(
    read: _Read, path: Path, *, keyed: bool, progress: Progress | None
) -> None:
    tally = Tally(path.name)
    read.tallies.append(tally)
    columns = _TABIYA if keyed else _OFFICIAL
    unknown = 0
    skills, occupations = read.skills, read.occupations
    for owner, relation, key, label in rows(path, columns, tally, progress):
        occupation = occupations.get(owner)
        skill = skills.keys.get(key) or skills.find(key, label)
        if occupation is None or skill is None:
            unknown += 1
            if occupation is None:
                tally.drop(_("names no occupation of the source"), owner)
            else:
                tally.drop(_("names no skill of the source"), tidy(label) or key)
        elif relation not in {"essential", "optional"}:
            tally.drop(_("neither essential nor optional"), relation or None)
        elif occupation.ask(skill, relation):
            tally.keep()
        else:
            tally.drop(_("the occupation asks for this skill already"), tidy(label))
    asking = [uri for uri, one in occupations.items() if one.asked]
    check_whole(path, asking, occupations)
    if unknown > MOST_UNKNOWN * tally.rows:
        message = _(
            "{number} of {total} relations name an occupation or skill that the other "
            "files do not have"
        ).format(number=unknown, total=tally.rows)
        hint = _("the files are of different versions, or one is cut off")
        raise refusal(message, str(path), hint)


def _occupations(
    read: _Read, settled: Settled, fields: set[str]
) -> tuple[Occupation, ...]:
    tally = Tally(_("occupations"))
    read.tallies.append(tally)
    made = []
    bases = {"essential": "esco_essential", "optional": "esco_optional"}
    known: dict[tuple[str, Relation], Requirement] = {}
    for rough, id_ in _with_ids(read.occupations):
        asked = rough.requirements(settled.ids)
        if not asked:
            tally.drop(_("asks for no skill"), rough.english)
            continue
        tally.keep()
        for pair in asked:
            if pair not in known:
                skill, relation = pair
                basis = bases[relation]
                known[pair] = Requirement(skill, relation, IMPORTANCE, None, basis)
        requirements = tuple([known[pair] for pair in asked])
        made.append(rough.occupation(id_, requirements, fields))
    return tuple(made)


def _with_ids(
    occupations: dict[str, RoughOccupation],
) -> Iterable[tuple[RoughOccupation, str]]:
    """Each occupation with its id, in the order of the file."""
    roughs = list(occupations.values())
    ids = unique_ids([(rough.english, rough.code) for rough in roughs])
    return zip(roughs, ids, strict=True)


def _fields(
    occupations: dict[str, RoughOccupation], groups: dict[str, Text]
) -> tuple[Field, ...]:
    """The sub-major groups of ISCO (two digits) that occupations stand in."""
    used = {rough.group for rough in occupations.values()}
    return tuple(
        Field(f"isco-{code}", groups[code]) for code in sorted(used & groups.keys())
    )


def _about(
    version: str | None, modified: str | None, today: str, fields: tuple[Field, ...]
) -> About:
    name = f"esco-{version}" if version else "esco"
    title = f"ESCO {version}" if version else "ESCO"
    source = CatalogueSource(
        id=name,
        title=f"European Skills, Competences, Qualifications and Occupations ({title})",
        publisher="European Commission",
        url="https://esco.ec.europa.eu/en/use-esco/download",
        licence="reuse under Commission Decision 2011/833/EU",
        licence_url="https://eur-lex.europa.eu/eli/dec/2011/833/oj",
        attribution=(
            "This service uses the ESCO classification of the European Commission."
        ),
        as_of=modified,
        note="taken over by skillgap: labels that stand on several skills are settled",
    )
    bases = (
        Basis(
            "esco_essential",
            Text("essential in ESCO", "essentiel selon ESCO"),
            name,
        ),
        Basis("esco_optional", Text("optional in ESCO", "facultatif selon ESCO"), name),
    )
    return About(
        "esco", Text(title, title), today, "CAD", "Europe", fields, bases, (source,)
    )


def _notes() -> tuple[str, ...]:
    return (
        _(
            "ESCO states no importance and no level: every requirement has importance "
            "{importance}, and an optional one counts half."
        ).format(importance=IMPORTANCE),
        _(
            "Descriptions, groups of skills and relations between skills other than "
            "broader ones are not taken over."
        ),
    )
