"""The JSON Schema of ``replay`` and ``diff``, and of the records themselves."""

from __future__ import annotations

from typing import Any, get_args

from skillgap.model.history import CauseKind, KeptAnswer, What
from skillgap.render.schema_parts import (
    BOOLEAN,
    COUNT,
    TEXT,
    Schema,
    array,
    choice,
    nullable,
    record,
)

_VALUE: Schema = {"type": ["string", "number", "boolean", "null"]}
_CAUSE = record(
    kind=choice(*get_args(CauseKind)),
    subject=TEXT,
    before=nullable(TEXT),
    after=nullable(TEXT),
    entry_kind=nullable(choice("skills", "occupations", "credentials")),
    text=TEXT,
)
DIFFERENCE = record(
    what=choice(*get_args(What)),
    subject=TEXT,
    before=_VALUE,
    after=_VALUE,
    unit=nullable(TEXT),
    text=TEXT,
)
_CLIENTS = {
    "counts": nullable(
        {
            **record(same=COUNT, changed=COUNT),
            "additionalProperties": COUNT,
        }
    ),
    "kinds": array(record(what=choice(*get_args(What)), clients=COUNT)),
    "clients": array(
        record(
            client=TEXT,
            state=choice("new", "gone", "changed"),
            differences=array(DIFFERENCE),
        )
    ),
}
RECORDS: dict[str, Schema] = {
    "replay": record(
        record=TEXT,
        answered=TEXT,
        identical=BOOLEAN,
        causes=array(_CAUSE),
        differences=array(DIFFERENCE),
        **_CLIENTS,
    ),
    "diff": record(
        old=TEXT,
        new=TEXT,
        answered=TEXT,
        causes=array(_CAUSE),
        differences=array(DIFFERENCE),
        **_CLIENTS,
    ),
}


def record_schema() -> dict[str, Any]:
    """The JSON Schema of a record, as ``--record`` writes it."""
    from skillgap.model.plain import schema_of

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "skillgap --record",
        "description": "An answer with all that it rests on; see docs/records.md.",
        **schema_of(KeptAnswer),
    }
