"""LinkedIn's data export: a zip of CSV files, of which those on skills are read.

Columns as in exports of 2025: ``Skills.csv`` (Name), ``Positions.csv`` (Title,
Description, Started On, Finished On), ``Certifications.csv`` (Name, Authority, Started
On, Finished On), ``Languages.csv`` (Name, Proficiency) and their like. Columns are
found by name. Names, messages, connections and addresses are not opened at all.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from skillgap.errors import DataError, Problem
from skillgap.formats.dates import iso_date
from skillgap.formats.imported import (
    PRESENT,
    Imported,
    Line,
    Section,
    SpokenLanguage,
    clean,
    note,
    refusal,
)
from skillgap.formats.text import decode
from skillgap.locale import _
from skillgap.model import AwardedCredential, Claim, Evidence
from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.formats.archives import Archive

MOST_ROWS = 10_000
MOST_SIGNS = 100_000
"""The longest field of a table, in characters."""

Row = dict[str, str]


class _Prose(Record):
    """The columns of one table that hold prose, and the part of a résumé they are."""

    section: Section
    columns: tuple[str, ...]


_PROSE = {
    "profile.csv": _Prose("summary", ("headline", "summary")),
    "positions.csv": _Prose("work", ("title", "description")),
    "volunteering.csv": _Prose("volunteering", ("role", "description")),
    "education.csv": _Prose("education", ("degree name", "notes")),
    "courses.csv": _Prose("education", ("name",)),
    "projects.csv": _Prose("projects", ("title", "description")),
}
_OTHERS = ("skills.csv", "certifications.csv", "languages.csv")
TABLES = frozenset((*_PROSE, *_OTHERS))
"""The tables that are read, by the lower case of their name."""


def is_linkedin(names: tuple[str, ...]) -> bool:
    """Whether an archive with entries of these names is LinkedIn's."""
    return any(_base(name) in TABLES for name in names)


def import_linkedin(archive: Archive, shown: str) -> Imported:
    """The skills, certifications, languages and prose of an export.

    Raises:
        DataError: no table in it can be read.
    """
    tables: dict[str, tuple[Row, ...]] = {}
    notes: list[Problem] = []
    for name in archive.names:
        base = _base(name)
        if base not in TABLES or base in tables or name.startswith("__MACOSX"):
            continue
        try:
            tables[base] = _rows(archive.read(name), shown)
        except DataError as error:
            notes.extend(p._replace(severity="warning") for p in error.problems)
    if not tables:
        message = _("no table of a LinkedIn export can be read in it")
        raise DataError(*(notes or refusal("import-empty", message, shown).problems))
    return _imported(tables, notes, shown)


def import_table(data: bytes, name: str, shown: str) -> Imported:
    """One table of an export by itself, such as ``Skills.csv``.

    Raises:
        DataError: its name is none that is read.
    """
    base = _base(name)
    if base not in TABLES:
        message = _("this table is not read")
        hint = _("name it as in LinkedIn's export: {names}").format(
            names=", ".join(sorted(TABLES))
        )
        raise refusal("import-unknown-format", message, shown, hint)
    return _imported({base: _rows(data, shown)}, [], shown)


def _imported(
    tables: dict[str, tuple[Row, ...]], notes: list[Problem], shown: str
) -> Imported:
    claims = dict.fromkeys(
        Claim(name, evidence=(Evidence("skills", _("in the skills list")),))
        for row in tables.get("skills.csv", ())
        if (name := clean(row.get("name")))
    )
    lines = tuple(Line(n, *line) for n, line in enumerate(_prose(tables), 1))
    if not claims and not lines and "skills.csv" not in tables:
        notes.append(
            note("import-not-read", _("the export holds no Skills.csv"), shown)
        )
    return Imported(
        "linkedin",
        tuple(claims),
        tuple(_awards(tables.get("certifications.csv", ()))),
        tuple(_languages(tables.get("languages.csv", ()))),
        lines,
        tuple(notes),
    )


def _prose(
    tables: dict[str, tuple[Row, ...]],
) -> Iterator[tuple[str, Section, str | None]]:
    for name, (section, columns) in _PROSE.items():
        for row in tables.get(name, ()):
            until = _until(row)
            for column in columns:
                for text in row.get(column, "").splitlines():
                    yield text, section, until


def _until(row: Row) -> str | None:
    """When the position or course of a row ended."""
    ended = iso_date(row.get("finished on") or row.get("end date"))
    return ended or (PRESENT if row.get("started on") else None)


def _awards(rows: tuple[Row, ...]) -> Iterator[AwardedCredential]:
    for row in rows:
        if name := clean(row.get("name")):
            yield AwardedCredential(
                name,
                clean(row.get("authority")) or None,
                iso_date(row.get("started on")),
                iso_date(row.get("finished on")),
                verification_reason=_("it stands in a LinkedIn export"),
            )


def _languages(rows: tuple[Row, ...]) -> Iterator[SpokenLanguage]:
    for row in rows:
        if name := clean(row.get("name")):
            yield SpokenLanguage(name, clean(row.get("proficiency")) or None)


def _base(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2].lower()


def _rows(data: bytes, shown: str) -> tuple[Row, ...]:
    """The rows of a table by the lower case of its column names.

    Older exports begin some tables with remarks; the header is the first line with a
    column that is read.
    """
    text = decode(data, shown).text.replace("\0", "")
    previous = csv.field_size_limit(MOST_SIGNS)
    try:
        return tuple(_by_column(csv.reader(text.splitlines(keepends=True))))
    except csv.Error as error:
        message = _("the table is damaged: {reason}").format(reason=error)
        raise refusal("import-damaged", message, shown) from error
    finally:
        csv.field_size_limit(previous)


def _by_column(reader: Iterator[list[str]]) -> Iterator[Row]:
    header: list[str] = []
    known = {"name", "title", "role", "degree name", "headline", "summary"}
    for number, fields in enumerate(reader):
        if number > MOST_ROWS:
            return
        if header:
            yield dict(zip(header, fields, strict=False))
        elif known & {field.strip().lower() for field in fields}:
            header = [field.strip().lower() for field in fields]
