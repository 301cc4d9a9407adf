"""Records behave as the named tuples of the standard library do."""

from __future__ import annotations

import copy
import pickle
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable


class Course(Record):
    """A course."""

    name: str
    hours: int | None = None
    topics: tuple[str, ...] = ()

    @property
    def is_long(self) -> bool:
        """Whether it takes more than forty hours."""
        return self.hours is not None and self.hours > 40


class Peer(NamedTuple):
    """The same by the standard library."""

    name: str
    hours: int | None = None
    topics: tuple[str, ...] = ()


class Nothing(Record):
    """A record without fields."""


VALUES = st.none() | st.integers() | st.text(max_size=3)
ARGUMENTS = st.lists(VALUES, max_size=5)
NAMED = st.dictionaries(
    st.sampled_from(["name", "hours", "topics", "cls", "level"]), VALUES
)


def outcome(make: Callable[..., Any], *places: object, **names: object) -> object:
    """The fields that were made, or that they were refused."""
    try:
        return tuple(make(*places, **names))
    except (TypeError, ValueError):  # which of them changed with Python 3.13
        return "refused"


@given(ARGUMENTS, NAMED)
def test_a_record_takes_what_a_named_tuple_takes(
    places: list[Any], names: dict[str, Any]
) -> None:
    assert outcome(Course, *places, **names) == outcome(Peer, *places, **names)


@given(NAMED)
def test_a_change_is_made_or_refused_alike(names: dict[str, Any]) -> None:
    course, peer = Course("Java", 30), Peer("Java", 30)
    assert outcome(course._replace, **names) == outcome(peer._replace, **names)


@given(st.lists(VALUES, max_size=5))
def test_it_is_made_of_values_alike(values: list[Any]) -> None:
    assert outcome(Course._make, values) == outcome(Peer._make, values)


def test_it_tells_its_fields_as_a_named_tuple_does() -> None:
    course = Course("Java", topics=("loops",))
    assert repr(course) == "Course(name='Java', hours=None, topics=('loops',))"
    assert course._asdict() == {"name": "Java", "hours": None, "topics": ("loops",)}
    assert Course._fields == Peer._fields == ("name", "hours", "topics")
    assert Course._field_defaults == Peer._field_defaults
    assert Course.__match_args__ == Peer.__match_args__
    assert Nothing() == ()
    assert Nothing._fields == ()


def test_it_is_a_tuple_with_names_and_methods() -> None:
    course = Course("Java", 60)
    name, hours, topics = course
    assert (name, hours, topics) == ("Java", 60, ())
    assert course.hours == course[1] == 60
    assert course.is_long
    assert course == Course("Java", 60)
    assert hash(course) == hash(("Java", 60, ()))
    match course:
        case Course(name=found):
            assert found == "Java"


def test_it_never_changes() -> None:
    course: Any = Course("Java")
    with pytest.raises(AttributeError):
        course.name = "C"
    with pytest.raises(AttributeError):
        course.level = 3


def test_it_survives_copies_and_pickles() -> None:
    course = Course("Java", 60, ("loops",))
    for same in (
        pickle.loads(pickle.dumps(course)),  # noqa: S301 - made on the line itself
        copy.copy(course),
        copy.deepcopy(course),
    ):
        assert same == course
        assert type(same) is Course


def test_an_error_names_the_field_that_is_missing() -> None:
    with pytest.raises(TypeError, match="missing 1 required positional argument"):
        Course()  # type: ignore[call-arg]


def test_a_field_without_a_default_comes_first() -> None:
    with pytest.raises(TypeError, match="Wrong: a field without a default"):
        type(Record)(
            "Wrong",
            (Record,),
            {"__annotations__": {"hours": int, "name": str}, "hours": 1},
        )


def test_a_record_is_no_base_of_another() -> None:
    with pytest.raises(TypeError, match="derived from Record alone"):
        type(Record)("Narrower", (Course,), {})
