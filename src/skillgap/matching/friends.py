"""Words that English and French both have, and that mean another thing in each.

"Faire du pain" is no *pain control*, "removing dents" no *nettoyer des dents*. In a
phrase that is evidently of one language such a word speaks for a skill only as the
labels of that language have it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from skillgap.matching.tokens import pieces
from skillgap.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.model import Language

FALSE = (
    *("ail", "ais", "an", "ans", "are", "art", "as", "avantage", "axe", "bail"),
    *("balance", "ballot", "bandage", "bande", "barre", "bas", "bat", "bond", "bore"),
    *("borne", "bout", "bras", "bride", "but", "cabinet", "cage", "cane", "cap", "car"),
    *("carton", "cas", "cave", "cent", "cerner", "chair", "champ", "chance", "char"),
    *("charge", "chat", "chose", "coin", "col", "colon", "comment", "cor", "corn"),
    *("corps", "cote", "coup", "couple", "courier", "court", "crayon", "crisp", "cure"),
    *("dame", "dent", "dire", "don", "dos", "dot", "drape", "enfant", "essence"),
    *("fabrique", "face", "fade", "fee", "fend", "fer", "fiche", "figure", "fil"),
    *("file", "fin", "fine", "flan", "fond", "font", "forge", "fort", "four", "franc"),
    *("front", "fur", "gaze", "gel", "genie", "gent", "glace", "gland", "grade"),
    *("grain", "grange", "grape", "grave", "habit", "hale", "hay", "journal", "lac"),
    *("lance", "lard", "large", "las", "lecture", "legs", "lie", "lime", "liqueur"),
    *("lis", "lit", "lobe", "location", "loin", "longe", "lot", "loup", "magasin"),
    *("main", "mais", "mal", "manger", "marche", "mare", "mariner", "mat", "mere"),
    *("mes", "messe", "met", "mince", "mine", "mire", "mode", "molester", "mot"),
    *("moule", "natal", "net", "nom", "note", "office", "on", "once", "or", "os"),
    *("ours", "pain", "pan", "par", "parole", "part", "pat", "pate", "patron", "pays"),
    *("pelle", "pet", "pie", "pile", "pin", "pinte", "piste", "place", "plaid"),
    *("plaque", "plate", "plier", "poison", "pole", "porter", "poster", "pot", "pour"),
    *("prime", "prune", "quart", "queue", "quit", "rampe", "rape", "rapport", "rate"),
    *("rayon", "rein", "rente", "reporter", "reste", "ride", "rob", "robe", "roman"),
    *("rot", "rude", "ruse", "sale", "sang", "seal", "seau", "sensible", "sent"),
    *("serre", "sign", "singe", "sol", "sole", "son", "sort", "sot", "stage", "stand"),
    *("store", "suit", "supplier", "supporter", "suspect", "tablier", "taille"),
    *("talon", "tape", "tenant", "tend", "tint", "tire", "ton", "tour", "tracer"),
    *("trait", "treat", "tribune", "user", "van", "vase", "vend", "vent", "verge"),
    *("verse", "vest", "veste", "vice", "vie", "vis", "visage", "voile", "vole"),
)
"""As they are written without accents. What means the same in both is none of them."""

_ENGLISH = (
    *("the", "of", "to", "and", "with", "my", "from", "by", "at", "is", "it", "in"),
    *("i", "we", "they", "you", "their", "his", "her", "this", "that", "these"),
    *("those", "who", "what", "when", "where", "how", "people", "up", "out", "into"),
    *("over", "off", "about", "can", "know", "have", "has", "was", "were", "be"),
    *("been", "using", "used", "doing", "someone", "things", "stuff", "for"),
)
_FRENCH = (
    *("le", "la", "les", "un", "une", "du", "des", "de", "et", "ou", "au", "aux"),
    *("avec", "dans", "sur", "chez", "sans", "qui", "que", "je", "nous", "vous", "il"),
    *("elle", "ils", "elles", "mon", "ma", "ce", "ces", "cette", "leur", "leurs"),
    *("est", "sont", "faire", "fait", "ne", "pas", "pis", "notre", "votre", "ses"),
)
_ACCENT = re.compile(r"[àâçèéêëîïôùûœ]|\b(?:l|d|j|qu|n|c|s|m)'\w")
_GERUND = re.compile(r"\b\w{3,}ing\b")


def language_of(phrase: str) -> Language | None:
    """The language that a phrase is evidently of, by its small words and accents.

    *A*, *on*, *pour* and the like, which both languages have, tell nothing.
    """
    text = phrase.lower().replace("\u2019", "'")
    spoken = fold(text).split()
    french = sum(word in _keyed(_FRENCH) for word in spoken)
    french += _ACCENT.search(text) is not None
    english = sum(word in _keyed(_ENGLISH) for word in spoken)
    english += len(_GERUND.findall(text))
    if french == english:
        return None
    return "fr" if french > english else "en"


def false_friends(phrase: str) -> frozenset[str]:
    """The words of a phrase (as `pieces` has them) that mean two things."""
    return _pieced(FALSE) & frozenset(pieces(phrase))


def misled(
    friends: frozenset[str], own: Iterable[str], other: Iterable[str]
) -> frozenset[str]:
    """The false friends that only labels of the other language have.

    Args:
        friends: those of a phrase.
        own: a skill's labels in the phrase's language.
        other: its labels in the other one.
    """
    return (friends & _words(other)) - _words(own)


def _words(labels: Iterable[str]) -> frozenset[str]:
    return frozenset(word for label in labels for word in pieces(label))


@cache
def _pieced(table: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in table for word in pieces(text))


@cache
def _keyed(table: tuple[str, ...]) -> frozenset[str]:
    return frozenset(table)
