"""The JSON Schema of ``cohort``."""

from __future__ import annotations

from skillgap.model.cohort import OUTCOMES
from skillgap.render.schema_parts import (
    BOOLEAN,
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

_CELL = nullable(COUNT)
COHORTS: dict[str, Schema] = {
    "cohort": record(
        results=TEXT,
        clients=COUNT,
        errors=_CELL,
        smallest_group=COUNT,
        reach=SHARE,
        outcomes=array(record(outcome=choice(*OUTCOMES), clients=_CELL)),
        lacked=array(
            record(
                skill=record(id=TEXT, label=TEXT),
                clients=_CELL,
                share=SHARE,
                taught=BOOLEAN,
            )
        ),
        lacked_by_few=COUNT,
        occupations=array(
            record(
                occupation=nullable(TEXT),
                title=TEXT,
                clients=COUNT,
                before=SHARE,
                after=SHARE,
                within=_CELL,
            )
        ),
        occupations_joined=COUNT,
        intake=record(
            most=COUNT,
            status=choice("optimal", "feasible", "infeasible"),
            coverage_before=SHARE,
            coverage_after=SHARE,
            bound=SHARE,
            clients=_CELL,
            credentials=array(
                record(
                    credential=ref("credential"),
                    clients=_CELL,
                    adds_alone=nullable(SHARE),
                )
            ),
        ),
    )
}
