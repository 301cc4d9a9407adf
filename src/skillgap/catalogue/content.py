"""The records of a catalogue, all at once: of a folder, or of plain values.

Commands that answer a question open the compiled form instead; what rewrites a whole
catalogue (an export, an import) works on its content.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from skillgap.catalogue.draft import read_draft
from skillgap.catalogue.files import Files, read_files
from skillgap.catalogue.written import Content, as_yaml
from skillgap.errors import DataError
from skillgap.garbage import without_collection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from skillgap.catalogue.draft import Draft
    from skillgap.catalogue.written import Written
    from skillgap.errors import Problem

LISTS = ("skills", "occupations", "issuers", "credentials")
"""The lists of records that have files of lines."""

SIDE_LISTS = {"longer_programs": "credentials", "funding": "programs"}
"""The lists that stand in YAML files of their own, and the key that they stand under
there; the file is named like the list."""

FILE_OF = {name: f"{name}.jsonl" for name in LISTS} | {
    "longer_programs": "longer-programs.yaml",
    "funding": "funding.yaml",
}


def read_content(folder: Path) -> Content:
    """The content of a catalogue's folder.

    Raises:
        DataError: the folder is no catalogue; it carries every problem at once.
    """
    with without_collection():
        draft = read_draft(read_files(folder))
        if draft.errors:
            raise DataError(
                *(p._replace(path=str(folder / (p.path or ""))) for p in draft.errors)
            )
        return content_of(draft)


def content_of(draft: Draft) -> Content:
    """The records of what was read."""
    return Content(
        draft.about,
        draft.skills,
        draft.occupations,
        draft.issuers,
        draft.credentials,
        draft.longer_programs,
        draft.funding,
    )


def content_from(
    about: Written,
    lists: Mapping[str, Iterable[Written]],
    placed: Callable[[Problem], Problem],
) -> Content:
    """The content that plain values stand for, read and checked like files.

    Args:
        about: the keys of catalogue.yaml.
        lists: the records by the name of their list (``LISTS`` and ``SIDE_LISTS``).
        placed: gives a problem its place in what the values were read from; its path
            is the file that the list would have (``FILE_OF``), the line the number of
            the record.

    Raises:
        DataError: the values are not a catalogue; it carries every problem at once.
    """
    contents = {"catalogue.yaml": as_yaml(about).encode("utf-8", "surrogatepass")}
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for name in LISTS:
        lines = "".join(f"{encode(record)}\n" for record in lists.get(name, ()))
        contents[FILE_OF[name]] = lines.encode("utf-8", "surrogatepass")
    for name, key in SIDE_LISTS.items():
        if records := list(lists.get(name, ())):
            text = as_yaml({key: records})
            contents[FILE_OF[name]] = text.encode("utf-8", "surrogatepass")
    with without_collection():
        draft = read_draft(Files(contents))
    if draft.errors:
        raise DataError(*(placed(problem) for problem in draft.errors))
    return content_of(draft)


def in_one_file(problem: Problem, path: Path) -> Problem:
    """The problem with its place in a file that holds every list: list and number."""
    names = {file: root for root, file in FILE_OF.items()}
    root = names.get(problem.path or "", "catalogue")
    lines = (problem.path or "").endswith(".jsonl") and problem.line
    where = f"{root}[{problem.line}]" if lines else root
    message = f"{where}: {problem.message}"
    return problem._replace(path=str(path), line=None, column=None, message=message)
