"""Why an answer may differ: the version, the catalogue, its entries, the inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.model.history import Cause
from skillgap.model.plain import as_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from skillgap.history.reading import Answer
    from skillgap.model.history import CauseKind, Entry, KeptAnswer


def replay_causes(
    old: KeptAnswer, new: KeptAnswer, *, edited: bool
) -> tuple[Cause, ...]:
    """What differs between a record and the answer given again."""
    found = list(of_making(_made(old), _made(new)))
    if edited:
        found.append(Cause("edited"))
    return (*found, *_of_entries(old.entries, new.entries, "entry_gone"))


def answer_causes(old: Answer, new: Answer) -> tuple[Cause, ...]:
    """What differs between two answers besides what they say."""
    found = list(
        of_making(
            (old.version, old.catalogue, old.fingerprint),
            (new.version, new.catalogue, new.fingerprint),
        )
    )
    found += [Cause("edited", one.path) for one in (old, new) if one.edited]
    if old.record and new.record:
        found += _of_inputs(old.record, new.record)
        found += _of_entries(old.record.entries, new.record.entries, "entry_unused")
    return tuple(found)


Making = tuple[str | None, str | None, str | None]


def _made(record: KeptAnswer) -> Making:
    about = record.catalogue
    return record.skillgap.version, about.name, about.fingerprint


def of_making(old: Making, new: Making) -> Iterator[Cause]:
    """Where version or catalogue differ; each making is version, name, fingerprint."""
    if old[0] != new[0]:
        yield Cause("version", before=old[0], after=new[0])
    if old[1] != new[1]:
        yield Cause("catalogue", before=old[1], after=new[1])
    elif old[2] != new[2]:
        yield Cause("catalogue_content", new[1] or "", old[2], new[2])


def _of_inputs(old: KeptAnswer, new: KeptAnswer) -> Iterator[Cause]:
    """The parts of what was said and asked for that differ, by name."""
    before, after = as_plain(old.inputs), as_plain(new.inputs)
    for part in ("told", "options"):
        then, now = before.get(part, {}), after.get(part, {})
        for name in sorted(then.keys() | now.keys()):
            if then.get(name) != now.get(name):
                yield Cause("inputs", name)
    if old.language != new.language:
        yield Cause("inputs", "--lang", old.language, new.language)


def _of_entries(
    old: Iterable[Entry], new: Iterable[Entry], absent: CauseKind
) -> Iterator[Cause]:
    before = {(one.kind, one.id): one for one in old}
    after = {(one.kind, one.id): one for one in new}
    for key, one in before.items():
        now = after.get(key)
        if now is None:
            yield Cause(absent, one.name, entry_kind=one.kind)
        elif now.fingerprint != one.fingerprint:
            yield Cause("entry_changed", one.name, entry_kind=one.kind)
    for key, one in after.items():
        if key not in before:
            yield Cause("entry_new", one.name, entry_kind=one.kind)
