"""The columns of lists of credentials, as colleges and ministries call them.

Names are compared without case, accents, plural and what stands in brackets, so that
*Durée (heures)* and *DUREE* are one; a person maps the others by name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from skillgap.normalise import label_key
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROLES: dict[str, tuple[str, ...]] = {
    "name": (
        *("title", "name", "program", "program name", "program title", "course"),
        *("course name", "course title", "credential", "credential name"),
        *("micro-credential", "microcredential", "microcredential name"),
        *("micro-credential name", "micro-credential title", "certificate"),
        *("titre", "nom", "programme", "nom du programme", "titre du programme"),
        *("titre du cours", "nom du cours", "cours", "titre de compétence"),
        *("microcrédential", "microtitre", "titre anglais", "english title"),
        *("title english", "program english", "titre en anglais"),
    ),
    "name_fr": (
        *("french title", "title french", "titre français", "nom français"),
        *("program french", "titre en français"),
    ),
    "issuer": (
        *("institution", "institution name", "college", "university", "provider"),
        *("training provider", "school", "issuer", "organization", "offered by"),
        *("établissement", "nom de l'établissement", "collège", "université"),
        *("fournisseur", "organisme", "offert par"),
    ),
    "hours": (
        *("hours", "total hours", "course hours", "contact hours", "duration hours"),
        *("length hours", "instructional hours", "number of hours", "duration"),
        *("heures", "durée heures", "nombre d'heures", "durée", "heures de cours"),
    ),
    "weeks": (
        *("weeks", "duration weeks", "length weeks", "number of weeks"),
        *("semaines", "durée semaines", "nombre de semaines"),
    ),
    "price": (
        *("price", "fee", "fees", "cost", "tuition", "tuition fee", "tuition fees"),
        *("total cost", "course fee", "total tuition", "prix", "coût", "frais"),
        *("droits de scolarité", "frais de scolarité", "coût total"),
    ),
    "osap": (
        *("osap", "osap eligible", "osap approved", "osap eligibility", "rafeo"),
        *("admissible au rafeo", "approuvé rafeo", "admissibilité rafeo"),
    ),
    "url": (
        *("url", "link", "web page", "website", "webpage", "program url", "web link"),
        *("lien", "site web", "page web", "adresse web", "hyperlien"),
    ),
    "description": (
        *("description", "overview", "summary", "course description", "about"),
        *("program description", "aperçu", "résumé", "description du cours"),
    ),
    "skills": (
        *("skills", "competencies", "learning outcomes", "outcomes", "skills taught"),
        *("compétences", "acquis", "résultats d'apprentissage"),
    ),
    "delivery": (
        *("delivery", "delivery method", "delivery mode", "mode of delivery"),
        *("mode", "delivery format", "format", "mode de prestation", "modalité"),
        *("mode d'enseignement", "mode de formation"),
    ),
    "language": ("language", "language of instruction", "langue"),
    "field": (
        *("field", "category", "subject", "subject area", "sector", "discipline"),
        *("domaine", "catégorie", "secteur", "matière"),
    ),
    "kind": ("kind", "type", "credential type", "program type", "type de titre"),
    "prerequisites": (
        *("prerequisite", "prerequisites", "admission requirements"),
        *("préalable", "préalables", "conditions d'admission"),
    ),
}
"""What a column may hold, and the names by which it is known."""

_BRACKETS = re.compile(r"[()\[\]*:]")
_KNOWN = {label_key(name): role for role, names in ROLES.items() for name in names}


class Columns(Record):
    """The place of each role that a header has, and the columns with none."""

    places: dict[str, int]
    others: tuple[str, ...]


def columns_of(header: Sequence[str], mapped: Mapping[str, str]) -> Columns:
    """The roles of a header's columns: those that a person mapped, then by name.

    ``mapped`` gives the column (as it is called there) of a role. Where several
    columns have one role, the first has it.
    """
    by_name = {_key(name): place for place, name in reversed([*enumerate(header)])}
    places = {
        role: by_name[_key(name)]
        for role, name in mapped.items()
        if _key(name) in by_name
    }
    taken = set(places.values())
    for place, name in enumerate(header):
        role = _KNOWN.get(label_key(_BRACKETS.sub(" ", name)))
        if role and place not in taken and role not in {*places, *mapped}:
            places[role] = place
            taken.add(place)
    others = (plain(name) for place, name in enumerate(header) if place not in taken)
    return Columns(places, tuple(name for name in others if name))


def plain(name: str) -> str:
    """A column's name with single spaces."""
    return " ".join(name.split())


def _key(name: str) -> str:
    return plain(name).casefold()
