"""The O*NET text database into a catalogue: skills, knowledge and technology.

O*NET rates every skill for every occupation twice: importance (IM) from 1 to 5 and
level (LV) from 0 to 7. Importance is taken as it is, rounded, halves upwards; below 1.5
the skill counts as not asked for. A level becomes ``1 + round(4 * LV / 7)``, which maps
0 to beginner, 3.5 to working and 7 to expert in equal steps; it is left out where the
source calls it not relevant. What the source recommends to suppress is not used.

Technology has no rating. What employers' postings ask for (*In Demand*) is essential
with importance 4; a *Hot Technology* and what is only listed are optional with
importance 2.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.catalogue.tables.about import About
from skillgap.catalogue.written import Content
from skillgap.formats.esco_labels import tidy
from skillgap.formats.file_sets import find_files
from skillgap.formats.graded import Graded, rounded
from skillgap.formats.identifiers import unique_ids
from skillgap.formats.intake import Intake, Tally, check_whole
from skillgap.formats.licences import onet
from skillgap.formats.onet_ratings import read_ratings
from skillgap.formats.onet_technology import read_technology
from skillgap.formats.settling import settle
from skillgap.formats.sheets import column, rows
from skillgap.garbage import without_collection
from skillgap.locale import _
from skillgap.model import Basis, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from skillgap.formats.file_sets import FileSet
    from skillgap.formats.intake import Progress
    from skillgap.formats.settling import Rough, Settled
    from skillgap.model import Occupation

_FILES = {
    "occupations": r"Occupation Data\.txt",
    "skills": r"Skills\.txt",
    "knowledge": r"Knowledge\.txt",
    "technology": r"Technology Skills\.txt",
    "titles": r"Alternate Titles\.txt",
    "about": r"Read ?Me\.txt",
}
_OCCUPATION = (column("O*NET-SOC Code"), column("Title"))
_TITLE = (column("O*NET-SOC Code"), column("Alternate Title"))
_VERSION = re.compile(r"O\*NET ([0-9]+\.[0-9]+)")
_RELEASE = re.compile(r"([A-Z][a-z]+) (20[0-9]{2}) Release")
_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            *("January", "February", "March", "April", "May", "June"),
            *("July", "August", "September", "October", "November", "December"),
        ),
        1,
    )
}
_BASES = (
    ("onet_importance", "O*NET importance rating", "cote d'importance O*NET"),
    ("onet_in_demand", "O*NET technology in demand", "technologie recherchée, O*NET"),
    ("onet_hot", "O*NET hot technology", "technologie en vogue selon O*NET"),
    ("onet_listed", "O*NET technology, listed", "technologie figurant dans O*NET"),
)


def level_of(value: float) -> int:
    """A level of O*NET (0 to 7) as one of ours (1 to 5)."""
    return 1 + rounded(4 * value / 7)


def import_onet(
    sources: Iterable[Path], today: str, progress: Progress | None = None
) -> Intake:
    """Read the text files of an O*NET database.

    Args:
        sources: the folders and files; occupations and skills must be among them.
        today: the day of the import.
        progress: told how far the reading has come.

    Raises:
        DataError: the set is not whole, cannot be read, or mixes versions.
    """
    with without_collection():
        return _import(find_files(sources, _FILES), today, progress)


def _import(files: FileSet, today: str, progress: Progress | None) -> Intake:
    tallies: list[Tally] = []
    path = files.needed("occupations", "Occupation Data.txt")
    files.needed("skills", "Skills.txt")
    occupations = _occupations(path, tallies, progress)
    roughs: dict[str, Rough] = {}
    for role in ("skills", "knowledge"):
        if role in files.found:
            ratings = (files.found[role], level_of)
            tallies.append(read_ratings(ratings, occupations, roughs, progress))
    _check_ratings(files, occupations)
    if "technology" in files.found:
        read = read_technology
        tallies.append(read(files.found["technology"], occupations, roughs, progress))
    if "titles" in files.found:
        tallies.append(_titles(files.found["titles"], occupations, progress))
    settled = settle(list(roughs.values()))
    taken = tuple(_made(occupations, settled, tallies))
    content = Content(_about(files, today), settled.skills, taken)
    counted = [tally.counted() for tally in tallies if tally.rows]
    notes = (
        _("O*NET is in English only: labels have no French."),
        _("Below an importance of 1.5 a skill counts as not asked for."),
        _("Levels from 0 to 7 became 1 + round(4 x level / 7)."),
    )
    return Intake(content, (*counted, *settled.counted), notes, files.unread)


def _check_ratings(files: FileSet, occupations: dict[str, Graded]) -> None:
    """Skills and knowledge are rated for the same occupations."""
    rated = [code for code, one in occupations.items() if one.asked]
    for role, marks in (("skills", ("2.A.", "2.B.")), ("knowledge", ("2.C.",))):
        if role in files.found:
            there = [
                code
                for code in rated
                if any(key.startswith(marks) for key in occupations[code].asked)
            ]
            check_whole(files.found[role], there, rated)


def _occupations(
    path: Path, tallies: list[Tally], progress: Progress | None
) -> dict[str, Graded]:
    tally = Tally(path.name)
    tallies.append(tally)
    found: dict[str, Graded] = {}
    for code, title in rows(path, _OCCUPATION, tally, progress):
        if code in found:
            tally.drop(_("stands there twice"), code)
        elif not tidy(title):
            tally.drop(_("no label"), code)
        else:
            found[code] = Graded(code, tidy(title))
            tally.keep()
    return found


def _titles(
    path: Path, occupations: dict[str, Graded], progress: Progress | None
) -> Tally:
    tally = Tally(path.name)
    for code, title in rows(path, _TITLE, tally, progress):
        graded = occupations.get(code)
        if graded is None:
            tally.drop(_("names no occupation of the source"), code)
        elif tidy(title) in {"", graded.english}:
            tally.drop(_("says the same as the title"), tidy(title))
        else:
            graded.others["en"].append(tidy(title))
            tally.keep()
    return tally


def _made(
    occupations: dict[str, Graded], settled: Settled, tallies: list[Tally]
) -> Iterator[Occupation]:
    tally = Tally(_("occupations"))
    tallies.append(tally)
    ids = unique_ids([(each.english, each.code) for each in occupations.values()])
    for id_, each in zip(ids, occupations.values(), strict=True):
        requirements = each.requirements(settled.ids)
        if requirements:
            tally.keep()
            yield each.occupation(id_, requirements, onet=(each.code,))
        else:
            tally.drop(_("asks for no skill"), each.english)


def _about(files: FileSet, today: str) -> About:
    version = released = None
    if "about" in files.found:
        text = files.found["about"].read_text("utf-8", "replace")[:2000]
        if match := _VERSION.search(text):
            version = match[1]
        if (match := _RELEASE.search(text)) and match[1] in _MONTHS:
            released = f"{match[2]}-{_MONTHS[match[1]]:02}"
    source = onet(version, released)
    title = f"O*NET {version}" if version else "O*NET"
    bases = tuple(Basis(id_, Text(en, fr), source.id) for id_, en, fr in _BASES)
    region = "United States"
    about = About("onet", Text(title, title), today, "USD", region, (), bases)
    return about._replace(sources=(source,))
