"""A person's YAML file read: the profile, or everything that is wrong with the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.document import Mapping, parse_document
from skillgap.document.sink import Kept, Sink
from skillgap.errors import DataError, Problem
from skillgap.model import Profile
from skillgap.profile import store
from skillgap.profile.tables import PROFILE
from skillgap.record import Record

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.document import Node
    from skillgap.document.kinds import Schema
    from skillgap.errors import Severity

SCHEMA = "https://json-schema.org/draft/2020-12/schema"


class ProfileCheck(Record):
    """What a profile holds and everything that is wrong with it, by place."""

    counts: dict[str, int]
    problems: tuple[Problem, ...]


class Read(Record):
    """A profile with the check of its file, and the places of its values there."""

    profile: Profile
    check: ProfileCheck
    root: Node | None
    shown: str

    def problem(
        self,
        severity: Severity,
        rule: str,
        message: str,
        at: tuple[str | int, ...],
        hint: str | None = None,
    ) -> Problem:
        """A problem at the value at the end of these keys and indexes."""
        line, column = None, None
        if isinstance(self.root, Mapping):
            place = Kept(self.profile, self.root, self.shown).place(*at)
            line, column = place.line, place.column
        return Problem(severity, rule, message, self.shown, line, column, hint)


def load_profile(path: Path) -> Profile:
    """The profile of a file.

    Raises:
        DataError: the file cannot be read or is no profile; it carries every problem.
    """
    profile, problems = parse_profile(store.read(path), str(path))
    if errors := [each for each in problems if each.severity == "error"]:
        raise DataError(*errors)
    return profile


def check_profile(path: Path) -> Read:
    """What could be read of a file, and what is wrong with it, read by itself.

    Whether its ids stand for records is for a catalogue to say.

    Raises:
        DataError: the file cannot be read at all.
    """
    profile, problems, root = _parse(store.read(path), str(path))
    counts = {
        "claims": len(profile.claims),
        "awards": len(profile.awards),
        "learning": len(profile.learning),
        "corrections": len(profile.corrections),
        "targets": len(profile.targets),
    }
    return Read(profile, ProfileCheck(counts, problems), root, str(path))


def parse_profile(data: bytes, shown: str) -> tuple[Profile, tuple[Problem, ...]]:
    """What could be read of a text, and its problems in the order of their places."""
    profile, problems, _root = _parse(data, shown)
    return profile, problems


def json_schema() -> Schema:
    """The JSON Schema of a profile for editors, made from the reader's tables."""
    return {
        "$schema": SCHEMA,
        "title": "A skillgap profile",
        "description": "See docs/profile-format.md.",
        **PROFILE.schema(),
    }


def _parse(data: bytes, shown: str) -> tuple[Profile, tuple[Problem, ...], Node | None]:
    document = parse_document(data, shown)
    if document.root is None:
        return Profile(), document.problems, None
    sink = Sink(document.path)
    profile = PROFILE.read(document.root, sink) or Profile()
    problems = [*document.problems, *sink.problems]
    problems.sort(key=lambda problem: (problem.line or 0, problem.column or 0))
    return profile, tuple(problems), document.root
