"""Records as text around their open values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from skillgap.batch.pieces import Kept, Template, in_bytes

MARK = "\x00open\x00"
values = st.none() | st.integers() | st.text() | st.just(MARK)


def test_what_stands_around_open_values() -> None:
    found = Template({"b": "x", "a": 1, "c": None}, ("a", "c"))
    assert found.keys == ("a", "c")
    assert found.parts == (b'{"a":', b',"b":"x","c":', b"}")


def test_a_text_that_is_the_mark_itself_opens_nothing() -> None:
    found = Template({"a": MARK, "b": 2}, ("b",))
    assert found.parts == (b'{"a":"\\u0000open\\u0000","b":', b"}")


@given(
    st.dictionaries(st.text(max_size=3), values, min_size=1),
    st.sets(st.text(max_size=3)),
)
def test_put_together_again_it_is_the_record(
    record: dict[str, object], open_keys: set[str]
) -> None:
    found = Template(record, open_keys)
    text = found.parts[0]
    for key, part in zip(found.keys, found.parts[1:], strict=True):
        text += in_bytes(record.get(key)) + part
    assert text == in_bytes(dict.fromkeys(open_keys) | record)


def test_a_full_memory_begins_anew() -> None:
    asked: list[int] = []

    def twice(key: int) -> int:
        asked.append(key)
        return 2 * key

    kept = Kept(twice, most=2)
    assert [kept[1], kept(1), kept[2], kept[3], kept[1]] == [2, 2, 4, 6, 2]
    assert asked == [1, 2, 3, 1]
    assert dict(kept) == {3: 6, 1: 2}
