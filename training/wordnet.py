"""General English from WordNet 3.0: words with their definitions and synonyms.

It gives everyday words that no taxonomy has ("drugstore", "faucet", "grandma") a place
beside those that taxonomies use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus import Pair

if TYPE_CHECKING:
    from pathlib import Path

# Lexicographer files that hold names of species and places, of no use here.
_LEFT_OUT = frozenset(["05", "15", "20"])


def wordnet_pairs(folder: Path, known: frozenset[str]) -> list[Pair]:
    """Definition and synonym pairs of the senses whose first lemma has known words."""
    found = []
    for part in ("noun", "verb", "adj"):
        for line in (folder / f"data.{part}").read_text("ascii").splitlines():
            if not line.startswith("  "):
                found += _sense(part, line, known)
    return found


def _sense(part: str, line: str, known: frozenset[str]) -> list[Pair]:
    data, _, gloss = line.partition(" | ")
    fields = data.split()
    if fields[1] in _LEFT_OUT:
        return []
    count = int(fields[3], 16)
    lemmas = [fields[4 + 2 * i].split("(")[0].replace("_", " ") for i in range(count)]
    first = lemmas[0]
    if not all(word in known for word in first.split()):
        return []
    key = f"wordnet:{part}:{fields[0]}"
    definition = gloss.split('; "')[0].strip()
    pairs = [Pair("wordnet-definition", key, definition, first)]
    pairs += [Pair("wordnet-synonym", key, lemma, first) for lemma in lemmas[1:]]
    return pairs
