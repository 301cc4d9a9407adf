"""Entries that a new one looks like, by the matcher and by the letters of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.matching import match_claims, match_occupation
from skillgap.model import Claim
from skillgap.normalise import label_key
from skillgap.review.alike import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.catalogue import Catalogue
    from skillgap.review.entry import EntryKind

_MOST = 5
_SURE = 1.0
_LIKELY = 0.9
_LEAST = 0.6


def look_alikes(
    kind: EntryKind, names: tuple[str, ...], catalogue: Catalogue
) -> tuple[tuple[str, str, float], ...]:
    """The entries that names may stand for already: id, name, likeness (0 to 1)."""
    found: dict[str, tuple[str, str, float]] = {}
    for name in names:
        for one in (*_matched(kind, name, catalogue), *_spelled(kind, name, catalogue)):
            before = found.get(one[0])
            if before is None or one[2] > before[2]:
                found[one[0]] = one
    close = [one for one in found.values() if one[2] >= _LEAST]
    return tuple(sorted(close, key=lambda one: (-one[2], one[0]))[:_MOST])


def _matched(
    kind: EntryKind, name: str, catalogue: Catalogue
) -> Iterator[tuple[str, str, float]]:
    """What the matcher understands by the name."""
    if kind == "skill":
        (match,) = match_claims([Claim(name)], catalogue)
        if match.skill is not None:
            yield match.skill.id, match.skill.label.in_language("en"), match.confidence
        for each in match.candidates:
            yield each.skill.id, each.skill.label.in_language("en"), each.confidence
    elif kind == "occupation":
        found = match_occupation(name, catalogue)
        for one in found.candidates:
            work = one.occupation
            yield work.id, work.title.in_language("en"), one.confidence


def _spelled(
    kind: EntryKind, name: str, catalogue: Catalogue
) -> Iterator[tuple[str, str, float]]:
    """Entries whose names are the same, or nearly, letter by letter."""
    if kind != "credential":
        return
    mine = label_key(name)
    named: dict[str, list[tuple[str, str]]] = {}
    for one in catalogue.all_credentials():
        for text in (one.name.en, one.name.fr):
            if text:
                named.setdefault(label_key(text), []).append((one.id, text))
    for id_, text in named.get(mine, ()):
        yield id_, text, _SURE
    for pair in alike({mine, *named}):
        if mine in pair:
            other = pair[0] if pair[1] == mine else pair[1]
            yield from ((id_, text, _LIKELY) for id_, text in named.get(other, ()))
