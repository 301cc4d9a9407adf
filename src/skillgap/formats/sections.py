"""The parts of a résumé: headings, dates and lists, in English and French.

A heading is a short line of its own, or the beginning of a line before a colon. What
stands under interests, hobbies, awards, publications and references is not read.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from skillgap.formats.dates import date_of, months
from skillgap.formats.imported import PRESENT, Line, Section
from skillgap.normalise import fold, label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HEADINGS: dict[Section, tuple[str, ...]] = {
    "summary": (
        *("summary", "profile", "about me", "about", "personal statement"),
        *("professional summary", "personal summary", "overview"),
        *("career summary", "professional profile", "executive summary", "highlights"),
        *("summary of qualifications", "profil", "profil professionnel", "sommaire"),
        *("à propos", "résumé", "faits saillants", "présentation"),
        *("sommaire des qualifications"),
        *("highlights of qualifications", "qualifications", "résumé de carrière"),
    ),
    "skills": (
        *("skills", "technical skills", "key skills", "core competencies", "software"),
        *("competencies", "areas of expertise", "expertise", "tools", "technologies"),
        *("skills and tools", "skills and abilities", "computer skills", "soft skills"),
        *("professional skills", "abilities", "skills summary", "tools and software"),
        *("skills and competencies", "core skills", "other skills", "programming"),
        *("hard skills", "strengths", "technical proficiencies", "technical expertise"),
        *(
            "programming languages",
            "databases",
            "languages and frameworks",
            "it skills",
        ),
        *("additional skills", "relevant skills", "software and tools", "specialties"),
        *("digital skills", "transferable skills", "equipment", "key competencies"),
        *("tools and technologies", "skills profile", "clinical skills", "kitchen"),
        *(
            "compétences",
            "habiletés",
            "aptitudes",
            "savoir-faire",
            "logiciels",
            "outils",
        ),
        *("compétences clés", "compétences techniques", "champs d'expertise", "atouts"),
        *("compétences informatiques", "compétences professionnelles", "savoir-être"),
        *("connaissances", "connaissances informatiques", "connaissances techniques"),
        *("outils et logiciels", "logiciels et outils", "informatique", "forces"),
        *("compétences transversales", "compétences cliniques", "domaines d'expertise"),
        *("qualités", "compétences et outils", "autres compétences", "équipements"),
        *("compétences principales", "principales compétences", "langages"),
    ),
    "work": (
        *("experience", "work experience", "professional experience", "work history"),
        *("employment", "employment history", "relevant experience", "career history"),
        *("other experience", "career", "internships", "internship", "work"),
        *("selected experience", "industry experience", "military experience"),
        *("expérience", "expérience professionnelle", "expérience de travail"),
        *("expériences professionnelles", "emplois", "parcours professionnel"),
        *("stages", "stage", "antécédents professionnels", "expérience pertinente"),
        *("expériences de travail", "autres expériences"),
    ),
    "volunteering": (
        *("volunteering", "volunteer experience", "volunteer work", "volunteer"),
        *("community involvement", "community service", "volunteer and community"),
        *(
            "bénévolat",
            "expérience bénévole",
            "engagement communautaire",
            "implication",
        ),
        *("implication communautaire", "implication sociale", "activités bénévoles"),
    ),
    "education": (
        *("education", "education and training", "academic background", "training"),
        *("academic history", "courses", "coursework", "relevant coursework"),
        *("professional development", "workshops", "studies", "continuing education"),
        *("qualifications and training", "education and certifications"),
        *("formation", "études", "formations", "scolarité", "formation scolaire"),
        *("formation académique", "perfectionnement", "cours", "formation continue"),
        *("formation et certifications", "diplômes", "parcours scolaire"),
    ),
    "certificates": (
        *("certifications", "certificates", "licences", "licenses", "credentials"),
        *("certifications and licences", "licences and certifications", "tickets"),
        *(
            "certifications and training",
            "training and certifications",
            "certification",
        ),
        *("licenses and certifications", "certificates and licences"),
        *("safety tickets", "safety training", "certificats", "attestations", "cartes"),
        *("certifications et permis", "permis", "permis et certifications"),
        *("certificats et attestations", "cartes de compétence", "accréditations"),
    ),
    "languages": ("languages", "language skills", "langues", "langues parlées"),
    "projects": (
        *("projects", "personal projects", "selected projects", "academic projects"),
        *("portfolio", "projets", "projets personnels", "réalisations", "achievements"),
        *("accomplishments", "key achievements", "projets choisis"),
    ),
    "unread": (
        *("objective", "career objective", "job objective", "goal", "career goal"),
        *("objectif", "objectif de carrière", "objectif professionnel"),
        *("interests", "hobbies", "hobbies and interests", "personal interests"),
        *("interests and hobbies", "references", "referees", "awards", "honours"),
        *("honors", "awards and honours", "awards and honors", "publications"),
        *("presentations", "activities", "personal", "personal information"),
        *("memberships", "affiliations", "contact", "contact information", "patents"),
        *("availability", "extracurricular activities", "personal details", "leisure"),
        *("intérêts", "loisirs", "centres d'intérêt", "champs d'intérêt", "références"),
        *("passe-temps", "prix", "distinctions", "coordonnées", "activités"),
        *("loisirs et intérêts", "intérêts et loisirs", "prix et distinctions"),
        *("intérêts personnels", "renseignements personnels", "disponibilité"),
        *("activités et loisirs", "affiliations", "bourses", "scholarships"),
    ),
}

ORDERED: tuple[Section, ...] = (
    *("work", "volunteering", "projects", "certificates"),
    *("education", "skills", "summary"),
)
"""The parts by how much they say of a skill, the most first."""

_DECORATION = " \t#*=_~:|•->·.●▪\N{EN DASH}\N{EM DASH}"
_MOST_WORDS = 6
_LONGEST = 60
_DATED: frozenset[Section] = frozenset(
    ("work", "volunteering", "education", "projects", "certificates")
)
_YEAR = r"(?:19|20)\d\d"
_NOW = (
    r"(?:present|current|now|today|ongoing|to date|aujourd'?hui|maintenant|ce jour|"
    r"en cours|actuel(?:lement)?)"
)
_BULLET = re.compile(
    r"\s*(?:[•●▪‣◦·*»➢✓\uf0b7]|[-\u2013\u2014](?=\s)|\d{1,2}[.)](?=\s)|o(?=\s))\s*"
)


class Placed(NamedTuple):
    """A line with the part that it stands in, and whether it is an item of a list."""

    number: int
    text: str
    section: Section
    last_used: str | None
    is_item: bool
    follows_gap: bool


def placed(lines: Iterable[Line]) -> list[Placed]:
    """The lines that are read, each in its part and with the date that part ended."""
    found: list[Placed] = []
    section: Section = "summary"
    until: str | None = None
    gap = True
    for line in lines:
        text = line.text
        if line.section is None and (heading := _heading(text)):
            section, text = heading
            until = None
            gap = True
        if not text.strip():
            gap = True
            continue
        here = line.section or section
        ended = _ended(text) if here in _DATED and line.section is None else None
        if ended:
            until = ended
            _date_title(found, here, until)
        if here != "unread":
            bullet = _BULLET.match(text)
            bare = text[bullet.end() :] if bullet else text
            used = line.last_used if line.section else until
            found.append(Placed(line.number, bare, here, used, bullet is not None, gap))
        gap = line.section is not None
    return found


def _date_title(found: list[Placed], section: Section, until: str) -> None:
    """Give the date of a line to the title right above it, which is no list item."""
    if not found:
        return
    last = found[-1]
    if last.section == section and not last.is_item and last.follows_gap:
        found[-1] = last._replace(last_used=until)


def _heading(text: str) -> tuple[Section, str] | None:
    """The part that a line begins, and what stands on the line after its name."""
    bare = text.strip(_DECORATION)
    if section := _section_of(bare):
        return section, ""
    before, colon, after = text.partition(":")
    if colon and after.strip() and (section := _section_of(before.strip(_DECORATION))):
        return section, after
    return None


def _section_of(text: str) -> Section | None:
    if not text or len(text) > _LONGEST or len(text.split()) > _MOST_WORDS:
        return None
    spaced = re.fullmatch(r"(?:\w )+\w", text)
    return _sections().get(label_key(text.replace(" ", "") if spaced else text))


@cache
def _sections() -> dict[str, Section]:
    return {
        label_key(name): section
        for section, names in HEADINGS.items()
        for name in names
    }


def _ended(text: str) -> str | None:
    """When the span of time on a line ended: its last date, or PRESENT."""
    folded = fold(text).replace("\u2013", "-").replace("\u2014", "-")
    if re.search(rf"(?:-|to|a|until|jusqu'a)\s*{_NOW}\b", folded) or re.search(
        rf"\b(?:since|depuis)\s+(?:\w+\s+)?{_YEAR}\b", folded
    ):
        return PRESENT
    dates = list(
        re.finditer(rf"(?:\b([a-z]{{3,9}})\.?\s+|\b(\d\d)/)?\b({_YEAR})\b", folded)
    )
    if not dates:
        return None
    month, number, year = dates[-1].groups()
    return date_of(year, months().get(month) or number)


def segments(text: str) -> Iterator[str]:
    """The pieces of a line between signs that part ideas."""
    return (part for part in _PARTING.split(text) if part.strip())


_PARTING = re.compile(
    r"[,;:|•●▪·()\[\]{}!?\t\n\"“”«»→]|\.(?:\s|$)|\s-\s|[\u2013\u2014]|\s/\s|\s{3,}|\.{3}|…"
)
