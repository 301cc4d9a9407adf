"""One aim compiled: the occupations aimed at, and all that is the same for everyone.

The tables of requirements, what each credential teaches of them, and the pieces of
JSON, in one language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.advice.coverage import parts_met, total_points, weight
from skillgap.advice.gap import compare
from skillgap.batch.pieces import Kept, Template
from skillgap.model import Reason, Recommendation
from skillgap.render.batch_records import compact
from skillgap.render.projection import recommendation_record
from skillgap.render.reasons import reason_sentence
from skillgap.render.records import comparison_record, skill_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from skillgap.batch.goals import Asked, Compiled
    from skillgap.catalogue import Catalogue
    from skillgap.model import Basis, Credential, Held, Occupation

_OPEN_IN_ROW = ("adds", "closes", "coverage_after", "opens", "rank", "reasons")


class Aim:
    """The occupations aimed at, ready to be compared with anyone."""

    def __init__(
        self,
        occupations: Sequence[Occupation],
        compiled: Compiled,
        catalogue: Catalogue,
        bases: Mapping[str, Basis],
        rows: Kept,
    ) -> None:
        self.occupations = tuple(occupations)
        self.catalogue = catalogue
        self.bases = bases
        self.compiled = compiled
        self.goal, self.skills = compiled.goal, compiled.skills
        self.worth, self.asked = compiled.worth, compiled.asked
        self.most, self.choice = compiled.most, compiled.choice
        self.totals = [total_points(one) for one in self.occupations]
        self.compared = Kept(self._compared)
        self.raised = Kept(self._raised)
        self.row = rows
        self.ids = [compact(one.id) for one in self.occupations]
        known = catalogue.skills(self.skills)
        self.labels = [compact(skill_record(one)) for one in known]

    def _compared(self, _key: object, asked: Asked, held: Held | None) -> str:
        """A requirement beside what is held, as JSON."""
        skill = self.catalogue.skill(asked.skill)
        found = compare(asked.requirement, skill, held, self.catalogue)
        return compact(comparison_record(found))

    def _raised(
        self, key: tuple[str, int, int], held: Held | None
    ) -> tuple[tuple[float, str], ...]:
        """What raising a skill from one level to another closes: shares and reasons.

        The key is the skill, both levels, and what is held.
        """
        skill, before, after = key[:3]
        found = []
        for table, total in zip(self.asked, self.totals, strict=True):
            for one in table:
                if one.skill != skill:
                    continue
                parts = parts_met(after, one.need) - parts_met(before, one.need)
                share = weight(one.requirement) * parts / total
                if share:
                    row = compare(
                        one.requirement,
                        self.catalogue.skill(skill),
                        held,
                        self.catalogue,
                    )
                    reason = Reason(one.occupation, row, before, after, share)
                    text = reason_sentence(reason, self.bases)
                    found.append((share, compact(text)))
        return tuple(found)


def row_template(_id: str, credential: Credential) -> Template:
    """The row of a credential, with what differs from client to client left open."""
    blank = Recommendation(1, credential, 0.0, 0.0, (), ())
    return Template(recommendation_record(blank, {}), _OPEN_IN_ROW)


def closing_text(label: str, before: int, after: int) -> str:
    """A closing (see ``render.projection``) as JSON; the label is the skill's."""
    return f'{{"from":{before},"skill":{label},"to":{after}}}'
