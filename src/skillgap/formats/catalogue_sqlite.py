"""A catalogue as a SQLite database for those who ask in SQL, and back.

One table a list of records, one for each list within them, with the columns of
``tabular``; a list of texts is a JSON array (``json_each`` reads it). It is no compiled
catalogue: those are made for this program and change with it.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from skillgap.catalogue.content import content_from, in_one_file
from skillgap.formats.intake import Intake, Tally, refusal
from skillgap.formats.tabular import about_of, sheets, tables_of
from skillgap.formats.untabular import Joining
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from skillgap.catalogue.written import Content
    from skillgap.formats.intake import Progress
    from skillgap.formats.tabular import CellKind, Sheet, Value

FORM = 0x736B6731  # "skg1", as the database's application id
_TYPES: dict[CellKind, str] = {
    "text": "TEXT",
    "texts": "TEXT",
    "number": "NUMERIC",
    "whole": "INTEGER",
    "flag": "INTEGER",
}


def write_sqlite(content: Content, path: Path) -> None:
    """Write the database into a new file.

    Raises:
        OSError: the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(f"PRAGMA application_id = {FORM}")
            for sheet, rows in tables_of(content):
                database.execute(_table(sheet))
                marks = ", ".join("?" * len(sheet.columns))
                insert = f'INSERT INTO "{sheet.name}" VALUES ({marks})'  # noqa: S608
                stored = ([_stored(value) for value in row] for row in rows)
                database.executemany(insert, stored)
    except sqlite3.Error as error:
        raise OSError(None, str(error)) from error


def _table(sheet: Sheet) -> str:
    columns = [
        f'"{name}" {"TEXT" if number == 0 else "INTEGER"} NOT NULL'
        for number, name in enumerate(sheet.owners)
    ]
    columns += [f'"{leaf.name}" {_TYPES[leaf.kind]}' for leaf in sheet.leaves]
    ids = [leaf.name for leaf in sheet.leaves if leaf.name == "id"]
    key = sheet.owners or ids
    if key:
        names = ", ".join(f'"{name}"' for name in key)
        columns.append(f"PRIMARY KEY ({names})")
    if sheet.way:
        columns.append(f'FOREIGN KEY ("record") REFERENCES "{sheet.root}" ("id")')
    return f'CREATE TABLE "{sheet.name}" ({", ".join(columns)})'


def _stored(value: Value) -> str | float | None:
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return int(value) if isinstance(value, bool) else value


def import_sqlite(
    sources: Sequence[Path], today: str, progress: Progress | None = None
) -> Intake:
    """Read a database that ``write_sqlite`` wrote, and that people may have changed.

    Raises:
        DataError: it cannot be read, or its tables are not a catalogue.
    """
    del today, progress
    path = sources[0]
    joining = Joining()
    tallies = []
    try:
        address = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as database:
            _check_form(database, path)
            for sheet in sheets():
                tally = Tally(sheet.name)
                joining.take(sheet, _rows(database, sheet, tally), str(path))
                tallies.append(tally)
    except sqlite3.Error as error:
        message = _("the file cannot be read: {reason}").format(reason=error)
        raise refusal(message, str(path)) from error
    content = content_from(
        about_of(joining.lists), joining.lists, lambda each: in_one_file(each, path)
    )
    return Intake(content, tuple(tally.counted() for tally in tallies if tally.rows))


def _check_form(database: sqlite3.Connection, path: Path) -> None:
    (form,) = database.execute("PRAGMA application_id").fetchone()
    if form != FORM:
        message = _("this is not a catalogue that was exported as SQLite")
        raise refusal(message, str(path))


def _rows(
    database: sqlite3.Connection, sheet: Sheet, tally: Tally
) -> Iterator[tuple[int, dict[str, Value]]]:
    kinds: dict[str, CellKind] = {leaf.name: leaf.kind for leaf in sheet.leaves}
    order = ", ".join(f'"{name}"' for name in sheet.owners[1:]) or "rowid"
    names = ", ".join(f'"{name}"' for name in sheet.columns)
    select = f'SELECT {names} FROM "{sheet.name}" ORDER BY {order}'  # noqa: S608
    for number, row in enumerate(database.execute(select), 1):
        tally.keep()
        pairs = zip(sheet.columns, row, strict=True)
        yield number, {n: _value(value, kinds.get(n, "text")) for n, value in pairs}


def _value(value: Any, kind: CellKind) -> Value:  # noqa: ANN401 - as SQLite gives it
    if value is None or isinstance(value, bytes):
        return None
    if kind == "texts":
        try:
            found = json.loads(value)
        except (TypeError, ValueError):
            return [str(value)]
        return [str(one) for one in found] if isinstance(found, list) else [str(found)]
    if kind == "flag" and value in (0, 1):
        return bool(value)
    found_value: Value = value
    return found_value
