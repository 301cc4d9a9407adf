"""Labels that are also everyday words, and names of organisations: when they count.

"Word", "access" or "tableau" is a tool only where the text shows it: as an item of a
list, or written with its capital within a sentence. A label of one or two letters must
be written exactly so.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from skillgap.normalise import label_key

if TYPE_CHECKING:
    from skillgap.formats.sections import Section
    from skillgap.formats.tokens import Segment, Token

EVERYDAY = (
    *("word", "excel", "access", "outlook", "teams", "zoom", "project", "projects"),
    *("react", "sage", "postman", "tableau", "inventor", "illustrator", "illustration"),
    *("go", "swift", "rust", "ruby", "office", "windows", "slack", "spark", "flask"),
    *("clear", "shell", "epic", "clio", "alma", "monday", "notion", "asana", "panda"),
    *("unity", "canvas", "craft", "crafts", "mac", "act", "him", "his", "ends", "end"),
    *("ping", "ghost", "poo", "maco", "class", "classes", "pages", "numbers", "saw"),
    *("drive", "photos", "sheets", "docs", "slides", "meet", "forms", "clay", "him"),
    *(
        "workday",
        "turning",
        "filling",
        "filing",
        "tilling",
        "till",
        "gam",
        "bind",
        "os",
    ),
    *("illustrations", "triage", "stats", "math", "vital", "influence", "influencing"),
    *("computer", "computers", "distribution", "organization", "organisation", "ame"),
    *("contract", "contracts", "survey", "surveys", "framing", "lecture", "quotation"),
    *("transport", "transportation", "collaboration", "tender", "tenders", "window"),
    *("confidentiality", "research", "communication", "communications", "cloud", "log"),
    *("regression", "tolerance", "impact", "bilan", "accueil", "administrative", "sem"),
    *("attribution", "milestone", "milestones", "budget", "budgets", "construction"),
    *("container", "containers", "hoist", "buyer", "porter", "coder", "dishwasher"),
    *("economic", "economics", "electronic", "electronics", "mechanical", "mechanics"),
    *(
        "prototype",
        "prototypes",
        "prototypage",
        "tolérance",
        "germs",
        "ship",
        "compounding",
    ),
    *("clerical", "reading", "writing", "selling", "speaking", "listening", "testing"),
    *("graph", "graphs", "metadata", "database", "databases", "dashboard", "network"),
    *("website", "web site", "spreadsheet", "newsletter", "newsletters", "email"),
    *("courriel", "courriels", "vente", "achat", "achats", "inclusion", "integrity"),
    *("équipe", "ventilator", "filling", "reception", "réception", "expédition"),
    *("distribution", "construction", "fabrication", "banquet", "banquets", "cuisine"),
    *("aiguillage", "attribution", "authorization", "purchasing", "wind", "flow"),
    *(
        "cooperative",
        "coopérative",
        "referral",
        "referrals",
        "inscription",
        "fondation",
    ),
    *("deuil", "gestion", "grief", "law", "germes", "avenant", "assemblage", "traite"),
    *("dépendance", "dépendances", "dose", "bol", "boîte", "eq", "equity", "panda"),
    *("regroupement", "résilience", "resilience", "autopilot", "samba", "progiciel"),
    *("tournage", "lecture", "dotation", "connaissement", "mètre", "gaz", "laundry"),
    *("quoting", "sortie", "seeding", "alara", "notation", "ajustage", "tableur"),
    *("classement", "chiffrier", "vitrine", "vitrines", "maquette", "maquettes"),
    *("impôt", "impôts", "surgery", "therapy", "thérapie", "psychology", "mes", "ui"),
    *("paie", "vital signs", "leadership", "professionnalisme", "professionalism"),
    *("ponctualité", "publicity", "publicité", "illustrations", "transition", "grue"),
)
"""Labels of one word that mean something else in most sentences."""

LISTED_ENOUGH = 3
"""An item of a list is a label and at most so many words more."""

_ORGANISATION = re.compile(
    r"\b(?:inc|ltd|ltée|limited|llp|corp|corporation|hospital|hôpital|university|"
    r"université|college|collège|institute|institut|academy|académie|cégep|polytechnic|"
    r"polytechnique|school|école|secondary|secondaire|bank|banque|clinic|clinique|"
    r"restaurant|hotel|hôtel|café|co-op|society|société|association|foundation|"
    r"fondation|ministry|ministère|city of|ville de|municipality|municipalité|centre|"
    r"center|services|group|groupe|company|compagnie|enterprises|entreprises|agency|"
    r"agence|solutions|associates|partners|consulting|lodge|manor|villa|résidence|"
    r"residence|farms?|ferme|pharmacy|pharmacie|church|église|library|bibliothèque|"
    r"board|conseil scolaire|shelter|refuge|ymca|union|studio|studios|garage|"
    r"boulangerie|bakery|plumbing & heating|logistics|manufacturing|industries)\b\.?",
    re.IGNORECASE,
)


def is_organisation(segment: Segment, section: Section, *, is_item: bool) -> bool:
    """Whether a segment names an employer or a school: words of it are no skills.

    That is a title line of work, volunteering or education, with capitals, not an item
    of a list.
    """
    if is_item or section not in {"work", "volunteering", "education", "certificates"}:
        return False
    found = _ORGANISATION.search(segment.text)
    return bool(found) and found[0][:1].isupper() and _is_title(segment.text)


def _is_title(text: str) -> bool:
    """Whether most longer words of a text begin with a capital."""
    longer = [word for word in text.split() if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in longer) > len(longer)


def is_meant(tokens: tuple[Token, ...], segment: Segment, *, in_list: bool) -> bool:
    """Whether a label found in a segment is meant, and no everyday word."""
    if len(tokens) > 1:
        return True
    token = tokens[0]
    if len(token.key) <= 2:
        return token.alone and in_list and _bare(token.text).isupper()
    if token.key not in _everyday():
        return True
    listed = in_list and len(segment.tokens) <= LISTED_ENOUGH
    return listed or (_is_capital(token) and token is not segment.tokens[0])


def _is_capital(token: Token) -> bool:
    bare = _bare(token.text)
    return bare[:1].isupper() and not bare.isupper()


def _bare(text: str) -> str:
    return text.strip(" .,;:()'\"-")


@cache
def _everyday() -> frozenset[str]:
    return frozenset(map(label_key, EVERYDAY))
