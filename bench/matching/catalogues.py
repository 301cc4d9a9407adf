"""The catalogues and phrases that matchers are compared on, made from ESCO.

- *typos*: a label with one random slip (a letter lost, gained or replaced, or two
  neighbours swapped, spaces among them) that is no label itself;
- *held out*: an English alternative label of a skill that has three or more, taken out
  of the catalogue; its skill is the answer.

Both are drawn with a fixed seed from the skills as imported. Nothing is tuned on them.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from skillgap.normalise import label_key

SOURCES = (
    "esco-1.2.0-en",
    "esco-derived-relations",
    "esco-1.0.3-en-fr",
    "tabiya-esco-1.1.2-en-fr/esco-v1.1.2-fr",
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 6

Skill = dict[str, Any]


class Questions(NamedTuple):
    """Phrases, and for each the ids that are right."""

    phrases: list[str]
    right: list[list[str]]


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - seeded samples


def import_esco(taxonomies: Path, folder: Path) -> None:
    """The skills of ESCO as a catalogue, by the product's own importer."""
    program = Path(sys.executable).with_name("skillgap")
    command = [str(program), "catalogue", "import", "esco"]
    sources = [str(taxonomies / source) for source in SOURCES]
    subprocess.run(
        [*command, *sources, "--output", str(folder), "--plain"],
        check=True,
        capture_output=True,
    )


def read_skills(folder: Path) -> list[Skill]:
    """The skills of a catalogue as they stand in its file."""
    with (folder / "skills.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def write_catalogue(skills: list[Skill], like: Path, folder: Path) -> None:
    """A catalogue of these skills and nothing else."""
    folder.mkdir(parents=True)
    shutil.copy(like / "catalogue.yaml", folder)
    (folder / "occupations.jsonl").touch()
    known = {skill["id"] for skill in skills}
    with (folder / "skills.jsonl").open("w", encoding="utf-8") as file:
        for skill in skills:
            broader = [each for each in skill.get("broader", ()) if each in known]
            file.write(json.dumps({**skill, "broader": broader}) + "\n")


def labels_of(skill: Skill) -> list[str]:
    """All labels of a skill, in both languages."""
    others = skill.get("alternative_labels") or {}
    every = [
        *skill["label"].values(),
        *(one for each in others.values() for one in each),
    ]
    return list(dict.fromkeys(every))


def hold_out(skills: list[Skill], count: int) -> tuple[list[Skill], Questions]:
    """The skills without some of their alternative labels, and these as questions."""
    chance = _chance(3)
    able = [
        place
        for place, skill in enumerate(skills)
        if len((skill.get("alternative_labels") or {}).get("en", ())) > 2
    ]
    kept, phrases, right = list(skills), [], []
    for place in chance.sample(able, min(count, len(able))):
        others = dict(skills[place]["alternative_labels"])
        taken = chance.choice(others["en"])
        others["en"] = [other for other in others["en"] if other != taken]
        kept[place] = {**skills[place], "alternative_labels": others}
        phrases.append(taken)
        right.append([skills[place]["id"]])
    return kept, Questions(phrases, right)


def typos(skills: list[Skill], count: int) -> Questions:
    """Labels with a slip each."""
    chance = _chance(5)
    owners: dict[str, set[str]] = {}
    for skill in skills:
        for label in labels_of(skill):
            owners.setdefault(label_key(label), set()).add(skill["id"])
    labels = [label for skill in skills for label in labels_of(skill)]
    phrases, right = [], []
    while len(phrases) < count:
        label = chance.choice(labels)
        typed = _slip(label, chance)
        if len(label) >= _SHORTEST and label_key(typed) not in owners:
            phrases.append(typed)
            right.append(sorted(owners[label_key(label)]))
    return Questions(phrases, right)


def _slip(text: str, chance: random.Random) -> str:
    at, letter = chance.randrange(len(text) - 1), chance.choice(_LETTERS)
    before, here, after = text[:at], text[at], text[at + 1 :]
    return chance.choice(
        (
            before + after,
            before + letter + here + after,
            before + letter + after,
            before + after[0] + here + after[1:],
        )
    )


def fewer(skills: list[Skill], count: int) -> list[Skill]:
    """Some of the skills, by chance."""
    return _chance(7).sample(skills, count)


def more(skills: list[Skill], count: int) -> list[Skill]:
    """The skills and invented ones, up to a number of skills in all.

    An invented skill has two labels; each is the first word of one English label and
    the words after the first of another: "manage" + "musical staff".
    """
    chance = _chance(11)
    parts = [str(skill["label"]["en"]).split(" ", 1) for skill in skills]
    first = [each[0] for each in parts]
    rest = [each[1] for each in parts if each[1:]]
    found = list(skills)
    seen = {label_key(label) for skill in skills for label in labels_of(skill)}
    while len(found) < count:
        label, other = (
            f"{chance.choice(first)} {chance.choice(rest)}" for _ in range(2)
        )
        keys = {label_key(label), label_key(other)}
        if len(keys) == 2 and seen.isdisjoint(keys):
            seen |= keys
            found.append(
                {
                    "id": f"invented-{len(found)}",
                    "label": {"en": label},
                    "alternative_labels": {"en": [other]},
                    "kind": "technical",
                }
            )
    return found
