"""Whether a phrase says that a person can *not* do something.

A denial is about the first verb: "I don't know Excel", "jamais utilisé Excel". What is
denied in a clause that depends on another says why, when or of whom it is done, and
denies nothing of it: "locking up so nobody gets in", "réparer ce qui ne marche pas",
"sauvegarder pour ne rien perdre". Phrases are read as the keys of their words: *don't*
is "don t".
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from skillgap.catalogue.spelled import weighty
from skillgap.normalise import label_key, words

if TYPE_CHECKING:
    from collections.abc import Sequence

DENIALS = (
    *("not", "never", "nothing", "none", "cannot", "unable", "incapable", "lack"),
    *("don't", "doesn't", "didn't", "isn't", "wasn't", "haven't", "hasn't", "can't"),
    *("couldn't", "won't", "wouldn't", "aren't", "weren't", "hadn't", "shouldn't"),
    *("doesnt", "didnt", "isnt", "wasnt", "havent", "hasnt", "cant", "couldnt"),
    *("ain't", "lacking", "i dont", "we dont", "you dont", "they dont", "no idea"),
    *("no experience", "no prior experience", "no previous experience", "no knowledge"),
    *("no training", "no background", "no skill", "no clue", "zero experience"),
    *("zero knowledge", "without experience", "without any experience", "hate"),
    *("without training", "without any training", "without knowledge", "no good at"),
    *("ne", "pas", "jamais", "rien", "aucun", "aucune", "guère", "zéro expérience"),
    *("sans expérience", "sans formation", "sans connaissance", "manque de", "déteste"),
    *("sans aucune expérience", "sans aucune formation", "sans aucune connaissance"),
)
"""Words that deny what the phrase is about."""

AFFIRMED = (
    *("not for profit", "not only", "not just", "not afraid", "not scared", "not shy"),
    *("don't mind", "dont mind", "doesn't bother me", "not a problem", "never late"),
    *("never missed", "do not mind", "not dead", "do not resuscitate"),
    *("pas seulement", "pas juste", "pas à pas", "pas peur", "pas de problème"),
    *("dérange pas", "jamais en retard", "rien que", "ne que", "pas rien que"),
)
"""Words that look like a denial and are none."""

CLAUSES = (
    *("so", "without", "when", "whenever", "while", "if", "because", "that", "who"),
    *("which", "what", "where", "until", "till", "before", "unless", "whose", "with"),
    *("in order", "to avoid", "to prevent", "to make sure", "to not", "instead of"),
    *("rather than", "sure", "ensure", "ensuring", "careful", "trying", "avoiding"),
    *("preventing", "in case", "even if", "even though"),
    *("pour", "afin", "sans", "que", "qu'", "qui", "quand", "lorsque", "lorsqu'", "si"),
    *("parce", "dont", "jusqu'", "avant", "puisque", "plutôt que", "au lieu"),
    *("assurer", "assurant", "veiller", "veillant", "éviter", "évitant", "vérifier"),
    *("vérifiant", "attention", "au cas", "de peur"),
)
"""Words that a clause begins with that depends on what stands before."""

_PEOPLE = (
    *("i", "me", "we", "us", "one", "someone", "somebody", "person", "people", "guy"),
    *("a", "am", "m", "the", "is", "je", "j", "moi", "nous", "on", "quelqu", "un"),
    *("une", "la", "le", "personne", "suis", "gens", "celui", "celle", "ce", "c"),
    *("est",),
)
"""Who it is that a phrase speaks of: they alone are no clause to depend on."""

_SEVERAL = 2


@lru_cache(maxsize=1 << 10)
def denies(text: str) -> bool:
    """Whether a phrase denies what it is about."""
    spoken = words(text)
    if not _may_deny(spoken):
        return False
    spoken = _affirmed_off(spoken)
    return _denied(spoken[: _clause(spoken)])


def main_clause(text: str) -> str | None:
    """The words before a clause in which something is denied, if they are several."""
    spoken = words(text)
    if not _may_deny(spoken):
        return None
    spoken = _affirmed_off(spoken)
    clause = _clause(spoken)
    if not _denied(spoken[clause:]) or len(weighty(spoken[:clause])) < _SEVERAL:
        return None
    return " ".join(spoken[:clause])


def _may_deny(spoken: Sequence[str]) -> bool:
    """Whether a word begins a denial: few phrases have any."""
    return not _by_first_word(DENIALS).keys().isdisjoint(spoken)


def _denied(spoken: Sequence[str]) -> bool:
    return any(_stands_at(spoken, place, DENIALS) for place in range(len(spoken)))


def _clause(spoken: Sequence[str]) -> int:
    """Where the first clause begins that depends on another."""
    for place in range(1, len(spoken)):
        if _stands_at(spoken, place, CLAUSES) and not set(spoken[:place]) <= _people():
            return place
    return len(spoken)


def _affirmed_off(spoken: list[str]) -> list[str]:
    """The words without those that look like a denial and are none."""
    left: list[str] = []
    while spoken:
        size = _stands_at(spoken, 0, AFFIRMED)
        left.extend(() if size else spoken[:1])
        spoken = spoken[size or 1 :]
    return left


def _stands_at(spoken: Sequence[str], place: int, table: tuple[str, ...]) -> int:
    """How many words the longest entry of a table has that stands at a place, or 0."""
    begun = _by_first_word(table).get(spoken[place], ())
    return max(
        (len(one) for one in begun if tuple(spoken[place : place + len(one)]) == one),
        default=0,
    )


@cache
def _by_first_word(table: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """The words of each entry of a table, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for text in dict.fromkeys(tuple(words(text)) for text in table):
        found.setdefault(text[0], []).append(text)
    return found


@cache
def _people() -> frozenset[str]:
    return frozenset(map(label_key, _PEOPLE))
