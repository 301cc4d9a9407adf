"""OaSIS into a catalogue: Canada's 900 occupational profiles and their ratings.

A profile is a NOC 2021 unit group or a part of one (``21232.01``). Skills are rated
from 0 to 5 for the proficiency that they call for, knowledge from 0 to 3; 0 means that
it does not apply. A rating of a skill is our level as it is, one of knowledge becomes
2 (basic), 3 (working) or 4 (advanced). OaSIS has no importance: the level stands in for
it, under the basis ``oasis_level``, so that readers know what it rests on.

The editions of 2023 and 2025 differ in separator, order and names of columns; what is
not the code or the label of a profile is a descriptor, whatever it is called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.catalogue.tables.about import About
from skillgap.catalogue.written import Content
from skillgap.formats import noc
from skillgap.formats.esco_labels import tidy
from skillgap.formats.file_sets import find_files
from skillgap.formats.graded import Graded
from skillgap.formats.identifiers import unique_ids
from skillgap.formats.intake import Intake, Tally, check_whole, refusal
from skillgap.formats.licences import noc_2021, oasis
from skillgap.formats.settling import Rough, settle
from skillgap.formats.sheets import column, header_of, maybe, rows
from skillgap.garbage import without_collection
from skillgap.locale import _
from skillgap.model import Basis, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from skillgap.formats.file_sets import FileSet
    from skillgap.formats.intake import Progress
    from skillgap.formats.settling import Settled
    from skillgap.model import Occupation, SkillKind

_YEAR = re.compile(r"(20[0-9]{2})")
_FILES = {
    "skills": r"skills_oasis_20[0-9]{2}.*\.csv",
    "knowledge": r"knowledges?_oasis_20[0-9]{2}.*\.csv",
    "titles": r"example-titles_oasis_20[0-9]{2}.*\.csv",
    **noc.FILES,
}
_CODE = ("OaSIS Code - Final", "Code OaSIS", "OaSIS Code", "OaSIS profile code")
_LABEL = ("OaSIS Label - Final", "OaSIS 2021 Labels", "OaSIS Label")
_TITLE = (column(*_CODE), maybe("Job title type"), column("Job title text"))
_PROFILE = re.compile(r"[0-9]{5}\.[0-9]{2}")
_WHOLE = ".00"
_LEVELS = {"skills": {n: n for n in range(1, 6)}, "knowledge": {1: 2, 2: 3, 3: 4}}
SAME = {
    "accounting-principles": "Accounting",
    "active-listening": "Oral Communication: Active Listening",
    "administration-and-management": "Business Administration",
    "coaching-and-mentoring": "Training, Mentoring and Coaching",
    "computers-and-electronics": "Computer, Technology and Information Systems",
    "coordination-with-others": "Coordinating",
    "customer-and-personal-service": "Client Services",
    "education-and-training": "Teaching",
    "equipment-maintenance": "Preventative Maintenance",
    "equipment-operation-and-control": "Operation and Control",
    "financial-resource-management": "Management of Financial Resources",
    "human-resources-management": "Human Resources and Labour Relations",
    "instructing-others": "Instructing",
    "machine-and-equipment-monitoring": (
        "Operation Monitoring of Machinery and Equipment"
    ),
    "mechanical-systems": "Mechanics and Machinery",
    "medicine-and-dentistry": "Physical Health",
    "mental-health-care": "Mental Health",
    "negotiation": "Negotiating",
    "office-administration": "Clerical",
    "oral-communication": "Oral Communication: Oral Expression",
    "performance-monitoring": "Monitoring",
    "personnel-management": "Management of Personnel Resources",
    "persuasion": "Persuading",
    "production-and-processing": "Manufacturing, Processing and Production",
    "written-communication": "Writing",
}
"""Skills of the bundled catalogue and the descriptors that are the same in other words.

Judged by the definitions in the guide of OaSIS (``guide_oasis_2023_v1.0.csv``); those
that have one label are known by it, and those that only overlap are not here.
"""

_TECHNICAL = re.compile(
    r"digital|production|maintenance|equipment|operation|quality control|repair|"
    r"setting up|product design|troubleshooting|systems analysis",
    re.IGNORECASE,
)


class _Reading:
    """What is gathered while the files are read."""

    def __init__(self, progress: Progress | None) -> None:
        self.progress = progress
        self.profiles: dict[str, Graded] = {}
        self.roughs: dict[str, Rough] = {}
        self.tallies: list[Tally] = []


def import_oasis(
    sources: Iterable[Path], today: str, progress: Progress | None = None
) -> Intake:
    """Read the tables of an edition of OaSIS, with the titles of the NOC.

    Args:
        sources: the folders and files; the ratings of skills must be among them.
        today: the day of the import.
        progress: told how far the reading has come.

    Raises:
        DataError: the set is not whole, cannot be read, or mixes editions.
    """
    with without_collection():
        return _import(find_files(sources, _FILES), today, _Reading(progress))


def _import(files: FileSet, today: str, reading: _Reading) -> Intake:
    files.needed("skills", "skills_oasis_....csv")
    year = _edition(files)
    roles = [role for role in ("skills", "knowledge") if role in files.found]
    rated = {role: _ratings(files.found[role], role, reading) for role in roles}
    for role, codes in rated.items():
        check_whole(files.found[role], codes, reading.profiles)
    if "titles" in files.found:
        _titles(files.found["titles"], reading)
    titles = noc.read_noc(files.found, reading.tallies, reading.progress)
    settled = settle(list(reading.roughs.values()))
    taken = tuple(_made(reading, settled, titles))
    codes = {each.noc for each in taken if each.noc}
    sources = (oasis(year), noc_2021())
    about = About(
        name=f"oasis-{year}",
        title=Text(f"OaSIS {year}", f"SIPeC {year}"),
        as_of=today,
        currency="CAD",
        region="Canada",
        fields=titles.fields(codes),
        bases=(
            Basis(
                "oasis_level",
                Text("OaSIS proficiency level", "niveau de compétence SIPeC"),
                f"oasis-{year}",
            ),
        ),
        sources=sources if "noc_en" in files.found else sources[:1],
    )
    content = Content(about, settled.skills, taken)
    counted = [tally.counted() for tally in reading.tallies if tally.rows]
    notes = (
        _("OaSIS has no importance: the level stands in for it."),
        _(
            "The descriptors of OaSIS are in English; titles are French where the NOC "
            "has them."
        ),
    )
    return Intake(content, (*counted, *settled.counted), notes, files.unread)


def _edition(files: FileSet) -> str:
    """The year of the edition, which all files of OaSIS must share."""
    years = {}
    for role in ("skills", "knowledge", "titles"):
        path = files.found.get(role)
        if path and (match := _YEAR.search(path.name)):
            years[match[1]] = path
    if len(years) > 1:
        message = _("the files are of several editions: {years}").format(
            years=", ".join(sorted(years))
        )
        path = years[max(years)]
        raise refusal(message, str(path), _("give the files of one edition"))
    return next(iter(years))


def _ratings(path: Path, role: str, reading: _Reading) -> set[str]:
    """Read the ratings of one kind; the codes of the profiles that they are of."""
    names = _descriptors(path)
    columns = (column(*_CODE), column(*_LABEL), *(column(name) for name in names))
    cells_tally = Tally(_("ratings of {file}").format(file=path.name))
    tally = Tally(path.name)
    reading.tallies += [tally, cells_tally]
    levels = _LEVELS[role]
    keys = [f"{role}:{name.casefold()}" for name in names]
    for key, name in zip(keys, names, strict=True):
        reading.roughs.setdefault(key, Rough(key, name, _kind(role, name)))
    seen: set[str] = set()
    for code, label, *ratings in rows(path, columns, tally, reading.progress):
        profile = _profile(_whole(code), tidy(label), reading, tally, seen)
        if profile is None:
            continue
        for key, rating in zip(keys, ratings, strict=True):
            _rate(profile, key, rating.strip(), levels, cells_tally)
    return seen


def _whole(code: str) -> str:
    """The code of a profile; zeros that a spreadsheet took off are given back."""
    group, dot, part = code.strip().partition(".")
    return f"{group.zfill(noc.DIGITS)}.{part.ljust(2, '0')}" if dot else code.strip()


def _profile(
    code: str, label: str, reading: _Reading, tally: Tally, seen: set[str]
) -> Graded | None:
    if not _PROFILE.fullmatch(code):
        tally.drop(_("no code of a profile"), code or label)
        return None
    if code in seen:
        tally.drop(_("stands there twice"), code)
        return None
    seen.add(code)
    tally.keep()
    return reading.profiles.setdefault(code, Graded(code, label or code))


def _rate(
    profile: Graded, key: str, rating: str, levels: dict[int, int], tally: Tally
) -> None:
    number = int(rating) if rating.isascii() and rating.isdigit() else -1
    if number == 0:
        tally.drop(_("does not apply (0)"))
    elif number not in levels:
        reason = _("no rating") if not rating else _("no number on the scale")
        tally.drop(reason, rating or None)
    else:
        level = levels[number]
        profile.ask(key, level, level, "oasis_level")
        tally.keep()


def _descriptors(path: Path) -> list[str]:
    """The columns that are ratings."""
    others = {name.casefold() for name in (*_CODE, *_LABEL)}
    return [name for name in header_of(path) if name and name.casefold() not in others]


def _kind(role: str, name: str) -> SkillKind:
    if role == "knowledge":
        return "knowledge"
    return "technical" if _TECHNICAL.search(name) else "transferable"


def _titles(path: Path, reading: _Reading) -> None:
    tally = Tally(path.name)
    reading.tallies.append(tally)
    for code, _kind_of_title, title in rows(path, _TITLE, tally, reading.progress):
        profile = reading.profiles.get(_whole(code))
        if profile is None:
            tally.drop(_("names no occupation of the source"), code)
        elif not tidy(title):
            tally.drop(_("no label"), code)
        elif tidy(title) in {profile.english, *profile.others["en"]}:
            tally.drop(_("stands there twice"), tidy(title))
        else:
            profile.others["en"].append(tidy(title))
            tally.keep()


def _made(reading: _Reading, settled: Settled, titles: noc.Noc) -> Iterator[Occupation]:
    tally = Tally(_("occupations"))
    reading.tallies.append(tally)
    profiles = list(reading.profiles.values())
    ids = unique_ids([(each.english, each.code) for each in profiles])
    for id_, each in zip(ids, profiles, strict=True):
        requirements = each.requirements(settled.ids)
        if not requirements:
            tally.drop(_("asks for no skill"), each.english)
            continue
        tally.keep()
        code = each.code[: noc.DIGITS]
        known = titles.title(code)
        if known and known.fr:
            _french(each, known.fr)
        made = each.occupation(id_, requirements, code)
        yield made._replace(
            teer=noc.teer_of(code),
            field=noc.field_id(code) if titles.title(code[0]) else None,
        )


def _french(profile: Graded, title: str) -> None:
    """The unit group's French title: a part of the group is only found by it."""
    if profile.code.endswith(_WHOLE):
        profile.french = title
    else:
        profile.others["fr"].append(title)
