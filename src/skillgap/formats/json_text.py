"""JSON of unknown origin into values, in bounded time and memory.

The size, the depth and the number of values are bounded before anything is built: a
small file of opening brackets would else exhaust the reader.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from skillgap.formats.imported import clean, cleaned, refusal
from skillgap.formats.text import decode
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 64
MAX_VALUES = 500_000
"""A learner record with pictures is a few MB, about 15 deep, of some 10,000 values."""

_STEPS = {"[": 1, "{": 1, "]": -1, "}": -1}


def parse_json(data: bytes | str, shown: str) -> Any:  # noqa: ANN401 - any JSON
    """The value of a JSON text.

    Raises:
        DataError: it is too large or too deep, or no JSON.
    """
    check_size(data, MAX_BYTES, shown)
    text = decode(data, shown).text if isinstance(data, bytes) else data
    text = text.lstrip("\ufeff")
    _check_shape(text, shown)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = _("the file is not JSON: {reason}, line {line}, column {column}")
        told = message.format(reason=error.msg, line=error.lineno, column=error.colno)
        raise refusal("import-not-json", told, shown) from error
    except (ValueError, RecursionError) as error:
        raise refusal("import-not-json", _("the file is not JSON"), shown) from error


def check_size(data: bytes | str, limit: int, shown: str) -> None:
    """Refuse what is longer than a number of bytes (or characters)."""
    if len(data) > limit:
        message = _("the file is larger than {limit} MB").format(limit=limit >> 20)
        raise refusal("import-too-large", message, shown)


def _check_shape(text: str, shown: str) -> None:
    """Refuse JSON that is too deep or holds too many values, without parsing it."""
    bare = re.sub(r'"(?:[^"\\]+|\\.)*+(?:"|\Z)', '""', text, flags=re.DOTALL)
    if bare.count(",") + bare.count("[") + bare.count("{") > MAX_VALUES:
        message = _("the file holds more than {number} values").format(
            number=MAX_VALUES
        )
        raise refusal("import-too-large", message, shown)
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", bare):
        depth += _STEPS[bracket]
        if depth > MAX_DEPTH:
            message = _("lists and objects stand more than {depth} deep").format(
                depth=MAX_DEPTH
            )
            raise refusal("import-too-deep", message, shown)


def child(value: Any, *names: str) -> Any:  # noqa: ANN401
    """The first of these members that an object has and that says something."""
    if isinstance(value, dict):
        for name in names:
            if value.get(name) not in (None, "", [], {}):
                return value[name]
    return None


def objects(value: Any, *names: str) -> Iterator[dict[str, Any]]:  # noqa: ANN401
    """The objects in a member, whether it is a list of them or a single one."""
    found = child(value, *names) if names else value
    for item in found if isinstance(found, list) else [found]:
        if isinstance(item, dict):
            yield item


def name_in(value: Any, *names: str) -> str:  # noqa: ANN401
    """A member as one clean text; of a text in several languages, the first."""
    found = child(value, *names)
    if isinstance(found, list) and found:
        found = found[0]
    if isinstance(found, dict):
        found = child(found, "en", "fr", "en-US", "@value", "value") or next(
            (item for item in found.values() if isinstance(item, str)), None
        )
    return clean(found)


def texts_in(value: Any, *names: str) -> tuple[str, ...]:  # noqa: ANN401
    """The texts in a member, whether it is a list of them or a single one."""
    found = child(value, *names)
    return cleaned(found if isinstance(found, list) else [found])


def prose_in(value: Any, *names: str) -> Iterator[str]:  # noqa: ANN401
    """The lines of the texts in the members of these names, in their order."""
    for name in names:
        found = child(value, name)
        for item in found if isinstance(found, list) else [found]:
            if isinstance(item, str):
                yield from item.splitlines()
