"""A new entry in a catalogue's YAML, at its place, with every other line as it is.

The lists of a catalogue are kept in order (skills and credentials by id, occupations
by their NOC code); a new entry goes before the first that comes after it, below the
notes that belong to the one above. What is written is checked first: an entry that
would break the catalogue is not written at all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from skillgap.catalogue.draft import read_draft
from skillgap.catalogue.files import read_files
from skillgap.catalogue.in_place import change_in_place
from skillgap.errors import DataError, Problem
from skillgap.locale import _
from skillgap.model.upkeep import NewEntry
from skillgap.record import Record

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.catalogue.files import Files
    from skillgap.catalogue.written import Written

EntryKind = Literal["occupation", "credential", "skill"]

ADVISED = {
    "skill": ("label.fr", "alternative_labels", "broader", "uri"),
    "occupation": (
        *("noc", "title.fr", "alternative_titles", "teer", "field", "wage"),
        *("demand", "education"),
    ),
    "credential": (
        *("name.fr", "hours", "cost", "delivery", "languages", "osap"),
        *("skills_basis", "source.url", "source.as_of", "retrieved"),
    ),
}
"""The keys that an entry should have beside those that it must have."""

_ORDER = {"skill": "id", "occupation": "noc", "credential": "id"}
_INDENT = 2


class _Spot(Record):
    """Where an entry goes: before this line (from 0), after a blank one or not."""

    line: int
    blank: bool
    indent: int


def add_entry(
    folder: Path,
    kind: EntryKind,
    entry: Written,
    alike: tuple[tuple[str, str, float], ...] = (),
    *,
    dry_run: bool = False,
) -> NewEntry:
    """Write an entry into the folder's file of its kind.

    Args:
        folder: the folder of the catalogue.
        kind: what it is.
        entry: its keys, in the order in which they are written.
        alike: entries that look the same, to be told.
        dry_run: write nothing.

    Raises:
        DataError: the folder is no catalogue, its file is not laid out in lines, the
            entry would break it, or it cannot be written.
    """
    name = f"{kind}s.yaml"
    files = read_files(folder)
    _refuse_errors(folder, files)
    text = files.contents.get(name, b"").decode("utf-8")
    spot = _spot(text, f"{kind}s", str(entry.get(_ORDER[kind], "\uffff")))
    if spot is None:
        raise _unfit(folder / name)
    lines = entry_lines(entry, spot.indent)
    new, line = _inserted(text, spot, lines)
    contents = files.contents | {name: new.encode()}
    problems = _refuse_errors(folder, files._replace(contents=contents))
    if not dry_run:
        change_in_place(folder, files, contents)
    missing = tuple(key for key in ADVISED[kind] if not _has(entry, key))
    id_, place, shown = str(entry["id"]), str(folder / name), "\n".join(lines)
    return NewEntry(kind, id_, place, line, shown, missing, alike, problems, dry_run)


def _unfit(path: Path) -> DataError:
    message = _("this file is laid out in a way that skillgap cannot add to")
    hint = _("write its list with an entry in lines of its own")
    return DataError(Problem("error", "entry", message, str(path), hint=hint))


def _inserted(text: str, spot: _Spot, lines: list[str]) -> tuple[str, int]:
    """The text with the lines at their place, and the first one's number, from 1."""
    end = "\r\n" if "\r\n" in text else "\n"
    old = text.split(end)
    at_end = not any(old[spot.line :])
    block = lines
    if spot.blank:
        block = ["", *lines] if at_end else [*lines, ""]
    number = spot.line + 1 + (at_end and spot.blank)
    return end.join([*old[: spot.line], *block, *old[spot.line :]]), number


def _refuse_errors(folder: Path, files: Files) -> tuple[Problem, ...]:
    """The problems that are no errors; DataError where there are errors."""
    draft = read_draft(files)
    placed = [p._replace(path=str(folder / (p.path or ""))) for p in draft.problems]
    errors = [problem for problem in placed if problem.severity == "error"]
    if errors:
        raise DataError(*errors)
    return tuple(placed)


def _spot(text: str, list_: str, key: str) -> _Spot | None:
    """The place in a list of entries; None where it is not written in lines."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    root = yaml.compose(text, Loader=loader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    found = next((value for name, value in pairs if name.value == list_), None)
    if found is None or found.flow_style or not found.value:
        return None
    lines = text.splitlines()
    order = "noc" if list_ == "occupations" else "id"
    starts = [item.start_mark.line for item in found.value]
    keys = [_word(item, order) for item in found.value]
    after = next((at for at, own in enumerate(keys) if own > key), None)
    indent = found.start_mark.column
    blank = any(not lines[start - 1].strip() for start in starts[1:] if start)
    if after is None:
        return _Spot(_last(lines, starts[-1], indent), blank, indent)
    line = starts[after]
    while line and lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return _Spot(line, blank, indent)


def _word(item: Any, name: str) -> str:  # noqa: ANN401 - nodes have no types
    """The text of a key of an entry, last in the order where it is absent."""
    named = (value for key, value in item.value if key.value == name)
    value = next(named, None)
    return str(value.value) if value is not None else "\uffff"


def _last(lines: list[str], start: int, indent: int) -> int:
    """The line after the last entry: what follows is less indented, or nothing."""
    at = start + 1
    end = at
    while at < len(lines):
        line = lines[at]
        if line.strip():
            if len(line) - len(line.lstrip()) <= indent:
                break
            end = at + 1
        at += 1
    return end


def entry_lines(entry: Written, indent: int) -> list[str]:
    """An entry as YAML lines: short values on one line, lists of records one a line."""
    lines: list[str] = []
    for name, value in entry.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{name}:")
            lines += [f"{' ' * _INDENT}- {_on_one_line(item)}" for item in value]
        else:
            lines.append(f"{name}: {_on_one_line(value)}")
    inner = " " * (indent + _INDENT)
    first = f"{' ' * indent}- {lines[0]}"
    return [first, *(f"{inner}{line}" for line in lines[1:])]


def _on_one_line(value: object) -> str:
    import yaml

    text: str = yaml.safe_dump(
        [value],
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
    )
    written = text.strip()[1:-1]
    if isinstance(value, str) and written.startswith("'"):
        return json.dumps(value, ensure_ascii=False)
    return written


def _has(entry: Written, path: str) -> bool:
    value: Any = entry
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value is not None
