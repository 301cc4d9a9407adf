"""A catalogue in the files of an ESCO download, as ``import esco`` reads them.

ESCO knows skills, occupations and their relations; nothing of credentials, pay, demand
or importance. A record without an address of its own is named by
``urn:skillgap:skill:ID``, which only ties the files together.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from skillgap.formats.csv_cells import guarded
from skillgap.formats.ctdl_terms import urn
from skillgap.formats.esco_labels import on_one_line
from skillgap.formats.exports import Export, no_place, without_place
from skillgap.formats.intake import Tally
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.catalogue.written import Content
    from skillgap.model import Occupation, Skill, SkillKind, Texts

_SKILLS = (
    "conceptType",
    "conceptUri",
    "skillType",
    "reuseLevel",
    "preferredLabel",
    "altLabels",
    "status",
)
_OCCUPATIONS = (
    "conceptType",
    "conceptUri",
    "iscoGroup",
    "preferredLabel",
    "altLabels",
    "status",
)
_RELATIONS = (
    "occupationUri",
    "relationType",
    "skillType",
    "skillUri",
    "occupationLabel",
    "skillLabel",
)
_BROADER = ("conceptType", "conceptUri", "broaderType", "broaderUri")
_GROUPS = ("conceptType", "code", "preferredLabel")
_SKILL = "KnowledgeSkillCompetence"
_ISCO = re.compile("isco-([0-9]{2})")
NAMES = frozenset(
    f"{name}_{language}.csv"
    for name in (
        "skills",
        "occupations",
        "occupationSkillRelations",
        "broaderRelationsSkillPillar",
        "ISCOGroups",
    )
    for language in ("en", "fr")
)
CARRIED = {
    "fields": frozenset(("id", "label")),
    "skills": frozenset(
        ("id", "label", "alternative_labels", "kind", "broader", "uri")
    ),
    "occupations": frozenset(
        ("id", "title", "alternative_titles", "field", "uris", "requirements")
    ),
    "occupations_requirements": frozenset(("skill", "relation")),
}
"""The keys that have a place in these files, by table."""


class _Kept(Record):
    """The records that have the English label without which ESCO has none.

    ``uris`` are the addresses of the skills by id; each occupation stands with its own.
    """

    skills: dict[str, Skill]
    uris: dict[str, str]
    occupations: tuple[tuple[Occupation, str], ...]


def export(content: Content) -> Export:
    """The files, and the account of what they hold and of what they cannot hold."""
    tallies: dict[str, Tally] = {}
    skills, uris = _skills(content.skills, tallies)
    kept = _Kept(skills, uris, _occupations(content.occupations, skills, tallies))
    _fields(content, tallies)
    counted = tuple(tally.counted() for tally in tallies.values() if tally.rows)
    more = without_place(content, CARRIED, no_place("ESCO"))
    notes = (
        _("Ids are made anew of the English labels when the files are read again."),
        _(
            "ESCO grades requirements as essential or optional only: read again, each "
            "has the middle importance and no level."
        ),
    )
    return Export((*counted, *more), _files(content, kept), NAMES, notes=notes)


def _tally(tallies: dict[str, Tally], name: str) -> Tally:
    return tallies.setdefault(name, Tally(name))


def _skills(
    skills: Iterable[Skill], tallies: dict[str, Tally]
) -> tuple[dict[str, Skill], dict[str, str]]:
    """The skills that are kept by id, with the address of each."""
    kept: dict[str, Skill] = {}
    uris: dict[str, str] = {}
    seen: set[str] = set()
    tally = _tally(tallies, "skills")
    for skill in skills:
        if not on_one_line(skill.label.en or ""):
            tally.drop(_("no English label"), skill.id)
            continue
        tally.keep()
        kept[skill.id] = skill
        uris[skill.id] = _address(skill.uri, "skill", skill.id, seen)
        if skill.uri and skill.uri != uris[skill.id]:
            shared = _tally(tallies, "skills: uri")
            shared.drop(_("another record has the same address"), skill.uri)
        if skill.kind == "tool":
            _tally(tallies, "skills: kind").drop(_("ESCO knows no tools"), skill.id)
        if not skill.label.fr and skill.alternative_labels.fr:
            other = _tally(tallies, "skills: alternative_labels")
            number = len(skill.alternative_labels.fr)
            other.drop(_("no French label to stand with"), skill.id, number)
    return kept, uris


def _address(own: str | None, record: str, id_: str, seen: set[str]) -> str:
    """A record's own address, where none before it has the same; else one made up."""
    uri = own if own and own not in seen else urn(record, id_)
    seen.add(uri)
    return uri


def _occupations(
    occupations: Iterable[Occupation],
    skills: dict[str, Skill],
    tallies: dict[str, Tally],
) -> tuple[tuple[Occupation, str], ...]:
    """The occupations that are kept, each with its address."""
    tally = _tally(tallies, "occupations")
    kept: list[tuple[Occupation, str]] = []
    seen: set[str] = set()
    for occupation in occupations:
        asked = tuple(one for one in occupation.requirements if one.skill in skills)
        rows = _tally(tallies, "occupations_requirements")
        english = on_one_line(occupation.title.en or "")
        if not english or not asked:
            reason = _("asks for no skill") if english else _("no English label")
            tally.drop(reason, occupation.id)
            rows.drop(reason, occupation.id, len(occupation.requirements))
            continue
        tally.keep()
        rows.keep(len(asked))
        if lost := len(occupation.requirements) - len(asked):
            rows.drop(_("no English label"), occupation.id, lost)
        own = occupation.uris[0] if occupation.uris else None
        uri = _address(own, "occupation", occupation.id, seen)
        if lost := len(occupation.uris) - (uri == own):
            more = _tally(tallies, "occupations: uris")
            more.drop(_("one address each, its own"), occupation.id, lost)
        if not occupation.title.fr and occupation.alternative_titles.fr:
            other = _tally(tallies, "occupations: alternative_titles")
            number = len(occupation.alternative_titles.fr)
            other.drop(_("no French label to stand with"), occupation.id, number)
        kept.append((occupation._replace(requirements=asked), uri))
    return tuple(kept)


def _fields(content: Content, tallies: dict[str, Tally]) -> None:
    """ISCO's groups stand in these files, other fields do not."""
    tally = _tally(tallies, "fields")
    for field in content.about.fields:
        if _ISCO.fullmatch(field.id):
            tally.keep()
        else:
            tally.drop(_("no group of ISCO"), field.id)


def _files(content: Content, kept: _Kept) -> Iterator[tuple[str, str]]:
    for language in ("en", "fr"):
        name = f"skills_{language}.csv"
        yield from _file(name, _SKILLS, _skill_rows(kept, language), language)
    for language in ("en", "fr"):
        name = f"occupations_{language}.csv"
        yield from _file(name, _OCCUPATIONS, _work_rows(kept, language), language)
    yield from _file("occupationSkillRelations_en.csv", _RELATIONS, _relations(kept))
    yield from _file("broaderRelationsSkillPillar_en.csv", _BROADER, _broader(kept))
    for language in ("en", "fr"):
        name, rows = f"ISCOGroups_{language}.csv", _groups(content, language)
        yield from _file(name, _GROUPS, rows, "fr")


def _file(
    name: str,
    header: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    language: str = "en",
) -> Iterator[tuple[str, str]]:
    """The lines of a file; a French one without rows is left out."""
    if language == "en":
        yield name, _line(header)
    for number, row in enumerate(rows):
        if language != "en" and not number:
            yield name, _line(header)
        yield name, _line(row)


def _line(cells: tuple[str, ...]) -> str:
    out = StringIO()
    csv.writer(out).writerow([guarded(cell) for cell in cells])
    return out.getvalue()


def _skill_rows(kept: _Kept, language: str) -> Iterator[tuple[str, ...]]:
    for skill in kept.skills.values():
        if label := on_one_line(getattr(skill.label, language) or ""):
            type_, reuse = _type(skill.kind)
            others = _several(skill.alternative_labels, language)
            uri = kept.uris[skill.id]
            yield _SKILL, uri, type_, reuse, label, others, "released"


def _work_rows(kept: _Kept, language: str) -> Iterator[tuple[str, ...]]:
    for work, uri in kept.occupations:
        if title := on_one_line(getattr(work.title, language) or ""):
            group = _ISCO.fullmatch(work.field or "")
            others = _several(work.alternative_titles, language)
            code = group[1] if group else ""
            yield "Occupation", uri, code, title, others, "released"


def _relations(kept: _Kept) -> Iterator[tuple[str, ...]]:
    for work, uri in kept.occupations:
        # As they are read again: the essential ones first, else in their order.
        for each in sorted(work.requirements, key=lambda one: one.relation):
            skill = kept.skills[each.skill]
            type_, _reuse = _type(skill.kind)
            labels = (
                on_one_line(work.title.en or ""),
                on_one_line(skill.label.en or ""),
            )
            yield uri, each.relation, type_, kept.uris[skill.id], *labels


def _broader(kept: _Kept) -> Iterator[tuple[str, ...]]:
    for skill in kept.skills.values():
        for broader in skill.broader:
            if broader in kept.uris:
                yield _SKILL, kept.uris[skill.id], _SKILL, kept.uris[broader]


def _groups(content: Content, language: str) -> Iterator[tuple[str, ...]]:
    for field in content.about.fields:
        code = _ISCO.fullmatch(field.id)
        if code and (label := on_one_line(getattr(field.label, language) or "")):
            yield "ISCOGroup", code[1], label


def _type(kind: SkillKind) -> tuple[str, str]:
    """ESCO's words for a kind; a tool is a skill to it."""
    if kind == "knowledge":
        return "knowledge", "sector-specific"
    transversal = kind == "transferable"
    return "skill/competence", "transversal" if transversal else "sector-specific"


def _several(texts: Texts, language: str) -> str:
    return "\n".join(filter(None, map(on_one_line, getattr(texts, language))))
