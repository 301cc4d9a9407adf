"""Skills that a phrase may mean, whatever its words; asked after spelling."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from skillgap.matching import semantic
from skillgap.matching.kept import Meanings, kept
from skillgap.matching.names import Names, Scored, best_first
from skillgap.matching.table import Table, load_table
from skillgap.matching.tokens import pieces

if TYPE_CHECKING:
    from skillgap.matching.qualifiers import Phrase

CANDIDATES = 6


def meant(phrase: Phrase, names: Names) -> tuple[Scored, ...]:
    """The ids that are nearest in meaning, with how likely each is the one meant.

    A qualified phrase is read as it stands and without its qualifiers; of the two
    readings the surer one counts.
    """
    readings = {phrase.text: False}
    if phrase.is_qualified and set(pieces(phrase.bare)) < set(pieces(phrase.text)):
        readings[phrase.bare] = True
    answers = [_meant(text, names, is_bare=bare) for text, bare in readings.items()]
    return max(answers, key=_sureness)


def _sureness(answer: tuple[Scored, ...]) -> float:
    return answer[0].confidence if answer else 0.0


def _meant(text: str, names: Names, *, is_bare: bool) -> tuple[Scored, ...]:
    meanings, known = _meanings(names), table()
    found = semantic.rank(known, text, meanings.near, CANDIDATES)
    return best_first(
        Scored(
            meanings.ids[near.owner],
            meanings.labels[near.label],
            semantic.confidence(known, text, near, _rival(near, found)),
            "meaning",
            is_bare,
        )
        for near in found
    )


def _rival(near: semantic.Near, found: list[semantic.Near]) -> float:
    """The score that the skill has to beat: the best of the others."""
    return max((other.score for other in found if other is not near), default=0.0)


def near_ids(text: str, names: Names, top: int) -> dict[str, float]:
    """The ids nearest in meaning to a text and the score of each, at most `top`."""
    meanings = _meanings(names)
    found = semantic.rank(table(), text, meanings.near, top)
    return {meanings.ids[near.owner]: near.score for near in found}


@cache
def table() -> Table:
    """The table that ships with the package, read once."""
    return load_table()


@lru_cache(maxsize=4)
def _meanings(names: Names) -> Meanings:
    """The meanings of a catalogue's names, made once and kept beside it."""
    return kept(names.meanings, lambda: _made(names))


def _made(names: Names) -> Meanings:
    labels: dict[str, dict[str, None]] = {}
    for _key, named in names.every():
        labels.setdefault(named.id, {})[named.label] = None
    return Meanings(
        semantic.build_index(table(), [tuple(group) for group in labels.values()]),
        tuple(labels),
        tuple(label for group in labels.values() for label in group),
    )
