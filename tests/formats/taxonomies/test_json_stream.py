"""Records of JSON files, whatever stands around them; every file is made here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.errors import DataError
from skillgap.formats import json_stream
from skillgap.formats.json_stream import json_records

if TYPE_CHECKING:
    from pathlib import Path


def read(folder: Path, text: str) -> list[Any]:
    path = folder / "a.json"
    path.write_text(text, "utf-8")
    return list(json_records(path))


@pytest.mark.parametrize(
    "text",
    [
        '[{"a": 1}, {"a": 2}]',
        '{"@context": "x", "@graph": [{"a": 1}, {"a": 2}]}',
        '{"@graph": [{"a": 1}, {"a": 2},]}',
        '{"a": 1}\n{"a": 2}\n',
        '\ufeff[\n// said by hand\n{"a": 1},\n\n{"a": 2,},\n]',
        '[{"a": 1},\n"// said by hand"\n{"a": 2}]',
    ],
)
def test_records_are_found(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == [{"a": 1}, {"a": 2}]


def test_a_graph_that_comes_late_is_one_record(tmp_path: Path) -> None:
    record = {"@context": {"x": 1}, "@graph": [{"a": 1}]}
    assert read(tmp_path, json.dumps(record)) == [record]


@pytest.mark.parametrize("text", ['[{"a": 1}, {"a"', '{"@graph": [{"a": 1},', '{"a": '])
def test_a_truncated_file_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(DataError, match="in the middle of a record"):
        read(tmp_path, text)


def test_what_is_no_json_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="line 2, column 6"):
        read(tmp_path, '[{"a": 1},\n{"a" 2}, {"a": 3}]')


@given(
    st.lists(st.dictionaries(st.text(), st.text() | st.integers()), min_size=1),
    st.integers(1, 40),
)
def test_it_does_not_matter_where_the_file_is_cut_in_pieces(
    tmp_path_factory: pytest.TempPathFactory, records: list[Any], size: int
) -> None:
    folder = tmp_path_factory.mktemp("pieces")
    with mock.patch.object(json_stream, "_CHUNK", size):
        assert read(folder, json.dumps(records, indent=1)) == records
