"""Findings that can be mended without a judgement, in the lines concerned alone.

A change is made in the text itself. What was changed is read again and must give the
same records, but for what was meant to go; otherwise the file is left as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from skillgap.catalogue.draft import read_draft
from skillgap.catalogue.files import read_files
from skillgap.catalogue.in_place import change_in_place
from skillgap.record import Record
from skillgap.review.labels import repeated
from skillgap.review.written import TRAILING

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.catalogue.draft import Draft
    from skillgap.catalogue.files import Files
    from skillgap.model import Skill

SKILLS = "skills.yaml"


class _Cut(Record):
    """A stretch of a text that is taken out, and the line where it stands."""

    start: int
    end: int
    line: int


def mend_catalogue(folder: Path) -> tuple[str, ...]:
    """Mend the files of a folder; the places that were mended, ``path:line``.

    Blanks at the ends of lines are taken off, and alternative labels that stand twice
    on one skill are taken out. A folder with errors is left alone.

    Raises:
        DataError: the folder cannot be read or written; it is then as it was.
    """
    files = before = read_files(folder)
    if read_draft(files).errors:
        return ()
    mended: list[str] = []
    for name in sorted(files.contents):
        if name.endswith(".yaml"):
            for cuts_in in (_blanks, _labels):
                data = files.contents[name]
                text = data.decode("utf-8")
                changed, lines = _changed(name, text, files, cuts_in(name, text, files))
                files = changed
                mended += [f"{folder / name}:{line}" for line in lines]
    if mended:
        change_in_place(folder, before, files.contents)
    return tuple(mended)


def _changed(
    name: str, text: str, files: Files, cuts: list[_Cut]
) -> tuple[Files, list[int]]:
    """The files after the cuts that are safe, and the lines of those."""
    expected = _expected(read_draft(files))
    done: list[int] = []
    for several in (cuts, *([cut] for cut in reversed(cuts))):
        if not several or done:
            continue
        new = text
        for cut in reversed(several):
            new = new[: cut.start] + new[cut.end :]
        tried = files._replace(contents=files.contents | {name: new.encode()})
        if _expected(read_draft(tried)) == expected:
            files, done = tried, [cut.line for cut in several]
    return files, done


def _expected(draft: Draft) -> Draft:
    """The records without what may go: labels that say nothing new."""
    return draft._replace(skills=tuple(_plain(each) for each in draft.skills))


def _plain(skill: Skill) -> Skill:
    gone = {(language, index) for language, index, _text in repeated(skill)}
    labels = skill.alternative_labels
    kept = {
        language: tuple(
            text
            for index, text in enumerate(getattr(labels, language))
            if (language, index) not in gone
        )
        for language in ("en", "fr")
    }
    return skill._replace(alternative_labels=labels._replace(**kept))


def _blanks(name: str, text: str, files: Files) -> list[_Cut]:
    del name, files
    return [
        _Cut(found.start(), found.end(), text.count("\n", 0, found.start()) + 1)
        for found in TRAILING.finditer(text)
    ]


def _labels(name: str, text: str, files: Files) -> list[_Cut]:
    if name != SKILLS:
        return []
    nodes = _value(_compose(text), "skills").value
    mark = text.startswith("\ufeff")  # of the byte order: the parser counts without it
    cuts = []
    # Records of lines stand behind those of YAML.
    for node, skill in zip(nodes, read_draft(files).skills, strict=False):
        for language, index, _label in repeated(skill):
            items = _value(_value(node, "alternative_labels"), language)
            if cut := _item(items, index, text.removeprefix("\ufeff")):
                cuts.append(_Cut(cut.start + mark, cut.end + mark, cut.line))
    return sorted(cuts)


def _item(items: Any, index: int, text: str) -> _Cut | None:  # noqa: ANN401
    """An item of a list with what parts it from the next; None where it is not safe."""
    node, others = items.value[index], items.value
    start, end = node.start_mark.index, node.end_mark.index
    line = node.start_mark.line
    if not items.flow_style:
        first = text.rfind("\n", 0, start) + 1
        last = text.find("\n", end) + 1
        if text[first:start].strip() != "-" or text[end:last].strip() or not last:
            return None
        return _Cut(first, last, line + 1)
    if len(others) == 1:
        return None
    after = others[index + 1] if index + 1 < len(others) else None
    before = others[index - 1] if index else None
    same_line = before is not None and before.end_mark.line == line
    if before is not None and (after is None or same_line):
        start = before.end_mark.index
    elif after is not None:
        end = after.start_mark.index
    return None if "#" in text[start:end] else _Cut(start, end, line + 1)


def _value(mapping: Any, name: str) -> Any:  # noqa: ANN401 - nodes have no types
    return next(value for key, value in mapping.value if key.value == name)


def _compose(text: str) -> Any:  # noqa: ANN401 - nodes have no types
    import yaml

    return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
