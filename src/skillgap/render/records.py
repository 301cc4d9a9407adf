"""Single records as plain values, in the words of the JSON contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.render.views.parts import said

if TYPE_CHECKING:
    from skillgap.errors import Problem
    from skillgap.model import (
        Comparison,
        Credential,
        Fact,
        Match,
        Occupation,
        Quantity,
        Skill,
        Source,
        Wage,
    )

Record = dict[str, Any]


def skill_record(skill: Skill) -> Record:
    """A skill by id, label and kind."""
    return {"id": skill.id, "label": said(skill.label), "kind": skill.kind}


def occupation_record(occupation: Occupation) -> Record:
    """An occupation by id, NOC code, title and TEER."""
    return {
        "id": occupation.id,
        "noc": occupation.noc,
        "title": said(occupation.title),
        "teer": occupation.teer,
    }


def credential_record(credential: Credential) -> Record:
    """A credential by id, name, issuer, kind and address."""
    return {
        "id": credential.id,
        "name": said(credential.name),
        "issuer": said(credential.issuer.name),
        "kind": credential.kind,
        "url": credential.source.url,
    }


def quantity_record(amount: Quantity) -> Record:
    """A quantity; ``low`` and ``high`` are there for a range alone."""
    record: Record = {
        "value": amount.value,
        "unit": amount.unit,
        "basis": amount.basis,
    }
    if amount.basis == "range":
        record |= {"low": amount.low, "high": amount.high}
    return record


def source_record(source: Source) -> Record:
    """Where a credential's facts were read, and when that was written."""
    return source._asdict()


def wage_record(wage: Wage | None) -> Record | None:
    """Pay, or null where none is known."""
    return None if wage is None else wage._asdict()


def fact_record(fact: Fact) -> Record:
    """A sourced statement about an occupation."""
    return fact._asdict()


def match_record(match: Match) -> Record:
    """How a phrase was understood, with its receipt."""
    return {
        "phrase": match.phrase,
        "status": match.status,
        "skill": None if match.skill is None else skill_record(match.skill),
        "level": match.level,
        "level_basis": match.level_basis,
        "rule": match.rule,
        "confidence": match.confidence,
        "matched_label": match.matched_label,
        "evidence": match.evidence,
        "reason": match.reason,
        "candidates": [
            {
                "skill": skill_record(candidate.skill),
                "confidence": candidate.confidence,
                "matched_label": candidate.matched_label,
            }
            for candidate in match.candidates
        ],
    }


def comparison_record(comparison: Comparison) -> Record:
    """One requirement beside what is held; ``have`` 0 is nothing."""
    by = comparison.satisfied_by
    return {
        "skill": skill_record(comparison.skill),
        "relation": comparison.requirement.relation,
        "importance": comparison.requirement.importance,
        "basis": comparison.requirement.basis,
        "need": comparison.need,
        "have": comparison.have,
        "need_basis": comparison.need_basis,
        "have_basis": comparison.have_basis,
        "satisfied_by": None if by is None else skill_record(by),
    }


def problem_record(problem: Problem) -> Record:
    """A problem with its place and remedy."""
    return problem._asdict()
