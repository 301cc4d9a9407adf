"""Reading YAML: values with places, and clear refusals of what is hostile."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.document import (
    Mapping,
    Scalar,
    Sequence,
    is_null,
    parse_document,
    read_document,
)
from skillgap.document import yaml as reader

if TYPE_CHECKING:
    from pathlib import Path

    from skillgap.document import Node

YAML_TRAPS = (
    "no",
    "on",
    "NO",
    "012",
    "1_000",
    "2026-11-23",
    "1:30",
    "0x1f",
    "1e3",
    ".inf",
)


def problems(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    found = parse_document(data, "f.yaml").problems
    return [f"{problem.place} {problem.rule}" for problem in found]


def root(text: str) -> Node:
    document = parse_document(text.encode(), "f.yaml")
    assert document.problems == ()
    assert document.root is not None
    return document.root


def test_values_know_their_places() -> None:
    node = root("a: one\nb:\n  - two\n  - 'three'\n")
    assert isinstance(node, Mapping)
    assert node.entries["b"].key == Scalar("b", True, 2, 1)
    assert node.value("a") == Scalar("one", True, 1, 4)
    items = node.value("b")
    assert isinstance(items, Sequence)
    assert items.items == [Scalar("two", True, 3, 5), Scalar("three", False, 4, 5)]


@pytest.mark.parametrize("trap", YAML_TRAPS)
def test_a_text_stays_as_it_was_written(trap: str) -> None:
    node = root(f"a: {trap}\n")
    assert isinstance(node, Mapping)
    assert node.value("a") == Scalar(trap, True, 1, 4)


@pytest.mark.parametrize(("text", "null"), [("~", True), ("", True), ("'~'", False)])
def test_nothing_is_told_from_text(text: str, null: bool) -> None:
    node = root(f"a: {text}\n")
    assert isinstance(node, Mapping)
    value = node.value("a")
    assert value is not None
    assert is_null(value) is null


def test_columns_count_characters_not_bytes() -> None:
    node = root("{é: à}\n")
    assert isinstance(node, Mapping)
    assert node.value("é") == Scalar("à", True, 1, 5)


def test_a_byte_order_mark_is_no_text() -> None:
    assert isinstance(root("\ufeffa: 1\n"), Mapping)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"", ["f.yaml SG006"]),
        (b"# only a comment\n", ["f.yaml SG006"]),
        (b"---\n...\n", []),
        (b"a: 1\nb: 2\na: 3\na: 4\n", ["f.yaml:3:1 SG007", "f.yaml:4:1 SG007"]),
        (b"a: &x 1\nb: *x\n", ["f.yaml:1:4 SG008", "f.yaml:2:4 SG008"]),
        (b"a: !!python/object/apply:os.system [ls]\n", ["f.yaml:1:4 SG009"]),
        (b"a: !!str 1\n", ["f.yaml:1:4 SG009"]),
        (b"a: caf\xe9\n", ["f.yaml:1:7 SG003"]),
        ("é: 'ü'\nb: ".encode() + b"\xff\n", ["f.yaml:2:4 SG003"]),
        ("a: b\n".encode("utf-16"), ["f.yaml:1:1 SG003"]),
        (b"a: x\x00y\n", ["f.yaml:1:5 SG004"]),
        (b"a:\n\t- b\n", ["f.yaml:2:1 SG013"]),
        (b"a: 1\n---\nb: 2\n", ["f.yaml:2:1 SG011"]),
        (b"? [a]\n: b\n", ["f.yaml:1:3 SG012"]),
        (b"a: b: c\n", ["f.yaml:1:5 SG005"]),
        (b"a: 'x\n", ["f.yaml:2:1 SG005"]),
    ],
)
def test_what_is_wrong_has_its_place(text: bytes, expected: list[str]) -> None:
    assert problems(text) == expected


def test_every_problem_of_a_file_is_found_in_one_run() -> None:
    assert problems("a: !x 1\na: &y 2\nb: *y\n") == [
        "f.yaml:1:4 SG009",
        "f.yaml:2:1 SG007",
        "f.yaml:2:4 SG008",
        "f.yaml:3:4 SG008",
    ]


def test_exploding_aliases_are_refused_without_exploding() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    found = problems("\n".join(lines))
    assert len(found) == reader.MAX_PROBLEMS
    assert {problem.split()[1] for problem in found} == {"SG008"}


@pytest.mark.parametrize("opening", [b"[", b"{a: ", b"- ", b"? "])
def test_deep_nesting_is_refused_at_once(opening: bytes) -> None:
    found = parse_document(opening * 100_000, "f.yaml")
    assert found.root is None
    assert found.problems[-1].rule in {"SG010", "SG012"}


def test_a_hundred_megabytes_of_brackets_are_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        for _ in range(100):
            file.write(b"[" * 1_000_000)
    document = read_document(path, "huge.yaml")
    assert document.root is None
    assert [problem.rule for problem in document.problems] == ["SG002"]


def test_too_many_values_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_VALUES", 10)
    assert problems("[" + "1, " * 12 + "]") == ["f.yaml:1:29 SG002"]


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    document = read_document(tmp_path / "none.yaml")
    assert document.root is None
    assert document.problems[0].rule == "SG001"


def test_the_python_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    text = "a: [1, 'x', {b: c}]\nd: >-\n  folded\n  text\n"
    expected = root(text)
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert root(text) == expected
    assert problems("a: b: c\n") == ["f.yaml:1:5 SG005"]
    assert problems("[" * 5000) == ["f.yaml:1:33 SG010"]


@given(st.binary(max_size=200))
def test_no_bytes_whatever_raise(data: bytes) -> None:
    document = parse_document(data, "f.yaml")
    assert document.root is not None or document.problems


@given(st.text(alphabet=string.printable + "é&*!|>%@`", max_size=80))
def test_no_text_whatever_raises(text: str) -> None:
    document = parse_document(text.encode(), "f.yaml")
    assert document.root is not None or document.problems


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=8
)


@given(st.recursive(WORDS, lambda word: st.lists(word, max_size=4), max_leaves=20))
def test_what_json_writes_is_read_back(value: object) -> None:
    import json

    assert _plain(root(json.dumps(value, ensure_ascii=False))) == value


def _plain(node: Node) -> object:
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text
