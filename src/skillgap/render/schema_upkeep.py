"""The JSON Schema of impact, doctor and new entries."""

from __future__ import annotations

from skillgap.render.schema_parts import (
    COUNT,
    LEVEL,
    NUMBER,
    SHARE,
    TEXT,
    Schema,
    array,
    choice,
    nullable,
    record,
    ref,
)

_VERDICT = choice("reaches", "partly", "not_by_short_credentials")
_ANSWER = record(coverage=SHARE, first=nullable(ref("credential")), verdict=_VERDICT)
_SWAP = record(before=nullable(TEXT), after=nullable(TEXT), people=COUNT)
_PERSON = record(number=COUNT, phrases=array(record(phrase=TEXT, level=LEVEL)))
_IMPACT = record(
    people=COUNT,
    seed={"type": "integer"},
    compared=COUNT,
    answers=COUNT,
    changed=COUNT,
    share=SHARE,
    threshold=nullable(SHARE),
    occupations=array(
        record(
            occupation=ref("occupation"),
            changed=COUNT,
            coverage=COUNT,
            first=COUNT,
            verdict=COUNT,
            mean=NUMBER,
            largest=NUMBER,
            firsts=array(_SWAP),
            verdicts=array(_SWAP),
            examples=array(record(person=_PERSON, before=_ANSWER, after=_ANSWER)),
        )
    ),
    phrases=array(record(phrase=TEXT, before=nullable(TEXT), after=nullable(TEXT))),
    added=array(ref("occupation")),
    removed=array(ref("occupation")),
)
_DOCTOR = record(
    examined=array(
        record(
            name=TEXT,
            health=choice("ok", "warning", "error"),
            text=TEXT,
            facts={"type": "object", "additionalProperties": TEXT},
            remedy=nullable(TEXT),
        )
    )
)
_ENTRY = record(
    kind=choice("occupation", "credential", "skill"),
    id=TEXT,
    path=TEXT,
    line=COUNT,
    text=TEXT,
    missing=array(TEXT),
    alike=array(record(id=TEXT, name=TEXT, likeness=SHARE)),
    problems=array(ref("problem")),
    dry_run={"type": "boolean"},
)
UPKEEP: dict[str, Schema] = {
    "catalogue impact": _IMPACT,
    "catalogue new": _ENTRY,
    "doctor": _DOCTOR,
}
