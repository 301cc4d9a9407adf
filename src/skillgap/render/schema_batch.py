"""The JSON Schema of ``batch``: the line of a client, and the run as a whole."""

from __future__ import annotations

from skillgap.render.schema_parts import (
    COUNT,
    SHARE,
    TEXT,
    Schema,
    array,
    choice,
    nullable,
    record,
    ref,
)
from skillgap.render.schema_record import DIFFERENCE

_RUN = record(
    clients=COUNT,
    ok=COUNT,
    error=COUNT,
    roster=TEXT,
    folder=TEXT,
    files=array(TEXT),
    job=TEXT,
    options={"type": "object"},
    report=nullable(
        record(
            kind=choice("html", "markdown", "docx", "pdf"),
            made=nullable(TEXT | {"format": "date"}),
        )
    ),
    since=nullable(TEXT),
    written=COUNT,
)
_WHO = record(
    client=TEXT,
    row={"type": "integer", "minimum": 1},
    status=choice("ok", "error"),
    language=choice("en", "fr"),
    problems=array(ref("problem")),
)
_WHO["properties"]["since"] = record(
    state=choice("new", "changed"), differences=array(DIFFERENCE)
)
"""Only there with ``--since``."""
_WHO["properties"]["report"] = nullable(
    record(
        file=TEXT,
        languages=array(choice("en", "fr")),
        number=TEXT,
        occupation=ref("occupation"),
        coverage_before=SHARE,
        coverage_after=SHARE,
    )
)
"""Only there with ``--report``; null where there is none (docs/batch.md)."""
_WHOLE_GAP = record(
    occupation=TEXT,
    coverage=SHARE,
    covered=array(ref("comparison")),
    below_level=array(ref("comparison")),
    missing=array(ref("comparison")),
)
_FIT = record(
    rank={"type": "integer", "minimum": 1},
    occupation=ref("occupation"),
    coverage=SHARE,
    fit=SHARE,
)


def batch_schema(recommend: Schema) -> Schema:
    """A line, or the run; a line that is ok has what ``recommend`` has and more."""
    advised = recommend["properties"] | {
        "gaps": array(_WHOLE_GAP),
        "fits": array(_FIT),
    }
    ok = {"properties": {"status": {"const": "ok"}}, "required": ["status"]}
    line = _WHO | {"if": ok, "then": record(**advised)}
    return {"anyOf": [line, _RUN]}
