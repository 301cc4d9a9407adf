"""The files of a catalogue after some of its records changed: those alone, in place.

A file of YAML keeps its comments and its layout: only the keys that changed are written
anew, and new records stand at the end of their list. A file of lines keeps every line
whose record is as it was.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from skillgap.catalogue.draft import read_draft
from skillgap.catalogue.written import (
    about_written,
    credential_written,
    issuer_written,
    occupation_written,
    skill_written,
)
from skillgap.errors import DataError, Problem
from skillgap.garbage import without_collection
from skillgap.locale import _
from skillgap.profile.patch import Patches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from skillgap.catalogue.files import Files
    from skillgap.catalogue.written import Content, Written

ABOUT = "catalogue.yaml"


class _Kind(NamedTuple):
    """A list of records: the files that may hold it, and how a record is written."""

    list: str
    yaml: str
    written: Callable[[Any], Written]

    @property
    def lines(self) -> str:
        return f"{self.list}.jsonl"


_KINDS = (
    _Kind("skills", "skills.yaml", skill_written),
    _Kind("issuers", "credentials.yaml", issuer_written),
    _Kind("occupations", "occupations.yaml", occupation_written),
    _Kind("credentials", "credentials.yaml", credential_written),
)


class _Change(NamedTuple):
    """What a list had and has: changed records by id, and new ones."""

    before: dict[str, Written]
    after: dict[str, Written]
    new: list[Written]


def revised_files(files: Files, before: Content, after: Content) -> dict[str, bytes]:
    """All files of the folder after a change of records.

    Args:
        files: the files as they are.
        before: the records that they hold.
        after: the records that they are to hold, those of before in their order.

    Raises:
        DataError: what was written would not be a catalogue.
    """
    with without_collection():
        contents = dict(files.contents)
        _revise_about(contents, before, after)
        for kind in _KINDS:
            change = _change(kind, before, after)
            if change.after or change.new:
                _revise(contents, kind, change)
        _check(files._replace(contents=contents), after)
    return contents


def _change(kind: _Kind, before: Content, after: Content) -> _Change:
    known = {each.id: each for each in getattr(before, kind.list)}
    change = _Change({}, {}, [])
    for each in getattr(after, kind.list):
        own = known.get(each.id)
        if own is None:
            change.new.append(_neat(kind.written(each)))
        elif own is not each and own != each:
            change.before[each.id] = _neat(kind.written(own))
            change.after[each.id] = _neat(kind.written(each))
    return change


def _neat(value: Any) -> Any:  # noqa: ANN401 - what a record is written as
    """Whole numbers as people write them: 42, not 42.0."""
    if isinstance(value, dict):
        return {key: _neat(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_neat(each) for each in value]
    is_whole = isinstance(value, float) and value.is_integer()
    return int(value) if is_whole else value


def _revise(contents: dict[str, bytes], kind: _Kind, change: _Change) -> None:
    """Change the records where they stand; new ones go where the others are."""
    in_lines = kind.lines in contents or (
        kind.yaml not in contents and "skills.jsonl" in contents
    )
    to_yaml = [] if in_lines else change.new
    if kind.yaml in contents or to_yaml:
        text = contents.get(kind.yaml, b"").decode("utf-8-sig")
        patches = Patches(text or f"{kind.list}:\n")
        _patch(patches, kind, change, to_yaml, empty=not text)
        contents[kind.yaml] = patches.made().encode()
    if in_lines:
        lines = contents.get(kind.lines, b"").decode("utf-8-sig")
        contents[kind.lines] = "".join(_lines(lines, change)).encode()


def _patch(
    patches: Patches,
    kind: _Kind,
    change: _Change,
    new: list[Written],
    *,
    empty: bool,
) -> None:
    places = {} if empty else _places(patches, kind.list)
    for id_, written in change.after.items():
        if id_ in places:
            path = (kind.list, places[id_])
            _differ(patches, path, change.before[id_], written)
    if new and (empty or not places):
        patches.put((kind.list,), new)
    elif new:
        patches.append((kind.list,), new)


def _places(patches: Patches, list_: str) -> dict[str, int]:
    return {id_: place for place, id_ in enumerate(patches.texts((list_,), "id"))}


def _differ(
    patches: Patches, path: tuple[str | int, ...], old: Written, new: Written
) -> None:
    """Write the keys that differ; within a mapping only what differs in it."""
    for key, value in new.items():
        own: Any = old.get(key)
        if value == own:
            continue
        inner = isinstance(value, dict) and isinstance(own, dict)
        if inner and own.keys() <= value.keys():
            _differ(patches, (*path, key), own, value)
        elif _goes_on(own, value):
            _differ_items(patches, (*path, key), own, value)
        else:
            patches.put((*path, key), value)


def _goes_on(old: object, new: object) -> bool:
    """Whether a list has what it had, in its order, perhaps richer, or more."""
    if not isinstance(old, list) or not isinstance(new, list) or not old:
        return False
    if len(new) < len(old):
        return False
    return all(
        own == value
        or (
            isinstance(own, dict)
            and isinstance(value, dict)
            and own.keys() <= value.keys()
            and own.get("skill") == value.get("skill")
        )
        for own, value in zip(old, new, strict=False)
    )


def _differ_items(
    patches: Patches, path: tuple[str | int, ...], old: list[Any], new: list[Any]
) -> None:
    for place, own in enumerate(old):
        if own != new[place]:
            _differ(patches, (*path, place), own, new[place])
    if len(new) > len(old):
        patches.append(path, new[len(old) :])


def _lines(text: str, change: _Change) -> Iterator[str]:
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for line in text.split("\n"):
        if not line.strip():
            continue
        changed = change.after and change.after.get(json.loads(line)["id"])
        yield f"{encode(changed)}\n" if changed else f"{line}\n"
    yield from (f"{encode(written)}\n" for written in change.new)


def _revise_about(contents: dict[str, bytes], before: Content, after: Content) -> None:
    if before.about == after.about:
        return
    old, new = about_written(before.about), about_written(after.about)
    patches = Patches(contents[ABOUT].decode("utf-8-sig"))
    for key in ("fields", "sources"):
        _extend(patches, key, old.get(key, ()), new.get(key, ()))
    known = old.get("bases", {})
    bases = {k: v for k, v in new.get("bases", {}).items() if k not in known}
    if bases and "bases" not in old:
        patches.put(("bases",), bases)
    else:
        for key, value in bases.items():
            patches.put(("bases", key), value)
    contents[ABOUT] = patches.made().encode()


def _extend(
    patches: Patches, key: str, old: Sequence[Written], new: Sequence[Written]
) -> None:
    """Add records to a list of catalogue.yaml; those that stand there stay."""
    known = {each["id"] for each in old}
    added = [each for each in new if each["id"] not in known]
    if added:
        patches.append((key,), added)


def _check(files: Files, after: Content) -> None:
    """Refuse to go on where what is read again is not what was meant."""
    draft = read_draft(files)
    if draft.errors:
        raise DataError(*draft.errors)
    for kind in _KINDS:
        meant = {each.id: each for each in getattr(after, kind.list)}
        read = {each.id: each for each in getattr(draft, kind.list)}
        if meant != read:
            message = _("the change cannot be made in the text of the file")
            raise DataError(Problem("error", "output", message, kind.yaml))
