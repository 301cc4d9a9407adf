"""O*NET's ratings of skills and knowledge: importance and level, a row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.esco_labels import tidy
from skillgap.formats.graded import rounded
from skillgap.formats.intake import Tally, refusal
from skillgap.formats.settling import Rough
from skillgap.formats.sheets import column, maybe, rows
from skillgap.locale import _
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from skillgap.formats.graded import Graded
    from skillgap.formats.intake import Progress
    from skillgap.model import SkillKind

MOST_UNKNOWN = 0.05
LEAST_IMPORTANCE = 2
_HIGHEST = {"IM": 5.0, "LV": 7.0}
_RATING = (
    column("O*NET-SOC Code"),
    column("Element ID"),
    column("Element Name"),
    column("Scale ID"),
    column("Data Value"),
    maybe("Recommend Suppress"),
    maybe("Not Relevant"),
)
_KNOWLEDGE = "2.C"
_TECHNICAL = "2.B.3"


class _Rated(Record):
    """The ratings of one skill for one occupation, as far as they can be used."""

    importance: float | None = None
    level: float | None = None


def read_ratings(
    source: tuple[Path, Callable[[float], int]],
    occupations: dict[str, Graded],
    roughs: dict[str, Rough],
    progress: Progress | None,
) -> Tally:
    """Read a file of ratings; skills that are new are added to ``roughs``.

    Args:
        source: the file, and what makes one of our levels of a rating.
        occupations: by code; they are asked for the skills.
        roughs: the skills, by element id.
        progress: told how far the reading has come.

    Raises:
        DataError: the file is of another version than the occupations.
    """
    path, level_of = source
    tally = Tally(path.name)
    rated: dict[tuple[str, str], _Rated] = {}
    unknown = 0
    for cells in rows(path, _RATING, tally, progress):
        code, element, name, scale, value, suppress, irrelevant = cells
        if code not in occupations:
            unknown += 1
            tally.drop(_("names no occupation of the source"), code)
            continue
        number = _number(scale, value)
        reason = _fault(scale, number, suppress, irrelevant)
        if reason:
            tally.drop(reason, f"{code} {name}")
            continue
        if element not in roughs:
            roughs[element] = Rough(element, tidy(name), _kind(element))
        if not _note(rated, (code, element), scale, number):
            tally.drop(_("stands there twice"), f"{code} {name}")
    _check_version(path, unknown, tally.rows + len(rated))
    for (code, element), ratings in rated.items():
        _ask(occupations[code], element, ratings, level_of, tally)
    return tally


def _note(
    rated: dict[tuple[str, str], _Rated],
    key: tuple[str, str],
    scale: str,
    number: float | None,
) -> bool:
    """Keep a rating by occupation and skill; False where it is there already."""
    before = rated.get(key, _Rated())
    field = "importance" if scale == "IM" else "level"
    if getattr(before, field) is not None:
        return False
    rated[key] = before._replace(**{field: number})
    return True


def _ask(
    occupation: Graded,
    element: str,
    rated: _Rated,
    level_of: Callable[[float], int],
    tally: Tally,
) -> None:
    """Ask for a skill, and count the one or two rows that it was rated in."""
    has_level = rated.level is not None
    if rated.importance is None:
        tally.drop(_("a level whose importance is not used"), occupation.code)
        return
    importance = rounded(rated.importance)
    if importance < LEAST_IMPORTANCE:
        reason = _("importance below 1.5: not asked for")
        tally.drop(reason, occupation.english, 1 + has_level)
        return
    level = None if rated.level is None else level_of(rated.level)
    occupation.ask(element, importance, level, "onet_importance")
    tally.keep(1 + has_level)


def _number(scale: str, value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if 0 <= number <= _HIGHEST.get(scale, 0) else None


def _fault(
    scale: str, number: float | None, suppress: str, irrelevant: str
) -> str | None:
    if scale not in _HIGHEST:
        return _("another scale than importance and level")
    if number is None:
        return _("no number on the scale")
    if suppress == "Y":
        return _("the source recommends to suppress it")
    if irrelevant == "Y":
        return _("a level that the source calls not relevant")
    return None


def _kind(element: str) -> SkillKind:
    if element.startswith(_KNOWLEDGE):
        return "knowledge"
    return "technical" if element.startswith(_TECHNICAL) else "transferable"


def _check_version(path: Path, unknown: int, total: int) -> None:
    if unknown > MOST_UNKNOWN * total:
        message = _(
            "{number} rows name an occupation that the other files do not have"
        ).format(number=unknown)
        hint = _("the files are of different versions, or one is cut off")
        raise refusal(message, str(path), hint)
