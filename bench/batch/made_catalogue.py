"""An invented catalogue of any size, written as YAML, the same for the same seed.

Skills are asked for and taught by Zipf's law; labels are made of words of the bundled
catalogue, so that they read like labels.
"""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

from skillgap.normalise import label_key

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.catalogue import Catalogue

_HEAD = """name: large
title: {en: Largetown}
as_of: 2026-11-01
currency: CAD
region: Largetown
fields:
  - id: work
    label: {en: Work}
bases:
  made: {label: {en: made up}, source: made}
sources:
  - {id: made, title: Made up}
"""


def write_catalogue(  # noqa: PLR0913 - the numbers of its records
    folder: Path,
    words_of: Catalogue,
    *,
    occupations: int,
    skills: int,
    credentials: int,
    seed: int = 1,
) -> None:
    """Write the files of a catalogue with so many records."""
    chance = random.Random(seed)  # noqa: S311 - invented, no secrets
    folder.mkdir(parents=True)
    (folder / "catalogue.yaml").write_text(_HEAD, encoding="utf-8")
    ids = [f"s{number:05}" for number in range(skills)]
    labels = _labels(words_of, skills, chance)
    weights = [1 / (place + 30) for place in range(skills)]
    records = [
        _skill(id_, label, ids[place // 2] if place > skills // 2 else None)
        for place, (id_, label) in enumerate(zip(ids, labels, strict=True))
    ]
    _write(folder / "skills.yaml", "skills", records)
    made = [_occupation(n, ids, weights, chance) for n in range(occupations)]
    _write(folder / "occupations.yaml", "occupations", made)
    taught = [_credential(n, ids, weights, chance) for n in range(credentials)]
    issuers = [{"id": "made", "name": {"en": "Made College"}, "kind": "college"}]
    content = {"issuers": issuers, "credentials": taught}
    _dump(folder / "credentials.yaml", content)


def _labels(words_of: Catalogue, count: int, chance: random.Random) -> list[str]:
    words = sorted(
        {
            word.lower()
            for skill in words_of.all_skills()
            for word in (skill.label.en or "").split()
            if word.isalpha()
        }
    )
    found: dict[str, str] = {}
    while len(found) < count:
        label = " ".join(chance.sample(words, chance.choice((2, 3, 3))))
        found.setdefault(label_key(label), label)
    return list(found.values())


def _skill(id_: str, label: str, broader: str | None) -> dict[str, Any]:
    record: dict[str, Any] = {"id": id_, "label": {"en": label}, "kind": "technical"}
    return record | ({"broader": [broader]} if broader else {})


def _drawn(
    ids: list[str], weights: list[float], count: int, chance: random.Random
) -> list[str]:
    return list(dict.fromkeys(chance.choices(ids, weights, k=count)))


def _occupation(
    number: int, ids: list[str], weights: list[float], chance: random.Random
) -> dict[str, Any]:
    return {
        "id": f"o{number:04}",
        "title": {"en": f"Worker of kind {number:04}"},
        "teer": 3,
        "field": "work",
        "in_demand": chance.random() < 0.5,
        "requirements": [
            {
                "skill": skill,
                "relation": chance.choice(("essential", "optional")),
                "importance": chance.randint(1, 5),
                "level": chance.randint(2, 5),
                "basis": "made",
            }
            for skill in _drawn(ids, weights, chance.randint(20, 60), chance)
        ],
    }


def _credential(
    number: int, ids: list[str], weights: list[float], chance: random.Random
) -> dict[str, Any]:
    return {
        "id": f"c{number:04}",
        "name": {"en": f"Course {number:04}"},
        "issuer": "made",
        "kind": "course",
        "field": "work",
        "develops": [
            {"skill": skill, "level": chance.randint(2, 5)}
            for skill in _drawn(ids, weights, chance.randint(2, 6), chance)
        ],
        "hours": chance.choice((10, 20, 40, 60)),
        "cost": {"amount": chance.choice((100, 300, 500)), "currency": "CAD"},
        "languages": ["en"],
        "status": "current",
        "confidence": "high",
        "source": {"url": "https://example.org/course", "as_of": "2026"},
    }


def _write(path: Path, key: str, records: list[dict[str, Any]]) -> None:
    _dump(path, {key: records})


def _dump(path: Path, content: dict[str, Any]) -> None:
    # JSON is YAML.
    path.write_text(json.dumps(content, indent=0), encoding="utf-8")
