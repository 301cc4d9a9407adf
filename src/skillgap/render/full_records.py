"""``list``, ``show`` and ``stats`` as plain values: records with all their facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.model import Credential, Occupation, Skill
from skillgap.render.records import (
    Record,
    credential_record,
    fact_record,
    occupation_record,
    quantity_record,
    skill_record,
    source_record,
    wage_record,
)
from skillgap.render.views.parts import said

if TYPE_CHECKING:
    from skillgap.model import Requirement
    from skillgap.render.result import ListView, ShowView, StatsView


def list_data(view: ListView) -> Record:
    """The records of a list, each with the facts that its row shows."""
    return {
        "kind": view.kind,
        "total": len(view.records) if view.total is None else view.total,
        "records": [_summary(record) for record in view.records],
    }


def show_data(view: ShowView) -> Record:
    """One record with everything that is known of it."""
    match view.record:
        case Occupation() as occupation:
            return {"kind": "occupation", "record": _occupation(occupation, view)}
        case Credential() as credential:
            return {"kind": "credential", "record": _credential(credential, view)}
        case Skill() as skill:
            return {"kind": "skill", "record": _skill(skill, view)}


def _summary(record: Occupation | Credential | Skill) -> Record:
    match record:
        case Occupation():
            return occupation_record(record) | {
                "field": record.field,
                "in_demand": record.in_demand,
                "wage": wage_record(record.wage),
            }
        case Credential():
            return credential_record(record) | _terms(record)
        case Skill():
            return skill_record(record)


def _terms(credential: Credential) -> Record:
    return {
        "field": credential.field,
        "hours": quantity_record(credential.hours),
        "cost": quantity_record(credential.cost),
        "delivery": credential.delivery,
        "language": list(credential.languages),
        "funding": {"osap": credential.osap},
        "status": credential.status,
        "confidence": credential.confidence,
    }


def _occupation(occupation: Occupation, view: ShowView) -> Record:
    outlook = occupation.outlook
    return _summary(occupation) | {
        "alternative_titles": plain_values(occupation.alternative_titles),
        "outlook": None if outlook is None else fact_record(outlook),
        "outlook_regional": [fact_record(f) for f in occupation.outlook_regional],
        "demand": [fact_record(fact) for fact in occupation.demand],
        "outlook_older": plain_values(occupation.outlook_older),
        "regulated": plain_values(occupation.regulated),
        "education": plain_values(occupation.education),
        "uris": list(occupation.uris),
        "onet": list(occupation.onet),
        "requirements": [_requirement(each, view) for each in occupation.requirements],
    }


def _requirement(requirement: Requirement, view: ShowView) -> Record:
    return {
        "skill": _named_skill(requirement.skill, view),
        "relation": requirement.relation,
        "importance": requirement.importance,
        "need": requirement.need,
        "need_basis": requirement.need_basis,
        "basis": requirement.basis,
        "note": requirement.note,
    }


def _credential(credential: Credential, view: ShowView) -> Record:
    kept = (
        "unit",
        "self_paced",
        "hours_note",
        "cost_note",
        "cost_as_of",
        "part_of",
        "stacks_into",
        "assessed",
        "industry_partner",
        "validity_years",
        "level",
        "skills_basis",
        "retrieved",
        "note",
    )
    facts = {name: getattr(credential, name) for name in kept}
    return (
        _summary(credential)
        | facts
        | {
            "weeks": quantity_record(credential.weeks),
            "prerequisites": plain_values(credential.prerequisites),
            "equivalent_to": list(credential.equivalent_to),
            "source": source_record(credential.source),
            "other_sources": list(credential.other_sources),
            "develops": [
                {
                    "skill": _named_skill(taught.skill, view),
                    "level": taught.reached,
                    "level_basis": "stated" if taught.level else "assumed",
                }
                for taught in credential.develops
            ],
        }
    )


def _skill(skill: Skill, view: ShowView) -> Record:
    return skill_record(skill) | {
        "labels": skill.label._asdict(),
        "alternative_labels": plain_values(skill.alternative_labels),
        "broader": [_named_skill(each, view) for each in skill.broader],
        "uri": skill.uri,
        "required_by": [
            {
                "occupation": occupation_record(occupation),
                "relation": requirement.relation,
                "importance": requirement.importance,
                "need": requirement.need,
                "need_basis": requirement.need_basis,
            }
            for occupation, requirement in view.required_by
        ],
        "taught_by": [credential_record(each) for each in view.taught_by],
    }


def _named_skill(reference: str, view: ShowView) -> Record:
    known = view.skills.get(reference)
    if known is None:
        return {"id": reference, "label": reference, "kind": None}
    return skill_record(known)


def plain_values(value: object) -> Any:  # noqa: ANN401 - as JSON has it
    """A record and what it holds as dictionaries, lists and simple values."""
    if hasattr(value, "_asdict"):
        return {name: plain_values(part) for name, part in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [plain_values(part) for part in value]
    return value


def stats_data(view: StatsView) -> Record:
    """The counts, shares and sources of a catalogue."""
    stats = view.stats
    return {
        "skills": stats.skills,
        "occupations": stats.occupations,
        "credentials": stats.credentials,
        "counts": dict(stats.counts),
        "issuers": [
            {
                "id": each.issuer.id,
                "name": said(each.issuer.name),
                "kind": each.issuer.kind,
                "credentials": each.credentials,
            }
            for each in stats.issuers
        ],
        "fields": [
            {
                "id": each.field.id,
                "label": said(each.field.label),
                "occupations": each.occupations,
                "credentials": each.credentials,
            }
            for each in stats.fields
        ],
        "taught_share": [
            plain_values(each) | {"share": each.share} for each in stats.taught_share
        ],
        "stale": plain_values(stats.stale),
        "sources": plain_values(stats.sources),
    }
