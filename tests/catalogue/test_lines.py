"""JSON Lines: the short way and the strict way read alike; faults have a place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.catalogue import bundled_folder, check_catalogue, load_catalogue
from skillgap.catalogue.checked import checked_files
from skillgap.catalogue.draft import read_draft
from skillgap.catalogue.files import Files, fingerprint, read_files
from skillgap.catalogue.tables import LINES
from skillgap.catalogue.written import Content, yaml_files
from skillgap.document.kinds import Odd
from skillgap.document.lines import read_lines
from skillgap.document.sink import Sink
from skillgap.document.yaml import parse_document

if TYPE_CHECKING:
    from skillgap.catalogue.draft import Draft

VALID = sorted((Path(__file__).parent.parent / "cases" / "valid").iterdir())


def written(draft: Draft, *, as_yaml: bool) -> Files:
    content = Content(
        draft.about,
        draft.skills,
        draft.occupations,
        draft.issuers,
        draft.credentials,
        draft.longer_programs,
        draft.funding,
    )
    contents: dict[str, bytes] = {}
    for name, text in (yaml_files if as_yaml else checked_files)(content):
        contents[name] = contents.get(name, b"") + text.encode()
    return Files(contents)


@pytest.mark.parametrize("folder", [*VALID, bundled_folder()], ids=lambda f: f.name)
@pytest.mark.parametrize("as_yaml", [True, False])
def test_what_is_written_reads_back_as_it_was(folder: Path, as_yaml: bool) -> None:
    draft = read_draft(read_files(folder))
    again = read_draft(written(draft, as_yaml=as_yaml))
    assert again.problems == ()
    assert again == draft._replace(problems=())


def test_the_bundled_catalogue_goes_the_short_way() -> None:
    files = written(read_draft(read_files(bundled_folder())), as_yaml=False)
    odd = []
    for name, table in LINES.items():
        for line in files.contents[name].decode().splitlines():
            try:
                table.plain(json.loads(line), Sink())
            except Odd:
                odd.append(line)
    assert odd == []


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 10**16)
    | st.floats(-1, 100)
    | st.text(),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["en", "fr", "skill", "level", "min"]), inner)
    ),
    max_leaves=4,
)
WORDS = st.sampled_from(["a-b", "A b", "yes", "null", "2026", "https://a.ca", " x", ""])


def records(name: str) -> st.SearchStrategy[dict[str, Any]]:
    keys = [key.name for key in LINES[name].keys]
    skill = {"id": "s", "label": {"en": "S"}, "kind": "tool"}
    base = st.just(skill if name == "skills.jsonl" else {})
    return st.builds(
        lambda first, more: {**first, **more},
        base,
        st.dictionaries(st.sampled_from(keys), ANYTHING | WORDS, max_size=3),
    )


@given(
    st.sampled_from(sorted(LINES)).flatmap(lambda n: st.tuples(st.just(n), records(n)))
)
def test_the_short_way_takes_only_what_the_strict_way_takes(
    case: tuple[str, dict[str, Any]],
) -> None:
    name, value = case
    table = LINES[name]
    text = json.dumps(value, ensure_ascii=False)
    short, strict = Sink(name), Sink(name)
    try:
        record = table.plain(value, short)
    except Odd:
        return
    document = parse_document(text.encode(), name)
    assert document.root is not None
    assert table.read(document.root, strict) == record
    assert strict.problems == []
    assert {(m.list, m.id) for m in strict.referred} == {
        (m.list, m.id) for m in short.referred
    }
    assert [m.id for m in strict.defined] == [m.id for m in short.defined]


def places(text: str, name: str = "skills.jsonl") -> list[str]:
    sink = Sink(name)
    read_lines(text.encode(), LINES[name], sink)
    return [
        f"{problem.line}:{problem.column} {problem.rule}" for problem in sink.problems
    ]


GOOD = '{"id":"a","label":{"en":"A"},"kind":"tool"}'


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('{"id":"b","label":{"en":"B"}}', ["2:1 SG102"]),
        ('{"id":"b","label":{"en":"B"},"kind":"tol"}', ["2:37 SG106"]),
        ('{"id":"b","label":{"en":"B"},"kind":"tool","uri":"x"}', ["2:50 SG104"]),
        ('{"id":"b","label":{"en":"B"},"kind":"tool","kinds":1}', ["2:44 SG101"]),
        ('{"id":"b","id":"c","label":{"en":"B"},"kind":"tool"}', ["2:11 SG007"]),
        ('{"id":"b","label":{"en":null},"kind":"tool"}', ["2:25 SG103", "2:19 SG102"]),
        ("[1, 2]", ["2:1 SG103"]),
        ('{"id":"b"', ["2:10 SG014"]),
        ("id: b", ["2:1 SG014"]),
        ('{"id": NaN}', ["2:8 SG104", "2:1 SG102", "2:1 SG102"]),
    ],
)
def test_a_fault_in_a_line_has_its_place(line: str, expected: list[str]) -> None:
    found = places(f"{GOOD}\n{line}\n")
    assert found[0] == expected[0] or found == expected


def test_unusual_json_is_read_all_the_same() -> None:
    sink = Sink("skills.jsonl")
    line = r'{"kind": "tool",  "label": {"en": "\u00e9\ud83d\ude00 \/ b"}, "id": "b"}'
    records, whole = read_lines(
        f"\ufeff{GOOD}\r\n\n {line}\t\n".encode(), LINES["skills.jsonl"], sink
    )
    assert sink.problems == []
    assert whole
    assert [(record.id, record.label.en) for record in records] == [
        ("a", "A"),
        ("b", "é\U0001f600 / b"),
    ]


def test_a_file_of_lines_stands_beside_yaml(tmp_path: Path) -> None:
    small = next(folder for folder in VALID if folder.name == "small")
    for path in small.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    before = load_catalogue(tmp_path)
    (tmp_path / "skills.jsonl").write_text(
        '{"id":"zymurgy","label":{"en":"Zymurgy"},"kind":"knowledge"}\n', "utf-8"
    )
    after = load_catalogue(tmp_path)
    assert after.skill("zymurgy").label.en == "Zymurgy"
    assert after.counts()["skills"] == before.counts()["skills"] + 1
    assert after.info.fingerprint != before.info.fingerprint
    assert fingerprint(read_files(tmp_path)) == after.info.fingerprint


def test_a_line_that_cannot_be_read_is_not_followed_by_unknown_names(
    tmp_path: Path,
) -> None:
    small = next(folder for folder in VALID if folder.name == "small")
    draft = read_draft(read_files(small))
    for name, data in written(draft, as_yaml=False).contents.items():
        (tmp_path / name).write_bytes(data)
    path = tmp_path / "skills.jsonl"
    path.write_bytes(path.read_bytes().replace(b'{"id"', b'{"id', 1))
    (problem,) = check_catalogue(tmp_path).problems
    assert (problem.rule, problem.line) == ("SG014", 1)
    assert problem.path == str(path)


def test_a_clash_between_lines_names_them(tmp_path: Path) -> None:
    small = next(folder for folder in VALID if folder.name == "small")
    draft = read_draft(read_files(small))
    for name, data in written(draft, as_yaml=False).contents.items():
        (tmp_path / name).write_bytes(data)
    path = tmp_path / "skills.jsonl"
    first = path.read_text("utf-8").splitlines()[0]
    with path.open("a", encoding="utf-8") as file:
        file.write(first + "\n")
    rules = {problem.rule for problem in check_catalogue(tmp_path).problems}
    assert rules == {"SG121"}
