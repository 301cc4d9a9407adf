"""People who do not exist, to try a catalogue on: seeded, so the same ones each time.

Each aims nowhere in particular, but comes from somewhere: about half of the skills that
one occupation asks for, and up to two others. They say each in a label of the
catalogue, in one language, as people do (alternative labels as often as preferred
ones), some with a level. Nothing of them is taken from real people.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from skillgap.model import WORKING_LEVEL
from skillgap.model.impact import Asked

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue
    from skillgap.model import Skill

_MOST_OTHERS = 2
_LEVELS = (2, 3, 4, 5)


def generate_people(catalogue: Catalogue, number: int, seed: int) -> tuple[Asked, ...]:
    """So many people who speak the words of a catalogue.

    The same catalogue, number and seed give the same people, whatever the machine;
    nobody can be made where no occupation asks for anything.
    """
    occupations = [one for one in catalogue.all_occupations() if one.requirements]
    skills = catalogue.all_skills()
    if not occupations:
        return ()
    people = []
    for person in range(1, number + 1):
        random = Random(f"{seed} {person}")  # noqa: S311 - to be the same again
        asked = [each.skill for each in random.choice(occupations).requirements]
        share = random.uniform(0.3, 0.7)
        held = random.sample(asked, max(1, round(share * len(asked))))
        number_of_others = min(len(skills), random.randint(0, _MOST_OTHERS))
        others = random.sample(skills, number_of_others)
        language = random.choice(("en", "en", "fr"))
        known = [*catalogue.skills(held), *others]
        phrases = {_said(skill, language, random): _level(random) for skill in known}
        people.append(Asked(person, tuple(phrases.items())))
    return tuple(people)


def _said(skill: Skill, language: str, random: Random) -> str:
    """A label of a skill, in the language where it has one."""
    others = getattr(skill.alternative_labels, language)
    if others and random.random() < 0.5:  # noqa: PLR2004 - as often as not
        word: str = random.choice(others)
        return word
    return skill.label.in_language(language)


def _level(random: Random) -> int:
    return random.choice(_LEVELS) if random.random() < 0.3 else WORKING_LEVEL  # noqa: PLR2004
