"""What is printed is what the published schema says, no more and no less."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from tests.render.invented import RESULTS

from skillgap.render import json_contract_schema, render

SHOWN = {name: make for name, make in RESULTS.items() if name != "failed"}


def closed(schema: object) -> object:
    """The schema with every object held to the keys that it names."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: closed(part) for key, part in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        parts.setdefault("additionalProperties", False)
    return parts


def printed(name: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(render(RESULTS[name](), format="json"))
    return answer


@pytest.mark.parametrize("name", SHOWN)
def test_every_answer_has_exactly_the_keys_of_its_schema(name: str) -> None:
    answer = printed(name)
    schema = closed(json_contract_schema(answer["command"]))
    jsonschema.validate(answer, schema)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", RESULTS)
def test_one_schema_describes_them_all(name: str) -> None:
    schema = json_contract_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(printed(name))


def test_the_whole_schema_tells_commands_apart() -> None:
    answer = printed("match") | {"command": "gap"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(answer, json_contract_schema())


def test_unknown_is_null_and_never_zero() -> None:
    rows = printed("recommend")["data"]["recommendations"]
    assert rows[1]["cost"] == {"value": None, "unit": "CAD", "basis": "unknown"}
    assert rows[1]["hours"] == {
        "value": 40,
        "unit": "h",
        "basis": "range",
        "low": 40,
        "high": None,
    }
    assert rows[1]["delivery"] is None


def test_a_failure_uses_the_same_envelope() -> None:
    answer = printed("failed")
    assert answer["data"] is None
    assert answer["problems"] == [
        {
            "severity": "error",
            "rule": "unknown-occupation",
            "message": "“bookeper” is no occupation",
            "path": None,
            "line": None,
            "column": None,
            "hint": "bookkeeper?",
        }
    ]


def test_a_command_without_json_is_no_key() -> None:
    with pytest.raises(KeyError):
        json_contract_schema("no such command")
