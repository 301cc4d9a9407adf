"""A person's YAML file read: the profile, or everything that is wrong with the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from skillgap.document import parse_document, read_document
from skillgap.document.sink import Sink
from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.model import Profile
from skillgap.profile.tables import PROFILE

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.document import Document
    from skillgap.document.kinds import Schema

SCHEMA = "https://json-schema.org/draft/2020-12/schema"
MAX_BYTES = 4 * 1024 * 1024
"""The largest profile that is read: a life's learning is far smaller."""


class ProfileCheck(NamedTuple):
    """What a profile holds and everything that is wrong with it, by place."""

    counts: dict[str, int]
    problems: tuple[Problem, ...]


def load_profile(path: Path) -> Profile:
    """The profile of a file.

    Raises:
        DataError: the file cannot be read or is no profile; it carries every problem.
    """
    profile, problems = read_profile(path)
    if errors := [each for each in problems if each.severity == "error"]:
        raise DataError(*errors)
    return profile


def check_profile(path: Path) -> tuple[Profile, ProfileCheck]:
    """What could be read of a file, and what is wrong with it, read by itself.

    Whether its ids stand for records is for a catalogue to say.
    """
    profile, problems = read_profile(path)
    counts = {
        "claims": len(profile.claims),
        "awards": len(profile.awards),
        "learning": len(profile.learning),
        "corrections": len(profile.corrections),
        "targets": len(profile.targets),
    }
    return profile, ProfileCheck(counts, problems)


def read_profile(path: Path) -> tuple[Profile, tuple[Problem, ...]]:
    """What could be read of a file, and its problems in the order of their places."""
    try:
        too_large = path.stat().st_size > MAX_BYTES
    except OSError:
        too_large = False  # the reader says why it cannot be read
    if too_large:
        return Profile(), (_too_large(str(path)),)
    return _read(read_document(path))


def parse_profile(data: bytes, shown: str) -> tuple[Profile, tuple[Problem, ...]]:
    """The same of a text that is already in memory."""
    if len(data) > MAX_BYTES:
        return Profile(), (_too_large(shown),)
    return _read(parse_document(data, shown))


def json_schema() -> Schema:
    """The JSON Schema of a profile for editors, made from the reader's tables."""
    return {
        "$schema": SCHEMA,
        "title": "A skillgap profile",
        "description": "See docs/profile-format.md.",
        **PROFILE.schema(),
    }


def _read(document: Document) -> tuple[Profile, tuple[Problem, ...]]:
    if document.root is None:
        return Profile(), document.problems
    sink = Sink(document.path)
    profile = PROFILE.read(document.root, sink) or Profile()
    problems = (*document.problems, *sink.problems)
    return profile, tuple(sorted(problems, key=lambda p: (p.line or 0, p.column or 0)))


def _too_large(shown: str) -> Problem:
    message = _("the file is larger than {limit} MB").format(
        limit=MAX_BYTES // (1024 * 1024)
    )
    return Problem("error", "SG002", message, shown)
