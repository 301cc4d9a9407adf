"""Invented clients for measuring: phrases by Zipf's law, targets, constraints."""

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.catalogue import Catalogue

COLUMNS = ("client", "skills", "target", "budget", "delivery", "language")
_LEVELS = ("", "", "", ":advanced", ":basic", "=4", " (intermediate)")
_UNKNOWN = ("juggling fire", "walking the dog", "being nice", "stuff")


def write_roster(
    path: Path,
    catalogue: Catalogue,
    clients: int,
    seed: int = 1,
    *,
    alike: bool = False,
) -> None:
    """A roster of so many clients, the same for the same seed.

    Any occupation is aimed at as often as any other; with ``alike`` by Zipf's law, as
    where most of a counsellor's clients come for the same few kinds of work.
    """
    chance = random.Random(seed)  # noqa: S311 - invented people, no secrets
    phrases = _phrases(catalogue, chance)
    weights = [1 / (place + 10) for place in range(len(phrases))]
    summed = _summed(weights)
    targets = [one.id for one in catalogue.all_occupations()]
    chance.shuffle(targets)
    aims = _summed([1 / (place + 1) if alike else 1 for place in range(len(targets))])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(clients):
            count = chance.randint(6, 18)
            said = chance.choices(phrases, cum_weights=summed, k=count)
            skills = ", ".join(one + chance.choice(_LEVELS) for one in set(said))
            (target,) = chance.choices(targets, cum_weights=aims)
            budget = chance.choice(("", "", "", "500", "1000"))
            delivery = chance.choice(("", "", "", "online"))
            language = chance.choice(("en", "en", "en", "fr"))
            row = (f"C{number:07}", skills, target, budget, delivery, language)
            writer.writerow(row)


def _phrases(catalogue: Catalogue, chance: random.Random) -> list[str]:
    """Labels as people type them: most right, some misspelt, a few unknown."""
    labels = []
    for skill in catalogue.all_skills():
        named = (skill.label.en, skill.label.fr, *skill.alternative_labels.en[:2])
        labels += [one for one in named if one and not set(one) & set(",;:=()[]")]
    chance.shuffle(labels)
    misspelt = [_slip(one, chance) for one in labels[: len(labels) // 20]]
    found = [*labels, *misspelt, *_UNKNOWN]
    chance.shuffle(found)
    return found


def _slip(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    return text[:place] + text[place + 1 :] if len(text) > 5 else text


def _summed(weights: list[float]) -> list[float]:
    total, found = 0.0, []
    for weight in weights:
        total += weight
        found.append(total)
    return found
