"""Making a record: the entries of the catalogue that an answer used, and its seal."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from skillgap.catalogue.entries import KINDS, entry_fingerprint, find_entries
from skillgap.locale import current_language
from skillgap.model.history import Answered, Entry, Inputs, KeptAnswer, Program
from skillgap.model.plain import as_plain
from skillgap.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from skillgap.catalogue import Catalogue
    from skillgap.catalogue.entries import Kind
    from skillgap.model import Language

FORM = 1
"""The version of the form of records; it rises when a key is renamed or removed."""

_MARKS: dict[Kind, frozenset[str]] = {
    "skills": frozenset({"id", "label", "kind"}),
    "occupations": frozenset({"id", "noc", "title"}),
    "credentials": frozenset({"id", "name", "issuer"}),
}
"""The keys by which an object of the contract is told to be an entry."""


def make_record(  # noqa: PLR0913 - what a record holds
    command: str,
    inputs: Inputs,
    result: Mapping[str, Any],
    catalogue: Catalogue,
    *,
    folder: str | None,
    contract: int,
    client: str | None = None,
    also: Iterable[Entry] = (),
) -> KeptAnswer:
    """The record of an answer, in the language in use.

    ``also`` are entries of an earlier answer, to be looked up in this catalogue.
    """
    info = catalogue.info
    language: Language = "fr" if current_language() == "fr" else "en"
    record = KeptAnswer(
        record=FORM,
        skillgap=Program(__version__, contract),
        command=command,
        language=language,
        catalogue=Answered(info.name, info.as_of, info.fingerprint, folder),
        inputs=inputs,
        result=result,
        entries=entries_used(result, catalogue, also),
        fingerprint="",
        client=client,
    )
    return record._replace(fingerprint=seal(_plain(record)))


def record_line(record: KeptAnswer) -> str:
    """The record as one line, to stand among others."""
    return json.dumps(
        _plain(record), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


def record_text(record: KeptAnswer) -> str:
    """The record as the text of its file."""
    return json.dumps(_plain(record), ensure_ascii=False, indent=2, sort_keys=True)


def seal(plain: Mapping[str, Any]) -> str:
    """The fingerprint of a record's plain form, its own fingerprint left out."""
    rest = {name: value for name, value in plain.items() if name != "fingerprint"}
    text = json.dumps(rest, ensure_ascii=True, sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode("ascii")).hexdigest()


def entries_used(
    result: Mapping[str, Any], catalogue: Catalogue, also: Iterable[Entry] = ()
) -> tuple[Entry, ...]:
    """What of the catalogue an answer rests on, by kind and id.

    These are the entries that it shows, and every credential that teaches a skill of
    the gap: one that was not chosen may be tomorrow.
    """
    shown: dict[Kind, set[str]] = {kind: set() for kind in KINDS}
    for kind, one in _entries_in(result):
        shown[kind].add(one)
    weighed = catalogue.teaching(sorted(shown["skills"]))
    shown["credentials"] |= {credential.id for credential in weighed}
    for earlier in also:
        shown[earlier.kind].add(earlier.id)
    return tuple(
        Entry(kind, id_, _name(entry), entry_fingerprint(entry))
        for kind in KINDS
        for id_, entry in find_entries(catalogue, kind, sorted(shown[kind])).items()
    )


def _entries_in(value: Any) -> Iterator[tuple[Kind, str]]:  # noqa: ANN401
    if isinstance(value, dict):
        for kind, marks in _MARKS.items():
            if marks <= value.keys():
                yield kind, str(value["id"])
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _entries_in(part)


def _name(entry: Any) -> str:  # noqa: ANN401 - one of three records
    text = getattr(entry, "label", None) or getattr(entry, "title", None) or entry.name
    name: str = text.in_language(current_language())
    return name


def _plain(record: KeptAnswer) -> dict[str, Any]:
    """The plain form; the result stays as the contract has it, empty lists and all."""
    plain: dict[str, Any] = as_plain(record._replace(result={}))
    inputs = {"told": {}, "options": {}} | plain.get("inputs", {})
    return {
        "entries": [],
        **plain,
        "inputs": inputs,
        "result": dict(record.result),
    }
