"""The formats that a whole catalogue is written in, and what each cannot carry."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal

from skillgap.formats.tabular import Sheet, Value, tables_of
from skillgap.locale import _
from skillgap.model.intake import Counted, Dropped
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from skillgap.catalogue.written import Content

Exported = Literal["esco-csv", "ctdl", "json", "csv", "sqlite"]


class Export(Record):
    """What is written: a folder of named files, or one file; and the account of it.

    Every row of every table of the catalogue (``tabular``) is kept or dropped for a
    reason in ``counted``; so is every value of the kept ones that has no place.
    """

    counted: tuple[Counted, ...]
    files: Iterator[tuple[str, str]] | None = None
    names: frozenset[str] = frozenset()
    write: Callable[[Path], None] | None = None
    notes: tuple[str, ...] = ()


def export_catalogue(kind: Exported, content: Content) -> Export:
    """A catalogue in one of the formats."""
    if kind in ("esco-csv", "ctdl"):
        name = kind.replace("-", "_")
        module = import_module(f"skillgap.formats.{name}_export")
        export: Export = module.export(content)
        return export
    counted = counted_rows(content)
    if kind == "csv":
        from skillgap.formats.catalogue_csv import csv_files, csv_names

        return Export(counted, csv_files(content), csv_names())
    if kind == "json":
        from skillgap.formats.catalogue_json import json_pieces

        pieces = json_pieces(content)
        return Export(counted, write=lambda path: write_text(path, pieces))
    from skillgap.formats.catalogue_sqlite import write_sqlite

    return Export(counted, write=lambda path: write_sqlite(content, path))


def write_text(path: Path, pieces: Iterator[str]) -> None:
    """Write pieces of text into a new file.

    Raises:
        OSError: the file cannot be written.
    """
    with path.open("x", encoding="utf-8", newline="") as file:
        for piece in pieces:
            file.write(piece)


def counted_rows(content: Content) -> tuple[Counted, ...]:
    """The account of a format that carries everything."""
    counts = (
        (sheet.name, sum(1 for _row in rows)) for sheet, rows in tables_of(content)
    )
    return tuple(Counted(name, rows, rows, ()) for name, rows in counts if rows)


def without_place(
    content: Content, carried: Mapping[str, frozenset[str]], reason: str
) -> tuple[Counted, ...]:
    """What a format has no place for: whole tables, and keys of the tables it carries.

    ``carried`` names the keys that have a place, by table (the first part of a column's
    name is its key).
    """
    found: list[Counted] = []
    for sheet, rows in tables_of(content):
        if sheet.name not in carried:
            number = sum(1 for _row in rows)
            found += [_lost(sheet.name, number, reason)] if number else []
            continue
        counts = _keys(sheet, rows)
        found += [
            _lost(f"{sheet.name}: {key}", number, reason)
            for key, number in counts.items()
            if number and key not in carried[sheet.name]
        ]
    return tuple(found)


def _keys(sheet: Sheet, rows: Iterator[list[Value]]) -> dict[str, int]:
    """How many rows of a table say something under each key."""
    keys = [leaf.path[0] for leaf in sheet.leaves]
    start = len(sheet.owners)
    counts = dict.fromkeys(keys, 0)
    for row in rows:
        told = {
            key
            for key, value in zip(keys, row[start:], strict=True)
            if value is not None and value != []
        }
        for key in told:
            counts[key] += 1
    return counts


def _lost(name: str, rows: int, reason: str) -> Counted:
    return Counted(name, rows, 0, (Dropped(reason, rows, None),))


def lost(export: Export) -> int:
    """How many rows and values have no place in the format."""
    return sum(part.rows - part.kept for part in export.counted)


def no_place(name: str) -> str:
    """The reason for which most is dropped."""
    return _("{format} has no place for it").format(format=name)
