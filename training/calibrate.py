"""Fit how sure an answer by meaning is, on phrases that the table has not learnt.

    python training/calibrate.py --phrases FOLDER

The phrases are those of credentials and occupations in the drafts of the catalogue,
each mapped by hand to skills (left out: those that a label answers exactly, and those
whose skills no longer exist); everyday labels of the catalogue that `refine.py` held
out, asked of the catalogue without them; and the invented lines of `not_skills.txt`,
which no skill answers and which count several times, since they are few. The model
is a logistic regression on what `semantic.features` tells.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from held import is_held_out

from skillgap.matching import semantic
from skillgap.matching.index import build_index
from skillgap.matching.table import Table, load_table
from skillgap.normalise import label_key

HERE = Path(__file__).parent
STORED = HERE.parent / "src/skillgap/matching/data/confidence.json"
PENALTY = 1.0
NOT_SKILLS_COUNT = 3
"""How many times each invented line that is no skill counts."""


class Question(NamedTuple):
    """A phrase and the skills that answer it, by id; none for what is not a skill."""

    phrase: str
    right: frozenset[str]


def load(path: Path) -> dict[str, object]:
    """A YAML file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506


def names(data: Path) -> dict[str, list[str]]:
    """Every label of each skill, by the skill's id."""
    found = {}
    for skill in load(data / "skills.yaml")["skills"]:
        other = skill.get("alternative_labels") or {}
        texts = [*skill["label"].values(), *other.get("en", []), *other.get("fr", [])]
        found[skill["id"]] = list(dict.fromkeys(texts))
    return found


def kin(data: Path) -> dict[str, set[str]]:
    """Each skill with those one step broader or narrower, by id.

    The phrases were each mapped to the skill that fits best; a step away is right too,
    as a fair judge would have it.
    """
    skills = load(data / "skills.yaml")["skills"]
    found = {skill["id"]: {skill["id"]} for skill in skills}
    for skill in skills:
        for broader in skill.get("broader") or ():
            found[skill["id"]].add(broader)
            found[broader].add(skill["id"])
    return found


def parted(skills: dict[str, list[str]]) -> tuple[dict[str, list[str]], list[Question]]:
    """The labels without those that no table has learnt, and these as questions."""
    kept: dict[str, list[str]] = {}
    asked = []
    for skill, labels in skills.items():
        held = [label for label in labels[2:] if is_held_out(skill, label)]
        kept[skill] = [label for label in labels if label not in held]
        asked += [Question(label, frozenset([skill])) for label in held]
    return kept, asked


def questions(folder: Path, skills: dict[str, list[str]]) -> list[Question]:
    """Mapped phrases that need more than a look-up, and lines that are no skill."""
    exact = {label_key(label) for labels in skills.values() for label in labels}
    mapped: dict[str, set[str]] = {}
    for path in sorted(folder.glob("skills-draft-*.yaml")):
        for phrase, right in load(path)["map"].items():
            mapped.setdefault(str(phrase), set()).update(skills.keys() & right)
    asked = [
        Question(phrase, frozenset(right))
        for phrase, right in mapped.items()
        if right and label_key(phrase) not in exact
    ]
    lines = (HERE / "not_skills.txt").read_text(encoding="utf-8").splitlines()
    none = [line for line in lines if line and not line.startswith("#")]
    return asked + [Question(line, frozenset()) for line in none]


def weighed(seen: Observed, at: np.ndarray, count: int) -> np.ndarray:
    """Weights fitted on some of what was observed; what is no skill counts so often."""
    times = np.where(seen.is_skill[at], 1, count)
    return fit(np.repeat(seen.told[at], times, 0), np.repeat(seen.right[at], times))


def fit(told: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression (Newton's method, ridge), the constant last."""
    inputs = np.column_stack([told, np.ones(len(told))])
    weights = np.zeros(inputs.shape[1])
    ridge = PENALTY * np.eye(len(weights))
    ridge[-1, -1] = 0
    for _ in range(30):
        sure = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (right - sure) - ridge @ weights
        curve = (inputs * (sure * (1 - sure))[:, None]).T @ inputs + ridge
        weights += np.linalg.solve(curve, slope)
    return weights


class Observed(NamedTuple):
    """What is told of each phrase, whether its first answer is right, what it is."""

    told: np.ndarray
    right: np.ndarray
    is_skill: np.ndarray


def observe(table: Table, data: Path, folder: Path) -> Observed:
    """Every question asked of the catalogue in `data`."""
    skills, near = names(data), kin(data)
    kept, held = parted(skills)
    told: list[tuple[float, ...]] = []
    right: list[bool] = []
    is_skill: list[bool] = []
    for group, asked in ((skills, questions(folder, skills)), (kept, held)):
        ids = list(group)
        index = build_index(table, list(group.values()))
        for question in asked:
            found = semantic.rank(table, question.phrase, index)
            if found:
                best, rival = found[0], found[1].score
                told.append(semantic.features(table, question.phrase, best, rival))
                right.append(not near[ids[best.owner]].isdisjoint(question.right))
                is_skill.append(bool(question.right))
    return Observed(np.array(told), np.array(right, float), np.array(is_skill))


def crossed(seen: Observed, count: int = NOT_SKILLS_COUNT) -> np.ndarray:
    """How sure each answer is by weights that were fitted on the other four fifths."""
    fold = np.random.default_rng(7).permutation(len(seen.right)) % 5
    sure = np.empty(len(seen.right))
    for part in range(5):
        out = fold == part
        weights = weighed(seen, ~out, count)
        inside = np.column_stack([seen.told[out], np.ones(out.sum())])
        sure[out] = 1 / (1 + np.exp(-inside @ weights))
    return sure


def report(seen: Observed, sure: np.ndarray) -> None:
    """Print how reliable the confidence is, and what each threshold would let in."""
    right = seen.right
    print(f"{len(right)} phrases, {right.mean():.3f} answered right at first")
    for low in np.arange(0, 1, 0.1):
        at = (sure >= low) & (sure < low + 0.1)
        print(
            f"said {low:.1f}-{low + 0.1:.1f}: {at.sum():4d} phrases, "
            f"said {sure[at].mean():.2f}, right {right[at].mean():.2f}"
        )
    for low in np.arange(0.2, 0.8, 0.05):
        at = sure >= low
        print(
            f"from {low:.2f}: {at[~seen.is_skill].mean():.3f} of what is no skill "
            f"matched, {(at & (right > 0))[seen.is_skill].mean():.3f} of the rest "
            f"right and matched, {right[at].mean():.3f} of the matched right"
        )


def main() -> None:
    """Fit, say how reliable it is by five-fold crossing, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--phrases", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=HERE.parent / "data")
    parser.add_argument("--table", type=Path, help="default: the one that ships")
    parser.add_argument("--out", type=Path, default=STORED)
    options = parser.parse_args()
    seen = observe(load_table(options.table), options.data, options.phrases)
    report(seen, crossed(seen))
    every = np.ones(len(seen.right), bool)
    fitted = weighed(seen, every, NOT_SKILLS_COUNT)
    weights = [round(float(weight), 4) for weight in fitted]
    stored = json.loads(options.out.read_text(encoding="utf-8"))
    stored["skill"] = dict(zip([*semantic.FEATURES, "constant"], weights, strict=True))
    options.out.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
