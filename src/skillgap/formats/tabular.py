"""A catalogue as flat tables, and back: what CSV and SQLite are written from.

The tables follow from the keys of the catalogue's own files. A nested key is a column
of its own (``wage.low``), a list of texts is one cell, and a list of records (the
requirements of an occupation) is a table of its own, whose first columns name the
record and the position in it. Nothing is lost, so the way back gives the same records.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from skillgap.catalogue.tables.about import BASIS, FIELD
from skillgap.catalogue.tables.about import SOURCE as WORK
from skillgap.catalogue.tables.credentials import CREDENTIAL, ISSUER, LONGER_PROGRAM
from skillgap.catalogue.tables.funding import PROGRAM
from skillgap.catalogue.tables.occupations import OCCUPATION
from skillgap.catalogue.tables.skills import SKILL
from skillgap.catalogue.written import (
    about_written,
    credential_written,
    issuer_written,
    longer_written,
    occupation_written,
    program_written,
    skill_written,
)
from skillgap.document.tables import Table
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from skillgap.catalogue.written import Content, Written

CellKind = Literal["text", "texts", "number", "whole", "flag"]
Value = str | float | bool | list[str] | None
Path = tuple[str, ...]


class Leaf(Record):
    """A column that holds the value of a key, by the way to it."""

    path: Path
    kind: CellKind

    @property
    def name(self) -> str:
        """The column's name."""
        return ".".join(self.path)


class Sheet(Record):
    """One table: the columns that say whose a row is, those that hold values.

    ``root`` is the list of records that the rows belong to and ``way`` the keys of the
    lists that lead to them; none for the records themselves. ``owner`` is the table one
    step above.
    """

    name: str
    owner: str
    root: str
    way: Path
    leaves: tuple[Leaf, ...]

    @property
    def owners(self) -> tuple[str, ...]:
        """The columns that name the record and the position of a row in it."""
        ends = tuple(f"position_{n}" if n > 1 else "position" for n in self._depths())
        return ("record", *ends) if self.way else ()

    def _depths(self) -> range:
        return range(1, len(self.way) + 1)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns, in order."""
        return (*self.owners, *(leaf.name for leaf in self.leaves))


_ABOUT: dict[str, Any] = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "title": {
            "type": "object",
            "properties": {"en": {"type": "string"}, "fr": {"type": "string"}},
        },
        "as_of": {"type": "string"},
        "currency": {"type": "string"},
        "region": {"type": "string"},
    },
    "required": ["title"],
}
_TABLES: dict[str, Table | dict[str, Any]] = {
    "catalogue": _ABOUT,
    "fields": FIELD,
    "bases": BASIS,
    "sources": WORK,
    "skills": SKILL,
    "occupations": OCCUPATION,
    "issuers": ISSUER,
    "credentials": CREDENTIAL,
    "longer_programs": LONGER_PROGRAM,
    "funding": PROGRAM,
}
GROUP = "any_of: "
"""What marks a group of ids in a list of ids; no id holds a colon."""

ID_LISTS = frozenset(("prerequisites.credentials",))
"""The lists that hold groups of ids beside ids."""

_KINDS: dict[str, CellKind] = {"boolean": "flag", "integer": "whole"}


@cache
def schema_of(root: str) -> dict[str, Any]:
    """The JSON Schema of the records of a list."""
    table = _TABLES[root]
    schema = table.schema() if isinstance(table, Table) else table
    if root == "bases":
        schema["properties"] = {"id": {"type": "string"}} | schema["properties"]
    return schema


@cache
def sheets() -> tuple[Sheet, ...]:
    """All tables: each list of records before those that belong to it."""
    return tuple(sheet for root in _TABLES for sheet in _sheets(root))


def _sheets(root: str) -> Iterator[Sheet]:
    waiting: list[tuple[Sheet, dict[str, Any]]] = []
    waiting.append((Sheet(root, "", root, (), ()), schema_of(root)))
    while waiting:
        sheet, schema = waiting.pop(0)
        leaves, lists = _parts(schema)
        yield sheet._replace(leaves=leaves)
        for path, item in lists:
            name, way = f"{sheet.name}_{path[-1]}", (*sheet.way, ".".join(path))
            waiting.append((Sheet(name, sheet.name, root, way, ()), item))


def _parts(
    schema: dict[str, Any], path: Path = ()
) -> tuple[tuple[Leaf, ...], list[tuple[Path, dict[str, Any]]]]:
    """The columns of a record, and the lists of records within it."""
    leaves: list[Leaf] = []
    lists: list[tuple[Path, dict[str, Any]]] = []
    for name, given in schema["properties"].items():
        here = (*path, name)
        for each in given.get("anyOf", (given,)):
            if each.get("type") == "object":
                below, within = _parts(each, here)
                leaves += below
                lists += within
            elif each.get("type") == "array" and "properties" in each["items"]:
                lists.append((here, each["items"]))
            else:
                leaves.append(Leaf(here, _kind(each)))
    return tuple(dict.fromkeys(leaves)), lists


def _kind(schema: dict[str, Any]) -> CellKind:
    type_ = schema.get("type")
    if type_ == "array":
        return "texts"
    return "number" if type_ == "number" else _KINDS.get(type_ or "", "text")


def written_lists(content: Content) -> Iterator[tuple[str, Iterator[Written]]]:
    """Each list of records as plain values, in the order of the tables."""
    about = about_written(content.about)
    fields, sources = about.pop("fields", ()), about.pop("sources", ())
    bases = about.pop("bases", {})
    yield "catalogue", iter((about,))
    yield "fields", iter(fields)
    yield "bases", ({"id": id_, **basis} for id_, basis in bases.items())
    yield "sources", iter(sources)
    yield "skills", map(skill_written, content.skills)
    yield "occupations", map(occupation_written, content.occupations)
    yield "issuers", map(issuer_written, content.issuers)
    yield "credentials", map(credential_written, content.credentials)
    yield "longer_programs", map(longer_written, content.longer_programs)
    yield "funding", map(program_written, content.funding)


def about_of(lists: Mapping[str, list[Written]]) -> Written:
    """The keys of catalogue.yaml, joined again of their tables."""
    about = dict(lists["catalogue"][0]) if lists["catalogue"] else {}
    bases = {
        basis.get("id", ""): {k: v for k, v in basis.items() if k != "id"}
        for basis in lists["bases"]
    }
    return about | {
        "fields": lists["fields"],
        "bases": bases,
        "sources": lists["sources"],
    }


def tables_of(content: Content) -> Iterator[tuple[Sheet, Iterator[list[Value]]]]:
    """Every table with its rows."""
    for root, records in written_lists(content):
        held = list(records)
        for sheet in sheets():
            if sheet.root == root:
                yield sheet, rows_of(sheet, held)


def rows_of(sheet: Sheet, records: Iterable[Written]) -> Iterator[list[Value]]:
    """The rows of one table that records of its list have."""
    for record in records:
        for owners, value in _within(record, sheet.way):
            owner = [record["id"], *owners] if sheet.way else []
            yield [*owner, *(_at(value, leaf) for leaf in sheet.leaves)]


def _within(record: Written, way: Path) -> Iterator[tuple[list[int], Written]]:
    """The records that a way of lists leads to, with their positions from 1."""
    if not way:
        yield [], record
        return
    found: Any = record
    for key in way[0].split("."):
        found = found.get(key, {})
    for number, item in enumerate(found or (), 1):
        for owners, value in _within(item, way[1:]):
            yield [number, *owners], value


def _at(record: Written, leaf: Leaf) -> Value:
    value: Any = record
    for key in leaf.path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    if isinstance(value, list):
        return [one if isinstance(one, str) else group_text(one) for one in value]
    return None if isinstance(value, dict) else value


def group_text(group: Written) -> str:
    """A group of which one is enough, as a text among ids: ``any_of: a, b``."""
    return f"{GROUP}{', '.join(group['any_of'])}"


def group_of(text: str) -> Written | str:
    """The group that a text stands for, or the text where it is none."""
    if not text.startswith(GROUP):
        return text
    return {"any_of": [one.strip() for one in text.removeprefix(GROUP).split(",")]}
