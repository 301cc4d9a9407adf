"""Phrases that name a language that people speak ("basic French", "parle espagnol").

A catalogue need not have skills for them. Where a label names the language, that skill
is meant; where none does, the phrase is known for what it is, and no skill that only
sounds like it or works in it is answered.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from skillgap.matching.exact import WITHIN_FILLERS, is_filler
from skillgap.matching.names import Scored, best_first
from skillgap.normalise import label_key
from skillgap.profile.spoken import NAMES, names_of_languages

if TYPE_CHECKING:
    from skillgap.matching.names import Names
    from skillgap.matching.qualifiers import Phrase

SEVERAL = ("bilingual", "bilingue", "trilingual", "trilingue", "multilingual")
"""Words that speak of languages without naming one."""

SPEECH = (
    *("speak", "speaks", "speaking", "spoken", "speaker", "fluent", "fluently", "talk"),
    *("language", "tongue", "mother", "native", "first", "second", "third", "oral"),
    *("conversational", "written", "official", "both", "understand", "understanding"),
    *("foreign", "other", "proficiency", "skills", "basic", "intermediate", "advanced"),
    *("parler", "parle", "parlé", "parlée", "parlant", "écrit", "écrite", "couramment"),
    *("langue", "maternelle", "seconde", "deuxième", "première", "officielle", "deux"),
    *("comprendre", "comprends", "étrangère", "autre", "intermédiaire", "avancé"),
    *("débutant", "débutante", "fonctionnel", "functional", "perfectly"),
    *("parfaitement",),
)
"""Words that may stand beside the name of a language and say how it is spoken."""

_OF_TWO_MEANINGS = ("Polish", "Cree", "cri", "Latin", "Lao")
"""Names that are other words too: languages only where speech is spoken of."""

_LONGEST = 12
_IN = ("in", "en")
_NAMED = NAMES + SEVERAL
_LISTED = (*NAMES, "and", "or", "ou")
_SEVERAL = 2


def spoken(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    """The skills that are the languages that a phrase names, if it says no more."""
    if not is_spoken_language(phrase):
        return ()
    return best_first(
        Scored(named.id, named.label, WITHIN_FILLERS, "alternative_label", is_bare=True)
        for word in phrase.key.split()
        if word in names_of_languages()
        for named in names.named(word)
    )


def is_spoken_language(phrase: Phrase) -> bool:
    """Whether a phrase names a language that people speak, and says no more."""
    words = phrase.bare.split()
    if not 0 < len(words) <= _LONGEST:
        return False
    named = [word for word in words if word in _keyed(_NAMED)]
    beside = [word for word in words if word not in named]
    if not named or not all(
        word in _keyed(SPEECH) or is_filler(word) or word.isdigit() for word in beside
    ):
        return False
    speaks = any(word in _keyed(SPEECH) for word in phrase.key.split())
    return speaks or not _keyed(_OF_TWO_MEANINGS).issuperset(named)


def without_language(key: str) -> str:
    """The key without the language that something is done in ("serving in French").

    What is done is the skill, in whatever language; a key of which less than two words
    are left stays as it is.
    """
    words = key.split()
    for place, word in enumerate(words):
        end = place + 1
        while end < len(words) and words[end] in _keyed(_LISTED):
            end += 1
        if word in _IN and end > place + 1:
            left = words[:place] + words[end:]
            return " ".join(left) if len(left) >= _SEVERAL else key
    return key


@cache
def _keyed(table: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(label_key, table))
