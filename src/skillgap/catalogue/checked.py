"""A catalogue's content as the files that hold it, checked while it is written.

What a program writes is checked like what a person writes: each record by its table,
then all of them by the rules.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from skillgap.catalogue.rules import check_all
from skillgap.catalogue.tables import FILES, LINES
from skillgap.catalogue.written import (
    about_file,
    credential_written,
    issuer_written,
    occupation_written,
    side_files,
    skill_written,
)
from skillgap.document import parse_document
from skillgap.document.kinds import Odd
from skillgap.document.lines import read_lines
from skillgap.document.sink import Place, Sink
from skillgap.errors import DataError
from skillgap.garbage import without_collection
from skillgap.model import Credential, Issuer, Occupation, Skill

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from skillgap.catalogue.written import Content, Written
    from skillgap.model import Requirement

    Listed = Skill | Occupation | Issuer | Credential


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
    lines = _Lines(sink)
    for number, (name, record) in enumerate(_records(content), 1):
        yield name, lines.written(record, Place(name, number, 1))
    check_all(sink)
    errors = [problem for problem in sink.problems if problem.severity == "error"]
    if errors:
        raise DataError(*errors)


def _records(content: Content) -> Iterator[tuple[str, Listed]]:
    """Each record of the lists, with the name of the file of its line."""
    lists: tuple[tuple[str, Sequence[Listed]], ...] = (
        ("skills.jsonl", content.skills),
        ("occupations.jsonl", content.occupations),
        ("issuers.jsonl", content.issuers),
        ("credentials.jsonl", content.credentials),
    )
    return ((name, each) for name, listed in lists for each in listed)


def _written(record: Listed) -> Written:
    """A record of any list as its line has it."""
    match record:
        case Skill():
            return skill_written(record)
        case Occupation():
            return occupation_written(record)
        case Issuer():
            return issuer_written(record)
        case Credential():
            return credential_written(record)


class _Lines:
    """Records as lines, each checked by its table as it is written.

    A large catalogue asks for the same skill in the same way a hundred times: what was
    checked and written once is not checked and written again.
    """

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._encode = json.JSONEncoder(
            ensure_ascii=False, separators=(",", ":")
        ).encode
        self._asked: dict[Requirement, str] = {}

    def written(self, record: Listed, place: Place) -> str:
        """The line of a record."""
        if not isinstance(record, Occupation):
            written = _written(record)
            line = f"{self._encode(written)}\n"
            self._check(written, line, place)
            return line
        known = self._asked
        new = tuple([each for each in record.requirements if each not in known])
        new = new or record.requirements[:1]
        written = occupation_written(record._replace(requirements=new))
        asked = written.pop("requirements", [])
        known.update(zip(new, map(self._encode, asked), strict=True))
        texts = ",".join([known[each] for each in record.requirements])
        line = f'{self._encode(written)[:-1]},"requirements":[{texts}]}}\n'
        self._check(written | {"requirements": asked}, line, place)
        self._keep_whole(record)
        return line

    def _keep_whole(self, record: Occupation) -> None:
        """Let the rules see all that an occupation asks for."""
        kept = self._sink.kept.get("Occupation", [])
        if kept and getattr(kept[-1].record, "id", None) == record.id:
            kept[-1] = kept[-1]._replace(record=record)

    def _check(self, record: Written, line: str, place: Place) -> None:
        """Read a record again; the strict reader says what is wrong with an odd one."""
        sink = self._sink
        sink.path, sink.line = place.path, place
        defined, referred = len(sink.defined), len(sink.referred)
        try:
            LINES[place.path].plain(record, sink)
        except Odd:
            del sink.defined[defined:], sink.referred[referred:]
            read_lines(line.encode(), LINES[place.path], sink)
