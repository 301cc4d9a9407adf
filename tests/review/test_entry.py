"""A new entry stands at its place and changes no other line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from skillgap.catalogue import bundled_folder, check_catalogue, load_catalogue
from skillgap.errors import DataError, UnknownNameError, UsageError
from skillgap.review.drafting import draft_entry
from skillgap.review.entry import add_entry
from skillgap.review.likeness import look_alikes

if TYPE_CHECKING:
    from skillgap.review.entry import EntryKind

SMALL = Path(__file__).parents[1] / "cases" / "valid" / "small"


def copy_of(folder: Path, tmp_path: Path) -> Path:
    made = tmp_path / "mine"
    shutil.copytree(folder, made)
    return made


def draft(
    what: EntryKind, folder: Path, name: str, *skills: str, **more: str
) -> dict[str, Any]:
    given = {key.replace("__", "."): value for key, value in more.items()}
    catalogue = load_catalogue(folder)
    return draft_entry(what, (name, None), None, given, skills, catalogue)


@pytest.mark.parametrize("name", ["3 D thing", "Meta thing", "Zzz last thing"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_lines_are_added_and_the_order_stays(
    tmp_path: Path, name: str, newline: str
) -> None:
    folder = copy_of(SMALL, tmp_path)
    path = folder / "skills.yaml"
    before = path.read_bytes().replace(b"\n", newline.encode())
    path.write_bytes(before)
    entry = draft("skill", folder, name, kind="tool", alternative_labels__en="a b, c d")
    made = add_entry(folder, "skill", entry)
    after = path.read_bytes()
    old, new = before.decode().splitlines(True), after.decode().splitlines(True)
    first = made.line - 1
    pairs = enumerate(zip(old, new, strict=False))
    start = next((n for n, (a, b) in pairs if a != b), len(old))
    assert start <= first
    assert old[start:] == new[start + len(new) - len(old) :]
    assert after.count(b"\r\n") == (after.count(b"\n") if newline == "\r\n" else 0)
    assert new[made.line - 1].strip() == f"- id: {entry['id']}"
    ids = [line.split()[-1] for line in new if line.startswith("  - id: ")]
    after_it = ids[ids.index(entry["id"]) + 1 :]
    assert not after_it or after_it[0] > entry["id"]
    assert check_catalogue(folder).problems == ()


def test_notes_stay_with_the_entry_that_they_stand_above(tmp_path: Path) -> None:
    folder = copy_of(SMALL, tmp_path)
    path = folder / "skills.yaml"
    path.write_text(
        "# head\nskills:\n"
        "  - id: b-one  # mine\n    label: {en: B one}\n    kind: tool\n"
        "  # about d\n  - id: d-two\n    label: {en: D two}\n    kind: tool\n# foot\n",
        encoding="utf-8",
    )
    for name in ("occupations.yaml", "credentials.yaml"):
        (folder / name).unlink()
    (folder / "occupations.yaml").write_text("occupations: []\n")
    add_entry(folder, "skill", draft("skill", folder, "C thing", kind="tool"))
    add_entry(folder, "skill", draft("skill", folder, "E thing", kind="tool"))
    assert path.read_text(encoding="utf-8") == (
        "# head\nskills:\n"
        "  - id: b-one  # mine\n    label: {en: B one}\n    kind: tool\n"
        "  - id: c-thing\n    label: {en: C thing}\n    kind: tool\n"
        "  # about d\n  - id: d-two\n    label: {en: D two}\n    kind: tool\n"
        "  - id: e-thing\n    label: {en: E thing}\n    kind: tool\n# foot\n"
    )


def test_an_occupation_stands_by_its_code(tmp_path: Path) -> None:
    folder = copy_of(bundled_folder(), tmp_path)
    skill = load_catalogue(folder).all_skills()[0].id
    entry = draft("occupation", folder, "Tea tasters", f"{skill}=4", noc="14201")
    add_entry(folder, "occupation", entry)
    text = (folder / "occupations.yaml").read_text(encoding="utf-8")
    codes = [line.split('"')[1] for line in text.splitlines() if "    noc: " in line]
    assert codes == sorted(codes)
    added = load_catalogue(folder).occupation("tea-tasters")
    (asked,) = added.requirements
    assert (asked.skill, asked.relation, asked.importance) == (skill, "essential", 4)


def test_what_would_break_the_catalogue_is_not_written(tmp_path: Path) -> None:
    folder = copy_of(SMALL, tmp_path)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    label = load_catalogue(folder).all_skills()[0].label.en or ""
    twice = draft("skill", folder, label, kind="tool")
    with pytest.raises(DataError, match="stands on two skills"):
        add_entry(folder, "skill", twice)
    with pytest.raises(UsageError, match="still missing: kind"):
        draft("skill", folder, "New thing")
    with pytest.raises(UsageError, match="unknown key colour"):
        draft("skill", folder, "New thing", kind="tool", colour="red")
    with pytest.raises(UnknownNameError, match="unknown skill juggling fire"):
        draft("occupation", folder, "New", "juggling fire")
    dry = add_entry(
        folder, "skill", draft("skill", folder, "Odd thing", kind="tool"), dry_run=True
    )
    assert dry.text.startswith("  - id: odd-thing")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_near_duplicates_are_told() -> None:
    catalogue = load_catalogue(bundled_folder())
    cases: tuple[tuple[EntryKind, str, str], ...] = (
        ("skill", "MS Excel", "microsoft-excel"),
        ("occupation", "bookkeeper", "accounting-technicians-and-bookkeepers"),
        ("credential", "ABC skill hub course", "abc-skills-hub"),
    )
    for kind, name, id_ in cases:
        assert id_ in [one[0] for one in look_alikes(kind, (name,), catalogue)]
        assert look_alikes(kind, ("quite unheard of xyzzy",), catalogue) == ()
