"""One table a record, held together with the record, the schema and the page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from skillgap.catalogue import bundled_folder, json_schema
from skillgap.catalogue.tables import FILES
from skillgap.catalogue.tables.kinds import ById
from skillgap.document import Mapping, Scalar, Sequence, read_document
from skillgap.document.several import ListOf
from skillgap.document.tables import AloneOr, Table
from skillgap.model.funding import LongerProgram

if TYPE_CHECKING:
    from collections.abc import Iterator

    from skillgap.document import Node

ROOT = Path(__file__).parents[2]
VALID = ROOT / "tests" / "cases" / "valid"
FOLDERS = [*sorted(VALID.iterdir()), bundled_folder()]


def tables(value: object) -> Iterator[Table]:
    if isinstance(value, Table):
        yield value
        for key in value.keys:
            yield from tables(key.kind)
    elif isinstance(value, ListOf):
        yield from tables(value.item)
    elif isinstance(value, AloneOr | ById):
        yield from tables(value.table)


EVERY_TABLE = [table for file in FILES.values() for table in tables(file)]


@pytest.mark.parametrize("table", EVERY_TABLE, ids=lambda table: table.record.__name__)
def test_the_keys_of_a_table_fill_the_fields_of_its_record(table: Table) -> None:
    fields = set(table.record._fields)
    if table.record is LongerProgram:
        credential = LongerProgram.__annotations__
        assert set(credential) == {"credential", "why_longer"}
        fields = set(FILES["credentials.yaml"].fields()) | {"why_longer"}
        (record,) = {t for t in EVERY_TABLE if t.record.__name__ == "Credential"}
        only_short = {"equivalent_to"}
        assert table.fields() == record.fields() - only_short | {"why_longer"}
        return
    by_key = {"id"} if table.record.__name__ == "Basis" else set()
    assert table.fields() | by_key == fields


def test_every_key_is_explained_in_the_format_page() -> None:
    page = (ROOT / "docs" / "data-format.md").read_text(encoding="utf-8")
    words = set(re.findall(r"[a-z][a-z0-9_]*", page))
    keys = {key.name for table in EVERY_TABLE for key in table.keys}
    assert keys - words == set()


def test_the_published_schema_is_the_readers_own() -> None:
    path = ROOT / "docs" / "catalogue.schema.json"
    published = json.loads(path.read_text(encoding="utf-8"))
    assert published == json_schema()
    jsonschema.Draft202012Validator.check_schema(published)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_the_reader_takes_the_schema_takes(folder: Path) -> None:
    schema = json_schema()
    for name in FILES:
        if (folder / name).exists():
            wanted = {**schema, "$ref": f"#/$defs/{name.removesuffix('.yaml')}"}
            del wanted["anyOf"]
            jsonschema.validate(values(folder / name), wanted)


@pytest.mark.parametrize(
    ("case", "file"),
    [
        ("unknown-key", "skills.yaml"),
        ("missing-key", "credentials.yaml"),
        ("wrong-type", "skills.yaml"),
        ("wrong-type", "credentials.yaml"),
        ("out-of-range", "occupations.yaml"),
        ("unknown-word", "skills.yaml"),
        ("no-date-no-currency", "catalogue.yaml"),
        ("malformed", "skills.yaml"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(case: str, file: str) -> None:
    schema = json_schema()
    wanted = {**schema, "$ref": f"#/$defs/{file.removesuffix('.yaml')}"}
    del wanted["anyOf"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(values(ROOT / "tests/cases/invalid" / case / file), wanted)


TEXTS_THAT_LOOK_OTHERWISE = {"as_of", "noc", "value", "period", "retrieved", "en"}


def values(path: Path) -> Any:  # noqa: ANN401 - what an editor's YAML 1.2 parser gives
    document = read_document(path)
    assert document.root is not None
    return plain(document.root)


def plain(node: Node, key: str = "") -> Any:  # noqa: ANN401
    if isinstance(node, Mapping):
        return {name: plain(entry.value, name) for name, entry in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item, key) for item in node.items]
    assert isinstance(node, Scalar)
    if not node.plain or key in TEXTS_THAT_LOOK_OTHERWISE:
        return node.text
    if re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", node.text):
        return json.loads(node.text)
    return {"true": True, "false": False}.get(node.text, node.text)
