"""The way back from flat tables to the records of a catalogue (see ``tabular``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.formats.intake import refusal
from skillgap.formats.tabular import ID_LISTS, group_of, schema_of, sheets
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from skillgap.catalogue.written import Written
    from skillgap.formats.tabular import Sheet, Value

_LAST = float("inf")


class Joining:
    """Joins the rows of the tables, a table after the other, to records again.

    ``lists`` holds the records by list; ``lines`` where each was read, in their order.
    """

    def __init__(self) -> None:
        self.lists: dict[str, list[Written]] = {sheet.root: [] for sheet in sheets()}
        self.lines: dict[str, list[int]] = {root: [] for root in self.lists}
        self._records: dict[tuple[Value, ...], Written] = {}

    def take(
        self,
        sheet: Sheet,
        rows: Iterable[tuple[int, dict[str, Value]]],
        path: str,
    ) -> None:
        """Take the rows of one table in, each with its line.

        Raises:
            DataError: a row belongs to a record that no table has.
        """
        schema = _schema(sheet)
        if sheet.way:
            rows = sorted(rows, key=lambda row: _positions(sheet, row[1]))
        for line, row in rows:
            record = _nested(sheet, row)
            _fill(record, schema)
            if sheet.way:
                self._within(sheet, row, path, line).append(record)
                key = (sheet.name, *(row.get(name) for name in sheet.owners))
            else:
                self.lists[sheet.root].append(record)
                self.lines[sheet.root].append(line)
                key = (sheet.name, record.get("id"))
            self._records.setdefault(key, record)

    def _within(
        self, sheet: Sheet, row: dict[str, Value], path: str, line: int
    ) -> list[Written]:
        """The list that a row belongs to, of the record that its first columns name."""
        names = (row.get(name) for name in sheet.owners[:-1])
        owner = self._records.get((sheet.owner, *names))
        if owner is None:
            message = _("the row belongs to {name}, which no other table has")
            text = message.format(name=row.get("record"))
            raise refusal(text, path, line=line)
        return _list(owner, sheet.way[-1])


def _positions(sheet: Sheet, row: dict[str, Value]) -> list[float]:
    """The place of a row among those of its record; last where none is given."""
    given = (row.get(name) for name in sheet.owners[1:])
    return [one if isinstance(one, int | float) else _LAST for one in given]


def _list(record: Written, key: str) -> list[Written]:
    value: Any = record
    *above, last = key.split(".")
    for name in above:
        value = value.setdefault(name, {})
    found: list[Written] = value.setdefault(last, [])
    return found


def _schema(sheet: Sheet) -> dict[str, Any]:
    """The JSON Schema of the records of a table."""
    schema = schema_of(sheet.root)
    for key in sheet.way:
        for name in key.split("."):
            schema = schema["properties"][name]
        schema = schema["items"]
    return schema


def _nested(sheet: Sheet, row: dict[str, Value]) -> Written:
    record: Written = {}
    for leaf in sheet.leaves:
        value = row.get(leaf.name)
        if value is None or value == []:
            continue
        if leaf.name in ID_LISTS and isinstance(value, list):
            given: Any = [group_of(one) for one in value]
        else:
            given = value
        at = record
        for key in leaf.path[:-1]:
            below = at.setdefault(key, {})
            at = below if isinstance(below, dict) else {}
        at[leaf.path[-1]] = given
    return record


def _fill(record: Written, schema: dict[str, Any]) -> None:
    """Put what a record must hold, and may hold empty, where no cell says more."""
    required = schema.get("required", ())
    for name, given in schema["properties"].items():
        if name in required and given.get("type") in ("array", "object"):
            record.setdefault(name, [] if given["type"] == "array" else {})
        value = record.get(name)
        if isinstance(value, dict) and given.get("type") == "object":
            _fill(value, given)
