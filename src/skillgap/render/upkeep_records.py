"""The JSON form of impact, doctor and new entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.render.records import (
    Record,
    credential_record,
    occupation_record,
    problem_record,
)

if TYPE_CHECKING:
    from skillgap.model import Occupation
    from skillgap.model.impact import Answer, Asked, OccupationImpact
    from skillgap.render.upkeep_result import DoctorView, EntryView, ImpactView


def impact_data(view: ImpactView) -> Record:
    """What changes in the answers."""
    impact = view.impact
    return {
        "people": impact.people,
        "seed": impact.seed,
        "compared": impact.occupations,
        "answers": impact.answers,
        "changed": impact.changed,
        "share": impact.share,
        "threshold": view.threshold,
        "occupations": [_affected(one) for one in impact.affected],
        "phrases": [one._asdict() for one in impact.phrases],
        "added": _occupations(impact.added),
        "removed": _occupations(impact.removed),
    }


def _occupations(records: tuple[Occupation, ...]) -> list[Record]:
    return [occupation_record(one) for one in records]


def _affected(one: OccupationImpact) -> Record:
    return {
        "occupation": occupation_record(one.occupation),
        "changed": one.changed,
        "coverage": one.coverage,
        "first": one.first,
        "verdict": one.verdict,
        "mean": one.mean,
        "largest": one.largest,
        "firsts": [swap._asdict() for swap in one.firsts],
        "verdicts": [swap._asdict() for swap in one.verdicts],
        "examples": [
            {
                "person": _person(example.person),
                "before": _answer(example.before),
                "after": _answer(example.after),
            }
            for example in one.examples
        ],
    }


def _person(person: Asked) -> Record:
    phrases: list[Any] = [
        {"phrase": phrase, "level": level} for phrase, level in person.phrases
    ]
    return {"number": person.number, "phrases": phrases}


def _answer(answer: Answer) -> Record:
    first = None if answer.first is None else credential_record(answer.first)
    return {"coverage": answer.coverage, "first": first, "verdict": answer.verdict}


def doctor_data(view: DoctorView) -> Record:
    """What was looked at, each with its facts and its remedy."""
    return {
        "examined": [
            one._asdict() | {"facts": dict(one.facts)} for one in view.examined
        ]
    }


def entry_data(view: EntryView) -> Record:
    """The new entry."""
    entry = view.entry
    return entry._asdict() | {
        "missing": list(entry.missing),
        "alike": [
            {"id": id_, "name": name, "likeness": likeness}
            for id_, name, likeness in entry.alike
        ],
        "problems": [problem_record(problem) for problem in entry.problems],
    }
