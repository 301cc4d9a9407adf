"""The file in which a maintainer judges proposed skills, written and read.

It is YAML with comments: for each credential the skills proposed, how sure the matcher
is, and a decision to be set to *accept* or *reject*.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from skillgap.catalogue.tables.occupations import LEVEL
from skillgap.document import parse_document
from skillgap.document.kinds import Choice, Words
from skillgap.document.names import Id
from skillgap.document.numbers import Number
from skillgap.document.several import ListOf
from skillgap.document.sink import Sink
from skillgap.document.tables import Key, Table
from skillgap.errors import DataError
from skillgap.formats.intake import read_whole
from skillgap.locale import _
from skillgap.model import Development
from skillgap.record import Record
from skillgap.review.titles import level_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from skillgap.model.intake import Proposed
    from skillgap.review.placing import Placed


class Decision(Record):
    """What a maintainer says of one skill."""

    skill: str
    decision: str
    level: int | None = None
    sure: float | None = None
    phrase: str | None = None


class Judged(Record):
    """The decisions on one credential."""

    credential: str
    skills: tuple[Decision, ...] = ()


class _File(Record):
    """The content of the file."""

    credentials: tuple[Judged, ...] = ()


Decisions = dict[str, dict[str, Decision]]
"""The decisions by credential and skill."""


def review_text(
    placed: Iterable[Placed], proposed: Mapping[str, tuple[Proposed, ...]], source: str
) -> str:
    """The text of a review file for the new credentials of a source."""
    lines = [f"# {line}" for line in _head(source)]
    lines.append("credentials:")
    for each in placed:
        if each.id in proposed:
            lines += _entry(each, proposed[each.id])
    return "\n".join(lines) + ("\n" if len(lines) > 1 else " []\n")


def _head(source: str) -> Iterator[str]:
    told = _("Skills that skillgap's matcher proposes for the credentials of {source}.")
    yield told.format(source=source)
    yield _("Set each decision to accept or reject; open is for later.")
    yield _("Add a skill of your own as: - {skill: ID, decision: accept, level: 3}")
    yield _("Then run the command again with --accept and this file.")


def _entry(placed: Placed, proposed: tuple[Proposed, ...]) -> Iterator[str]:
    offer = placed.offer
    name, issuer = offer.name.en or offer.name.fr, offer.issuer.en or offer.issuer.fr
    yield f"  # {offer.place}: {name} ({issuer})"
    yield f"  - credential: {placed.id}"
    if not proposed:
        yield "    # " + _("nothing was read in its words")
        yield "    skills: []"
        return
    level = level_of(placed)
    stated = f", level: {level}" if level else ""
    yield "    skills:"
    for each in proposed:
        decision = "accept" if each.accepted else "open"
        phrase = json.dumps(each.phrase, ensure_ascii=False)
        yield (
            f"      - {{skill: {each.skill}, decision: {decision}{stated}, "
            f"sure: {each.confidence:g}, phrase: {phrase}}}"
        )


def read_decisions(path: Path, skills: Iterable[str]) -> Decisions:
    """Read a review file.

    Args:
        path: the file.
        skills: the ids of the catalogue's skills.

    Raises:
        DataError: the file cannot be read, or names a skill that there is not.
    """
    table = _table(tuple(skills))
    document = parse_document(read_whole(path), str(path))
    sink = Sink(str(path))
    sink.problems.extend(document.problems)
    found = table.read(document.root, sink) if document.root is not None else None
    errors = [each for each in sink.problems if each.severity == "error"]
    if errors or found is None:
        raise DataError(*errors)
    return {
        judged.credential: {each.skill: each for each in judged.skills}
        for judged in found.credentials
    }


def level_of(placed: Placed) -> int | None:
    """The level that the title of an offer says."""
    return level_in(placed.offer.name.en or placed.offer.name.fr or "")


def developed(
    placed: Placed, proposed: Iterable[Proposed], decisions: Mapping[str, Decision]
) -> tuple[Development, ...]:
    """The skills that were accepted: by the maintainer, else with the proposal."""
    found: dict[str, Development] = {}
    for skill, said in decisions.items():
        if said.decision == "accept":
            found[skill] = Development(skill, said.level)
    for each in proposed:
        if each.accepted and each.skill not in decisions:
            found.setdefault(each.skill, Development(each.skill, level_of(placed)))
    return tuple(found[skill] for skill in sorted(found))


def _table(skills: tuple[str, ...]) -> Table:
    decision = Table(
        Decision,
        Key("skill", Choice(*skills), required=True),
        Key("decision", Choice("accept", "reject", "open"), required=True),
        Key("level", LEVEL),
        Key("sure", Number(0, 1)),
        Key("phrase", Words()),
    )
    judged = Table(
        Judged,
        Key("credential", Id("credential"), required=True),
        Key("skills", ListOf(decision), required=True),
    )
    return Table(_File, Key("credentials", ListOf(judged), required=True))
