"""The JSON Schema of the commands that import, export or enrich a catalogue."""

from __future__ import annotations

from skillgap.render.schema_parts import (
    BOOLEAN,
    COUNT,
    SHARE,
    TEXT,
    Schema,
    array,
    nullable,
    record,
)

_DROPPED = record(reason=TEXT, rows=COUNT, example=nullable(TEXT))
_INTAKE = record(
    place=TEXT,
    dry_run=BOOLEAN,
    counts={"type": "object", "additionalProperties": COUNT},
    counted=array(record(name=TEXT, rows=COUNT, kept=COUNT, dropped=array(_DROPPED))),
    notes=array(TEXT),
    unread=array(record(name=TEXT, reason=TEXT)),
    conflicts=array(record(record=TEXT, key=TEXT, kept=TEXT, other=TEXT, source=TEXT)),
    proposed=array(
        record(
            credential=TEXT,
            phrase=TEXT,
            skill=TEXT,
            confidence=SHARE,
            accepted=BOOLEAN,
        )
    ),
)
INTAKES: dict[str, Schema] = {
    "catalogue import": _INTAKE,
    "catalogue enrich": _INTAKE,
    "catalogue export": _INTAKE,
}
