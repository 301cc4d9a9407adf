"""What another catalogue asks of the occupations that carry the same code.

O*NET, ESCO or OaSIS, imported, add requirements to a catalogue: a skill is found by its
address, else by its label, and the occupation by its O*NET code, ESCO address or NOC
code. A requirement
that is new keeps the basis of its source. Where both ask for a skill, the catalogue's
own rating stands, the other source is named in its note, and ratings that differ are
shown as a conflict. Where a code meets several occupations, the highest rating counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.formats.additions import Additions
from skillgap.formats.intake import Intake, Tally
from skillgap.locale import _
from skillgap.normalise import label_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.catalogue.written import Content
    from skillgap.formats.additions import Base
    from skillgap.model import Occupation, Requirement, Skill


def add_requirements(base: Base, other: Content, name: str) -> Intake:
    """Add what another catalogue asks of the occupations with the same code."""
    added, tally = Additions(base), Tally(name)
    joining = _Joining(added, other)
    theirs = joining.by_code(other)
    for ours in added.all():
        asked = _highest(theirs, ours, tally)
        for each in asked.values():
            joining.join(ours.id, each, tally)
    about = other.about
    counted = (tally.counted(),)
    content = added.content(about.sources, about.bases)
    return Intake(content, counted, conflicts=tuple(added.conflicts))


class _Joining:
    """The labels of both sides, while requirements come over."""

    def __init__(self, added: Additions, other: Content) -> None:
        self.added = added
        skills = added.base.content.skills
        self._by_uri = {skill.uri: skill.id for skill in skills if skill.uri}
        self._ids = _ids_by_label(added.base.content)
        self._theirs = {skill.id: skill for skill in other.skills}
        self._bases = {basis.id: basis.label.en or "" for basis in other.about.bases}

    def by_code(self, other: Content) -> dict[str, list[Occupation]]:
        """The occupations of the other side by each of their codes."""
        found: dict[str, list[Occupation]] = {}
        for each in other.occupations:
            for code in _codes(each):
                found.setdefault(code, []).append(each)
        return found

    def join(self, occupation_id: str, asked: Requirement, tally: Tally) -> None:
        """Add a requirement, or name its source beside the one that is there."""
        theirs = self._theirs[asked.skill]
        label, skill = theirs.label, self._known(theirs)
        if skill is None:
            tally.drop(
                _("no skill of the catalogue has this address or label"), label.en
            )
            return
        occupation = self.added.one(occupation_id)
        own = next((r for r in occupation.requirements if r.skill == skill), None)
        new = asked._replace(skill=skill)
        if own is None:
            requirements = (*occupation.requirements, new)
        elif own.basis == asked.basis or (said := self._said(new)) in (own.note or ""):
            tally.drop(_("the catalogue asks for it already"), label.en)
            return
        else:
            stands = self._settled(occupation_id, own, new, said)
            requirements = tuple(
                stands if each is own else each for each in occupation.requirements
            )
        self.added.keep(occupation._replace(requirements=requirements))
        tally.keep()

    def _known(self, theirs: Skill) -> str | None:
        """The skill of ours that is the same as one of theirs."""
        if theirs.uri in self._by_uri:
            return self._by_uri[theirs.uri]
        known = (self._ids.get(label_key(text)) for text in theirs.label if text)
        return next((id_ for id_ in known if id_), None)

    def _settled(
        self, occupation_id: str, own: Requirement, new: Requirement, said: str
    ) -> Requirement:
        """Which of two ratings stands, with the other one in its note."""
        if not _differs(own, new):
            return _noted(own, said)
        key = f"requirements.{own.skill}"
        given = (_rating(own), _rating(new))
        self.added.conflict(occupation_id, key, *given, new.basis or "")
        if self.added.base.overwrite:
            return _noted(new._replace(note=own.note), _rating(own))
        return _noted(own, said)

    def _said(self, asked: Requirement) -> str:
        name = self._bases.get(asked.basis or "") or asked.basis or "?"
        return f"{name}: {_figures(asked)}"


def _highest(
    theirs: dict[str, list[Occupation]], ours: Occupation, tally: Tally
) -> dict[str, Requirement]:
    """The highest rating of each skill among the occupations with a code of ours."""
    several = {each.id: each for code in _codes(ours) for each in theirs.get(code, ())}
    asked: dict[str, Requirement] = {}
    for each in several.values():
        for requirement in each.requirements:
            known = asked.get(requirement.skill)
            if known is None:
                asked[requirement.skill] = requirement
                continue
            tally.drop(_("another occupation of the same code asks for it"), each.id)
            if _height(requirement) > _height(known):
                asked[requirement.skill] = requirement
    return asked


def _codes(occupation: Occupation) -> Iterator[str]:
    yield from occupation.onet
    yield from occupation.uris
    if occupation.noc:
        yield occupation.noc


def _height(asked: Requirement) -> tuple[int, int]:
    return (asked.doubled_weight, asked.level or 0)


def _differs(own: Requirement, other: Requirement) -> bool:
    """Whether they disagree: a level that only one states is no disagreement."""
    levels = {own.level, other.level} - {None}
    return own.importance != other.importance or len(levels) > 1


def _noted(asked: Requirement, said: str) -> Requirement:
    return asked._replace(note=f"{asked.note}; {said}" if asked.note else said)


def _figures(asked: Requirement) -> str:
    return f"{asked.importance}/{asked.level}" if asked.level else f"{asked.importance}"


def _rating(asked: Requirement) -> str:
    return f"{_figures(asked)} ({asked.basis or '?'})"


def _ids_by_label(content: Content) -> dict[str, str]:
    found: dict[str, str] = {}
    for skill in content.skills:
        for label in skill.label:
            if label:
                found.setdefault(label_key(label), skill.id)
    for skill in content.skills:
        others = skill.alternative_labels
        for label in (*others.en, *others.fr):
            found.setdefault(label_key(label), skill.id)
    return found
