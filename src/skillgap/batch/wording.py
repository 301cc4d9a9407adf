"""The pieces of JSON that clients' lines are made of, in one language.

A piece is made once for whatever aim it serves: a skill, a credential, what is asked of
a skill, a part of a sentence. Where it has something in its midst that differs, it is
made with a mark in that place and parted there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.gap import compare
from skillgap.batch.pieces import Kept, Template
from skillgap.model import Comparison, Recommendation, Requirement, Skill
from skillgap.model.catalogue import Text
from skillgap.render.batch_records import compact
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
    from collections.abc import Mapping

    from skillgap.batch.goals import Asked
    from skillgap.catalogue import Catalogue
    from skillgap.model import Basis, Credential, Held, Occupation

_MARK = "\x00"
_OPEN_IN_ROW = ("adds", "closes", "coverage_after", "opens", "rank", "reasons")
_OPEN_IN_COMPARISON = ("have", "have_basis", "satisfied_by", "skill")
_BASES = {"assumed": '"assumed"', "stated": '"stated"'}
_MOST_GAPS = 1024

Around = tuple[str, str]
"""What stands before and after something, as JSON within quotation marks."""


class Wording:
    """What is said of the records of a catalogue, in the language in use.

    That language has to be in use whenever it is asked.
    """

    def __init__(self, catalogue: Catalogue, bases: Mapping[str, Basis]) -> None:
        self._catalogue = catalogue
        self._bases = bases
        self.skill = Kept(self._skill)
        self.occupation = Kept(self._occupation)
        self.needs = Kept(self._needs)
        self.credential = Kept(self._credential)
        self.row = Kept(self._row)
        self.missing = Kept(self._missing, _MOST_GAPS)
        self._label = Kept(self._label_of)
        self._named = Kept(self._named_by)
        self._compared = Kept(self._comparing)
        self._lacked = Kept(self._lacking)
        self._asked = Kept(self._asking)
        self._step = Kept(self._stepping)
        self._share = Kept(self._sharing)

    def compared(self, asked: Asked, held: Held) -> str:
        """A requirement beside what is held of it."""
        p = self._compared(asked.kind, asked.requirement).parts
        skill = self.skill[asked.skill]
        by = "null" if held.by == asked.skill else self.skill[held.by]
        basis = _BASES[held.basis]
        return f"{p[0]}{held.level}{p[1]}{basis}{p[2]}{by}{p[3]}{skill}{p[4]}"

    def reason(self, asked: Asked, held: Held | None, before: int, after: int) -> str:
        """Why a credential that raises a skill helps (``reasons.reason_sentence``)."""
        start, end = self._named(asked.occupation.id, asked.occupation)
        head, tail = self._asked(asked.kind, asked.requirement)
        have = held.level if held else 0
        by = held.by if held and held.by != asked.skill else None
        step = self._step((before > have, before, after, by), asked, held)
        share = self._share[(asked.points[after] - asked.points[before]) / asked.total]
        label = self._label[asked.skill]
        return f'"{start}{head}{label}{tail} {step} {share}{end}"'

    def _skill(self, id_: str) -> str:
        return compact(skill_record(self._catalogue.skill(id_)))

    def _label_of(self, id_: str) -> str:
        return _within(said(self._catalogue.skill(id_).label))

    def _occupation(self, _id: str, occupation: Occupation) -> str:
        return compact(occupation_record(occupation))

    def _needs(self, _id: str, occupation: Occupation) -> tuple[str, ...]:
        return tuple(map(compact, need_records(occupation)))

    def _credential(self, _id: str, credential: Credential) -> str:
        return compact(credential_record(credential))

    def _row(self, _id: str, credential: Credential) -> Template:
        """The row of a credential, with what differs from client to client open."""
        blank = Recommendation(1, credential, 0.0, 0.0, (), ())
        return Template(recommendation_record(blank, {}), _OPEN_IN_ROW)

    def _missing(self, _id: str, table: list[Asked]) -> list[str]:
        """What an occupation asks for beside nothing held."""
        found = []
        for asked in table:
            start, end = self._lacked(asked.kind, asked.requirement)
            found.append(f"{start}{self.skill[asked.skill]}{end}")
        return found

    def _lacking(self, _kind: object, requirement: Requirement) -> Around:
        """What stands around a skill of which nothing is held."""
        record = comparison_record(_beside_nothing(requirement))
        before, after = Template(record, ("skill",)).parts
        return before, after

    def _named_by(self, _id: str, occupation: Occupation) -> Around:
        return _around(named_words(said(occupation.title), _MARK))

    def _comparing(self, _kind: object, requirement: Requirement) -> Template:
        record = comparison_record(_beside_nothing(requirement))
        return Template(record, _OPEN_IN_COMPARISON)

    def _asking(self, _kind: object, requirement: Requirement) -> Around:
        return _around(asked_words(_beside_nothing(requirement), self._bases))

    def _stepping(
        self,
        key: tuple[bool, int, int, str | None],
        asked: Asked,
        held: Held | None,
    ) -> str:
        skill = self._catalogue.skill(asked.skill)
        found = compare(asked.requirement, skill, held, self._catalogue)
        _above, before, after, _by = key
        return _within(step_words(found, before, after))

    def _sharing(self, share: float) -> str:
        return _within(share_words(share))


def _beside_nothing(requirement: Requirement) -> Comparison:
    """A requirement beside nothing held, of a skill whose label is the mark."""
    skill = Skill(requirement.skill, Text(_MARK, _MARK), "technical")
    need, basis = requirement.need, requirement.need_basis
    return Comparison(requirement, skill, need, 0, basis, None, None)


def _around(text: str) -> Around:
    before, after = text.split(_MARK)
    return _within(before), _within(after)


def _within(text: str) -> str:
    """A text as JSON, without its quotation marks."""
    return compact(text)[1:-1]
