"""The columns of a roster found by name, in English or French, or as an option says."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from skillgap.batch.row import FIELDS, refuse
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from skillgap.batch.row import Cell

    Pick = Callable[[Sequence[Cell]], tuple[Cell, ...]]

NAMES: dict[str, tuple[str, ...]] = {
    "id": (
        *("client", "client id", "id", "client number", "client no", "identifier"),
        *("case", "case number", "identifiant", "no client", "numéro de client"),
        *("numéro client", "dossier", "numéro de dossier"),
    ),
    "skills": (
        *("skills", "skill", "what they can do", "compétences", "compétence"),
        *("habiletés", "savoir-faire"),
    ),
    "profile": (
        *("profile", "profile file", "profil", "fichier de profil", "fichier profil"),
    ),
    "target": (
        *("target", "targets", "for", "target occupation", "target occupations"),
        *("cible", "cibles", "profession visée", "professions visées"),
        *("métier visé", "emploi visé", "occupation", "occupations", "profession"),
    ),
    "max_hours": (
        *("max hours", "maximum hours", "most hours", "hours"),
        *("heures max", "heures maximum", "heures au plus", "heures"),
    ),
    "max_cost": (
        *("max cost", "maximum cost", "budget", "cost"),
        *("coût max", "coût maximum", "coût maximal", "coût"),
    ),
    "delivery": (
        *("delivery", "way of learning", "mode de prestation", "prestation"),
        *("mode d'apprentissage",),
    ),
    "taught_in": (
        *("taught in", "language of instruction", "teaching language"),
        *("langue d'enseignement", "langue enseignement", "enseigné en"),
    ),
    "language": ("language", "lang", "report language", "langue", "langue du rapport"),
    "weekly_hours": (
        *("hours per week", "hours a week", "weekly hours"),
        *("heures par semaine", "heures hebdomadaires"),
    ),
    "whole_budget": ("total budget", "whole budget", "budget total", "budget en tout"),
    "start": (
        *("start", "start date", "first day"),
        *("début", "date de début", "premier jour"),
    ),
}
"""The names of each field, the surest first."""

_MOST_NAMED = 12
_LONGEST_NAME = 60


def key_of(name: str) -> str:
    """A column's name without case, accents, signs and spare spaces."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    kept = (char if char.isalnum() else " " for char in decomposed if _is_base(char))
    return " ".join("".join(kept).split())


def _is_base(char: str) -> bool:
    return not unicodedata.combining(char)


def places_of(header: Sequence[str], chosen: Mapping[str, str]) -> dict[str, int]:
    """The place of each field's column; ``chosen`` are columns that an option names.

    A field that has no column is left out. Where several columns bear names of one
    field, the surest name is taken.
    """
    places = {key_of(name): at for at, name in reversed([*enumerate(header)])}
    found: dict[str, int] = {}
    for field in FIELDS:
        names = (chosen[field],) if field in chosen else NAMES[field]
        known = (places[key_of(name)] for name in names if key_of(name) in places)
        place = next(known, None)
        if place is not None:
            found[field] = place
    return found


def require(
    places: Mapping[str, int],
    header: Sequence[str],
    chosen: Mapping[str, str],
    name: str,
) -> None:
    """Refuse a table without ids, without skills, or without a column asked for.

    Raises:
        DataError: it says which column is missing, and which there are.
    """
    for field, column in chosen.items():
        if field not in places:
            message = _("The column “{name}” is missing.").format(name=column)
            raise refuse(message, name, _columns(header))
    if "id" not in places:
        message = _("The roster has no column of client ids.")
        raise refuse(message, name, _columns(header, "--id-column"))
    if not {"skills", "profile"} & places.keys():
        message = _("The roster has no column of skills and none of profiles.")
        raise refuse(message, name, _columns(header, "--skills-column"))


def _columns(header: Sequence[str], option: str | None = None) -> str:
    told_names = (" ".join(name.split())[:_LONGEST_NAME] for name in header)
    names = [name for name in told_names if name]
    shown = ", ".join(names[:_MOST_NAMED]) + (" ..." if names[_MOST_NAMED:] else "")
    told = _("Its columns are: {names}.").format(names=shown)
    if option is None:
        return told
    return (
        told
        + " "
        + _("Name the one that is meant with {option}.").format(option=option)
    )


def picker(places: Mapping[str, int]) -> Pick:
    """Picks the cells of a row, in the order of FIELDS, empty where there is none."""
    order = [places.get(field, -1) for field in FIELDS]

    def pick(cells: Sequence[Cell]) -> tuple[Cell, ...]:
        count = len(cells)
        return tuple([cells[at] if 0 <= at < count else "" for at in order])

    return pick
