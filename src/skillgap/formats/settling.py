"""Skills of a taxonomy made into skills of a catalogue: no label stands on two.

A catalogue answers a typed phrase with one skill, so labels that taxonomies share out
freely are settled by these rules, and each label that falls is counted:

1. Two skills whose English labels are one as people type them (case, accents, plural)
   are one skill: the relations of the second go to the first.
2. A label that another skill has for its own is not an alternative one.
3. An alternative label that several skills have is none of theirs.
4. A French label that another skill has falls; its skill is shown in English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.document.kinds import is_address
from skillgap.formats.identifiers import unique_ids
from skillgap.formats.intake import Tally
from skillgap.locale import _
from skillgap.model import Skill, Text, Texts
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from skillgap.model import SkillKind
    from skillgap.model.intake import Counted


class Rough:
    """A skill as a taxonomy has it, while its labels and relations are gathered."""

    __slots__ = ("alternatives", "broader", "english", "french", "key", "kind", "uri")

    def __init__(
        self, key: str, english: str, kind: SkillKind, uri: str | None = None
    ) -> None:
        self.key = key
        self.english = english
        self.french: str | None = None
        self.kind = kind
        self.uri = uri
        self.alternatives: dict[str, list[str]] = {"en": [], "fr": []}
        self.broader: set[str] = set()


class Settled:
    """The skills, the id that each key of the taxonomy came to, and the account."""

    def __init__(self, skills: tuple[Skill, ...], ids: Mapping[str, str]) -> None:
        self.skills = skills
        self.ids = ids
        self.counted: tuple[Counted, ...] = ()


def settle(roughs: Sequence[Rough]) -> Settled:
    """Skills of which no two share a label; the roughs keep their order."""
    merged, owners = _merge(roughs)
    french = _french(merged, owners)
    others = _Alternatives(merged, owners)
    ids = dict(zip((r.key for r in merged), _ids(merged), strict=True))
    every = {rough.key: ids[owners[label_key(rough.english)]] for rough in roughs}
    edges, broader = _broader(roughs, every)
    skills = tuple(
        Skill(
            ids[rough.key],
            Text(rough.english, rough.french),
            rough.kind,
            others.of(rough),
            tuple(sorted(edges.get(ids[rough.key], ()))),
            rough.uri if rough.uri and is_address(rough.uri) else None,
        )
        for rough in merged
    )
    settled = Settled(skills, every)
    tallies = (_merged(roughs, merged), french, others.tally, broader)
    settled.counted = tuple(tally.counted() for tally in tallies if tally.rows)
    return settled


def _merged(roughs: Sequence[Rough], kept: Sequence[Rough]) -> Tally:
    tally = Tally(_("skills"))
    tally.keep(len(kept))
    mine = {rough.key for rough in kept}
    for rough in roughs:
        if rough.key not in mine:
            tally.drop(_("made one with a skill of the same label"), rough.english)
    return tally


def _ids(roughs: Sequence[Rough]) -> list[str]:
    marks = [(rough.uri or rough.kind).rsplit("/", 1)[-1][:8] for rough in roughs]
    return unique_ids(
        [(r.english, mark) for r, mark in zip(roughs, marks, strict=True)]
    )


def _merge(roughs: Iterable[Rough]) -> tuple[list[Rough], dict[str, str]]:
    """The skills to keep, and the one that each English label belongs to, by key."""
    owners: dict[str, str] = {}
    kept: dict[str, Rough] = {}
    for rough in roughs:
        owner = owners.setdefault(label_key(rough.english), rough.key)
        if owner == rough.key:
            kept[owner] = rough
        else:
            for language, labels in rough.alternatives.items():
                kept[owner].alternatives[language] += labels
    return list(kept.values()), owners


def _french(roughs: Sequence[Rough], owners: dict[str, str]) -> Tally:
    """Settle the French labels; those that are kept have their owner after this."""
    tally = Tally(_("French labels of skills"))
    for rough in roughs:
        if rough.french is None:
            continue
        owner = owners.setdefault(label_key(rough.french), rough.key)
        if owner == rough.key:
            tally.keep()
        else:
            tally.drop(_("another skill has this label"), rough.french)
            rough.french = None
    return tally


class _Alternatives:
    """The alternative labels that each skill keeps."""

    def __init__(self, roughs: Sequence[Rough], owners: Mapping[str, str]) -> None:
        self.tally = Tally(_("alternative labels of skills"))
        self._kept: dict[str, dict[str, list[str]]] = {}
        keyed = [
            (rough.key, language, label, label_key(label))
            for rough in roughs
            for language, labels in rough.alternatives.items()
            for label in labels
        ]
        holders: dict[str, str | None] = {"": None}
        for key, _language, _label, folded in keyed:
            if holders.setdefault(folded, key) != key:
                holders[folded] = None
        seen: set[str] = set()
        for key, language, label, folded in keyed:
            if folded in owners or folded in seen or not holders[folded]:
                self.tally.drop(_fault(key, folded, owners, seen), label)
                continue
            seen.add(folded)
            kept = self._kept.setdefault(key, {"en": [], "fr": []})
            kept[language].append(label)
        self.tally.keep(len(seen))

    def of(self, rough: Rough) -> Texts:
        """The alternative labels of a skill."""
        kept = self._kept.get(rough.key)
        return Texts(tuple(kept["en"]), tuple(kept["fr"])) if kept else Texts()


def _fault(key: str, folded: str, owners: Mapping[str, str], seen: set[str]) -> str:
    """Why an alternative label is dropped."""
    owner = owners.get(folded)
    if not folded:
        return _("no letter or digit")
    if owner == key or folded in seen:
        return _("says the same as another label of the skill")
    if owner is not None:
        return _("another skill has this label")
    return _("several skills have this label")


def _broader(
    roughs: Iterable[Rough], ids: Mapping[str, str]
) -> tuple[dict[str, set[str]], Tally]:
    """The broader skills of each id, without those that would close a circle."""
    tally = Tally(_("broader skills"))
    edges: dict[str, set[str]] = {}
    for rough in roughs:
        for key in sorted(rough.broader):
            narrow, broad = ids[rough.key], ids.get(key)
            if broad is None:
                tally.drop(_("names no skill of the source"), key)
            elif _reaches(broad, narrow, edges):
                tally.drop(_("would make a skill broader than itself"), rough.english)
            elif broad in edges.setdefault(narrow, set()):
                tally.drop(_("stands there twice"), rough.english)
            else:
                edges[narrow].add(broad)
                tally.keep()
    return edges, tally


def _reaches(start: str, goal: str, edges: Mapping[str, set[str]]) -> bool:
    stack, seen = [start], {start}
    while stack:
        id_ = stack.pop()
        if id_ == goal:
            return True
        new = edges.get(id_, set()) - seen
        seen |= new
        stack += new
    return False
