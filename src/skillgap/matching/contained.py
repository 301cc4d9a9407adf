"""Answers by meaning that are only unsure, since phrase and label share words alone.

"Pest control" is more than *plant pest control*, "React Native" is no *React*, and
teaching a skill, or a program for it, is not the skill. Which of these answers may be
sure after all was read off the phrases and labels of ``training/calibrate.py``: said to
be right .86, they are .87.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.catalogue.spelled import weighty
from skillgap.matching import wording
from skillgap.matching.exact import LISTING
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from skillgap.matching.names import Scored
    from skillgap.matching.qualifiers import Phrase

CONTAINED = 0.49
"""From here on such an answer is hardly surer: just not enough to be taken."""

_ROOM = 0.009
"""What is left for their order: together less than half, from where on it is taken."""

SURE_OF_A_VERB = 0.7
"""The confidence from which what is done may be told by its verb: "ironing shirts" is
*ironing*, "grinding coffee" hardly *grinding*."""

_TEACHING = frozenset(
    ("teach", "teaching", "train", "training", "enseigner", "enseignement", "former")
)
_SIGNS = frozenset(("c", "r", "go"))
"""Names that are words of their own too: languages only where code is spoken of."""

_CODE = frozenset(
    (
        *("code", "coding", "coder", "program", "programming", "programmer"),
        *("programmation", "language", "langage", "developer", "script", "scripting"),
    )
)
_SHORTEST_GERUND = 6
_SEVERAL, _MANY = 2, 3


def unless_contained(found: Sequence[Scored], phrase: Phrase) -> list[Scored]:
    """The answers in falling order, only unsure from the first that is contained on.

    What is less like the phrase is no surer: "patent draft" is part of *create patent
    draft*, and still less *prepare patent application*. The order stays.
    """
    answers, doubted = [], False
    for one in found:
        doubted = doubted or (one.confidence > CONTAINED and _is_part(one, phrase))
        answers.append(_unsure(one) if doubted else one)
    return answers


def _unsure(one: Scored) -> Scored:
    over = max(0.0, one.confidence - CONTAINED) / (1 - CONTAINED)
    return one._replace(confidence=min(one.confidence, CONTAINED + _ROOM * over))


def _is_part(one: Scored, phrase: Phrase) -> bool:
    """Whether phrase or label is but a part of the other.

    So it is for what is no work ("playing video games", "my wife is a nurse"), a place
    ("Hamilton, Ontario"), a wage, a letter that stands elsewhere ("vitamin C"), and a
    number that is all they share ("50 calls a day", *Sage 50*).
    """
    typed, label = phrase.key.split(), label_key(one.label).split()
    shared = set(typed) & set(label)
    return (
        wording.is_no_work(phrase.key)
        or wording.is_place(phrase.text)
        or "$" in phrase.text
        or bool(shared & _SIGNS and not _CODE & set(typed))
        or (bool(shared) and all(word.isdigit() for word in shared))
        or _says_more(typed, label, one.confidence)
        or _says_less(typed, label, one.confidence)
    )


def _says_more(typed: Sequence[str], label: Sequence[str], confidence: float) -> bool:
    """Whether the phrase is another thing than the label that it holds."""
    spare = set(typed) - set(label)
    if not set(label) < set(typed):
        return False
    if spare & _TEACHING or any(map(wording.is_tool, spare)):
        return True
    does_it = typed[0] == label[0] and _is_verb(label[0])
    return len(set(label)) == 1 and not (does_it and confidence >= SURE_OF_A_VERB)


def _says_less(typed: Sequence[str], label: Sequence[str], confidence: float) -> bool:
    """Whether the label is another thing than the phrase that it holds.

    It is not where it only joins something ("washing pots", *washing pots and pans*),
    and hardly where many words agree, or what is done (but "typing reports" may be more
    than *typing medical reports*).
    """
    spare = set(label) - set(typed)
    if not set(typed) < set(label) or not weighty(spare):
        return False
    agreeing = len(weighty(typed))
    if agreeing >= _MANY or (agreeing >= _SEVERAL and not spare.isdisjoint(LISTING)):
        return False
    does_it = _is_verb(typed[0]) and confidence >= SURE_OF_A_VERB
    return agreeing < _SEVERAL or not does_it


def _is_verb(word: str) -> bool:
    """Whether a word is a gerund or an infinitive, by its ending."""
    if word.endswith("ing"):
        return len(word) >= _SHORTEST_GERUND
    return word.endswith(("er", "ir", "re"))
