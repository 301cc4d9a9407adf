"""The pieces of JSON that clients' lines are made of, in one language.

A piece is made once for whatever aim it serves: a skill, a credential, what is asked of
a skill, a part of a sentence. Where it has something in its midst that differs, it is
made with a mark in that place and parted there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.gap import compare
from skillgap.batch.pieces import Kept, Template, in_bytes, listed
from skillgap.batch.summary import field
from skillgap.model import Comparison, Recommendation, Requirement, Skill
from skillgap.model.catalogue import Text
from skillgap.record import Record
from skillgap.render.projection import need_records, recommendation_record
from skillgap.render.reasons import asked_words, named_words, share_words, step_words
from skillgap.render.records import (
    comparison_record,
    credential_record,
    occupation_record,
    skill_record,
)
from skillgap.render.views.parts import said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.batch.goals import Aim, Kind, Table
    from skillgap.catalogue import Catalogue
    from skillgap.model import Basis, Credential, Held

_MARK = "\x00"
_OPEN_IN_ROW = ("adds", "closes", "coverage_after", "opens", "rank", "reasons")
_OPEN_IN_COMPARISON = ("have", "have_basis", "satisfied_by", "skill")
_BASES = {"assumed": b'"assumed"', "stated": b'"stated"'}
_MOST_AIMS = 1024

Around = tuple[bytes, bytes]
"""What stands before and after something, as JSON within quotation marks."""


class KindWords(Record):
    """What is said of a requirement of one kind, around what differs.

    ``lacked`` stands around a skill of which nothing is held, ``compared`` around what
    is held of one, ``asked`` around its label in a sentence.
    """

    lacked: Around
    compared: tuple[bytes, ...]
    asked: Around


class AimWords(Record):
    """What is said of an aim, whoever it is compared with.

    ``skills`` are those of the aim, ``missing`` the requirements of each table beside
    nothing held, ``named`` what stands around a sentence about an occupation;
    ``titles`` are a cell of the summary.
    """

    skills: Sequence[bytes]
    missing: tuple[Sequence[bytes], ...]
    named: tuple[Around, ...]
    needs: bytes
    occupations: bytes
    titles: str


class Wording:
    """What is said of the records of a catalogue, in the language in use.

    That language has to be in use whenever it is asked.
    """

    def __init__(self, catalogue: Catalogue, bases: Mapping[str, Basis]) -> None:
        self._catalogue = catalogue
        self._bases = bases
        self.skill = Kept(self._skill)
        self.occupation = Kept(self._occupation)
        self.credential = Kept(self._credential)
        self.row = Kept(self._row)
        self.aim = Kept(self._aim, _MOST_AIMS)
        self.kind = Kept(self._kind)
        self.label = Kept(self._label)
        self.first = Kept(self._first)
        self.cell = Kept(field)
        self._named = Kept(self._named_by)
        self._step = Kept(self._stepping)
        self._share = Kept(self._sharing)

    def compared(self, kind: Kind, skill: str, held: Held) -> bytes:
        """A requirement beside what is held of it."""
        p = self.kind[kind].compared
        own = self.skill[skill]
        by = b"null" if held.by == skill else self.skill[held.by]
        have = b"%d" % held.level
        parts = (p[0], have, p[1], _BASES[held.basis], p[2], by, p[3], own, p[4])
        return b"".join(parts)

    def step(
        self, kind: Kind, skill: str, held: Held | None, before: int, after: int
    ) -> bytes:
        """How far a credential takes someone (``reasons.step_words``), and a space."""
        by, above = None, before > 0
        if held is not None:
            above = before > held.level
            by = None if above or held.by == skill else held.by
        key = above, before, after, by
        found: bytes | None = self._step.get(key)
        return self._step(key, kind, skill, held) if found is None else found

    def share(self, share: float) -> bytes:
        """What that adds to the coverage."""
        found: bytes = self._share[share]
        return found

    def _skill(self, id_: str) -> bytes:
        return in_bytes(skill_record(self._catalogue.skill(id_)))

    def _label(self, id_: str) -> bytes:
        return _within(said(self._catalogue.skill(id_).label))

    def _occupation(self, id_: str) -> bytes:
        return in_bytes(occupation_record(self._catalogue.occupation(id_)))

    def _credential(self, id_: str) -> bytes:
        return in_bytes(credential_record(self._catalogue.credential(id_)))

    def _row(self, _number: int, credential: Credential) -> tuple[bytes, ...]:
        """The row of a credential, with what differs from client to client open."""
        blank = Recommendation(1, credential, 0.0, 0.0, (), ())
        return Template(recommendation_record(blank, {}), _OPEN_IN_ROW).parts

    def _first(self, _number: int, credential: Credential) -> str:
        """What the summary says of a credential: its id, its name and its issuer."""
        named = credential.id, said(credential.name), said(credential.issuer.name)
        return ",".join(map(field, named))

    def _aim(self, _ids: tuple[str, ...], aim: Aim) -> AimWords:
        occupations = aim.occupations
        needs = [in_bytes(need) for one in occupations for need in need_records(one)]
        titles = [said(one.title) for one in occupations]
        return AimWords(
            list(map(self.skill.__getitem__, aim.skills)),
            tuple([self._missing(table) for table in aim.tables]),
            tuple(map(self._named.__getitem__, titles)),
            listed(needs),
            listed([self.occupation[one.id] for one in occupations]),
            self.cell["; ".join(titles)],
        )

    def _named_by(self, title: str) -> Around:
        return _around(named_words(title, _MARK))

    def _missing(self, table: Table) -> list[bytes]:
        """What an occupation asks for beside nothing held."""
        skills = map(self.skill.__getitem__, table.skills)
        around = [self.kind[kind].lacked for kind in table.kinds]
        return [
            start + skill + end
            for skill, (start, end) in zip(skills, around, strict=True)
        ]

    def _kind(self, kind: Kind) -> KindWords:
        beside = _beside_nothing(kind.requirement)
        record = comparison_record(beside)
        before, after = Template(record, ("skill",)).parts
        return KindWords(
            (before, after),
            Template(record, _OPEN_IN_COMPARISON).parts,
            _around(asked_words(beside, self._bases)),
        )

    def _stepping(
        self,
        key: tuple[bool, int, int, str | None],
        kind: Kind,
        skill: str,
        held: Held | None,
    ) -> bytes:
        asked = kind.requirement._replace(skill=skill)
        found = compare(asked, self._catalogue.skill(skill), held, self._catalogue)
        _above, before, after, _by = key
        return b" %b " % _within(step_words(found, before, after))

    def _sharing(self, share: float) -> bytes:
        return _within(share_words(share))


def _beside_nothing(requirement: Requirement) -> Comparison:
    """A requirement beside nothing held, of a skill whose label is the mark."""
    skill = Skill(requirement.skill, Text(_MARK, _MARK), "technical")
    need, basis = requirement.need, requirement.need_basis
    return Comparison(requirement, skill, need, 0, basis, None, None)


def _around(text: str) -> Around:
    before, after = text.split(_MARK)
    return _within(before), _within(after)


def _within(text: str) -> bytes:
    """A text as JSON, without its quotation marks."""
    return in_bytes(text)[1:-1]
