"""The JSON Schema of what the planning commands print."""

from __future__ import annotations

from skillgap.render.schema_parts import (
    ALSO_NEEDED,
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

_NUMBER: Schema = {"type": "number", "minimum": 0}
_TOTAL = record(
    value=_NUMBER, unit=TEXT, basis=choice("stated", "assumed"), assumed=_NUMBER
)
_CLOSES = array(
    record(
        skill=ref("skill"),
        **{
            "from": {"type": "integer", "minimum": 0, "maximum": 5},
            "to": {"type": "integer", "minimum": 1, "maximum": 5},
        },
    )
)
_STEP = record(
    order={"type": "integer", "minimum": 1},
    credential=ref("credential"),
    start=nullable(TEXT),
    end=nullable(TEXT),
    days=nullable(COUNT),
    renew_by=nullable(TEXT),
    hours=ref("quantity"),
    cost=ref("quantity"),
    adds=SHARE,
    coverage_after=SHARE,
    closes=_CLOSES,
    opens=array(ref("credential")),
    reasons=array(TEXT),
)
_ROUTE = {
    "outcome": choice(
        "planned",
        "covered",
        "nothing_taught",
        "all_set_aside",
        "nothing_fits",
        "no_time",
        "deadline_before_start",
    ),
    "status": choice("optimal", "feasible", "infeasible"),
    "bound": SHARE,
    "proven": array(choice("coverage", "hours", "cost", "credentials", "ids")),
    "coverage_before": SHARE,
    "coverage_after": SHARE,
    "hours": _TOTAL,
    "cost": _TOTAL,
    "start": nullable(TEXT),
    "end": nullable(TEXT),
    "steps": array(_STEP),
}
_NEARER = {"type": "object"}
_ADDS = {"adds": SHARE, "coverage_after": SHARE}
_VERDICT = record(
    reachable=SHARE,
    reached=SHARE,
    kind=choice("reaches", "partly", "not_by_short_credentials"),
    obstacles=array(choice("licence", "degree", "not_taught")),
    not_taught=array(ref("skill")),
    also_needed=array(ALSO_NEEDED),
    longer_programs=array(record(credential=ref("credential"), why_longer=TEXT)),
    nearer=array(_NEARER),
)
_GAP = record(
    coverage=SHARE,
    covered=array(ref("comparison")),
    below_level=array(ref("comparison")),
    missing=array(ref("comparison")),
)
_ANSWER = choice("likely", "unlikely", "ask", "note")
PLANS: dict[str, Schema] = {
    "plan": record(
        occupation=ref("occupation"),
        **_ROUTE,
        alternatives=array(record(name=TEXT, **_ROUTE)),
        verdict=_VERDICT,
        assumptions=array(TEXT),
        set_aside=array(record(filter=TEXT, count=COUNT)),
        more=array(record(credential=ref("credential"), **_ADDS)),
        stability=nullable({"type": "object"}),
        decisive_unknowns=array({"type": "object"}),
        funding=nullable(TEXT),
        matches=ref("matches"),
    ),
    "why": record(
        credential=ref("credential"),
        occupation=ref("occupation"),
        adds_alone=SHARE,
        closes=_CLOSES,
        rank=nullable({"type": "integer", "minimum": 1}),
        planned={"type": "boolean"},
        coverage_with=nullable(SHARE),
        coverage_without=SHARE,
        refused=array(TEXT),
        skills_that_add_most=array({"type": "object"}),
        matches=ref("matches"),
    ),
    "whatif": record(
        occupation=ref("occupation"),
        added=ref("matches"),
        taken=array(ref("credential")),
        before=_GAP,
        after=_GAP,
        elsewhere=array(_NEARER),
        matches=ref("matches"),
    ),
    "funding": record(
        programs=array(
            record(
                id=TEXT,
                name=TEXT,
                url=nullable(TEXT),
                answer=_ANSWER,
                rules=array({"type": "object"}),
            )
        )
    ),
}
