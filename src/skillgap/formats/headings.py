"""The headings of résumés in English and French, by the part that they begin.

A heading is a short line of its own, or the beginning of a line before a colon. One
that is not in the table counts where it is put together from some that are ("Skills &
Abilities"), or where its main word is one: the last in English ("Driving Experience"),
the first in French ("Expérience en vente"), written as a title.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from skillgap.normalise import label_key

if TYPE_CHECKING:
    from skillgap.formats.imported import Section

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

_DECORATION = " \t#*=_~:|\N{BULLET}->\N{MIDDLE DOT}.\N{EN DASH}\N{EM DASH}"
_MOST_WORDS = 6
_TITLE_WORDS = 4
_LONGEST = 60
_JOINED = re.compile(r"\s*(?:&|/|,|\band\b|\bet\b)\s*", re.IGNORECASE)


def heading_of(text: str) -> tuple[Section, str] | None:
    """The part that a line begins, and what else the line says of it."""
    bare = text.strip(_DECORATION)
    if section := _section_of(bare):
        return section, ""
    if section := _by_main_word(bare):
        return section, text
    before, colon, after = text.partition(":")
    if colon and after.strip() and (section := _section_of(before.strip(_DECORATION))):
        return section, after
    return None


def _section_of(text: str) -> Section | None:
    """The part that a heading of the table, or several of them, begin."""
    if not text or len(text) > _LONGEST:
        return None
    if re.fullmatch(r"(?:\w )+\w", text):  # S K I L L S
        return _sections().get(label_key(text.replace(" ", "")))
    if len(text.split()) > _MOST_WORDS:
        return None
    if section := _sections().get(label_key(text)):
        return section
    parts = [_sections().get(label_key(part)) for part in _JOINED.split(text)]
    return parts[0] if len(parts) > 1 and all(parts) else None


def _by_main_word(text: str) -> Section | None:
    """The part that a title is about by its last word (English) or first (French)."""
    words = text.split()
    if not 1 < len(words) <= _TITLE_WORDS or any(char.isdigit() for char in text):
        return None
    if not (
        text.isupper()
        or all(word[0].isupper() for word in words if len(word) >= _TITLE_WORDS)
    ):
        return None
    if re.search(r"[,;:.|()]", text):
        return None
    return _sections_of_words().get(label_key(words[-1])) or _sections_of_words().get(
        label_key(words[0])
    )


@cache
def _sections() -> dict[str, Section]:
    return {
        label_key(name): section
        for section, names in HEADINGS.items()
        for name in names
    }


@cache
def _sections_of_words() -> dict[str, Section]:
    return {
        label_key(word): _sections()[label_key(word)]
        for word in (
            *("experience", "skills", "education", "certifications", "employment"),
            *("interests", "references", "hobbies", "competencies"),
            *("expérience", "expériences", "compétences", "certifications"),
            *("intérêts", "loisirs", "références", "aptitudes"),
        )
    }
