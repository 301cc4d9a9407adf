"""Ids made of names: legible, unique, and the same however the rows are ordered."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from skillgap.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SIGNS = (("+", " plus "), ("#", " sharp "), ("&", " and "), ("@", " at "))
_OTHER = re.compile("[^a-z0-9]+")
_DOT = re.compile(r"(?<![\w.])\.(?=\w)")


def slug(text: str) -> str:
    """A name as an id: *C++ (computer programming)* is ``c-plus-plus-computer-...``.

    Empty where the name has no letter or digit of the Latin alphabet.
    """
    folded = _DOT.sub(" dot ", fold(text))
    for sign, word in _SIGNS:
        folded = folded.replace(sign, word)
    return _OTHER.sub("-", folded).strip("-")


def unique_ids(
    names: Sequence[tuple[str, str]], taken: Iterable[str] = ()
) -> list[str]:
    """An id for each pair of a name and what tells it from its namesakes.

    A name that several share gets its mark in each, so that no id depends on which
    came first. ``taken`` are ids that are in use already.
    """
    bare = [slug(name) for name, _mark in names]
    shared = {id_ for id_, number in Counter(bare).items() if number > 1} | {*taken}
    ids = [
        id_ if id_ and id_ not in shared else _marked(id_, mark)
        for id_, (_name, mark) in zip(bare, names, strict=True)
    ]
    return _numbered(ids, set(taken))


def _marked(id_: str, mark: str) -> str:
    return "-".join(part for part in (id_, slug(mark)) if part) or "unnamed"


def _numbered(ids: list[str], seen: set[str]) -> list[str]:
    """The ids, with a number where even the marks are the same."""
    result = []
    for id_ in ids:
        unique, number = id_, 1
        while unique in seen:
            number += 1
            unique = f"{id_}-{number}"
        seen.add(unique)
        result.append(unique)
    return result
