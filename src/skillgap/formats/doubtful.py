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
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from skillgap.formats.imported import Section
    from skillgap.formats.tokens import Segment, Token

EVERYDAY = (
    *("access", "accueil", "achat", "achats", "act", "administrative", "aiguillage"),
    *("ajustage", "alara", "alma", "ame", "asana", "assemblage", "assembler"),
    *("assembling", "assembly", "attribution", "authorization", "autopilot"),
    *("avenant", "banquet", "banquets", "bilan", "billing", "bind", "bol", "boîte"),
    *("budget", "budgets", "buyer", "canvas", "chiffrier", "class", "classement"),
    *("classes", "clay", "clear", "clerical", "clio", "cloud", "coder"),
    *("collaboration", "communication", "communications", "compounding", "computer"),
    *("computers", "confidentiality", "connaissement", "construction", "container"),
    *("containers", "contract", "contracts", "cooperative", "coopérative", "costing"),
    *("counting", "courriel", "courriels", "craft", "crafts", "cuisine", "dashboard"),
    *("database", "databases", "deuil", "dishwasher", "distribution", "docs", "dose"),
    *("dotation", "draft", "drafting", "drive", "droit", "droits", "dépendance"),
    *("dépendances", "economic", "economics", "editing", "electronic", "electronics"),
    *("email", "end", "ends", "epic", "eq", "equity", "excel", "expédition"),
    *("fabrication", "filing", "filling", "flask", "flow", "fondation", "forms"),
    *("gam", "gaz", "germes", "germs", "gestion", "ghost", "go", "graph", "graphs"),
    *("grief", "grue", "him", "hiring", "his", "hoist", "illustration"),
    *("illustrations", "illustrator", "impact", "impôt", "impôts", "inclusion"),
    *("influence", "influencing", "inscription", "integrity", "inventor", "law"),
    *("lecture", "listening", "log", "mac", "maco", "maquette", "maquettes"),
    *("mechanical", "mechanics", "meet", "mes", "metadata", "milestone"),
    *("milestones", "monday", "mètre", "network", "newsletter", "newsletters"),
    *("notation", "notion", "numbers", "office", "organisation", "organization"),
    *("os", "outlook", "pages", "panda", "photos", "ping", "plumbing", "poo"),
    *("porter", "postman", "progiciel", "project", "projects", "prototypage"),
    *("prototype", "prototypes", "psychology", "publicity", "publicité"),
    *("purchasing", "quotation", "quoting", "react", "reading", "receiving"),
    *("reception", "referral", "referrals", "regression", "regroupement", "research"),
    *("ruby", "rust", "réception", "sage", "sale", "sales", "samba", "saw"),
    *("selling", "sem", "sheets", "shell", "ship", "slack", "slides", "sortie"),
    *("spark", "speaking", "spreadsheet", "surgery", "survey", "surveys", "swift"),
    *("tableau", "tableur", "teams", "tender", "tenders", "testing", "therapy"),
    *("thérapie", "till", "tilling", "tolerance", "tolérance", "tournage", "traite"),
    *("transition", "transport", "transportation", "turning", "ui", "unity", "vente"),
    *("ventes", "ventilator", "vital", "vitrine", "vitrines", "web site", "website"),
    *("wind", "window", "windows", "word", "workday", "writing", "zoom", "écriture"),
    *("écritures", "électronique", "électroniques", "équipe"),
)
"""Labels of one word that mean something else in most sentences."""

_ORGANISATION = re.compile(
    r"\b(?:inc|ltd|ltée|enr|llp|corp|corporation|hospital|hôpital|university|"
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
_FORMS = frozenset(("inc", "ltd", "ltée", "enr", "llp", "corp"))
_CONTACT = re.compile(
    r"\S@\S|https?:|www\.|\w\.(?:com|ca|org|net|io)\b|linkedin\s*[:/]|"
    r"\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}",
    re.IGNORECASE,
)
_SHORT = 2
_LONGER = 4


class Listed(Record):
    """How labels stand in a segment: in a list or not, and what may be beside them."""

    in_list: bool
    beside: Callable[[str], bool]
    acronyms: dict[str, frozenset[str]]


def is_organisation(segment: Segment, section: Section, *, is_item: bool) -> bool:
    """Whether a segment names an employer or a school: words of it are no skills.

    That is a title line of work, volunteering or education, with capitals, not an item
    of a list.
    """
    if is_item or section not in {"work", "volunteering", "education", "certificates"}:
        return False
    found = _ORGANISATION.search(segment.text)
    if not found:
        return False
    is_form = found[0].strip(".").lower() in _FORMS
    return (is_form or found[0][:1].isupper()) and _is_title(
        segment.text[: found.end()]
    )


def is_contact(text: str) -> bool:
    """Whether a line gives an address, a number to call or a page."""
    return bool(_CONTACT.search(text))


def _is_title(text: str) -> bool:
    """Whether most longer words of a text begin with a capital."""
    longer = [word for word in text.split() if len(word) >= _LONGER]
    return 2 * sum(word[0].isupper() for word in longer) > len(longer)


def is_meant(words: tuple[Token, ...], segment: Segment, listed: Listed) -> bool:
    """Whether a label found in a segment is meant, and no everyday word.

    Args:
        words: the words of the label.
        segment: where it stands.
        listed: whether that is an item of a list, the words that may stand beside a
            label there, and the acronyms of the catalogue.
    """
    if len(words) > 1:
        return True
    token = words[0]
    forms = listed.acronyms.get(token.key)
    if not token.alone and "-" in bare(token.text):
        return False
    if forms is not None and not _is_written(token.text, forms, in_list=listed.in_list):
        return False
    if len(token.key) <= _SHORT:
        return token.alone and listed.in_list and bare(token.text).isupper()
    return not is_everyday(token.key) or _is_shown(token, segment, listed)


def _is_shown(token: Token, segment: Segment, listed: Listed) -> bool:
    """Whether the text shows that an everyday word is meant as a label."""
    alone = all(one is token or listed.beside(one.key) for one in segment.tokens)
    if listed.in_list and alone:
        return True
    inside = token is not segment.tokens[0] and not _is_title(segment.text)
    return inside and _is_capital(token)


def is_everyday(key: str) -> bool:
    """Whether a label is also an everyday word."""
    return key in _everyday()


def bare(text: str) -> str:
    """A word without the signs around it."""
    return text.strip(" .,;:()'\"-")


def _is_written(text: str, forms: frozenset[str], *, in_list: bool) -> bool:
    """Whether an acronym is written as one: "CMM" is no "CMMS", "oops" no "OOP"."""
    written = bare(text)
    if written in forms or written.removesuffix("s") in forms:
        return True
    parts = {bare(part) for part in written.replace("-", "/").split("/")}
    return not parts.isdisjoint(forms) or (in_list and written.upper() in forms)


def _is_capital(token: Token) -> bool:
    written = bare(token.text)
    return written[:1].isupper() and not written.isupper()


@cache
def _everyday() -> frozenset[str]:
    return frozenset(map(label_key, EVERYDAY))
