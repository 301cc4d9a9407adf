"""What differs between two answers, and that each kind of it has its sentence."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.history import differences, is_same
from skillgap.history.compare import TOLD, WORDING
from skillgap.history.keeping import seal
from skillgap.locale import use_language
from skillgap.model.history import Cause, CauseKind, Difference, What
from skillgap.render import json_contract_schema
from skillgap.render.cause_words import cause_sentence, what_name
from skillgap.render.difference_words import difference_sentence, other_name

if TYPE_CHECKING:
    from collections.abc import Iterator

VALUES: dict[str, tuple[Any, Any]] = {
    "target": (None, True),
    "coverage": (0.2, 0.4),
    "coverage_planned": (0.9, 0.8),
    "outcome": ("planned", "no_time"),
    "verdict": ("reaches", "partly"),
    "level": (2, 4),
    "step": (3, None),
    "recommended": (None, 2),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=2), inner, max_size=3)
    ),
    max_leaves=8,
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    use_language("en")


def recommended(*rows: tuple[str, int | None]) -> dict[str, Any]:
    return {
        "occupations": [{"id": "o", "title": "Work"}],
        "coverage_before": 0.2,
        "gaps": [{"occupation": "o", "coverage": 0.2, "missing": 3}],
        "recommendations": [
            {
                "rank": rank,
                "credential": {"id": name.lower(), "name": name},
                "hours": {"value": None, "unit": "h"},
                "cost": {"value": price, "unit": "CAD"},
            }
            for rank, (name, price) in enumerate(rows, 1)
        ],
        "matches": [],
    }


def told(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return [difference_sentence(one) for one in differences(old, new)]


def test_recommendations_that_come_go_move_and_cost_otherwise() -> None:
    old = recommended(("A", 100), ("B", None), ("C", 5))
    new = recommended(("C", 5), ("A", 120), ("D", None))
    assert told(old, new) == [
        "The first recommendation is “C”; it was “A”.",
        "“D” is now recommended, as number 3.",
        "“B” is no longer recommended; it was number 2.",
        "“C” moves from number 3 to number 1.",
        "“A” moves from number 1 to number 2.",
        "“A” costs $120; it cost $100.",
    ]
    assert told(recommended(), new)[0] == (
        "The first recommendation is “C”; there was none."
    )
    assert told(recommended(("B", None)), recommended(("B", 7))) == [
        "“B” costs $7; it cost an unknown amount."
    ]


def test_what_is_only_worded_otherwise_is_no_difference() -> None:
    old, new = recommended(("A", 1)), recommended(("A", 1))
    new["occupations"][0]["title"] = "Travail"
    new["recommendations"][0]["credential"]["name"] = "Lettre A"
    assert differences(old, new) == ()
    assert not is_same(old, new)


def test_coverage_and_skills_of_a_batch_line() -> None:
    def line(coverage: float, **skills: str) -> dict[str, Any]:
        gap: dict[str, Any] = {"covered": [], "below_level": [], "missing": []}
        for name, state in skills.items():
            gap[state].append({"skill": {"id": name, "label": name}})
        gap |= {"occupation": {"id": "o", "title": "Work"}, "coverage": coverage}
        return recommended() | {"client": "1", "status": "ok", "gaps": [gap]}

    old = line(0.25, tact="missing", excel="below_level")
    new = line(0.75, tact="covered", law="missing")
    assert told(old, new) == [
        "Coverage of “Work” rises from 25% to 75%.",
        "“excel” is now not asked for; it was below the level asked for.",
        "“law” is now missing; it was not asked for.",
        "“tact” is now covered; it was missing.",
    ]
    failed = {"client": "1", "status": "error", "problems": []}
    assert told(new, failed) == [
        "The client cannot be advised now: see the problems of the line."
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("what", get_args(What))
def test_every_difference_has_a_sentence(what: Any, language: str) -> None:  # noqa: ANN401
    use_language(language)
    before, after = VALUES.get(what, ("a", "b"))
    if what.startswith(("credential", "hours", "cost")):
        before, after = 1, 2.5
    for one in ((before, after), (after, before)):
        sentence = difference_sentence(Difference(what, "X", *one, "CAD"))
        assert sentence
        assert "{" not in sentence
    assert what_name(what)


@pytest.mark.parametrize("kind", get_args(CauseKind))
def test_every_cause_has_a_sentence(kind: Any) -> None:  # noqa: ANN401
    sentence = cause_sentence(Cause(kind, "X", "1", "2", "skills"))
    assert "{" not in sentence


@given(JSON)
def test_an_answer_is_the_same_as_itself(value: Any) -> None:  # noqa: ANN401
    assert is_same(value, value)


@given(st.dictionaries(st.text(max_size=2), JSON, max_size=3), st.text(), JSON)
def test_keys_that_come_later_do_not_count(
    old: dict[str, Any],
    key: str,
    value: Any,  # noqa: ANN401
) -> None:
    assert is_same(old, {key: value} | old)


def test_truth_is_no_number() -> None:
    assert not is_same([1], [True])
    assert not is_same({"a": 1}, {})


@given(st.dictionaries(st.text(min_size=1, max_size=2), JSON, min_size=1, max_size=3))
def test_the_seal_is_of_the_content_not_of_the_layout(value: dict[str, Any]) -> None:
    again = json.loads(json.dumps(value, indent=3))
    assert seal(again) == seal(value)
    assert seal(value | {"fingerprint": "x"}) == seal(
        {k: v for k, v in value.items() if k != "fingerprint"}
    )
    assert seal({"a": value}) != seal({"a": value, "b": 0})


def test_an_assumed_price_is_not_told_as_a_published_one() -> None:
    def row(cost: float, basis: str) -> dict[str, Any]:
        quantity = {"value": cost, "unit": "CAD", "basis": basis}
        hours = {"value": None, "unit": "h", "basis": "unknown"}
        credential = {"id": "c", "name": "Ledgers"}
        return {"credential": credential, "rank": 1, "cost": quantity, "hours": hours}

    def told(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
        lists = ({"recommendations": [one]} for one in (old, new))
        return [difference_sentence(one) for one in differences(*lists)]

    (assumed,) = told(row(225, "assumed"), row(250, "assumed"))
    assert assumed.startswith("The price of “Ledgers” is not published: $250 is")
    assert told(row(225, "assumed"), row(250, "stated")) == [
        "“Ledgers” costs $250; it cost $225."
    ]


@pytest.mark.parametrize("command", ["recommend", "gap", "plan"])
def test_no_key_of_an_answer_is_told_by_its_name_in_json(command: str) -> None:
    """Each part of an answer has its sentences, or at least a name in words."""
    keys = {
        key
        for shape in shapes(json_contract_schema(command)["properties"]["data"])
        for key in shape
    }
    assert "matches" in keys
    keys.add("fits")  # of a line of a batch
    assert sorted(key for key in keys - TOLD - WORDING if not other_name(key)) == []


def shapes(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The keys of each object that the data may be."""
    for one in (*schema.get("anyOf", ()), *schema.get("allOf", ())):
        yield from shapes(one)
    yield schema.get("properties", {})
