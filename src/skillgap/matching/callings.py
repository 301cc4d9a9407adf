"""Occupations that a person's description of the work may mean, whatever its words.

An occupation is scored by its titles, as a skill is by its labels, and a little by the
skill of its own that is nearest: "guy who fixes furnaces" is near *fixing furnaces*,
which heating mechanics need, and near no title. The weight was chosen on the phrases of
``training/occupation_phrases.tsv``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from skillgap.matching import semantic
from skillgap.matching.index import build_index
from skillgap.matching.kept import Meanings, kept
from skillgap.matching.meaning import near_ids, table
from skillgap.matching.names import Names, Scored, best_first, names_of_skills
from skillgap.matching.readings import plainly
from skillgap.matching.titles import forms

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.model import Occupation

SUPPORT = 0.25
"""What the nearest lead skill counts beside the titles."""

LEAD_FROM = 4
"""The importance (1 to 5) from which a required skill speaks for its occupation."""

COMPARED = 12
"""How many occupations, the nearest by their titles, have their skills compared."""

MATCHED_FROM = 0.65
"""The confidence from which an occupation is taken as meant: whole answers hang on it,
so it is higher than for skills. See ``bench/quality/RESULTS.md``."""

CHOICES_FROM = 0.3
"""The confidence of the first from which the near ones are offered as choices."""

CHOICE_FROM = 0.08
"""The confidence from which one of them is."""

FEATURES = ("label", "title", "spelling", "support", "lead", "known", "words")
"""What `tell` tells, by name; ``data/confidence.json`` has a weight for each."""

_SKILLS_COMPARED = 40
_MOST_IMPORTANT = 5


class Told(NamedTuple):
    """What is told of an occupation that a phrase may mean."""

    id: str
    label: str
    score: float
    features: tuple[float, ...]


def meant_occupations(
    text: str, names: Names, catalogue: Catalogue
) -> tuple[Scored, ...]:
    """The occupations nearest in meaning, with how likely each is the one meant."""
    weights = semantic.weights("occupation")
    return best_first(
        Scored(
            one.id, one.label, semantic.sure((*one.features, 1.0), weights), "meaning"
        )
        for one in tell(text, names, catalogue)
    )


def tell(text: str, names: Names, catalogue: Catalogue) -> tuple[Told, ...]:
    """What titles and lead skills tell of the occupations nearest to a text."""
    phrase = plainly(text)
    titles = _titles(names)
    near = semantic.rank(table(), phrase, titles.near, COMPARED)
    if not near:
        return ()
    skills = near_ids(phrase, names_of_skills(catalogue), _SKILLS_COMPARED)
    supports = [
        _support(catalogue.occupation(titles.ids[one.owner]), skills) for one in near
    ]
    scores = [n.score + SUPPORT * s for n, s in zip(near, supports, strict=True)]
    return tuple(
        Told(
            titles.ids[one.owner],
            titles.labels[one.label],
            score,
            _features(phrase, one, support, score - _rival(place, scores)),
        )
        for place, (one, support, score) in enumerate(
            zip(near, supports, scores, strict=True)
        )
    )


def _support(occupation: Occupation, skills: dict[str, float]) -> float:
    """The score of the nearest lead skill, times the share of its importance."""
    return max(
        (
            skills.get(required.skill, 0.0) * required.importance / _MOST_IMPORTANT
            for required in occupation.requirements
            if required.importance >= LEAD_FROM
        ),
        default=0.0,
    )


def _rival(place: int, scores: list[float]) -> float:
    """The best score of the others."""
    return max(scores[:place] + scores[place + 1 :], default=0.0)


def _features(
    phrase: str, near: semantic.Near, support: float, lead: float
) -> tuple[float, ...]:
    label, title, spelling, _, known, words = semantic.features(
        table(), phrase, near, near.score
    )
    bounded = max(-semantic.MOST_LEAD, min(lead, semantic.MOST_LEAD))
    return (label, title, spelling, support, bounded, known, words)


@lru_cache(maxsize=4)
def _titles(names: Names) -> Meanings:
    """The meanings of a catalogue's titles and of their forms, made once and kept.

    The label of a form is the title as the catalogue has it.
    """
    return kept(names.meanings, lambda: _made(names))


def _made(names: Names) -> Meanings:
    titles: dict[str, dict[str, str]] = {}
    for _key, named in names.every():
        known = titles.setdefault(named.id, {})
        known[named.label] = named.label
        for form in forms(named.label):
            known.setdefault(form.key, named.label)
    return Meanings(
        build_index(table(), [tuple(known) for known in titles.values()]),
        tuple(titles),
        tuple(label for known in titles.values() for label in known.values()),
    )
