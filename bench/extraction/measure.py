"""How well skills are found in text, measured on labelled, invented résumés.

    python bench/extraction/measure.py [--errors] [development|held-out ...]

Precision is the share of the skills found that the labels state; recall the share of
those stated that were found, both over all résumés of a half. Skills that the labels
call arguable count neither way; the strict precision counts them as wrong. The
development half may be read while the program is changed; the held-out half may not.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from skillgap.catalogue import load_catalogue
from skillgap.formats import import_file
from skillgap.matching import match_claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.catalogue import Catalogue

HERE = Path(__file__).resolve().parent
HALVES = ("development", "held-out")


class Score(NamedTuple):
    """One résumé: what was found beside what its labels state."""

    name: str
    right: frozenset[str]
    wrong: frozenset[str]
    missed: frozenset[str]
    arguable: frozenset[str]


def scores(half: str, catalogue: Catalogue) -> Iterator[Score]:
    """The scores of the résumés of one half, by name."""
    folder = HERE / half
    labels: dict[str, Any] = yaml.safe_load(
        (folder / "labels.yaml").read_text(encoding="utf-8")
    )
    for path in sorted(folder.glob("[0-9]*")):
        label = labels[path.stem]
        stated = frozenset(label["stated"])
        arguable = frozenset(label.get("arguable", ()))
        known = {skill.id for skill in catalogue.all_skills()}
        if unknown := (stated | arguable) - known:
            sys.exit(f"{path.name}: not in the catalogue: {sorted(unknown)}")
        found = found_in(path, catalogue)
        yield Score(
            path.stem,
            found & stated,
            found - stated - arguable,
            stated - found,
            found & arguable,
        )


def found_in(path: Path, catalogue: Catalogue) -> frozenset[str]:
    """The skills that the program finds in a file."""
    imported = import_file(path, catalogue, lambda c: match_claims(c, catalogue))
    return frozenset(claim.skill for claim in imported.claims if claim.skill)


def report(title: str, found: list[Score]) -> str:
    """One row of the table."""
    right = sum(len(score.right) for score in found)
    wrong = sum(len(score.wrong) for score in found)
    missed = sum(len(score.missed) for score in found)
    arguable = sum(len(score.arguable) for score in found)
    precision = right / max(1, right + wrong)
    strict = right / max(1, right + wrong + arguable)
    recall = right / max(1, right + missed)
    return (
        f"| {title} | {len(found)} | {right + missed} | {precision:.3f} "
        f"| {strict:.3f} | {recall:.3f} |"
    )


def main(arguments: list[str]) -> None:
    """Print the table, and with ``--errors`` what was wrong and missed."""
    show = "--errors" in arguments
    halves = [name for name in arguments if name in HALVES] or list(HALVES)
    catalogue = load_catalogue()
    print("| half | résumés | skills stated | precision | strict | recall |")
    print("|---|---|---|---|---|---|")
    for half in halves:
        found = list(scores(half, catalogue))
        for language in ("en", "fr"):
            of_language = [score for score in found if score.name.endswith(language)]
            print(report(f"{half}, {language}", of_language))
        print(report(half, found))
        for score in found if show else ():
            print(score.name)
            for name in ("wrong", "missed", "arguable"):
                print(f"  {name}: {' '.join(sorted(getattr(score, name)))}")


if __name__ == "__main__":
    main(sys.argv[1:])
