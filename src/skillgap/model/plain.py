"""Records as plain values (what JSON can hold), back again, and their JSON Schema.

What says nothing (None, an empty list) is left out, so that a key that comes with a
later version changes neither the form nor the fingerprint of what does not use it.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Union

if TYPE_CHECKING:
    from collections.abc import Callable

Schema = dict[str, Any]
_TEXTS = (Enum, Path)
_DAY = "%Y-%m-%d"
_DATE_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_NAMES: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "pattern": _DATE_PATTERN},
    datetime: {"type": "string", "pattern": _DATE_PATTERN},
}


class MisshapenError(ValueError):
    """A plain value is not what its place wants; ``at`` is the place (``a.b[0]``)."""

    def __init__(self, at: str, wanted: str) -> None:
        super().__init__(at, wanted)
        self.at = at
        self.wanted = wanted


def as_plain(value: Any) -> Any:  # noqa: ANN401 - any record
    """A record as objects, lists, texts and numbers."""
    if hasattr(value, "_fields"):
        value = value._asdict()
    if isinstance(value, dict):
        pairs = ((str(name), as_plain(part)) for name, part in value.items())
        return {name: part for name, part in pairs if part not in (None, [], {})}
    if isinstance(value, list | tuple):
        return [as_plain(part) for part in value]
    if isinstance(value, date):
        return str(value)[: len("2026-11-27")]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Path) else value


def from_plain(shape: Any, value: Any, at: str = "") -> Any:  # noqa: ANN401
    """The value of a type (a record, or what a record is made of).

    Raises:
        MisshapenError: something in it is of another kind, absent or unknown.
    """
    shape = _bare(shape)
    if hasattr(shape, "_fields"):
        return _record(shape, value, at)
    origin = typing.get_origin(shape)
    if origin in _READERS:
        return _READERS[origin](shape, value, at)
    return _single(shape, value, at)


def schema_of(shape: Any) -> Schema:  # noqa: ANN401
    """The JSON Schema of a type's plain form."""
    shape = _bare(shape)
    if hasattr(shape, "_fields"):
        return {
            "type": "object",
            "properties": {n: schema_of(h) for n, h in _hints(shape).items()},
            "required": sorted(n for n in shape._fields if _is_needed(shape, n)),
            "additionalProperties": False,
        }
    if isinstance(shape, type) and issubclass(shape, Enum):
        return {"enum": [one.value for one in shape]}
    return _made_of(shape) or dict(_NAMES.get(shape, {}))


def _made_of(shape: Any) -> Schema:  # noqa: ANN401
    """The schema of a type that is made of others, an empty one of any other type."""
    origin, parts = typing.get_origin(shape), typing.get_args(shape)
    if origin in (tuple, list):
        return {"type": "array", "items": schema_of(parts[0])}
    if origin in (Union, types.UnionType):
        return {
            "anyOf": [
                {"type": "null"} if one is types.NoneType else schema_of(one)
                for one in parts
            ]
        }
    if origin is Literal:
        return {"enum": list(parts)}
    return {"type": "object"} if origin is Mapping else {}


def _bare(shape: Any) -> Any:  # noqa: ANN401
    """A type without what is noted beside it."""
    return shape.__origin__ if hasattr(shape, "__metadata__") else shape


def _hints(record: Any) -> dict[str, Any]:  # noqa: ANN401
    return typing.get_type_hints(record)


def _is_needed(record: Any, name: str) -> bool:  # noqa: ANN401
    return name not in record._field_defaults and name not in _nothing(record)


def _nothing(record: Any) -> dict[str, Any]:  # noqa: ANN401
    """The fields that may be left out although they have no default: they are empty."""
    return {
        name: () if typing.get_origin(shape) is tuple else None
        for name, shape in _hints(record).items()
        if typing.get_origin(shape) is tuple or types.NoneType in typing.get_args(shape)
    }


def _record(shape: Any, value: Any, at: str) -> Any:  # noqa: ANN401
    if not isinstance(value, dict):
        raise MisshapenError(at, "an object")
    hints = _hints(shape)
    for name in value:
        if name not in hints:
            raise MisshapenError(_inside(at, name), "")
    fields: dict[str, Any] = _nothing(shape) | shape._field_defaults
    for name, part in value.items():
        fields[name] = from_plain(hints[name], part, _inside(at, name))
    for name in shape._fields:
        if name not in fields:
            raise MisshapenError(_inside(at, name), "a value")
    return shape(**fields)


def _inside(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


def _several(shape: Any, value: Any, at: str) -> Any:  # noqa: ANN401
    if not isinstance(value, list):
        raise MisshapenError(at, "a list")
    (part, *_rest) = typing.get_args(shape)
    found = [from_plain(part, one, f"{at}[{i}]") for i, one in enumerate(value)]
    return found if typing.get_origin(shape) is list else tuple(found)


def _either(shape: Any, value: Any, at: str) -> Any:  # noqa: ANN401
    arms = typing.get_args(shape)
    if value is None and types.NoneType in arms:
        return None
    own = [arm for arm in arms if arm is not types.NoneType]
    for arm in own[:-1]:
        try:
            return from_plain(arm, value, at)
        except MisshapenError:
            continue
    return from_plain(own[-1], value, at)


def _one_of(shape: Any, value: Any, at: str) -> Any:  # noqa: ANN401
    words = typing.get_args(shape)
    if value not in words:
        raise MisshapenError(at, ", ".join(map(str, words)))
    return value


def _single(shape: Any, value: Any, at: str) -> Any:  # noqa: ANN401
    try:
        if shape is datetime:
            return datetime.strptime(value, _DAY)  # noqa: DTZ007 - a day of no zone
        if shape is date:
            return date.fromisoformat(value)
        if isinstance(shape, type) and issubclass(shape, _TEXTS):
            return shape(value)
    except (TypeError, ValueError):
        raise MisshapenError(at, "a date" if shape in _NAMES else "a text") from None
    wanted = (int, float) if shape is float else shape
    is_right = isinstance(value, wanted) and (shape is bool) == isinstance(value, bool)
    if shape is not Any and not is_right:
        raise MisshapenError(at, _NAMES[shape]["type"])
    return value


def _object(shape: Any, value: Any, at: str) -> Any:  # noqa: ANN401, ARG001
    if not isinstance(value, dict):
        raise MisshapenError(at, "an object")
    return value


_READERS: dict[Any, Callable[[Any, Any, str], Any]] = {
    Mapping: _object,
    tuple: _several,
    list: _several,
    Union: _either,
    types.UnionType: _either,
    Literal: _one_of,
}
