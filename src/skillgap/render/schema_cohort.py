"""The JSON Schema of ``cohort``."""

from __future__ import annotations

from skillgap.model.cohort import OUTCOMES
from skillgap.render.schema_parts import (
    SHARE,
    TEXT,
    Schema,
    array,
    choice,
    nullable,
    record,
    ref,
)

_COUNT: Schema = {"type": "integer", "minimum": 0}
_CELL = nullable(_COUNT)
_BOOLEAN: Schema = {"type": "boolean"}
COHORTS: dict[str, Schema] = {
    "cohort": record(
        results=TEXT,
        clients=_CELL,
        errors=_CELL,
        smallest_group=_COUNT,
        reach=SHARE,
        outcomes=array(record(outcome=choice(*OUTCOMES), clients=_CELL)),
        lacked=array(
            record(
                skill=record(id=TEXT, label=TEXT),
                clients=_CELL,
                nearly_all=_BOOLEAN,
                share=nullable(SHARE),
                taught=_BOOLEAN,
            )
        ),
        lacked_by_few=_COUNT,
        occupations=array(
            record(
                occupation=nullable(TEXT),
                title=TEXT,
                clients=_COUNT,
                before=SHARE,
                after=SHARE,
                within=_CELL,
            )
        ),
        occupations_joined=_COUNT,
        intake=record(
            most=_COUNT,
            status=choice("optimal", "feasible", "infeasible"),
            coverage_before=SHARE,
            coverage_after=SHARE,
            bound=SHARE,
            clients=_CELL,
            nearly_all=_BOOLEAN,
            credentials=array(
                record(
                    credential=ref("credential"),
                    clients=_CELL,
                    nearly_all=_BOOLEAN,
                    adds_alone=nullable(SHARE),
                )
            ),
        ),
    )
}
