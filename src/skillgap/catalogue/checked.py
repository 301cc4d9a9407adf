"""A catalogue's content as the files that hold it, checked while it is written.

What a program writes is checked like what a person writes: each record by its table,
then all of them by the rules.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from skillgap.catalogue.rules import check_all
from skillgap.catalogue.tables import FILES, LINES
from skillgap.catalogue.written import about_file, records_written, side_files
from skillgap.document import parse_document
from skillgap.document.kinds import Odd
from skillgap.document.lines import read_lines
from skillgap.document.sink import Place, Sink
from skillgap.document.yaml import without_collection
from skillgap.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.catalogue.written import Content, Written


def checked_files(content: Content) -> Iterator[tuple[str, str]]:
    """The names and texts of the files of a catalogue's folder, a line at a time.

    Raises:
        DataError: after the last line, where the content is not a catalogue.
    """
    with without_collection():
        yield from _checked(content)


def _checked(content: Content) -> Iterator[tuple[str, str]]:
    sink = Sink("catalogue.yaml")
    for name, text in (about_file(content), *side_files(content)):
        sink.path = name
        document = parse_document(text.encode(), name)
        if document.root is not None:
            FILES[name].read(document.root, sink)
        yield name, text
    yield "skills.jsonl", ""  # every catalogue has these two
    yield "occupations.jsonl", ""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for number, (name, record) in enumerate(records_written(content), 1):
        line = f"{encode(record)}\n"
        _check(record, line, Place(name, number, 1), sink)
        yield name, line
    check_all(sink)
    errors = [problem for problem in sink.problems if problem.severity == "error"]
    if errors:
        raise DataError(*errors)


def _check(record: Written, line: str, place: Place, sink: Sink) -> None:
    """Read a record again; the strict reader says what is wrong with an odd one."""
    sink.path, sink.line = place.path, place
    defined, referred = len(sink.defined), len(sink.referred)
    try:
        LINES[place.path].plain(record, sink)
    except Odd:
        del sink.defined[defined:], sink.referred[referred:]
        read_lines(line.encode(), LINES[place.path], sink)
