"""Nodes of CTDL as they are found: prefixes, languages and wrappings made one.

Publishers write ``ceterms:name``, ``schema:name`` or ``name``; a text, a list, or a map
of languages (``en-US``, ``en``, even ``en:us``); a reference as an address, as
``{"@id": ...}`` or as the thing itself; a record bare, in ``@graph``, or in an envelope
of the registry. Here each is read the same way.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from skillgap.formats.esco_labels import on_one_line
from skillgap.model import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_MISSING = re.compile(r"^\*{2,}.*MISSING.*\*{2,}$")
_LONGEST = 300
_DEEPEST = 6


class Node:
    """One node: its values by the last part of their names, case aside."""

    __slots__ = ("_values",)

    def __init__(self, values: dict[str, Any]) -> None:
        self._values: dict[str, Any] = {}
        for name, value in values.items():
            self._values.setdefault(local(name).casefold(), value)

    @property
    def types(self) -> tuple[str, ...]:
        """Its types without their prefixes."""
        return tuple(local(each) for each in _texts(self._values.get("type")))

    @property
    def ids(self) -> tuple[str, ...]:
        """The addresses by which others refer to it."""
        found = (self._values.get("id"), self._values.get("ctid"))
        return tuple(each for each in found if isinstance(each, str) and each)

    def items(self, term: str) -> tuple[Any, ...]:
        """The values under a term, always as several."""
        value = self._values.get(local(term).casefold())
        if value is None:
            return ()
        return tuple(value) if isinstance(value, list) else (value,)

    def nodes(self, term: str) -> Iterator[Node]:
        """The nodes that stand under a term, written out."""
        for each in self.items(term):
            if isinstance(each, dict):
                yield Node(each)

    def addresses(self, term: str) -> Iterator[str]:
        """The addresses that stand under a term, of nodes as well."""
        for each in self.items(term):
            if isinstance(each, str):
                yield each
            elif isinstance(each, dict):
                yield from Node(each).ids[:1]

    def text(self, *terms: str, longest: int = _LONGEST) -> Text | None:
        """The first of some terms that says something, in the languages it has."""
        for term in terms:
            found = _by_language(self.items(term), longest)
            if found is not None:
                return found
        return None

    def word(self, term: str) -> str:
        """The first text under a term; empty where there is none."""
        found = self.text(term)
        return (found.en or found.fr or "") if found else ""

    def numbers(self, term: str) -> Iterator[float]:
        """The numbers under a term, also where they are written as texts."""
        for each in self.items(term):
            try:
                number = float(each)
            except (TypeError, ValueError):
                continue
            if not isinstance(each, bool) and 0 <= number < float("inf"):
                yield number


def unwrapped(record: Any, depth: int = 0) -> Iterator[Node]:  # noqa: ANN401 - any JSON
    """The nodes of a record: out of lists, graphs and envelopes of the registry."""
    if isinstance(record, list) and depth < _DEEPEST:
        for each in record:
            yield from unwrapped(each, depth + 1)
    if not isinstance(record, dict):
        return
    for wrapping in ("decoded_resource", "resource", "@graph", "graph"):
        inner = record.get(wrapping)
        if isinstance(inner, str) and inner.lstrip().startswith("{"):
            inner = _parsed(inner)
        if isinstance(inner, dict | list) and depth < _DEEPEST:
            yield from unwrapped(inner, depth + 1)
            return
    yield Node(record)


def local(name: str) -> str:
    """The last part of a name: ``ceterms:name`` and ``.../terms/name`` are *name*."""
    return re.split("[:/#]", name.removeprefix("@"))[-1]


def _parsed(text: str) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _texts(value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else (value,):
        if isinstance(each, str):
            yield each


def _by_language(values: tuple[Any, ...], longest: int) -> Text | None:
    found: dict[str, str] = {}
    for value in values:
        for language, text in _spoken(value):
            said = on_one_line(text)[:longest]
            if said and not _MISSING.match(said):
                found.setdefault(language, said)
    if not found:
        return None
    french = found.get("fr")
    english = found.get("en") or next(
        (text for language, text in found.items() if language != "fr"), None
    )
    return Text(english, french)


def _spoken(value: object) -> Iterator[tuple[str, str]]:
    """The texts of a value, each with the first two letters of its language."""
    if isinstance(value, str):
        yield "en", value
    elif isinstance(value, dict):
        tagged = value.get("@value")
        if isinstance(tagged, str):
            yield str(value.get("@language") or "en")[:2].lower(), tagged
            return
        for language, text in value.items():
            if not language.startswith("@"):
                yield from ((language[:2].lower(), each) for each in _texts(text))
