"""Records as compact JSON arrays, and back: the form that the compiled catalogue keeps.

A named tuple is written as the array of its fields, nested ones inside. Reading names
the nested ones again; the functions below and the records are held together by tests.
"""

from __future__ import annotations

import json
from itertools import starmap
from typing import TYPE_CHECKING, Any

from skillgap.model.catalogue import (
    Credential,
    Development,
    Education,
    Fact,
    Issuer,
    Occupation,
    OlderOutlook,
    Prerequisites,
    Quantity,
    Regulation,
    Requirement,
    Skill,
    Source,
    Text,
    Texts,
    Wage,
)

if TYPE_CHECKING:
    from skillgap.model.funding import FundingProgram, LongerProgram

Array = list[Any]
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def store(record: tuple[Any, ...]) -> str:
    """A record as text."""
    return _encode(record)


def texts(array: Array) -> Texts:
    """Texts in each language."""
    return Texts(tuple(array[0]), tuple(array[1]))


def skill(array: Array) -> Skill:
    """A skill."""
    id_, label, kind, alternative, broader, uri = array
    return Skill(id_, Text(*label), kind, texts(alternative), tuple(broader), uri)


def requirement(array: Array) -> Requirement:
    """A requirement of an occupation."""
    return Requirement(*array)


def occupation(array: Array) -> Occupation:
    """An occupation with its requirements."""
    row = Occupation(*array)
    return row._replace(
        title=Text(*row.title),
        alternative_titles=texts(row.alternative_titles),  # type: ignore[arg-type]
        wage=row.wage and Wage(*row.wage),
        outlook=row.outlook and Fact(*row.outlook),
        outlook_regional=tuple(Fact(*fact) for fact in row.outlook_regional),
        demand=tuple(Fact(*fact) for fact in row.demand),
        regulated=row.regulated and _regulation(row.regulated),  # type: ignore[arg-type]
        education=row.education and _education(row.education),  # type: ignore[arg-type]
        uris=tuple(row.uris),
        onet=tuple(row.onet),
        requirements=tuple(starmap(Requirement, row.requirements)),
        outlook_older=row.outlook_older and OlderOutlook(*row.outlook_older),
    )


def _regulation(array: Array) -> Regulation:
    row = Regulation(*array)
    return row._replace(other_sources=tuple(row.other_sources))


def _education(array: Array) -> Education:
    return Education(tuple(array[0]), array[1])


def issuer(array: Array) -> Issuer:
    """An issuer."""
    id_, name, kind, url = array
    return Issuer(id_, Text(*name), kind, url)


def credential(array: Array) -> Credential:
    """A credential with its issuer."""
    row = Credential(*array)
    held, text, any_of = row.prerequisites
    return row._replace(
        name=Text(*row.name),
        issuer=issuer(row.issuer),  # type: ignore[arg-type]
        develops=tuple(starmap(Development, row.develops)),
        hours=Quantity(*row.hours),
        weeks=Quantity(*row.weeks),
        cost=Quantity(*row.cost),
        source=Source(*row.source),
        languages=tuple(row.languages),
        prerequisites=Prerequisites(tuple(held), text, tuple(map(tuple, any_of))),
        other_sources=tuple(row.other_sources),
        equivalent_to=tuple(row.equivalent_to),
    )


def funding_program(array: Array) -> FundingProgram:
    """A funding program with its rules."""
    from skillgap.model.funding import FundingProgram

    row = FundingProgram(*array)
    return row._replace(
        name=Text(*row.name),
        rules=tuple(_funding_rule(list(rule)) for rule in row.rules),
    )


def _funding_rule(array: Array) -> Any:  # noqa: ANN401 - imported only where used
    from skillgap.model.funding import Disagreement, FundingRule

    row = FundingRule(*array)
    others = (Disagreement(*other) for other in row.disagrees)
    return row._replace(
        text=Text(*row.text),
        disagrees=tuple(other._replace(text=Text(*other.text)) for other in others),
    )


def longer_program(array: Array) -> LongerProgram:
    """A longer program."""
    from skillgap.model.funding import LongerProgram

    return LongerProgram(credential(array[0]), Text(*array[1]))
