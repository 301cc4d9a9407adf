"""One matcher answers phrases in a process of its own; what it cost is printed as JSON.

    python bench/matching/answer.py METHOD CATALOGUE QUESTIONS CACHE

The catalogue is read and indexed first; that is not counted as time, but as memory.
Then twenty other phrases are answered, so that no method pays for its first one.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Answer = Callable[[Sequence[str]], list[str | None]]

_WARM = 20


def skillgap(catalogue: Path, cache: Path) -> Answer:
    """The product, as its commands call it."""
    from skillgap.catalogue import load_catalogue
    from skillgap.matching import match_claims
    from skillgap.model import Claim

    opened = load_catalogue(catalogue, cache=cache)

    def answer(phrases: Sequence[str]) -> list[str | None]:
        matches = match_claims([Claim(phrase) for phrase in phrases], opened)
        return [m.candidates[0].skill.id if m.candidates else None for m in matches]

    return answer


def _labels(catalogue: Path) -> tuple[list[str], list[str]]:
    """All labels in lower case, and whose each is."""
    labels, owners = [], []
    with (catalogue / "skills.jsonl").open(encoding="utf-8") as file:
        for line in file:
            skill = json.loads(line)
            others = (skill.get("alternative_labels") or {}).values()
            every = (
                *skill["label"].values(),
                *(one for each in others for one in each),
            )
            for label in dict.fromkeys(every):
                labels.append(label.lower())
                owners.append(skill["id"])
    return labels, owners


def rapidfuzz(scorer: str, catalogue: Path) -> Answer:
    """``process.extractOne`` over all labels."""
    from rapidfuzz import fuzz, process

    labels, owners = _labels(catalogue)
    score = getattr(fuzz, scorer)

    def answer(phrases: Sequence[str]) -> list[str | None]:
        found = (process.extractOne(p.lower(), labels, scorer=score) for p in phrases)
        return [owners[each[2]] if each else None for each in found]

    return answer


def thefuzz(catalogue: Path) -> Answer:
    """``process.extractOne`` over all labels, as people call it."""
    from thefuzz import process

    labels, owners = _labels(catalogue)
    owner = dict(zip(labels, owners, strict=True))

    def answer(phrases: Sequence[str]) -> list[str | None]:
        found = (process.extractOne(phrase.lower(), labels) for phrase in phrases)
        return [owner[each[0]] if each else None for each in found]

    return answer


def tfidf(catalogue: Path, *, rescored: bool) -> Answer:
    """scikit-learn's TF-IDF of 2-4 characters; the nearest 50 by rapidfuzz if asked."""
    import numpy as np
    from rapidfuzz import fuzz
    from sklearn.feature_extraction.text import TfidfVectorizer

    labels, owners = _labels(catalogue)
    reader = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, dtype=np.float32
    )
    columns = reader.fit_transform(labels).T.tocsr()

    def best(phrase: str, scores: np.ndarray) -> int:
        if not rescored:
            return int(scores.argmax())
        listed = np.argpartition(scores, -50)[-50:]
        return int(max(listed, key=lambda at: fuzz.ratio(phrase, labels[at])))

    def answer(phrases: Sequence[str]) -> list[str | None]:
        found = []
        for phrase in map(str.lower, phrases):
            scores = np.asarray((reader.transform([phrase]) @ columns).todense())[0]
            found.append(owners[best(phrase, scores)])
        return found

    return answer


def prepared(method: str, catalogue: Path, cache: Path) -> Answer:
    """A matcher that has read the catalogue."""
    if method == "skillgap":
        return skillgap(catalogue, cache)
    if method == "thefuzz":
        return thefuzz(catalogue)
    if method.startswith("TF-IDF"):
        return tfidf(catalogue, rescored=method != "TF-IDF")
    return rapidfuzz(method.removeprefix("rapidfuzz "), catalogue)


def _peak() -> float:
    """MiB at most since this program began; NaN where the system does not tell.

    The count that ``getrusage`` gives holds what the parent had, too.
    """
    try:
        status = Path("/proc/self/status").read_text("ascii")
    except OSError:
        return float("nan")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main() -> None:
    """Answer, and say how many are right, the seconds of CPU, and the MiB at most."""
    method, catalogue, questions, cache = sys.argv[1:]
    asked = json.loads(Path(questions).read_text("utf-8"))
    phrases, right = asked["phrases"], asked["right"]
    answer = prepared(method, Path(catalogue), Path(cache))
    answer(asked["warm"][:_WARM])
    start = time.process_time()
    found = answer(phrases)
    spent = time.process_time() - start
    good = sum(one in ids for one, ids in zip(found, right, strict=True))
    told = {"right": good, "asked": len(phrases), "seconds": spent, "peak": _peak()}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
