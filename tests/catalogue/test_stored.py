"""Records are stored and come back equal, whatever is in them and in any order."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.catalogue import load_catalogue, stored
from skillgap.model.catalogue import Credential, Issuer, Occupation, Requirement, Skill
from skillgap.model.funding import FundingProgram, LongerProgram

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(str, st.text(st.characters(codec="utf-8"), max_size=6))

FORMS = [
    (Skill, stored.skill),
    (Occupation, stored.occupation),
    (Credential, stored.credential),
    (Issuer, stored.issuer),
    (Requirement, stored.requirement),
    (FundingProgram, stored.funding_program),
    (LongerProgram, stored.longer_program),
]


@pytest.mark.parametrize(("record", "decode"), FORMS, ids=lambda form: form.__name__)
@given(data=st.data())
def test_a_stored_record_comes_back_equal(
    record: type, decode: Callable[[list[object]], object], data: st.DataObject
) -> None:
    value = data.draw(st.from_type(record))
    back = decode(json.loads(stored.store(value)))
    assert back == value
    assert kinds(back) == kinds(value)


def kinds(value: object) -> object:
    """The types of a record and of everything in it."""
    if isinstance(value, tuple):
        return type(value).__name__, [kinds(item) for item in value]
    return type(value).__name__


@given(seed=st.integers(0, 10_000))
def test_the_order_of_records_makes_no_difference(
    small_folder: Path, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder = tmp_path_factory.mktemp("shuffled")
    for path in small_folder.iterdir():
        text = path.read_text(encoding="utf-8")
        (folder / path.name).write_text(shuffled(text, seed), encoding="utf-8")
    one, other = load_catalogue(small_folder), load_catalogue(folder)
    assert one.all_skills() == other.all_skills()
    assert one.all_occupations() == other.all_occupations()
    assert one.all_credentials() == other.all_credentials()
    assert list(one.every_label()) == list(other.every_label())
    assert list(one.every_title()) == list(other.every_title())
    ids = [skill.id for skill in one.all_skills()]
    assert one.requirements_of(ids) == other.requirements_of(ids)
    assert one.teaching(ids) == other.teaching(ids)
    assert [one.ancestors(id_) for id_ in ids] == [other.ancestors(id_) for id_ in ids]


def shuffled(text: str, seed: int) -> str:
    """The file with the records of each of its lists in another order."""
    order = random.Random(seed)  # noqa: S311 - no secret
    sections: list[list[list[str]]] = [[[]]]
    for line in text.splitlines():
        if line and line[0] not in " -":
            sections.append([[line]])
        elif line.startswith("  - id:"):
            sections[-1].append([line])
        else:
            sections[-1][-1].append(line)
    for section in sections:
        head, *records = section
        order.shuffle(records)
        section[:] = [head, *records]
    lines = [line for section in sections for record in section for line in record]
    return "\n".join(lines) + "\n"


def test_shuffling_moves_records_and_loses_none(small_folder: Path) -> None:
    text = (small_folder / "skills.yaml").read_text(encoding="utf-8")
    mixed = shuffled(text, 1)
    assert mixed != text
    assert sorted(mixed.split("\n")) == sorted(text.split("\n"))
