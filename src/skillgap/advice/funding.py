"""Funding rules applied to a person and to credentials: an estimate, not a decision.

The rules are the catalogue's (``funding.yaml``), each with its source. What lies
between the wordings of two sources is answered *ask*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.model.eligibility import Answer, Applicant, FundingAnswer, RuleAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from skillgap.model import Credential, Quantity
    from skillgap.model.funding import FundingProgram, FundingRule

DAYS_A_WEEK = 7
_MEANT = {"osap": "osap-micro-credentials"}


def program_meant(
    name: str | None, programs: Iterable[FundingProgram]
) -> FundingProgram | None:
    """The program that the filter of this name stands for, where it is known here."""
    wanted = _MEANT.get(name or "")
    return next((each for each in programs if each.id == wanted), None)


def ask_for_person(program: FundingProgram, applicant: Applicant) -> FundingAnswer:
    """How the rules about a person turn out: residence, status, income.

    All others, those about a credential too, are to know.
    """
    answers = []
    for rule in _for_family(program, applicant):
        judge = _OF_PERSON.get(rule.kind)
        answer: Answer = judge(rule, applicant) if judge else "note"
        answers.append(RuleAnswer(rule, answer))
    return FundingAnswer(program, whole(answers), tuple(answers))


def ask_for_credential(
    program: FundingProgram,
    credential: Credential,
    hours: Quantity,
    days: int | None,
) -> FundingAnswer:
    """How the rules about a credential turn out: on the list, hours, weeks.

    ``hours`` are those reckoned with (assumed ones are answered *ask* at best), and
    ``days`` is how long its study takes at the person's pace, None if that is open.
    """
    answers = [
        RuleAnswer(rule, _OF_CREDENTIAL[rule.kind](rule, credential, hours, days))
        for rule in program.rules
        if rule.kind in _OF_CREDENTIAL
    ]
    return FundingAnswer(program, whole(answers), tuple(answers))


def whole(answers: Iterable[RuleAnswer]) -> Answer:
    """The answer to all rules together; rules that are only noted do not count."""
    given = {one.answer for one in answers}
    if "unlikely" in given:
        return "unlikely"
    return "ask" if "ask" in given else "likely"


def forbids_overlap(program: FundingProgram) -> bool:
    """Whether funded study periods may not overlap."""
    return any(rule.kind == "no_overlap" for rule in program.rules)


def _for_family(program: FundingProgram, applicant: Applicant) -> list[FundingRule]:
    """The rules, of the income limits only the one for the family's size.

    A program lists its income limits by family size, from one person up; the last one
    holds for larger families too. Where the size is not told, all stay.
    """
    limits = [rule for rule in program.rules if rule.kind == "income_limit"]
    if not limits or applicant.family_size is None:
        return list(program.rules)
    own = limits[max(0, min(applicant.family_size, len(limits)) - 1)]
    return [rule for rule in program.rules if rule not in limits or rule is own]


def _yes_no(*, told: bool | None) -> Answer:
    if told is None:
        return "ask"
    return "likely" if told else "unlikely"


def _residence(rule: FundingRule, applicant: Applicant) -> Answer:
    del rule
    return _yes_no(told=applicant.resident)


def _status(rule: FundingRule, applicant: Applicant) -> Answer:
    del rule
    status = applicant.status
    return _yes_no(told=None if status is None else status != "other")


def _income(rule: FundingRule, applicant: Applicant) -> Answer:
    if applicant.income is None or rule.max is None:
        return "ask"
    if applicant.income > rule.max:
        return "unlikely" if applicant.family_size is not None else "ask"
    stricter = any(
        one.max is not None and applicant.income > one.max for one in rule.disagrees
    )
    return "ask" if stricter else "likely"


def _circumstances(rule: FundingRule, applicant: Applicant) -> Answer:
    """Laid off, out of work: what no option tells is for the person to ask about."""
    del rule, applicant
    return "ask"


def _on_list(
    rule: FundingRule, credential: Credential, hours: Quantity, days: int | None
) -> Answer:
    del rule, hours, days
    listed: dict[str, Answer] = {"yes": "likely", "no": "unlikely", "unknown": "ask"}
    return listed[credential.osap]


def _hours(
    rule: FundingRule, credential: Credential, hours: Quantity, days: int | None
) -> Answer:
    del credential, days
    return "ask" if hours.basis == "assumed" else _between(rule, hours.value)


def _weeks(
    rule: FundingRule, credential: Credential, hours: Quantity, days: int | None
) -> Answer:
    """Below the stated weeks; a disagreeing source states the most weeks, included."""
    weeks = credential.weeks.value if days is None else days / DAYS_A_WEEK
    if weeks is None or rule.max is None:
        return "ask"
    if weeks >= rule.max:
        return "unlikely" if hours.basis != "assumed" else "ask"
    stricter = any(one.max is not None and weeks > one.max for one in rule.disagrees)
    return "ask" if stricter or hours.basis == "assumed" else "likely"


def _between(rule: FundingRule, value: float | None) -> Answer:
    if value is None:
        return "ask"
    if not _within(value, rule.min, rule.max):
        return "unlikely"
    agreed = all(_within(value, one.min, one.max) for one in rule.disagrees)
    return "likely" if agreed else "ask"


def _within(value: float, least: float | None, most: float | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


_OF_PERSON: dict[str, Callable[[FundingRule, Applicant], Answer]] = {
    "residence": _residence,
    "status": _status,
    "income_limit": _income,
    "circumstances": _circumstances,
}
_OF_CREDENTIAL: dict[
    str, Callable[[FundingRule, Credential, Quantity, int | None], Answer]
] = {"on_list": _on_list, "hours_between": _hours, "weeks_below": _weeks}
