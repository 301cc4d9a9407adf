"""Where a text says that a person can *not* do something, or only wishes to.

A denial holds from its words to the end of the sentence, or to a word that turns it
("no SAP, but strong Excel"). One that nothing follows holds for what stands before it
("SAP: none").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from skillgap.normalise import words

if TYPE_CHECKING:
    from collections.abc import Sequence

DENIALS = (
    *("no experience", "no prior experience", "no previous experience", "no knowledge"),
    *("not familiar", "not experienced", "not proficient", "not comfortable", "unable"),
    *("not certified", "not trained", "never used", "never worked", "no background"),
    *(
        "no formal training",
        "without experience",
        "without any experience",
        "no skills",
    ),
    *("do not know", "don't know", "do not have", "don't have", "does not include"),
    *("have not used", "haven't used", "lack of", "lacking", "limited to no", "cannot"),
    *("not yet", "no exposure", "unfamiliar", "have never", "not worked", "did not"),
    *("no hands-on experience", "little or no", "not able", "can not", "can't"),
    *("want to learn", "wish to learn", "would like to learn", "hope to learn"),
    *("hoping to learn", "interested in learning", "eager to learn", "keen to learn"),
    *("looking to learn", "willing to learn", "plan to learn", "planning to learn"),
    *("would like to develop", "looking to develop", "hoping to gain", "to improve my"),
    *("seeking training", "wish to develop", "open to learning", "like to train"),
    *(
        "sans expérience",
        "aucune expérience",
        "pas d'expérience",
        "aucune connaissance",
    ),
    *("pas de connaissance", "pas encore", "ne connais pas", "connais pas", "jamais"),
    *("ne maîtrise pas", "maîtrise pas", "sans connaissance", "pas familier"),
    *(
        "pas familière",
        "pas à l'aise",
        "peu familier",
        "peu familière",
        "aucune notion",
    ),
    *("pas de formation", "sans formation", "aucune formation", "n'ai pas", "sais pas"),
    *("souhaite apprendre", "aimerais apprendre", "désire apprendre", "veux apprendre"),
    *("envie d'apprendre", "intéressé à apprendre", "intéressée à apprendre"),
    *("souhaite acquérir", "souhaite développer", "désireux d'apprendre"),
    *("désireuse d'apprendre", "prêt à apprendre", "prête à apprendre", "pas certifié"),
    *("pas certifiée", "souhaite me former", "aimerais me former", "n'ai jamais"),
)
"""Words that deny a skill, or say that it is only wished for."""

TURNS = (
    *("but", "however", "although", "though", "while", "whereas", "instead"),
    *("mais", "cependant", "toutefois", "quoique", "tandis"),
)
"""Words after which a denial no longer holds."""

NOTHING = ("none", "nil", "aucun", "aucune", "néant")
"""Words that deny what stands before them in a list."""


def denied(keys: Sequence[str]) -> set[int]:
    """The places of the words of a sentence that a denial holds for."""
    places: set[int] = set()
    start: int | None = None
    for place in range(len(keys)):
        if start is not None and keys[place] in _turns():
            start = None
        if size := _denial_at(keys, place):
            start = place
            rest = keys[place + size :]
            if not rest or all(word in _turns() for word in rest[:1]):
                places.update(range(place))
        elif keys[place] in _nothing() and place == len(keys) - 1:
            places.update(range(place))
        if start is not None:
            places.add(place)
    return places


def _denial_at(keys: Sequence[str], place: int) -> int:
    """The length of the denial that begins at a place, 0 where none does."""
    for denial in _denials().get(keys[place], ()):
        if tuple(keys[place : place + len(denial)]) == denial:
            return len(denial)
    return 0


@cache
def _denials() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The denials by their first word, longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for denial in sorted((tuple(words(text)) for text in DENIALS), key=len)[::-1]:
        by_first.setdefault(denial[0], []).append(denial)
    return {first: tuple(found) for first, found in by_first.items()}


@cache
def _turns() -> frozenset[str]:
    return frozenset(word for text in TURNS for word in words(text))


@cache
def _nothing() -> frozenset[str]:
    return frozenset(word for text in NOTHING for word in words(text))
