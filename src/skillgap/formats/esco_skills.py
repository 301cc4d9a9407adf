"""ESCO's skills: their labels, kinds, addresses and broader skills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.esco_labels import several, tidy
from skillgap.formats.intake import Tally
from skillgap.formats.settling import Rough
from skillgap.formats.sheets import column, maybe, rows
from skillgap.locale import _

if TYPE_CHECKING:
    from skillgap.formats.esco_files import Part, Parts
    from skillgap.formats.intake import Progress
    from skillgap.model import SkillKind

_SKILL = (
    maybe("conceptUri", "ORIGINURI"),
    maybe("ID"),
    column("preferredLabel"),
    maybe("altLabels"),
    maybe("skillType"),
    maybe("reuseLevel"),
    maybe("status"),
)
_COLLECTED = (column("conceptUri"), column("preferredLabel"), maybe("reuseLevel"))
_BROADER = (
    column("conceptUri", "CHILDID"),
    column("conceptType", "CHILDOBJECTTYPE"),
    column("broaderUri", "PARENTID"),
    column("broaderType", "PARENTOBJECTTYPE"),
)
_SKILL_TYPES = {"KnowledgeSkillCompetence", "skill"}
_OUT_OF_USE = {"obsolete", "deprecated"}


class Skills:
    """The skills of a set, found by key, address or exact label.

    ``keys`` holds the key of each skill by every name that relations know it by.
    """

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.roughs: list[Rough] = []
        self.keys: dict[str, str] = {}
        self._by_key: dict[str, Rough] = {}
        self._by_label: dict[str, Rough] = {}

    def add(self, rough: Rough, keys: tuple[str, ...]) -> None:
        """Take a skill in under the keys that relations know it by."""
        self.roughs.append(rough)
        self._by_label.setdefault(rough.english, rough)
        for key in keys:
            if key not in self._by_key:
                self._by_key[key] = rough
                self.keys[key] = rough.key

    def named(self, label: str) -> Rough | None:
        """The skill with this label, None where there is none."""
        return self._by_label.get(label)

    def keyed(self, key: str) -> Rough | None:
        """The skill with this key or address, None where there is none."""
        return self._by_key.get(key)

    def find(self, key: str, label: str) -> str | None:
        """The key of the skill that a relation names, by its key, else its label."""
        found = self.keys.get(key) if key else None
        if found is None:
            rough = self._by_label.get(label) or self._by_label.get(tidy(label))
            if rough is None:
                return None
            self.learn(rough, key)
            found = rough.key
        return found

    def learn(self, rough: Rough, uri: str) -> None:
        """Give a skill whose file has no addresses the one that another file names."""
        if uri and rough.uri is None and uri not in self._by_key:
            rough.uri = uri
            self._by_key[uri] = rough
            self.keys[uri] = rough.key


def read_skills(
    parts: Parts, tallies: list[Tally], progress: Progress | None
) -> Skills:
    """Read the English skills, and what collections say of them."""
    part = parts.needed("skills")
    tally = Tally(part.path.name)
    tallies.append(tally)
    skills = Skills(tally)
    for cells in rows(part.path, _SKILL, tally, progress):
        _take(skills, cells)
    tallies += [
        _read_collection(collection, skills, progress)
        for collection in parts.several("collection")
    ]
    return skills


def read_broader(
    parts: Parts, skills: Skills, tallies: list[Tally], progress: Progress | None
) -> None:
    """Read the hierarchy, once every file that teaches addresses has been read."""
    part = parts.one("broader")
    if part is not None:
        tallies.append(_read_broader(part, skills, progress))


def _take(skills: Skills, cells: tuple[str, ...]) -> None:
    uri, own, label, alternatives, type_, reuse, status = cells
    english = tidy(label)
    key = uri or own or english
    if not english:
        skills.tally.drop(_("no label"), uri or None)
    elif status in _OUT_OF_USE:
        skills.tally.drop(_("out of use"), english)
    elif skills.keyed(key) or (not uri and skills.named(english)):
        skills.tally.drop(_("stands there twice"), english)
    else:
        rough = Rough(key, english, _kind(type_, reuse), uri or None)
        rough.alternatives["en"] += several(alternatives)
        skills.add(rough, tuple(name for name in {key, own} if name))
        skills.tally.keep()


def _kind(type_: str, reuse: str) -> SkillKind:
    if reuse == "transversal":
        return "transferable"
    return "knowledge" if type_.strip() == "knowledge" else "technical"


def _read_collection(part: Part, skills: Skills, progress: Progress | None) -> Tally:
    """Transversal skills are transferable; addresses are learnt where they lack."""
    tally = Tally(part.path.name)
    for uri, label, reuse in rows(part.path, _COLLECTED, tally, progress):
        rough = skills.keyed(uri) or skills.named(tidy(label))
        if rough is None:
            tally.drop(_("names no skill of the source"), tidy(label))
            continue
        skills.learn(rough, uri)
        if reuse == "transversal":
            rough.kind = "transferable"
        tally.keep()
    return tally


def _read_broader(part: Part, skills: Skills, progress: Progress | None) -> Tally:
    tally = Tally(part.path.name)
    for child, child_type, parent, parent_type in rows(
        part.path, _BROADER, tally, progress
    ):
        if child_type not in _SKILL_TYPES:
            tally.drop(_("between groups of skills"))
        elif parent_type not in _SKILL_TYPES:
            tally.drop(_("the broader one is a group, no skill that people claim"))
        else:
            narrow, broad = skills.keyed(child), skills.keyed(parent)
            if narrow is None or broad is None:
                tally.drop(_("names no skill of the source"), child)
            else:
                narrow.broader.add(broad.key)
                tally.keep()
    return tally
