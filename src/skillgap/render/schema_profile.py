"""The JSON Schema of the commands about a profile."""

from __future__ import annotations

from typing import get_args

from skillgap.model import LearningKind, Verification
from skillgap.render.schema_parts import (
    BOOLEAN,
    COUNT,
    LEVEL,
    MATCHES,
    NUMBER,
    TEXT,
    Schema,
    array,
    choice,
    nullable,
    record,
    ref,
)

_MAYBE = nullable(TEXT)
_EVIDENCE = record(kind=TEXT, text=TEXT, date=_MAYBE, hours=nullable(NUMBER))
_CLAIM = record(
    **{
        **MATCHES["items"]["properties"],
        "last_used": _MAYBE,
        "old": BOOLEAN,
        "learnt": BOOLEAN,
        "evidence": array(_EVIDENCE),
    }
)
_AWARD = record(
    name=TEXT,
    issuer=_MAYBE,
    credential=nullable(ref("credential")),
    awarded=_MAYBE,
    expires=_MAYBE,
    expired=nullable(BOOLEAN),
    verification=choice(*get_args(Verification)),
    verification_reason=_MAYBE,
    alignments=array(record(name=_MAYBE, framework=_MAYBE, code=_MAYBE, url=_MAYBE)),
    evidence=array(_EVIDENCE),
)
_SHOWN = record(
    path=TEXT,
    claims=array(_CLAIM),
    awards=array(_AWARD),
    learning=array(
        record(
            kind=choice(*get_args(LearningKind)),
            text=TEXT,
            skills=array(record(phrase=TEXT, level=nullable(LEVEL))),
            hours=nullable(NUMBER),
            date=_MAYBE,
            url=_MAYBE,
        )
    ),
    learnt_by_year=array(
        record(
            year=_MAYBE,
            kinds={"type": "object", "additionalProperties": COUNT},
            hours=NUMBER,
            without_hours=COUNT,
        )
    ),
    corrections=array(
        record(phrase=TEXT, skill=TEXT, verdict=choice("confirmed", "rejected"))
    ),
    targets=array(TEXT),
    hours_per_week=nullable(NUMBER),
    budget=nullable(NUMBER),
    language=nullable(choice("en", "fr")),
)
_CHANGED = record(
    path=TEXT,
    previous=_MAYBE,
    new=BOOLEAN,
    dry_run=BOOLEAN,
    files=array(
        record(
            path=TEXT, format=TEXT, claims=COUNT, awards=COUNT, languages=array(TEXT)
        )
    ),
    changes=array(
        record(
            action=choice("added", "changed"),
            what=choice(
                *("claims", "awards", "learning", "corrections", "targets"), "settings"
            ),
            text=TEXT,
        )
    ),
    matches=ref("matches"),
)
_FORGOTTEN = record(removed=array(TEXT), failed=array(record(path=TEXT, reason=TEXT)))
_CHANGING = ("new", "add", "log", "import", "edit", "confirm", "reject")
PROFILES: dict[str, Schema] = {
    "profile show": _SHOWN,
    "profile forget": _FORGOTTEN,
    **{f"profile {verb}": _CHANGED for verb in _CHANGING},
}
