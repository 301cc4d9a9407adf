"""Whether a funding program is likely to pay: an estimate, never a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from skillgap.record import Record

if TYPE_CHECKING:
    from skillgap.model.funding import FundingProgram, FundingRule

Answer = Literal["likely", "unlikely", "ask", "note"]
"""*ask*: not known, or sources disagree; *note*: a rule to keep, not to be judged."""


class Applicant(Record):
    """What a person tells of themselves for an estimate; None is not told.

    ``income`` is the yearly income of the family in Canadian dollars. Nothing of this
    is kept.
    """

    family_size: int | None = None
    income: float | None = None
    resident: bool | None = None
    status: (
        Literal["citizen", "permanent_resident", "protected_person", "other"] | None
    ) = None


class RuleAnswer(Record):
    """One rule of a program and how it turns out."""

    rule: FundingRule
    answer: Answer


class FundingAnswer(Record):
    """A program, the answer to each rule that was judged, and the whole of them.

    The whole is *unlikely* where any rule is, else *ask* where any is, else *likely*.
    """

    program: FundingProgram
    answer: Answer
    rules: tuple[RuleAnswer, ...]
