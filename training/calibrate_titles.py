"""Fit how sure an occupation by meaning is.

    python training/calibrate_titles.py --taxonomies FOLDER

The phrases are those of `occupation_phrases.tsv` and titles of the NOC that the
catalogue lacks (WorkBC's list): a sample of those whose unit group it has, and half
as many whose unit group it does not have, which nothing should answer. The table has
learnt these titles with the name of their group, so the invented phrases are shown
apart.
"""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from calibrate import STORED, Observed, crossed, report, weighed

from skillgap.catalogue import Catalogue, load_catalogue
from skillgap.matching import callings, match_occupation, occupations

HERE = Path(__file__).parent
SAMPLE = 400


class Asked(NamedTuple):
    """A phrase and the NOC codes that answer it; none where nothing does."""

    phrase: str
    codes: frozenset[str]


def invented() -> list[Asked]:
    """The phrases that were made up for this project."""
    text = (HERE / "occupation_phrases.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    parted = [line.split("\t") for line in lines]
    return [Asked(p, frozenset(filter(None, codes.split(",")))) for p, codes in parted]


def titles(taxonomies: Path, known: set[str]) -> list[Asked]:
    """A sample of the titles of the NOC, twice as many of them covered as not."""
    path = taxonomies / "noc-2021/workbc_titles.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.reader(file), key=lambda row: crc32(row[1].encode()))
    covered = [Asked(t, frozenset([code])) for code, t, _ in rows if code in known]
    other = [Asked(t, frozenset()) for code, t, _ in rows if code not in known]
    return covered[:SAMPLE] + other[: SAMPLE // 2]


def observe(asked: list[Asked], catalogue: Catalogue) -> Observed:
    """What is told of the first answer to each phrase that no title answers."""
    names = occupations.names_of_occupations(catalogue)
    told, right, is_known = [], [], []
    for phrase, codes in asked:
        match = match_occupation(phrase, catalogue)
        if match.status == "matched" and match.rule != "meaning":
            continue
        found = callings.tell(phrase, names, catalogue)
        if found:
            best = max(found, key=lambda one: one.score)
            told.append(best.features)
            right.append(catalogue.occupation(best.id).noc in codes)
            is_known.append(bool(codes))
    return Observed(np.array(told), np.array(right, float), np.array(is_known))


def main() -> None:
    """Fit, say how reliable it is by five-fold crossing, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--taxonomies", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=STORED)
    options = parser.parse_args()
    catalogue = load_catalogue()
    known = {one.noc for one in catalogue.all_occupations() if one.noc}
    own = observe(invented(), catalogue)
    sampled = observe(titles(options.taxonomies, known), catalogue)
    seen = Observed(*map(np.concatenate, zip(own, sampled, strict=True)))
    sure = crossed(seen, 1)
    report(seen, sure)
    print("the invented phrases alone:")
    report(own, sure[: len(own.right)])
    every = np.ones(len(seen.right), bool)
    weights = [round(float(weight), 4) for weight in weighed(seen, every, 1)]
    stored = json.loads(options.out.read_text(encoding="utf-8"))
    stored["occupation"] = dict(
        zip([*callings.FEATURES, "constant"], weights, strict=True)
    )
    options.out.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
