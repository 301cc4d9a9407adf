"""The texts that the table learns from, and the parts of them that are held out.

Everything is read from the open taxonomies (see README.md); nothing is written. A
`Pair` says that two texts mean the same concept. The held-out pairs are taken out
before anything is learnt, by a hash of the concept, so every run holds out the same.
"""

from __future__ import annotations

import ast
import csv
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from pathlib import Path

csv.field_size_limit(10**8)


class Pair(NamedTuple):
    """Two texts of one concept; `source` names where they come from."""

    source: str
    concept: str
    text: str
    label: str


class Skill(NamedTuple):
    """An ESCO skill: English labels, French labels, description, where known."""

    label: str
    alternatives: tuple[str, ...]
    french: str
    french_alternatives: tuple[str, ...]
    description: str


class HeldOut(NamedTuple):
    """Questions (text, English label) that no training text answers directly."""

    english: tuple[tuple[str, str], ...]
    french: tuple[tuple[str, str], ...]
    crossing: tuple[tuple[str, str], ...]


def rows(path: Path, *, tabs: bool = False) -> list[dict[str, str]]:
    """The rows of a table with a header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        if tabs:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        return list(csv.DictReader(file))


def chosen(kind: str, concept: str, share: float) -> bool:
    """Whether the concept is among the share held out for this kind."""
    return crc32(f"{kind}:{concept}".encode()) < share * 2**32


def lines(text: str | None) -> tuple[str, ...]:
    """The distinct lines of a cell that holds several names."""
    parts = (part.strip() for part in (text or "").split("\n"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _spelling(label: str) -> str:
    """A label without what British and American spelling differ in, roughly."""
    for british, american in (
        ("isation", "ization"),
        ("ise", "ize"),
        ("ising", "izing"),
        ("our", "or"),
        ("yse", "yze"),
        ("ising", "izing"),
        ("ogue", "og"),
        ("programme", "program"),
        ("centre", "center"),
        ("metre", "meter"),
        ("ll", "l"),
        ("ence", "ense"),
        ("-", " "),
        ("aes", "es"),
        ("fibre", "fiber"),
        ("mould", "mold"),
    ):
        label = label.replace(british, american)
    return " ".join(label.lower().split())


def _addresses(root: Path) -> dict[str, str]:
    """English label of ESCO 1.2 -> the skill's address, where a file says it."""
    found = {}
    for name in ("digitalSkills", "greenSkills", "languageSkills", "transversalSkills"):
        for row in rows(root / "esco-1.2.0-en" / f"{name}Collection_en.csv"):
            found[row["preferredLabel"].strip()] = row["conceptUri"]
    path = root / "esco-derived-relations/occupationSkillRelations_en.reconstructed.csv"
    for row in rows(path):
        if row["skillUri"]:
            found.setdefault(row["skillLabel"].strip(), row["skillUri"])
    return found


def read_skills(root: Path) -> list[Skill]:
    """The skills of ESCO 1.2 with the French labels and descriptions of 1.0.3."""
    american = {
        r["conceptUri"]: r for r in rows(root / "esco-1.0.3-en-fr/skills_en-us.csv")
    }
    french = {r["conceptUri"]: r for r in rows(root / "esco-1.0.3-en-fr/skills_fr.csv")}
    address = _addresses(root)
    by_spelling = {
        _spelling(row["preferredLabel"]): uri for uri, row in american.items()
    }
    skills = {}
    for row in rows(root / "esco-1.2.0-en/skills_en.trimmed-3col.csv"):
        label = row["preferredLabel"].strip()
        uri = address.get(label) or by_spelling.get(_spelling(label), "")
        old, fr = american.get(uri, {}), french.get(uri, {})
        names = dict.fromkeys((*lines(row["altLabels"]), old.get("preferredLabel", "")))
        skills[label] = Skill(
            label,
            tuple(n for n in names if n and n.lower() != label.lower()),
            fr.get("preferredLabel", "").strip(),
            lines(fr.get("altLabels")),
            " ".join((old.get("description") or "").split()),
        )
    return list(skills.values())


def hold_out(skills: list[Skill]) -> tuple[list[Skill], HeldOut]:
    """The skills without what is held out, and the questions made of it.

    One English alternative of 8 % of the skills that have three or more; one French
    alternative of half of those with two or more; all French of 5 % of the skills.
    """
    english, french, crossing, kept = [], [], [], []
    for skill in skills:
        names, other = list(skill.alternatives), list(skill.french_alternatives)
        title = skill.french
        if len(names) > 2 and chosen("en", skill.label, 0.08):
            english.append(
                (names.pop(crc32(skill.label.encode()) % len(names)), skill.label)
            )
        if title and chosen("crossing", skill.label, 0.05):
            crossing.append((title, skill.label))
            title, other = "", []
        elif len(other) > 1 and chosen("fr", skill.label, 0.5):
            french.append(
                (other.pop(crc32(skill.label.encode()) % len(other)), skill.label)
            )
        kept.append(
            skill._replace(
                alternatives=tuple(names),
                french=title,
                french_alternatives=tuple(other),
            )
        )
    return kept, HeldOut(tuple(english), tuple(french), tuple(crossing))


def skill_pairs(skills: list[Skill]) -> list[Pair]:
    """Labels, translations and descriptions of one skill, each with its label."""
    found = []
    for s in skills:
        key = "skill:" + s.label
        found += [
            Pair("esco-alternative", key, name, s.label) for name in s.alternatives
        ]
        if s.description:
            words = " ".join(s.description.split()[:30])
            found.append(Pair("esco-description", key, words, s.label))
        if s.french:
            found.append(Pair("esco-french", key, s.french, s.label))
            if s.description:
                words = " ".join(s.description.split()[:30])
                found.append(Pair("esco-french-description", key, words, s.french))
        found += [
            Pair("esco-french", key, name, s.label) for name in s.french_alternatives
        ]
        found += [
            Pair("esco-french", key, name, s.french) for name in s.french_alternatives
        ]
    return [p for p in found if p.text and p.label]


def skillskape_pairs(root: Path, split: str) -> list[Pair]:
    """Sentences of synthetic advertisements with each skill that they ask for."""
    return [
        Pair("skillskape", "skill:" + label, row["sentence"], label)
        for row in rows(root / "skillskape" / f"{split}.csv")
        for label in ast.literal_eval(row["skills"])
        if label != "UNK"
    ]
