"""Comprehensive Learner Records 2.0 and other wrappers: several credentials in one.

The credentials within are read one by one, each with its own proof; one that cannot
be read is left out with its reason. Credentials within credentials are followed only
so deep, and each is read once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.errors import DataError, Problem
from skillgap.formats.imported import MOST_AWARDS, Imported, Line, warning
from skillgap.formats.json_text import child, objects
from skillgap.formats.jwt import Proof, read_jwt
from skillgap.formats.ler_rs import import_ler_rs, is_ler_rs
from skillgap.formats.open_badges import (
    alignments_of,
    import_open_badge,
    proof_of,
    types_of,
    unwrapped,
)
from skillgap.locale import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.model import AwardedCredential

MAX_DEPTH = 4
_WRAPPERS = {"ClrCredential", "VerifiablePresentation", "LearnerRecordWrapper"}


def import_credential(content: dict[str, Any], proof: Proof, shown: str) -> Imported:
    """Whatever a credential holds: a badge, a learner record, a wrapped résumé.

    Raises:
        DataError: nothing in it can be read.
    """
    return _import(content, proof, shown, 0)


def _import(content: dict[str, Any], proof: Proof, shown: str, depth: int) -> Imported:
    if is_ler_rs(content):
        return import_ler_rs(content, shown)
    if types_of(content) & _WRAPPERS and depth < MAX_DEPTH:
        return _import_record(content, proof, shown, depth)
    return import_open_badge(content, proof, shown)


def _import_record(
    content: dict[str, Any], proof: Proof, shown: str, depth: int
) -> Imported:
    awards: dict[AwardedCredential, None] = {}
    lines: list[Line] = []
    notes: list[Problem] = []
    refused: list[Problem] = []
    for inner in _inner(content):
        try:
            read = _import(*_opened(inner, proof, shown), shown, depth + 1)
        except DataError as error:
            refused.extend(error.problems)
            continue
        awards.update(dict.fromkeys(read.awards))
        lines.extend(read.lines)
        notes.extend(read.notes)
    if not awards and not lines:
        raise DataError(*(refused or [_empty(shown)]))
    left_out = [one._replace(severity="warning") for one in dict.fromkeys(refused)]
    if len(awards) > MOST_AWARDS:
        message = _("more than {number} awards; the others are left out")
        told = message.format(number=MOST_AWARDS)
        left_out.append(warning("import-too-many", told, shown))
    numbered = tuple(line._replace(number=n) for n, line in enumerate(lines, 1))
    kept = tuple(_aligned(content, tuple(awards)[:MOST_AWARDS]))
    return Imported("clr", (), kept, (), numbered, (*notes, *left_out))


def _inner(content: dict[str, Any]) -> Iterator[Any]:
    """The credentials within a wrapper, as objects or signed texts."""
    yield from _listed(child(content, "verifiableCredential"))
    for subject in objects(content, "credentialSubject"):
        yield from _listed(child(subject, "verifiableCredential"))
    for record in objects(content, "learnerRecord"):
        data = child(child(record, "payload"), "data")
        if isinstance(data, dict):
            yield data


def _listed(found: Any) -> list[Any]:  # noqa: ANN401 - any JSON
    items = found if isinstance(found, list) else [found]
    return [item for item in items if isinstance(item, dict | str)]


def _opened(inner: Any, outer: Proof, shown: str) -> tuple[dict[str, Any], Proof]:  # noqa: ANN401
    """A credential within a wrapper; the outer proof counts where it has none."""
    if isinstance(inner, str):
        return unwrapped(*read_jwt(inner, shown))
    own = proof_of(inner)
    has_own = child(inner, "proof", "verification", "verify") or own[0] == "failed"
    return inner, own if has_own else outer


def _aligned(
    content: dict[str, Any], awards: tuple[AwardedCredential, ...]
) -> Iterator[AwardedCredential]:
    """The awards, with the alignments that the record itself gives them by name."""
    stated = {
        str(achievement.get("name")): alignments_of(achievement)
        for subject in objects(content, "credentialSubject")
        for achievement in objects(subject, "achievement")
    }
    for award in awards:
        added = stated.get(award.name, ())
        yield award._replace(alignments=award.alignments or added)


def _empty(shown: str) -> Problem:
    message = _("the record holds no credential that can be read")
    return Problem("error", "import-no-award", message, shown)
