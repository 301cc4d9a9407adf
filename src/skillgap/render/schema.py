"""The published JSON Schema of what ``--format json`` prints.

Every key named here is always there; more may be added in a minor version, so a
reader ignores the keys that it does not know.
"""

from __future__ import annotations

from typing import Any

from skillgap.render.schema_batch import batch_schema
from skillgap.render.schema_cohort import COHORTS
from skillgap.render.schema_intake import INTAKES
from skillgap.render.schema_parts import (
    ALSO_NEEDED,
    COMPARISON,
    COUNT,
    CREDENTIAL,
    FACT,
    MATCHES,
    OCCUPATION,
    PROBLEM,
    QUANTITY,
    SHARE,
    SKILL,
    SOURCE,
    TEXT,
    WAGE,
    Schema,
    array,
    choice,
    fact_of,
    nullable,
    record,
    ref,
)
from skillgap.render.schema_plan import PLANS
from skillgap.render.schema_profile import PROFILES
from skillgap.render.schema_record import RECORDS
from skillgap.render.schema_records import LISTED, SHOWN, STATS
from skillgap.render.schema_upkeep import UPKEEP

_RANK: Schema = {"type": "integer", "minimum": 1}
_GAP = record(
    occupation=ref("occupation"),
    coverage=SHARE,
    covered=array(ref("comparison")),
    below_level=array(ref("comparison")),
    missing=array(ref("comparison")),
    also_needed=array(ALSO_NEEDED),
    matches=ref("matches"),
)
_EXPLORE = record(
    occupations=array(
        record(
            rank=_RANK,
            occupation=ref("occupation"),
            coverage=SHARE,
            fit=SHARE,
            missing=array(ref("skill")),
            in_demand=nullable({"type": "boolean"}),
            demand=array(FACT),
            outlook=nullable(FACT),
            wage=nullable(WAGE),
        )
    ),
    matches=ref("matches"),
)
_RECOMMENDATION = record(
    rank=_RANK,
    credential=ref("credential"),
    adds=SHARE,
    coverage_after=SHARE,
    closes=array(
        record(
            skill=ref("skill"),
            **{
                "from": {"type": "integer", "minimum": 0, "maximum": 5},
                "to": {"type": "integer", "minimum": 1, "maximum": 5},
            },
        )
    ),
    opens=array(ref("credential")),
    hours=ref("quantity"),
    weeks=ref("quantity"),
    cost=ref("quantity"),
    delivery=fact_of("delivery"),
    language=array(TEXT),
    funding=record(osap=choice("yes", "no", "unknown")),
    status=fact_of("status"),
    confidence=fact_of("confidence"),
    source=SOURCE,
    reasons=array(TEXT),
)
_RECOMMEND = record(
    occupations=array(ref("occupation")),
    chosen_for_person={"type": "boolean"},
    rank_by=choice("added", "alone", "value", "hours", "cost"),
    coverage_before=SHARE,
    gaps=array(
        record(
            occupation=TEXT,
            coverage=SHARE,
            covered=COUNT,
            below_level=COUNT,
            missing=COUNT,
        )
    ),
    recommendations=array(_RECOMMENDATION),
    not_taught=array(ref("skill")),
    set_aside=array(record(filter=TEXT, count=COUNT)),
    also_needed=array(record(**ALSO_NEEDED["properties"], occupation=TEXT)),
    matches=ref("matches"),
)
_CHECK = record(
    counts={"type": "object", "additionalProperties": COUNT},
    problems=array(ref("problem")),
)
_DATA: dict[str, Schema] = {
    "match": record(matches=ref("matches")),
    "gap": _GAP,
    "explore": _EXPLORE,
    "recommend": _RECOMMEND,
    "batch": batch_schema(_RECOMMEND),
    "list": LISTED,
    "show": SHOWN,
    "catalogue check": _CHECK,
    "catalogue stats": STATS,
    "profile check": _CHECK,
    **INTAKES,
    **PLANS,
    **PROFILES,
    **UPKEEP,
    **RECORDS,
    **COHORTS,
}
_DEFINITIONS: dict[str, Schema] = {
    "skill": SKILL,
    "occupation": OCCUPATION,
    "credential": CREDENTIAL,
    "quantity": QUANTITY,
    "comparison": COMPARISON,
    "matches": MATCHES,
    "problem": PROBLEM,
}


def json_contract_schema(command: str | None = None) -> dict[str, Any]:
    """The schema of the envelope, with the data of one command or of any.

    Raises KeyError for a command that has no JSON form.
    """
    names = tuple(_DATA) if command is None else (command,)
    shapes = [_DATA[name] for name in names]
    envelope = record(
        skillgap=record(version=TEXT, contract={"const": 1}),
        command=TEXT,
        catalogue=nullable(record(name=TEXT, as_of=TEXT, fingerprint=TEXT)),
        data=nullable(shapes[0] if command else {"type": "object"}),
        problems=array(ref("problem")),
    )
    if command is None:
        envelope["allOf"] = [
            {
                "if": {"properties": {"command": {"const": name}}},
                "then": {"properties": {"data": nullable(ref(_key(name)))}},
            }
            for name in names
        ]
    data = {} if command else {_key(name): _DATA[name] for name in names}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "skillgap --format json",
        "description": "What scripts may rely on; see docs/json-contract.md.",
        **envelope,
        "$defs": _DEFINITIONS | data,
    }


def _key(command: str) -> str:
    return f"data_{command.replace(' ', '_')}"
