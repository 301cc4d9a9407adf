"""Programmes of any size, with the spread of the bundled catalogue's numbers.

Two kinds. *like*: hours, prices and the number of skills of a credential are drawn
from the bundled catalogue (where most hours and prices are the assumed ones of their
kind), skills by how many credentials teach them. *even*: every skill as likely as the
other, hours and prices even too: fewer credentials resemble one another, so that less
can be left out beforehand and the choice is harder.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from skillgap.advice.assumptions import make_yardstick, reckon
from skillgap.advice.programme import Item, Programme, union

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

SKILLS = 40
HOURS = (3, 6, 12, 21, 30, 42, 45, 60, 90, 120)
SHARE_WITH_PREREQUISITE = 0.15


def make_programme(
    count: int, seed: int, catalogue: Catalogue | None = None
) -> Programme:
    """A programme of so many credentials and 40 missing skills; *like* a catalogue."""
    random = Random(seed)  # noqa: S311 - a sample
    numbers = _numbers(catalogue) if catalogue else None
    weights = [6 * random.randint(1, 10) for _ in range(SKILLS)]
    popular = [1 / (place + 1) for place in range(SKILLS)] if numbers else [1] * SKILLS
    gives, takes, needs = [], [], [0] * count
    for _ in range(count):
        wanted, minutes, cents = (
            random.choice(numbers)
            if numbers
            else (
                random.randint(1, 5),
                60 * random.choice(HOURS),
                1000 * random.randint(0, 90),
            )
        )
        skills = random.choices(range(SKILLS), popular, k=wanted)
        gives.append(union(1 << skill for skill in skills))
        takes.append((minutes, cents, -(-minutes * 7 // 480)))
    for number in range(1, count):
        if random.random() < SHARE_WITH_PREREQUISITE:
            for first in random.sample(
                range(number), min(number, random.choice([1, 1, 2]))
            ):
                gives[first] |= 1 << len(weights)
            needs[number] |= 1 << len(weights)
            weights.append(0)
    items = tuple(
        Item(f"c{number:05d}", gives[number], needs[number], 0, takes[number])
        for number in range(count)
    )
    weeks = random.choice([12, 24, 40])
    cents = random.choice([50_000, 150_000, 300_000])
    return Programme(items, tuple(weights), (None, cents, 7 * weeks))


def _numbers(catalogue: Catalogue) -> list[tuple[int, int, int]]:
    """For each credential: how many skills, minutes and cents a plan counts."""
    yardstick = make_yardstick(catalogue)
    found = []
    for credential in catalogue.all_credentials():
        counted = reckon(credential, yardstick)
        if counted:
            minutes = round(60 * (counted.hours.value or 0))
            cents = round(100 * (counted.cost.value or 0))
            found.append((min(5, len(credential.develops)), minutes, cents))
    return found
