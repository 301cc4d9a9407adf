"""Invented clients of every kind, the same for the same seed."""

from __future__ import annotations

import csv
import random
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.catalogue import Catalogue

HEADER = (
    *("client", "skills", "target", "max hours", "budget", "delivery"),
    *("taught in", "language"),
)
_LEVELS = ("", "", "", ":advanced", "=4", " (basic)", ":basic, ")
_ODD = ("juggling fire", "excell", "C", "", "très bon cuisinier", "2 years of excel")
_TARGETS = ("nothing at all", "cook; 14200", "nurse", "12200", "")
_CELLS = {
    "max hours": ("", "", "", "40", "100 h", "many"),
    "budget": ("", "", "$500", "1 500,00 $", "0"),
    "delivery": ("", "", "online", "en ligne; hybrid", "by dove"),
    "taught in": ("", "", "en", "français"),
    "language": ("", "en", "fr", "French", "tlhIngan"),
}


def made_roster(catalogue: Catalogue, clients: int, seed: int) -> str:
    """A roster as CSV: labels, slips, levels, targets, constraints, and faults."""
    chance = random.Random(seed)  # noqa: S311 - invented people, no secrets
    labels = [
        text
        for skill in catalogue.all_skills()
        for text in (*skill.label, *skill.alternative_labels.en[:1])
        if text
    ]
    targets = [one.id for one in catalogue.all_occupations()]
    targets += [one.title.en or one.id for one in catalogue.all_occupations()]
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for number in range(clients):
        known = chance.choices(labels, k=chance.randint(0, 14))
        said = [one + chance.choice(_LEVELS) for one in known]
        said += chance.choices(_ODD, k=chance.randint(0, 2))
        aims = [chance.choice(targets) for _ in range(chance.choice((0, 1, 1, 1, 2)))]
        if chance.random() < 0.1:
            aims.append(chance.choice(_TARGETS))
        cells = [chance.choice(_CELLS[name]) for name in HEADER[3:]]
        id_ = f"C{number % (clients - clients // 20)}"
        row = [id_, "; ".join(said), "; ".join(aims), *cells]
        writer.writerow(row)
    return out.getvalue()
