"""The JSON Schema of ``list``, ``show`` and ``catalogue stats``."""

from __future__ import annotations

from skillgap.render.schema_parts import (
    BOOLEAN,
    COUNT,
    CREDENTIAL,
    FACT,
    LEVEL,
    NUMBER,
    OCCUPATION,
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

_BASIS = choice("stated", "assumed")
_TEXTS = record(en=array(TEXT), fr=array(TEXT))
_LISTED_OCCUPATION = record(
    **OCCUPATION["properties"],
    field=nullable(TEXT),
    in_demand=nullable(BOOLEAN),
    wage=nullable(WAGE),
)
_LISTED_CREDENTIAL = record(
    **CREDENTIAL["properties"],
    field=TEXT,
    hours=ref("quantity"),
    cost=ref("quantity"),
    delivery=fact_of("delivery"),
    language=array(TEXT),
    funding=record(osap=choice("yes", "no", "unknown")),
    status=fact_of("status"),
    confidence=fact_of("confidence"),
)
_RECORDS = {
    "occupations": _LISTED_OCCUPATION,
    "credentials": _LISTED_CREDENTIAL,
    "skills": SKILL,
}
LISTED: Schema = {
    "oneOf": [
        record(kind={"const": kind}, total=COUNT, records=array(shape))
        for kind, shape in _RECORDS.items()
    ]
}

_REQUIREMENT = record(
    relation=choice("essential", "optional"),
    importance=LEVEL,
    need=LEVEL,
    need_basis=_BASIS,
)
_OCCUPATION = record(
    **_LISTED_OCCUPATION["properties"],
    alternative_titles=_TEXTS,
    outlook=nullable(FACT),
    outlook_regional=array(FACT),
    outlook_older=nullable(
        record(
            rating=TEXT,
            scale=TEXT,
            region=nullable(TEXT),
            period=nullable(TEXT),
            noc_2016=nullable(TEXT),
            source=TEXT,
        )
    ),
    demand=array(FACT),
    regulated=nullable(
        record(
            status=TEXT,
            body=nullable(TEXT),
            note=nullable(TEXT),
            source=TEXT,
            other_sources=array(TEXT),
        )
    ),
    education=nullable(record(mentions=array(TEXT), source=TEXT)),
    uris=array(TEXT),
    onet=array(TEXT),
    requirements=array(
        record(
            **_REQUIREMENT["properties"],
            skill=ref("skill"),
            basis=nullable(TEXT),
            note=nullable(TEXT),
        )
    ),
)
_NOTES = (
    "unit",
    "hours_note",
    "cost_note",
    "cost_as_of",
    "part_of",
    "stacks_into",
    "assessed",
    "industry_partner",
    "level",
    "skills_basis",
    "retrieved",
    "note",
)
_CREDENTIAL = record(
    **_LISTED_CREDENTIAL["properties"],
    **{name: nullable(TEXT) for name in _NOTES},
    self_paced=nullable(BOOLEAN),
    validity_years=nullable(NUMBER),
    weeks=ref("quantity"),
    prerequisites=record(
        credentials=array(TEXT), any_of=array(array(TEXT)), text=nullable(TEXT)
    ),
    equivalent_to=array(TEXT),
    source=SOURCE,
    other_sources=array(TEXT),
    develops=array(record(skill=ref("skill"), level=LEVEL, level_basis=_BASIS)),
)
_SKILL = record(
    **SKILL["properties"],
    labels=record(en=nullable(TEXT), fr=nullable(TEXT)),
    alternative_labels=_TEXTS,
    broader=array(ref("skill")),
    uri=nullable(TEXT),
    required_by=array(
        record(**_REQUIREMENT["properties"], occupation=ref("occupation"))
    ),
    taught_by=array(ref("credential")),
)
SHOWN: Schema = {
    "oneOf": [
        record(kind={"const": "occupation"}, record=_OCCUPATION),
        record(kind={"const": "credential"}, record=_CREDENTIAL),
        record(kind={"const": "skill"}, record=_SKILL),
    ]
}
STATS = record(
    skills=COUNT,
    occupations=COUNT,
    credentials=COUNT,
    counts={"type": "object", "additionalProperties": COUNT},
    issuers=array(record(id=TEXT, name=TEXT, kind=TEXT, credentials=COUNT)),
    fields=array(record(id=TEXT, label=TEXT, occupations=COUNT, credentials=COUNT)),
    taught_share=array(
        record(
            name=TEXT,
            taught=COUNT,
            total=COUNT,
            nocs=array(TEXT),
            kinds=array(TEXT),
            share=nullable(SHARE),
        )
    ),
    stale=array(record(kind=TEXT, id=TEXT, as_of=TEXT)),
    sources=array(
        record(
            id=TEXT,
            title=TEXT,
            **{
                name: nullable(TEXT)
                for name in (
                    "publisher",
                    "url",
                    "licence",
                    "licence_url",
                    "attribution",
                    "as_of",
                    "note",
                )
            },
        )
    ),
)
