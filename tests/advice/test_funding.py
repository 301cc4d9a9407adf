from __future__ import annotations

import pytest

from plain import a_credential
from skillgap.advice.funding import (
    ask_for_credential,
    ask_for_person,
    forbids_overlap,
)
from skillgap.model import Quantity, Text
from skillgap.model.eligibility import Applicant
from skillgap.model.funding import Disagreement, FundingProgram, FundingRule

PAGE = "https://example.org/rules"


def rule(kind: str, rule_id: str = "", **more: object) -> FundingRule:
    return FundingRule(rule_id or kind, kind, Text(kind), PAGE, **more)  # type: ignore[arg-type]


def other(**limits: float) -> tuple[Disagreement, ...]:
    return (Disagreement(Text("otherwise"), PAGE, **limits),)


PROGRAM = FundingProgram(
    "invented",
    Text("Invented program"),
    (
        rule("on_list"),
        rule("hours_between", min=5, max=300, disagrees=other(min=6)),
        rule("weeks_below", max=12, disagrees=other(max=11)),
        rule("no_overlap"),
        rule("residence"),
        rule("status"),
        rule("income_limit", "one", max=80_000),
        rule("income_limit", "more", max=100_000),
        rule("who"),
    ),
)
COURSE = a_credential("course", {"s": 3}, osap="yes")


def of_course(hours: Quantity, days: int | None = 70, **more: object) -> dict[str, str]:
    answer = ask_for_credential(PROGRAM, COURSE._replace(**more), hours, days)  # type: ignore[arg-type]
    return {"whole": answer.answer} | {r.rule.id: r.answer for r in answer.rules}


def h(value: float, basis: str = "stated") -> Quantity:
    return Quantity(value, "h", basis)  # type: ignore[arg-type]


def test_a_listed_course_within_hours_and_weeks_is_likely_funded() -> None:
    assert of_course(h(42)) == {
        "whole": "likely",
        "on_list": "likely",
        "hours_between": "likely",
        "weeks_below": "likely",
    }


@pytest.mark.parametrize(
    ("hours", "answer"),
    [(4.5, "unlikely"), (5, "ask"), (5.5, "ask"), (6, "likely"), (300, "likely"),
     (301, "unlikely")],
)  # fmt: skip
def test_hours_between_two_wordings_are_to_be_asked_about(
    hours: float, answer: str
) -> None:
    assert of_course(h(hours))["hours_between"] == answer


@pytest.mark.parametrize(
    ("days", "answer"), [(77, "likely"), (78, "ask"), (83, "ask"), (84, "unlikely")]
)
def test_weeks_between_two_wordings_are_to_be_asked_about(
    days: int, answer: str
) -> None:
    assert of_course(h(42), days)["weeks_below"] == answer


def test_what_is_assumed_or_unknown_is_never_likely_nor_unlikely() -> None:
    assert of_course(h(400, "assumed"), 100)["hours_between"] == "ask"
    assert of_course(h(400, "assumed"), 100)["weeks_below"] == "ask"
    assert of_course(h(42), None)["weeks_below"] == "ask"
    assert of_course(h(42), osap="unknown")["whole"] == "ask"


def test_a_course_off_the_list_is_unlikely_funded() -> None:
    assert of_course(h(42), osap="no")["whole"] == "unlikely"


def of_person(**told: object) -> dict[str, str]:
    answer = ask_for_person(PROGRAM, Applicant(**told))  # type: ignore[arg-type]
    return {"whole": answer.answer} | {r.rule.id: r.answer for r in answer.rules}


def test_only_the_limit_of_the_family_s_size_is_judged() -> None:
    alone = of_person(family_size=1, income=90_000, resident=True, status="citizen")
    assert alone == {
        "on_list": "note",
        "hours_between": "note",
        "weeks_below": "note",
        "no_overlap": "note",
        "residence": "likely",
        "status": "likely",
        "one": "unlikely",
        "who": "note",
        "whole": "unlikely",
    }
    four = of_person(family_size=4, income=90_000, resident=True, status="citizen")
    assert (four["more"], four["whole"], "one" in four) == ("likely", "likely", False)


def test_what_is_not_told_is_to_be_asked_about() -> None:
    silent = of_person()
    assert (silent["whole"], silent["one"], silent["status"]) == ("ask", "ask", "ask")
    unsized = of_person(income=90_000, resident=True, status="citizen")
    assert (unsized["one"], unsized["more"]) == ("ask", "likely")
    assert of_person(resident=False)["whole"] == "unlikely"
    assert of_person(status="other")["status"] == "unlikely"


def test_whether_periods_may_overlap_is_a_rule_of_the_program() -> None:
    assert forbids_overlap(PROGRAM)
    assert not forbids_overlap(PROGRAM._replace(rules=()))


def test_what_only_the_person_knows_is_to_be_asked_about() -> None:
    program = FundingProgram("x", Text("X"), (rule("residence"), rule("circumstances")))
    answer = ask_for_person(program, Applicant(resident=True))
    assert [one.answer for one in answer.rules] == ["likely", "ask"]
    assert answer.answer == "ask"
