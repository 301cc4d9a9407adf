"""The parts of the JSON Schema that several commands share."""

from __future__ import annotations

from typing import Any, get_args

from skillgap.model import (
    Confidence,
    CredentialKind,
    Delivery,
    LevelBasis,
    MatchReason,
    MatchRule,
    MatchStatus,
    QuantityBasis,
    Relation,
    SkillKind,
    Status,
)

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
BOOLEAN: Schema = {"type": "boolean"}
COUNT: Schema = {"type": "integer", "minimum": 0}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
LEVEL: Schema = {"type": "integer", "minimum": 1, "maximum": 5}
HELD: Schema = {"type": "integer", "minimum": 0, "maximum": 5}


def record(**properties: Schema) -> Schema:
    """An object that has all of these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
    }


def array(items: Schema) -> Schema:
    """A list of these."""
    return {"type": "array", "items": items}


def nullable(shape: Schema) -> Schema:
    """This, or null where it is unknown."""
    return {"anyOf": [shape, {"type": "null"}]}


def choice(*values: str) -> Schema:
    """One of these words."""
    return {"enum": list(values)}


def ref(name: str) -> Schema:
    """A part that is defined once."""
    return {"$ref": f"#/$defs/{name}"}


def fact_of(name: str) -> Schema:
    """The words that a fact of a credential may hold; delivery may be unknown."""
    words = {"status": Status, "confidence": Confidence, "delivery": Delivery}
    shape = choice(*get_args(words[name]))
    return nullable(shape) if name == "delivery" else shape


SKILL = record(id=TEXT, label=TEXT, kind=choice(*get_args(SkillKind)))
OCCUPATION = record(
    id=TEXT, noc=nullable(TEXT), title=TEXT, teer=nullable({"type": "integer"})
)
CREDENTIAL = record(
    id=TEXT,
    name=TEXT,
    issuer=TEXT,
    kind=choice(*get_args(CredentialKind)),
    url=nullable(TEXT),
)
QUANTITY = record(
    value=nullable(NUMBER),
    unit={"anyOf": [choice("h", "week"), {"type": "string", "pattern": "^[A-Z]{3}$"}]},
    basis=choice(*get_args(QuantityBasis)),
)
QUANTITY["properties"] |= {"low": nullable(NUMBER), "high": nullable(NUMBER)}
SOURCE = record(
    url=nullable(TEXT), kind=nullable(TEXT), as_of=nullable(TEXT), note=nullable(TEXT)
)
WAGE = record(
    low=nullable(NUMBER),
    median=nullable(NUMBER),
    high=nullable(NUMBER),
    unit=TEXT,
    region=TEXT,
    period=nullable(TEXT),
    source=TEXT,
)
FACT = record(
    kind=TEXT, value=TEXT, region=nullable(TEXT), period=nullable(TEXT), source=TEXT
)
ALSO_NEEDED = record(kind=choice("licence", "education"), text=TEXT, source=TEXT)
COMPARISON = record(
    skill=ref("skill"),
    relation=choice(*get_args(Relation)),
    importance=LEVEL,
    basis=nullable(TEXT),
    need=LEVEL,
    have=HELD,
    need_basis=choice(*get_args(LevelBasis)),
    have_basis=nullable(choice(*get_args(LevelBasis))),
    satisfied_by=nullable(ref("skill")),
)
MATCHES = array(
    record(
        phrase=TEXT,
        status=choice(*get_args(MatchStatus)),
        skill=nullable(ref("skill")),
        level=LEVEL,
        level_basis=choice(*get_args(LevelBasis)),
        rule=nullable(choice(*get_args(MatchRule))),
        confidence=SHARE,
        matched_label=nullable(TEXT),
        evidence=nullable(TEXT),
        reason=nullable(choice(*get_args(MatchReason))),
        candidates=array(
            record(skill=ref("skill"), confidence=SHARE, matched_label=TEXT)
        ),
    )
)
PROBLEM = record(
    severity=choice("error", "warning", "note"),
    rule=TEXT,
    message=TEXT,
    path=nullable(TEXT),
    line=nullable({"type": "integer"}),
    column=nullable({"type": "integer"}),
    hint=nullable(TEXT),
)
